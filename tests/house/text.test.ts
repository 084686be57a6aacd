import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rooms } from './rooms.js';
import { readFiles } from './source';
import {
	codeLines,
	folderProblems,
	readmeProblems,
	runeFileProblems,
	sizeProblems,
	textProblems
} from './text';

const code = readFiles(/^(src|tests|examples)\/.*\.(ts|js|svelte)$/);
const lines = (count: number): string => 'a\n'.repeat(count);

test('every file has at most 300 lines, of tests 450', () => {
	expect(code.flatMap(sizeProblems)).toEqual([]);
});

test('rune classes are in state only', () => {
	expect(code.flatMap(runeFileProblems)).toEqual([]);
});

test('folders are places, not kinds', () => {
	expect(code.flatMap(folderProblems)).toEqual([]);
});

test('every room says in twelve lines what it is', () => {
	const problems = Object.values(rooms).flatMap(({ folder }) => {
		const path = `${folder}/README.md`;
		return readmeProblems(folder, existsSync(path) ? readFileSync(path, 'utf8') : undefined);
	});
	expect(problems).toEqual([]);
});

test('no text leaves work undone, switches a check off or speaks of what is not the project', () => {
	const files = readFiles(/\.(ts|js|svelte|md|json|html|css|yml)$/).filter(
		({ path }) => !path.endsWith('package-lock.json') && !path.startsWith('tests/house/text')
	);
	expect(files.flatMap(textProblems)).toEqual([]);
});

test('the protocol has at least as many lines of tests as of code', () => {
	const sum = (matching: RegExp): number =>
		readFiles(matching).reduce((total, file) => total + codeLines(file), 0);
	const roles = sum(/^src\/lib\/(message|client|authorization-server|resource-server)\/.*\.ts$/);
	const tests = sum(
		/^tests\/(rfc|pair|peers|lib\/(message|client|authorization-server|resource-server))\/.*\.ts$/
	);
	expect(tests).toBeGreaterThanOrEqual(roles);
});

describe('the checkers of text see', () => {
	test('a file that is too long', () => {
		expect(sizeProblems({ path: 'src/lib/wire/form.ts', text: lines(301) })).toHaveLength(1);
		expect(sizeProblems({ path: 'src/lib/wire/form.ts', text: lines(300) })).toEqual([]);
		expect(sizeProblems({ path: 'tests/pair/walk.test.ts', text: lines(451) })).toHaveLength(1);
		expect(sizeProblems({ path: 'tests/pair/walk.test.ts', text: lines(450) })).toEqual([]);
	});

	test('a README that is missing or too long', () => {
		expect(readmeProblems('src/lib/wire', undefined)).toHaveLength(1);
		expect(readmeProblems('src/lib/wire', lines(13))).toHaveLength(1);
		expect(readmeProblems('src/lib/wire', lines(12))).toEqual([]);
	});

	test('runes and kinds in the wrong place', () => {
		expect(runeFileProblems({ path: 'src/lib/panels/open.svelte.ts', text: '' })).toHaveLength(1);
		expect(folderProblems({ path: 'src/lib/flow/utils/a.ts', text: '' })).toHaveLength(1);
		expect(folderProblems({ path: 'src/lib/flow/steps/types.ts', text: '' })).toEqual([]);
	});

	test.each([
		['src/lib/ui/Fold.svelte', '<p>{@html text}</p>'],
		['src/lib/wire/form.ts', '// TODO later'],
		['src/lib/wire/form.ts', '// eslint-disable-next-line no-console'],
		['src/lib/wire/form.ts', '// @ts-ignore'],
		['tests/rfc/a.test.ts', "test.only('a', () => {});"],
		['tests/rfc/a.test.ts', "describe.concurrent.skip('a', () => {});"],
		['tests/e2e/a.spec.ts', 'await page.waitForTimeout(100);'],
		['README.md', 'Clone it into /work/main first.'],
		['README.md', 'As asked for in issue 12.'],
		['README.md', 'Facts are in ../shared.'],
		['README.md', 'npm i --registry https://registry.npmjs.org']
	])('%s: %s', (path, text) => {
		expect(textProblems({ path, text })).toEqual([expect.stringContaining(`${path}:1 `)]);
	});

	test.each([
		['src/lib/wire/form.ts', '// eslint-disable-next-line no-console -- the terminal is its screen'],
		['src/lib/lessons/errors.ts', "'Servers issue three tokens'"],
		['src/lib/lessons/steps/1.md', 'The session ends at the provider; the user agent goes on.'],
		['src/lib/wire/form.ts', "const url = 'https://example.com/work/a';"]
	])('nothing wrong in %s: %s', (path, text) => {
		expect(textProblems({ path, text })).toEqual([]);
	});

	test('lines of code apart from comments', () => {
		expect(codeLines({ path: 'a.ts', text: '/**\n * a\n */\n\nconst a = 1; // one\n// b\n}' })).toBe(2);
	});
});
