import { describe, expect, test } from 'vitest';
import { checkCitations } from '$lib/lexicon/check-citations';
import { citations } from '$lib/lexicon/citations';
import { claimNames, headerNames } from '$lib/lexicon/claims';
import { errorCodes } from '$lib/lexicon/errors';
import { askReasons, intakeReasons, networkReasons } from '$lib/lexicon/failure';
import { markIds } from '$lib/lexicon/marks';
import { metadataNames } from '$lib/lexicon/metadata';
import { parameterNames } from '$lib/lexicon/parameters';
import { moveIds, stepIds } from '$lib/lexicon/steps';
import { terms } from '$lib/lexicon/terms';
import { checkTexts } from '$lib/lessons/en/checks/checks';
import { claimText, claimTexts } from '$lib/lessons/en/parameters/claims';
import { errorText, errorTexts } from '$lib/lessons/en/failures/errors';
import { failureTexts } from '$lib/lessons/en/failures/failures';
import { termTexts } from '$lib/lessons/en/glossary/glossary';
import { headerText, headerTexts } from '$lib/lessons/en/parameters/headers';
import { markLabels } from '$lib/lessons/en/walk/marks';
import { metadataText, metadataTexts } from '$lib/lessons/en/parameters/metadata';
import { parameterText, parameterTexts } from '$lib/lessons/en/parameters/parameters';
import { moveLabels, stepTexts } from '$lib/lessons/en/walk/steps';
import { presetTexts } from '$lib/lessons/en/providers/presets';
import { faultsOf } from './prose';

const records: [string, Record<string, object>, readonly string[]][] = [
	['steps', stepTexts, stepIds],
	['checks', checkTexts, Object.keys(checkCitations)],
	['failures', failureTexts, [...networkReasons, ...askReasons, ...intakeReasons]],
	['parameters', parameterTexts, parameterNames],
	['errors', errorTexts, errorCodes],
	['headers', headerTexts, headerNames],
	['claims', claimTexts, claimNames],
	['metadata', metadataTexts, metadataNames],
	['terms', termTexts, terms]
];

/** Members that are labels, not sentences. */
const short = new Set(['title', 'short', 'next', 'label', 'lesson']);

describe.each(records)('%s', (_name, record, keys) => {
	test('has a text for each name of the lexicon and for no other', () => {
		expect(Object.keys(record).toSorted()).toEqual([...keys].toSorted());
	});

	test('reads as the house wants it', () => {
		const faults = Object.values(record).flatMap((entry) =>
			Object.entries(entry)
				.filter(([member]) => member !== 'rfc' && member !== 'terms' && member !== 'when')
				.flatMap(([member, text]) => faultsOf(String(text), { stop: !short.has(member) }))
		);
		expect(faults).toEqual([]);
	});

	test('cites sections that the lexicon knows', () => {
		const cited = Object.values(record).flatMap((entry) => ('rfc' in entry ? [String(entry.rfc)] : []));
		expect(cited.filter((citation) => !Object.hasOwn(citations, citation))).toEqual([]);
	});
});

test('what a check says of one finding reads as the house wants it', () => {
	const said = Object.values(checkTexts).flatMap(({ when = {} }) => Object.values(when));
	expect(said.length).toBeGreaterThan(20);
	expect(said.flatMap(({ fails, fix }) => [fails, fix]).flatMap((text) => faultsOf(text))).toEqual([]);
});

test('labels of checks have two to six words', () => {
	const counts = Object.values(checkTexts).map(({ label }) => [label, label.split(' ').length] as const);
	expect(counts.filter(([, count]) => count < 2 || count > 6)).toEqual([]);
});

test('the label of a step on the rail has one to three words', () => {
	for (const { short: label } of Object.values(stepTexts)) {
		expect(label.split(' ').length, label).toBeLessThanOrEqual(3);
	}
});

test('each mark and each message has a label', () => {
	expect(Object.keys(markLabels)).toEqual([...markIds]);
	expect(Object.keys(moveLabels).toSorted()).toEqual([...moveIds].toSorted());
});

describe('lookups by a name from the wire', () => {
	test('a known name gives its text', () => {
		expect(parameterText('code_verifier')).toBe(parameterTexts.code_verifier);
		expect(errorText('invalid_grant')).toBe(errorTexts.invalid_grant);
		expect(headerText('kid')).toBe(headerTexts.kid);
		expect(metadataText('jwks_uri')).toBe(metadataTexts.jwks_uri);
		expect(claimText('sub')).toBe(claimTexts.sub);
	});

	test.each(['__proto__', 'constructor', 'toString', '', 'no_such_name'])('%j is nobody’s', (name) => {
		expect(parameterText(name)).toBeUndefined();
		expect(errorText(name)).toBeUndefined();
		expect(headerText(name)).toBeUndefined();
		expect(metadataText(name)).toBeUndefined();
	});

	test('a claim named by a URI is namespaced, another unknown one is private', () => {
		expect(claimText('https://example.com/roles').rfc).toBe('RFC 7519 §4.2');
		expect(claimText('urn:example:roles').rfc).toBe('RFC 7519 §4.2');
		expect(claimText('favourite_colour').rfc).toBe('RFC 7519 §4.3');
		expect(claimText('constructor').rfc).toBe('RFC 7519 §4.3');
	});
});

test.each(Object.entries(presetTexts))('what is said of %s reads as the house wants it', (_, text) => {
	const { variables: _variables, parameters = {}, ...facts } = text;
	const sentences = [...Object.values<string>(facts), ...Object.values(parameters)]
		// A way through menus, and an address made of the issuer.
		.map((sentence) => sentence.replaceAll(' > ', ', ').replace('{issuer}', 'issuer'));
	expect(sentences.flatMap((sentence) => faultsOf(sentence, { stop: true }))).toEqual([]);
});
