import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { stepIds, stepMoves } from '$lib/lexicon/steps';
import { knowersOf, placeOfStep, placesIn } from './recipe';
import { readFiles } from './source';

const places = placesIn(readFileSync('CONTRIBUTING.md', 'utf8'), 'A step');

describe('the recipe for a step', () => {
	test('names eight places', () => {
		expect(places).toHaveLength(8);
	});

	test.each(stepIds)('is how %s was made', (id) => {
		// A step without messages has none to ask or to read.
		const own = places.filter((place) => stepMoves[id].length > 0 || !place.includes('moves'));
		const files = own.map((place) => placeOfStep(place, id, stepIds.indexOf(id)));
		expect(files.filter((file) => !existsSync(file))).toEqual([]);
	});

	test('names every place that knows all steps', () => {
		const named = places.map((place) => `src/${place}`);
		const knowers = knowersOf(stepIds, readFiles(/^src\/.*\.(ts|svelte)$/));
		const isNamed = (path: string): boolean =>
			named.some((place) => path === place || path.startsWith(`${place}/`));
		expect(knowers.filter((path) => !isNamed(path))).toEqual([]);
		expect(knowers).not.toEqual([]);
	});
});

describe('the checker of the recipe sees', () => {
	test('the places of one recipe, once, and nothing of the next', () => {
		const document =
			'# A\n\n**A b.** In `c/d.ts`,\n`routes/<id>/+page.svelte` and `c/d.ts`, `word`.\n\n**E.** `f/g.ts`\n';
		expect(placesIn(document, 'A b')).toEqual(['lib/c/d.ts', 'routes/<id>/+page.svelte']);
		expect(placeOfStep('lib/<id>/<nn>-<Id>.ts', 'call', 7)).toBe('src/lib/call/08-Call.ts');
	});

	test('a second list of the steps, as texts or as keys', () => {
		const files = [
			{ path: 'texts.ts', text: "const all = ['one', 'two'];" },
			{ path: 'keys.ts', text: 'const all = { one: 1, two: 2 };' },
			{ path: 'some.ts', text: 'const some = { one: 1 }; // two' }
		];
		expect(knowersOf(['one', 'two'], files)).toEqual(['texts.ts', 'keys.ts']);
	});
});
