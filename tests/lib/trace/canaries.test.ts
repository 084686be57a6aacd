/**
 * Nothing that is planted comes out: every row of the table (tests/fixtures/canaries) is planted with a value of its
 * own, and none of them is found in any export, plain or decoded.
 */
import { describe, expect, it } from 'vitest';
import { exchangesOf } from '$lib/trace/exchanges';
import type { Trace } from '$lib/trace/fact';
import { parseTrace } from '$lib/trace/file';
import { formatTrace } from '$lib/trace/format';
import { redact } from '$lib/trace/redact';
import { formatHar } from '$lib/wire/har';
import {
	bodyPlaces,
	encodings,
	headerForms,
	headerNames,
	headerPlaces,
	namedInPhrase,
	personalNames,
	secretNames,
	shapes,
	textEncodings,
	textPlaces,
	urlPlaces,
	valuePlaces
} from '../../fixtures/canaries';
import { readingsOf } from '../../fixtures/readings';

interface Row {
	row: string;
	plant: (value: string) => Trace;
}

type Named = (name: string, value: string) => string;
type Put = (text: string) => Trace;
type Entry<T> = [what: string, T];

const names = [...secretNames, ...personalNames];

/** What the values look like around the part by which they are known: every character that an encoding changes. */
const looks: ((core: string) => string)[] = [
	(core) => core,
	(core) => `${core}/+ &="q"\\é%`,
	(core) => `pre-${core}.post~_`
];

/** One of a list for each of another, so that over the looks every two meet: all of all would be a hundred thousand. */
const turning = <T>(list: readonly T[], turn: number): T => list[turn % list.length]!;

const bodyRow = ([place, put]: Entry<Put>, [encoding, encode]: Entry<Named>, name: string): Row => ({
	row: `${place}, ${encoding}, ${name}`,
	plant: (value) => put(encode(name, value))
});

/** Every encoding of every name, and every encoding at every place. */
const bodies = (turn: number): Row[] => {
	const places = Object.entries(bodyPlaces);
	const written: [Entry<Named>, readonly string[]][] = [
		...Object.entries(encodings).map((entry): [Entry<Named>, string[]] => [entry, names]),
		...Object.entries(textEncodings).map((entry): [Entry<Named>, string[]] => [entry, secretNames])
	];
	return written.flatMap(([encoding, list], at) => [
		...list.map((name, index) => bodyRow(turning(places, at + index + turn), encoding, name)),
		...places.map((place, index) => bodyRow(place, encoding, turning(list, at * 3 + index * 7 + turn)))
	]);
};

const texts: Row[] = Object.entries(textPlaces).flatMap(([place, put]) => [
	...Object.entries(textEncodings).flatMap(([encoding, encode]) =>
		secretNames.map((name) => ({
			row: `${place}, ${encoding}, ${name}`,
			plant: (value: string) => put(encode(name, value))
		}))
	),
	...Object.entries(shapes).map(([shape, write]) => ({
		row: `${place}, ${shape}`,
		plant: (value: string) => put(write(value))
	}))
]);

const shaped: Row[] = Object.entries(shapes).flatMap(([shape, write]) => [
	...Object.entries(bodyPlaces).map(([place, put]) => ({
		row: `${place}, ${shape}`,
		plant: (value: string) => put(write(value))
	})),
	// What a client makes by chance stays: of a state no look tells.
	...['error_description', 'error', ...(shape === 'a long random string' ? [] : ['state', 'scope'])].flatMap(
		(name) =>
			['json', 'form', 'a form_post page', 'multipart'].map((encoding) => ({
				row: `${encoding}, ${name}, ${shape}`,
				plant: (value: string) => bodyPlaces['response body']!(encodings[encoding]!(name, write(value)))
			}))
	),
	...Object.entries(urlPlaces).map(([place, put]) => ({
		row: `${place}, ${shape}`,
		plant: (value: string) => put(new URLSearchParams({ error_description: write(value) }).toString())
	}))
]);

