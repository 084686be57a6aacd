import { describe, expect, test } from 'vitest';
import { partProblems } from './parts';
import { readFiles } from './source';

const planted = (path: string, text: string): string[] => partProblems({ path, text });

describe('what is fetched later', () => {
	test('goes through the one loader', () => {
		expect(readFiles(/^src\/.*\.(ts|js|svelte)$/).flatMap(partProblems)).toEqual([]);
	});
});

describe('the checker', () => {
	test.each([
		['src/lib/state/a.ts', "const { b } = await import('./b');"],
		['src/lib/state/a.ts', "const later = () => import('./b');"],
		['src/lib/state/a.ts', "loadPart(() => { void import('./b'); });"],
		['src/lib/state/a.ts', "loadPart(import('./b'));"],
		['src/lib/panels/A.svelte', '<script lang="ts">\n\tconst b = import(\'./B.svelte\');\n</script>'],
		['src/lib/panels/A.svelte', "{#await import('./B.svelte') then { default: B }}<B />{/await}"],
		['src/lib/panels/A.svelte', "<B on={() => import('./c')} />"],
		['src/lib/panels/A.svelte', '{#await promise then value}{value}{/await}']
	])('finds the mistake in %s: %s', (path, text) => {
		expect(planted(path, text)).not.toEqual([]);
	});

	test.each([
		['src/lib/state/a.ts', "const { b } = await loadPart(() => import('./b'));"],
		['src/lib/flow/steps/a.ts', "const a = { ...later(['token'], () => import('../moves/a')) };"],
		['src/lib/state/a.ts', "type B = import('./b').B; // not import('./c')"],
		[
			'src/lib/panels/A.svelte',
			"<Part load={() => import('./B.svelte')}>{#snippet children({ default: B })}<B />{/snippet}</Part>"
		]
	])('lets pass in %s: %s', (path, text) => {
		expect(planted(path, text)).toEqual([]);
	});
});
