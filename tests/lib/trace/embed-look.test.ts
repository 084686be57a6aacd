import { describe, expect, test } from 'vitest';
import { stepIds } from '$lib/lexicon/steps';
import { formatLook, landingOf, parseEmbed, plainLook } from '$lib/trace/embed-look';

describe('the address of a frame', () => {
	test('that asks for the compact form alone gets the whole walk, its messages and its checks', () => {
		expect(parseEmbed('?embed=1', 'walk')).toEqual({ look: plainLook, link: '', ignored: [] });
		expect(plainLook).toEqual({ steps: stepIds, controls: ['wire', 'checks'] });
	});

	test('names a theme, steps in any order, what is shown and where to begin', () => {
		const search = '?embed=1&theme=dark&steps=exchange,%20verifier&controls=checks&step=exchange';
		expect(parseEmbed(search, 'walk')).toEqual({
			look: { theme: 'dark', steps: ['verifier', 'exchange'], controls: ['checks'] },
			step: 'exchange',
			link: '',
			ignored: []
		});
	});

	test('may want neither messages nor checks', () => {
		expect(parseEmbed('?embed=1&controls=none', 'walk').look.controls).toEqual([]);
	});

	test.each([
		['theme=blue', [{ name: 'theme', value: 'blue' }]],
		['steps=verifier,verifer', [{ name: 'steps', value: 'verifer' }]],
		['steps=nowhere', [{ name: 'steps', value: 'nowhere' }]],
		['steps=verifier&step=call', [{ name: 'step', value: 'call' }]],
		['step=2', [{ name: 'step', value: '2' }]],
		['controls=wires', [{ name: 'controls', value: 'wires' }]],
		['controls=none,wire', [{ name: 'controls', value: 'none' }]],
		['preset=O%20k', [{ name: 'preset', value: 'O k' }]],
		['contorls=wire', [{ name: 'contorls', value: 'wire' }]],
		['theme=dark&theme=light', [{ name: 'theme', value: 'light' }]],
		['theme=', []]
	])('says of %s what means nothing', (query, ignored) => {
		expect(parseEmbed(`?embed=1&${query}`, 'walk').ignored).toEqual(ignored);
	});

	test('is compact with another value than 1, and says so', () => {
		expect(parseEmbed('?embed=true', 'walk').ignored).toEqual([{ name: 'embed', value: 'true' }]);
	});

	test('falls back to all steps, and to all that is shown', () => {
		expect(parseEmbed('?embed=1&steps=a,b&controls=c', 'walk').look).toEqual(plainLook);
	});

	test.each(['diagnose', 'tokens', undefined] as const)(
		'has nothing of the walk on another page: %s',
		(page) => {
			const { look, link, ignored } = parseEmbed(
				'?embed=1&theme=light&steps=verifier&step=verifier&controls=none&issuer=https://a.example',
				page
			);
			expect(look).toEqual({ ...plainLook, theme: 'light' });
			expect(link).toBe('');
			expect(ignored.map(({ name }) => name)).toEqual(['steps', 'step', 'controls', 'issuer']);
		}
	);

	test.each([
		['code=abc', 'code'],
		['client_secret=abc', 'client_secret'],
		['extra=id_token_hint%3Deyabc', undefined],
		['steps=verifier,eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.', undefined],
		['theme=gho_abcdefghijklmnopqrstuvwx', undefined]
	])('is refused whole with a secret in it: %s', (query, where) => {
		const asked = parseEmbed(`?embed=1&theme=dark&${query}`, 'walk');
		expect(asked.refused?.reason).toBe('secret-in-link');
		if (where) expect(asked.refused?.where).toBe(where);
		expect(asked).toMatchObject({ look: plainLook, link: '', ignored: [] });
	});

	test('is refused when it is longer than a link can be', () => {
		expect(parseEmbed(`?embed=1&steps=${'a'.repeat(9_000)}`, 'walk').refused?.reason).toBe('too-large');
	});

	test('brings the settings of a link, as the link would', () => {
		const asked = parseEmbed(
			'?embed=1&theme=dark&issuer=https%3A%2F%2Fa.example&client_id=c&preset=okta&extra=prompt%3Dlogin&extra=a%3Db',
			'walk'
		);
		expect(asked.link).toBe(
			'issuer=https%3A%2F%2Fa.example&client_id=c&preset=okta&extra=prompt%3Dlogin&extra=a%3Db'
		);
		expect(asked.preset).toBeUndefined();
		expect(asked.ignored).toEqual([]);
	});

	test('names a provider alone, or the servers of the site, which need no name', () => {
		expect(parseEmbed('?embed=1&preset=google', 'walk')).toMatchObject({ preset: 'google', link: '' });
		expect(parseEmbed('?embed=1&preset=embedded', 'walk')).not.toHaveProperty('preset');
	});
});

describe('the query of a look', () => {
	test.each([
		'embed=1',
		'embed=1&theme=auto',
		'embed=1&theme=dark&steps=verifier%2Cchallenge&controls=none',
		'embed=1&controls=wire'
	])('asks for it again: %s', (query) => {
		expect(formatLook(parseEmbed(`?${query}`, 'walk').look)).toBe(query);
	});
});

describe('a frame opens', () => {
	const landing = (query: string, at?: (typeof stepIds)[number]) =>
		landingOf(parseEmbed(`?embed=1&${query}`, 'walk'), at);

	test.each([
		['', undefined, 'configure'],
		['steps=challenge,exchange', undefined, 'challenge'],
		['steps=challenge,exchange', 'exchange', 'exchange'],
		['steps=challenge,exchange', 'configure', 'challenge'],
		['step=exchange', undefined, 'exchange'],
		['step=exchange', 'verifier', 'exchange'],
		['', 'call', 'call'],
		['preset=google&step=call', 'call', 'configure']
	] as const)('with %s at %s the step %s', (query, at, step) => {
		expect(landing(query, at).step).toBe(step);
	});

	test('the first step where settings wait for a yes, which leads on', () => {
		expect(landing('issuer=https%3A%2F%2Fa.example', 'exchange')).toEqual({
			step: 'configure',
			query: 'embed=1&issuer=https%3A%2F%2Fa.example&step=exchange'
		});
		expect(landing('issuer=https%3A%2F%2Fa.example', 'configure').query).not.toContain('step=');
	});
});
