import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { localLinks, roomRows, scriptsNamed, tableRows } from './documents';

const read = (path: string): string => readFileSync(path, 'utf8');
const documents = [
	'README.md',
	'CONTRIBUTING.md',
	'SECURITY.md',
	'CHANGELOG.md',
	'examples/timesheets/README.md'
];

test('CONTRIBUTING.md has the table of rooms as it is', () => {
	const written = tableRows(read('CONTRIBUTING.md')).map((cells) => cells.join(' | '));
	expect(written).toEqual(expect.arrayContaining(roomRows().map((cells) => cells.join(' | '))));
});

test.each(documents)('%s links to files that exist', (path) => {
	expect(localLinks(read(path)).filter((target) => !existsSync(join(dirname(path), target)))).toEqual([]);
});

test.each(documents)('%s names scripts that exist', (path) => {
	const scriptsIn = (folder: string): string[] =>
		Object.keys(JSON.parse(read(join(folder, 'package.json'))).scripts);
	const scripts = [...scriptsIn(dirname(path)), ...scriptsIn('.')];
	expect(scriptsNamed(read(path)).filter((name) => !scripts.includes(name))).toEqual([]);
});

test.each(['CONTRIBUTING.md', 'SECURITY.md'])('%s names files that exist', (path) => {
	const named = [
		...read(path).matchAll(
			/`((?:src|tests|lexicon|lessons|flow|providers|diagnosis|recording)\/[\w./-]+\.\w+)`/g
		)
	];
	const missing = named
		.map((match) => match[1]!)
		.filter((file) => !existsSync(file) && !existsSync(`src/lib/${file}`));
	expect(missing).toEqual([]);
});

describe('the checkers of documents see', () => {
	test('rows of tables, links and scripts', () => {
		expect(tableRows('text\n| a | `b` |\n| - | - |\n| c  | d |')).toEqual([
			['a', '`b`'],
			['-', '-'],
			['c', 'd']
		]);
		expect(localLinks('[a](B.md#c) [d](https://e.example/) ![f](g.png) [h](#i)')).toEqual(['B.md', 'g.png']);
		expect(scriptsNamed('`npm run idp -- --port 1`, npm start, `npm test`, npm ci')).toEqual([
			'idp',
			'start',
			'test'
		]);
	});
});