const urls: Row[] = Object.entries(urlPlaces).flatMap(([place, put]) =>
	names.flatMap((name) => [
		{
			row: `${place}, ${name}`,
			plant: (value: string) => put(new URLSearchParams({ scope: 'openid', [name]: value }).toString())
		},
		{
			row: `${place}, percent-encoded name, ${name}`,
			plant: (value: string) =>
				put(
					`${[...Buffer.from(name)].map((byte) => `%${byte.toString(16)}`).join('')}=${encodeURIComponent(value)}`
				)
		}
	])
);

const values: Row[] = Object.entries(valuePlaces).flatMap(([place, put]) =>
	names
		.filter((name) => name !== '__proto__')
		.map((name) => ({ row: `${place}, ${name}`, plant: (value: string) => put(name, value) }))
);

const phrases: Row[] = secretNames.map((name) => ({
	row: `value of a phrase, ${name}`,
	plant: (value: string) => namedInPhrase(name, value)
}));

const headers: Row[] = Object.entries(headerPlaces).flatMap(([place, put]) =>
	headerNames.flatMap((name) =>
		Object.entries(headerForms).map(([form, write]) => ({
			row: `${place}, ${name}, ${form}`,
			plant: (value: string) => put([name, write(value)])
		}))
	)
);

const exportsOf = (trace: Trace): string[] => [
	formatTrace(redact(trace)),
	formatHar(exchangesOf(redact(trace)))
];

/** The texts of an export: what stands in it is looked at text by text, which is quicker than the file as one. */
function textsIn(file: string): Set<string> {
	const found = new Set<string>();
	JSON.parse(file, (name, value: unknown) => {
		found.add(name);
		if (typeof value === 'string') found.add(value);
		return value;
	});
	return found;
}

/** The rows of which something is left, planted in one trace for each part. */
function leftOf(rows: readonly Row[], look: (core: string) => string, perTrace = 400): string[] {
	const left = new Set<number>();
	for (let from = 0; from < rows.length; from += perTrace) {
		const trace = rows
			.slice(from, from + perTrace)
			.flatMap(({ plant }, index) => plant(look(`qk${String(from + index).padStart(6, '0')}zz`)));
		for (const file of exportsOf(trace)) {
			for (const text of textsIn(file)) {
				for (const reading of readingsOf(text)) {
					for (const [, at = ''] of reading.matchAll(/qk(\d{6})zz/g)) left.add(Number(at));
				}
			}
		}
	}
	return [...left].sort((a, b) => a - b).map((at) => rows[at]?.row ?? `unknown ${at}`);
}

const groups: [string, (turn: number) => Row[]][] = [
	['bodies', bodies],
	['sentences', () => [...texts, ...phrases]],
	['shapes', () => shaped],
	['URLs', () => urls],
	['parameters and generated values', () => values],
	['headers', () => headers]
];

describe('an export', () => {
	it.each(groups.flatMap(([group, rows]) => looks.map((look, turn) => [group, turn, rows, look] as const)))(
		'has nothing left of what is planted in %s, look %i',
		(_, turn, rows, look) => {
			expect(leftOf(rows(turn), look)).toEqual([]);
		},
		60_000
	);

	it('is told by the search where something is left', () => {
		const trace = bodyPlaces['text body']?.('') ?? [];
		expect(trace).toEqual([]);
		const hidden = Buffer.from(JSON.stringify({ a: encodeURIComponent('"qk000001zz"') })).toString(
			'base64url'
		);
		expect([...readingsOf(`x ${hidden} y`)].some((text) => text.includes('qk000001zz'))).toBe(true);
	});

	it('stays a file that can be read again', () => {
		const trace = [...bodies(0), ...texts, ...urls, ...headers]
			.filter((_, index) => index % 97 === 0)
			.flatMap(({ plant }) => plant('qk000001zz'));
		expect(parseTrace(formatTrace(redact(trace))).ok).toBe(true);
	});
});
