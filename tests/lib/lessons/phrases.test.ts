import { describe, expect, it } from 'vitest';
import { evidence } from '$lib/lexicon/evidence';
import { phrases } from '$lib/lexicon/phrases';
import { say, type PhraseList, type Said } from '$lib/lexicon/said';
import { evidenceText } from '$lib/lessons/en/diagnosis/evidence';
import { endpointText } from '$lib/lessons/en/phrases/outcomes';
import { textOf } from '$lib/lessons/en/phrases/phrases';

describe('what a check says', () => {
	it.each<[Said, string]>([
		['https://idp.example', 'https://idp.example'],
		['missing', 'missing'],
		[say('missing'), 'missing'],
		[say('one-of', 'S256', 'plain'), 'S256 or plain'],
		[say('parts', 1), '1 part instead of 3'],
		[say('doubled', 'code', 'state'), 'doubled: code, state'],
		[say('opaque', say('not-base64url', 'header', 21)), 'opaque: header: not base64url at character 21'],
		[say('second-of', 1767323045), '1767323045 (2026-01-02T03:04:05Z)'],
		[say('second-of', 1e300), '1e+300'],
		[say('left-out', 'a', say('because', 'b', say('no-api-named'))), 'a; left out: b (no API was named)']
	])('%j is %s', (said, text) => {
		expect(textOf(said)).toBe(text);
	});

	it.each<[string, Said]>([
		['no text for its key', { say: 'to-come', with: ['a secret of its time'] }],
		['the key of what every object has', { say: 'toString', with: [] }],
		['fewer values than its text has', { say: 'named', with: ['iss'] }]
	])('makes nothing up for a phrase with %s', (_, said) => {
		expect(textOf(said)).toBe(textOf(say('not-known')));
	});

	it.each([
		['a check says', phrases, textOf],
		['a diagnosis has seen', evidence, evidenceText]
	])('has words for every phrase that %s, with every value in them', (_, list: PhraseList, read) => {
		const values = ['value-1', 'value-2', 'value-3'];
		const faults = Object.entries(list).filter(([id, names]) => {
			const text = read({ say: id, with: values.slice(0, names.length) });
			return text === '' || names.some((_, at) => !text.includes(values[at]!));
		});
		expect(faults.map(([id]) => id)).toEqual([]);
	});
});

describe('who decided', () => {
	it.each([
		['token', 'token endpoint'],
		['a name of another server', 'a name of another server'],
		['toString', 'toString']
	])('%s is called %s', (endpoint, text) => {
		expect(endpointText(endpoint)).toBe(text);
	});
});
