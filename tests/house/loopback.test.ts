import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addressWriters, loopbackProblems } from './loopback';
import { readFiles } from './source';

const inFlow = (text: string) => loopbackProblems({ path: 'src/lib/flow/fold.ts', text });

test('one file alone says what this machine is', () => {
	expect(readFiles(/^src\/.*\.(ts|svelte)$/).flatMap(loopbackProblems)).toEqual([]);
});

test('every exception still exists', () => {
	expect(Object.keys(addressWriters).filter((path) => !existsSync(path))).toEqual([]);
});

describe('the checker of loopback sees', () => {
	test.each([
		"const isLocal = host === 'localhost';",
		"const isLocal = host.endsWith('.localhost');",
		"const isLocal = ['127.0.0.1', '[::1]'].includes(host);",
		"const isLocal = host.startsWith('127.');",
		'const isLocal = /^127\\./.test(host);',
		'const isLocal = /^127(\\.\\d+){3}$/.test(host);',
		'const isLocal = /^(localhost|::1)$/.test(host);',
		"const isLocal = host === '[::1]';"
	])('%s', (text) => {
		expect(inFlow(`\n${text}`)[0]).toMatch(/^src\/lib\/flow\/fold\.ts:2 /);
	});

	test('it in a component', () => {
		const text = '<script lang="ts">\n\tconst here = location.hostname === \'localhost\';\n</script>';
		expect(loopbackProblems({ path: 'src/lib/panels/Rail.svelte', text })).toHaveLength(1);
	});

	test('no comment and no whole address', () => {
		expect(inFlow("// 127.0.0.1 and 'localhost'\nconst origin = 'http://localhost:4173';")).toEqual([]);
		expect(inFlow('const least = 127;')).toEqual([]);
	});
});
