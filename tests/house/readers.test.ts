import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ownTexts, readerProblems } from './readers';
import { readFiles } from './source';

const inFlow = (text: string) => readerProblems({ path: 'src/lib/flow/fold.ts', text });

test('a message is read in one place', () => {
	expect(readFiles(/^src\/.*\.(ts|svelte)$/).flatMap(readerProblems)).toEqual([]);
});

test('every exception still exists, and still takes a text apart', () => {
	const idle = Object.keys(ownTexts).filter((path) => {
		const [file] = existsSync(path) ? readFiles(new RegExp(`^${path}$`)) : [];
		return !file || readerProblems({ ...file, path: 'src/lib/flow/fold.ts' }).length === 0;
	});
	expect(idle).toEqual([]);
});

describe('the checker of readers sees', () => {
	test.each([
		'const code = new URLSearchParams(location.search);',
		'const pairs = new URLSearchParams(`?${text}`);',
		"const state = new URL(href).searchParams.get('state');",
		'for (const [name] of url.searchParams) names.push(name);',
		"const has = url?.searchParams?.has('code');",
		'const { searchParams } = new URL(href);',
		'const body: unknown = JSON.parse(text);',
		'const text = atob(part);',
		'const text = window.atob(part);',
		'const bytes = decodeBase64url(part);',
		'const bytes = base64url.decode(part);',
		'const claims = jwtDecode<Claims>(token);',
		'const claims = decodeJwt(token);',
		'const header = decodeProtectedHeader(token);'
	])('%s', (text) => {
		expect(inFlow(`\n${text}`)[0]).toMatch(/^src\/lib\/flow\/fold\.ts:2 /);
	});

	test('one in a component', () => {
		const text = '<script lang="ts">\n\tconst shown = JSON.parse(body);\n</script>';
		expect(readerProblems({ path: 'src/lib/panels/Rail.svelte', text })).toHaveLength(1);
	});

	test.each([
		"url.searchParams.set('state', state);",
		'for (const [name, value] of pairs) url.searchParams.append(name, value);',
		'const query = new URLSearchParams({ interaction: id }).toString();',
		'const body = new URLSearchParams([...pairs]);',
		'const data = new URLSearchParams();',
		'// JSON.parse(text)',
		"const code = 'const user = JSON.parse(setup)';",
		'const text = JSON.stringify(value);'
	])('no fault in %s', (text) => {
		expect(inFlow(text)).toEqual([]);
	});

	test('no fault where messages and their bytes are read', () => {
		for (const room of ['message', 'wire'])
			expect(readerProblems({ path: `src/lib/${room}/a.ts`, text: 'JSON.parse(text);' })).toEqual([]);
	});
});
