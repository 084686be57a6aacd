import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const folder = new URL('./', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');

/** The sections that the titles of a file's tests begin with. */
function sectionsOf(file: string): Set<string> {
	const titles = read(file).matchAll(/['`"]((?:RFC \d+|OIDC [A-Za-z- ]+) (?:§[\d.]*\d|Appendix [A-Z])): /g);
	return new Set([...titles].map(([, section]) => section!));
}

const files = readdirSync(folder).filter(
	(name) => name.endsWith('.test.ts') && name !== 'traceability.test.ts'
);
const sections = new Map(files.map((file) => [file.replace('.test.ts', ''), sectionsOf(file)]));

const rows = read('README.md')
	.split('\n')
	.map((line) => line.split('|').map((cell) => cell.trim()))
	.filter(([, section]) => /^(RFC|OIDC) /.test(section ?? ''))
	.map(([, section = '', requirement = '', tests = '']) => ({ section, requirement, tests }));
const tested = rows.filter(({ tests }) => !tests.startsWith('_'));

describe('the table of requirements', () => {
	test('has no section twice', () => {
		const names = rows.map(({ section }) => section);
		expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
	});

	test('names for each requirement a file that tests it, or says why not', () => {
		const untrue = tested.flatMap(({ section, tests }) =>
			tests
				.split(', ')
				.filter((file) => !sections.get(file)?.has(section))
				.map((file) => `${section} is not tested in ${file}`)
		);
		expect(untrue).toEqual([]);
		expect(tested.length).toBeGreaterThan(100);
	});

	test('has a row, with the file, for each section that a test is named by', () => {
		const missing = [...sections].flatMap(([file, names]) =>
			[...names]
				.filter((name) => !tested.some((row) => row.section === name && row.tests.split(', ').includes(file)))
				.map((name) => `${name} in ${file}`)
		);
		expect(missing).toEqual([]);
	});
});
