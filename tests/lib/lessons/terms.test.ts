/** The terms that texts explain: they stand in their texts, and each is explained somewhere. */
import { describe, expect, test } from 'vitest';
import { markTerms, terms } from '$lib/lexicon/terms';
import { fieldHints, hintTerms } from '$lib/lessons/en/configure/configure-fields';
import {
	extensionTexts,
	methodTexts,
	responseModeTerms,
	responseModeTexts
} from '$lib/lessons/en/configure/options';
import { callHintTerms, callTexts } from '$lib/lessons/en/walk/call';
import { stepTexts } from '$lib/lessons/en/walk/steps';
import { tokenTexts, verdictTerms } from '$lib/lessons/en/walk/tokens';
import type { Terms } from '$lib/lessons/terms';
import { splitByTerms } from '$lib/panels/glossary/split-by-terms';

const told: [where: string, text: string, terms: Terms][] = [
	...Object.entries(stepTexts).map(
		([id, text]) => [id, `${text.what} ${text.why}`, text.terms] as [string, string, Terms]
	),
	...Object.entries(hintTerms).map(
		([key, of]) => [key, fieldHints[key as keyof typeof fieldHints], of] as [string, string, Terms]
	),
	...Object.entries({ ...methodTexts, ...extensionTexts }).map(
		([id, { what, terms: of }]) => [id, what, of ?? {}] as [string, string, Terms]
	),
	['response modes', Object.values(responseModeTexts).join(' '), responseModeTerms],
	['the address of the API', callTexts.urlHint, callHintTerms],
	['a token', tokenTexts.unsigned, verdictTerms]
];

test.each(told)('the terms of %s stand in its text', (_, text, of) => {
	const found = splitByTerms(text, of).flatMap(({ term }) => term ?? []);
	expect(found.toSorted()).toEqual(Object.keys(of).toSorted());
});

test('each term of the glossary is explained somewhere', () => {
	const explained = new Set([
		...told.flatMap(([, , of]) => Object.keys(of)),
		...Object.values<string>(markTerms)
	]);
	expect(terms.filter((term) => !explained.has(term))).toEqual([]);
});

describe('a text in pieces', () => {
	const of: Terms = { scope: 'scope', 'redirect-uri': 'redirect URI' };

	test('has the first place of each term, in the order of the text', () => {
		expect(splitByTerms('A redirect URI, a scope, a scope.', of)).toEqual([
			{ text: 'A ' },
			{ text: 'redirect URI', term: 'redirect-uri' },
			{ text: ', a ' },
			{ text: 'scope', term: 'scope' },
			{ text: ', a scope.' }
		]);
	});

	test('is whole where none stands in it', () => {
		expect(splitByTerms('Nothing of it.', of)).toEqual([{ text: 'Nothing of it.' }]);
		expect(splitByTerms('scope', of)).toEqual([{ text: 'scope', term: 'scope' }]);
	});
});
