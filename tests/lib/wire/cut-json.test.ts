import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonCutter, longString } from '$lib/wire/cut-json';
import { parseSparsely, readSparsely } from '$lib/wire/sparse-json';

interface Cut {
	path: string;
	value: unknown;
}

/** The values of a list under `log.entries`, and what stands beside it, with the long strings put back. */
function cut(text: string | Uint8Array, size = Infinity) {
	const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
	const found: Cut[] = [];
	const cutter = new JsonCutter({
		opens: (path) => ['', 'log', 'log.entries'].includes(path.join('.')),
		value: (path, one, long) => {
			const json = one && parseSparsely(readSparsely(one, long));
			const whole = (value: unknown): unknown => {
				if (Array.isArray(value)) return json?.textOf(value) ?? value.map(whole);
				if (typeof value !== 'object' || value === null) return value;
				return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, whole(member)]));
			};
			const value = long.length > 0 ? whole(json?.value) : json?.value;
			found.push({ path: path.join('.'), value });
		}
	});
	for (let at = 0; at < bytes.length; at += size) cutter.push(bytes.subarray(at, at + size));
	cutter.end();
	const entries = found.filter(({ path }) => path === 'log.entries.*').map(({ value }) => value);
	return { entries, found, isWhole: cutter.isWhole, isBroken: cutter.isBroken };
}

const har = (entries: unknown): string => JSON.stringify({ log: { version: '1.2', entries } });

describe('a list of values', () => {
	it('is cut as a parser reads it, in whatever pieces it comes', () => {
		fc.assert(
			fc.property(
				fc.array(fc.jsonValue()),
				fc.integer({ min: 1, max: 40 }),
				fc.boolean(),
				(entries, size, wide) => {
					const text = wide ? JSON.stringify({ log: { entries } }, undefined, '\t') : har(entries);
					// A name `__proto__` is a member for a parser, and none for an object that is written down.
					fc.pre(!text.includes('__proto__'));
					expect(cut(text, size).entries).toEqual(JSON.parse(text).log.entries);
				}
			)
		);
	});

	it('has long strings as they are, signs and all', () => {
		const body = `${'a"\\b\n\u00fc'.repeat(longString)}\\`;
		const entries = [{ a: body, b: ['x'], c: { d: body } }, body];
		for (const size of [1_000, 4_099, Infinity]) expect(cut(har(entries), size).entries).toEqual(entries);
	});

	it('may stand behind other members, and before some', () => {
		const text = JSON.stringify({
			a: 1,
			log: { creator: { name: 'x' }, entries: [1, 'b', null, {}], pages: [] },
			z: []
		});
		expect(cut(text, 3).found.map(({ path, value }) => [path, value])).toEqual([
			['a', 1],
			['log.creator', { name: 'x' }],
			...[1, 'b', null, {}].map((value) => ['log.entries.*', value]),
			['log.pages', []],
			['z', []]
		]);
	});

	it('that ends in the middle has what stood before', () => {
		const text = har([{ a: 1 }, { b: '}' }, { c: 2 }]);
		const end = text.indexOf('{"c"') + 3;
		expect(cut(text.slice(0, end), 7)).toMatchObject({ entries: [{ a: 1 }, { b: '}' }], isWhole: false });
		expect(cut(text, 7).isWhole).toBe(true);
	});

	it('is as deep as it likes', () => {
		const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
		expect(cut(`{"log":{"entries":[${deep},1]}}`, 1_000).entries.at(-1)).toBe(1);
	});
});

it('never throws, whatever the bytes are', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 50 }), (bytes, size) => {
			cut(bytes, size);
		})
	);
	const signs = fc.constantFrom(...'{}[]",:\\ 1tfn', '"log"', '"entries"', '\u00fc');
	fc.assert(
		fc.property(fc.array(signs, { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (all, size) => {
			cut(all.join(''), size);
		}),
		{ numRuns: 500 }
	);
});
