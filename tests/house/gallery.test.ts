import { describe, expect, test } from 'vitest';
import { specimens } from '../gallery/specimens';
import { galleryProblems } from './gallery';
import { readFiles } from './source';

test('the gallery shows every component of ui in its states', () => {
	expect(galleryProblems(readFiles(/^src\/lib\/ui\/.*\.svelte$/), specimens)).toEqual([]);
});

test('no name stands twice among the examples of a component', () => {
	const twice = Object.entries(specimens).flatMap(([component, examples]) =>
		examples
			.map(({ what }) => what)
			.filter((what, place, all) => all.indexOf(what) !== place)
			.map((what) => `${component}: ${what}`)
	);
	expect(twice).toEqual([]);
});

test('no file of src knows the gallery, and only the development server has it', () => {
	const knowing = readFiles(/^src\/.*\.(ts|js|svelte|html|css)$/).filter(({ text }) =>
		/\bgallery\//.test(text)
	);
	expect(knowing.map(({ path }) => path)).toEqual([]);
});

describe('the checker sees', () => {
	const field = { path: 'src/lib/ui/Field.svelte', text: 'error?: string' };
	const shown = [{ state: 'long' }, { state: 'error' }];

	test('nothing wrong where all is shown', () => {
		expect(galleryProblems([field], { Field: shown })).toEqual([]);
	});

	test('a component that is missing, a state that is missing, and what is gone', () => {
		expect(galleryProblems([field], {})).toEqual(['Field is not shown']);
		expect(galleryProblems([field], { Field: [{ state: 'long' }] })).toEqual(['Field is not shown error']);
		expect(galleryProblems([field], { Field: [{ state: 'error' }] })).toEqual(['Field is not shown long']);
		expect(galleryProblems([field], { Field: shown, Old: shown })).toEqual([
			'Old is shown, and is no component'
		]);
	});
});
