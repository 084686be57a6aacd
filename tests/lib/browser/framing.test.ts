import { describe, expect, it } from 'vitest';
import { judgeFraming, type FramedWindow } from '$lib/browser/framing';

const own = 'https://playground.example';
const docs = 'https://docs.example';
const evil = 'https://evil.example';

interface Around {
	/** Origins from the innermost frame, which is ours, to the top. */
	chain: string[];
	/** What the browser lists; undefined: a browser that has no such list. */
	told?: string[] | undefined;
	/** What each page knows of who led to it. */
	referrers?: string[];
	/** The origin of the innermost page, where a sandbox took it away. */
	origin?: string;
}

/** Windows one inside the other, of which a page may look into those of its own origin only. */
function pageIn({ chain, told, referrers = [], origin = chain[0] ?? '' }: Around): FramedWindow {
	const windows = chain.map((at, index): FramedWindow => {
		const foreign = at !== chain[0];
		const one = {
			origin: index === 0 ? origin : at,
			document: { referrer: referrers[index] ?? '' },
			location: { origin: at, ...(told && index === 0 ? { ancestorOrigins: told } : {}) }
		};
		const guarded = new Proxy(one, {
			get: (target, name) => {
				if (foreign && (name === 'location' || name === 'document'))
					throw new DOMException('no', 'SecurityError');
				return Reflect.get(target, name);
			}
		});
		return guarded as unknown as FramedWindow;
	});
	windows.forEach((one, index) =>
		Object.assign(one, { parent: windows[index + 1] ?? one, top: windows.at(-1) })
	);
	return windows[0]!;
}

const why = (around: Around, allowed: readonly string[] | 'nobody' = [docs]) =>
	judgeFraming(pageIn(around), allowed)?.why ?? 'free';

/** A browser that lists all origins around a page, and one that does not. */
const listed = (chain: string[]): Around => ({ chain, told: chain.slice(1) });

describe('a page that is in no frame', () => {
	it('acts, whoever led to it', () => {
		for (const around of [{ chain: [own] }, { chain: [own], told: [] }, { chain: [own], referrers: [evil] }])
			expect([why(around), why(around, []), why(around, 'nobody')]).toEqual(['free', 'free', 'free']);
	});
});

describe('with the list of a browser', () => {
	it.each([
		['our own origin', [own, own], 'free'],
		['an allowed one', [own, docs], 'free'],
		['an allowed one around our own', [own, own, docs], 'free'],
		['our own around an allowed one', [own, docs, own], 'free'],
		['another', [own, evil], 'stranger'],
		['another around an allowed one', [own, docs, evil], 'stranger'],
		['an allowed one around another', [own, evil, docs], 'stranger'],
		['another around our own', [own, own, evil], 'stranger'],
		['our name at another port', [own, `${own}:8443`], 'stranger'],
		['our name without TLS', [own, 'http://playground.example'], 'stranger'],
		['a name under an allowed one', [own, 'https://a.docs.example'], 'stranger'],
		['a name that ends like an allowed one', [own, 'https://evil-docs.example'], 'stranger'],
		['a sandbox', [own, 'null'], 'unknown'],
		['a sandbox inside an allowed one', [own, 'null', docs], 'unknown']
	])('%s: %s is %s', (_name, chain, expected) => {
		expect(why(listed(chain))).toBe(expected);
	});

	it('allows nobody else by default, and nobody at all around the sign-in', () => {
		expect(why(listed([own, docs]), [])).toBe('stranger');
		expect(why(listed([own, own]), [])).toBe('free');
		for (const chain of [
			[own, own],
			[own, docs],
			[own, evil],
			[own, 'null']
		])
			expect(why(listed(chain), 'nobody')).toBe('never');
	});

	it('names the strangers, each once', () => {
		const page = pageIn(listed([own, evil, docs, evil, 'http://other.example']));
		expect(judgeFraming(page, [docs])).toEqual({ why: 'stranger', origins: [evil, 'http://other.example'] });
	});

	it('an empty list in a frame proves nothing, and a referrer does not stand for it', () => {
		expect(why({ chain: [own, docs], told: [], referrers: [`${docs}/`] })).toBe('unknown');
		expect(why({ chain: [own, evil], told: [evil], referrers: [`${docs}/`] })).toBe('stranger');
	});
});

describe('without such a list', () => {
	it.each([
		['an allowed page that is named', [own, docs], [`${docs}/guide`], 'free'],
		['another that is named', [own, evil], [`${evil}/`], 'stranger'],
		['nobody is named', [own, docs], [''], 'unknown'],
		['what is named is no address', [own, docs], ['docs'], 'unknown'],
		['a page of ours led here, inside another', [own, evil], [`${own}/flow/`], 'unknown'],
		['an allowed page is named, with one more around it', [own, docs, evil], [`${docs}/`], 'unknown'],
		['an allowed page is named, with itself around it', [own, docs, docs], [`${docs}/`], 'unknown'],
		['our own page around', [own, own], [''], 'free'],
		['our own page, in an allowed one', [own, own, docs], ['', `${docs}/`], 'free'],
		['our own page, in another', [own, own, evil], ['', `${evil}/`], 'stranger'],
		[
			'our own page names an allowed one, that of ours does not',
			[own, own, evil],
			[`${docs}/`, ''],
			'unknown'
		]
	])('%s', (_name, chain, referrers, expected) => {
		expect(why({ chain, referrers })).toBe(expected);
	});
});

describe('in a sandbox', () => {
	it('nothing acts, whoever is around', () => {
		for (const outer of [own, docs, evil])
			for (const told of [[outer], undefined])
				expect(why({ chain: [own, outer], told, origin: 'null', referrers: [`${outer}/`] })).toBe('sandbox');
	});
});
