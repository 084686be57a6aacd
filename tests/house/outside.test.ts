import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { outsideProblems } from './outside';
import { clockReaders } from './rooms.js';
import { readFiles } from './source';

const inFile = (path: string) => (text: string) => outsideProblems({ path, text });
const inFlow = inFile('src/lib/flow/fold.ts');

test('the world outside is touched only in the rooms made for it', () => {
	expect(readFiles(/^src\/.*\.(ts|svelte)$/).flatMap(outsideProblems)).toEqual([]);
});

test('every reader of the clock that is no port still exists', () => {
	expect(Object.keys(clockReaders).filter((path) => !existsSync(path))).toEqual([]);
});

describe('the checker of the outside sees', () => {
	test('fetch, storage and timers', () => {
		expect(inFlow('const a = await fetch(url);')).toEqual(['src/lib/flow/fold.ts:1 touches fetch']);
		expect(inFlow("\nlocalStorage.setItem('a', 'b');")).toEqual([
			'src/lib/flow/fold.ts:2 touches localStorage'
		]);
		expect(inFlow('setTimeout(go, 10);')).toHaveLength(1);
		expect(inFlow('globalThis.fetch(url);')).toHaveLength(1);
		expect(inFlow('const { href } = window.location;')).toHaveLength(1);
	});

	test('clocks and randomness', () => {
		expect(inFlow('const at = Date.now();')).toEqual(['src/lib/flow/fold.ts:1 reads Date.now']);
		expect(inFlow('const at = new Date();')).toHaveLength(1);
		expect(inFlow('crypto.getRandomValues(bytes);')).toHaveLength(1);
		expect(inFlow('const id = crypto.randomUUID();')).toHaveLength(1);
		expect(inFlow('const at = new Date(now);')).toEqual([]);
	});

	test('a script of a component', () => {
		const component = '<script lang="ts">\n\tconst wide = window.innerWidth;\n</script>';
		expect(inFile('src/lib/panels/Rail.svelte')(component)).toEqual([
			'src/lib/panels/Rail.svelte:2 touches window'
		]);
	});

	test('no member, key, parameter or type of the same name', () => {
		expect(inFlow('world.fetch(request); const port = { fetch: send };')).toEqual([]);
		expect(inFlow('const redirect = (location: string) => answer(location);')).toEqual([]);
		expect(inFlow('let row: { window: number };')).toEqual([]);
	});

	test('nothing wrong in a room made for the outside, or in what a row allows', () => {
		expect(inFile('src/lib/browser/world.ts')('await fetch(request); Date.now();')).toEqual([]);
		expect(inFile('src/lib/ui/CopyButton.svelte')('<script>navigator.clipboard;</script>')).toEqual([]);
	});
});
