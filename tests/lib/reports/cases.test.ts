/** Recordings made after public reports, each with what has to be said of it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseHar } from '$lib/wire/har';
import { toldInFull } from '../../fixtures/told';
import { cases } from './cases';

const folder = 'tests/fixtures/reports';

const recordings: string[] = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8')).flatMap(
	({ files }: { files: string[] }) => files.filter((file) => file.endsWith('.har'))
);

describe('a recording of a report', () => {
	it('has its row', () => {
		expect(cases.map(({ file }) => `${file}.har`).sort()).toEqual([...recordings].sort());
	});

	it.each(cases.map((one) => [one.file, one] as const))('%s', async (file, wanted) => {
		const parsed = parseHar(readFileSync(`${folder}/${file}.har`, 'utf8'));
		if (!parsed.ok) throw new Error(parsed.failure.reason);
		const { causes, ...told } = await toldInFull(parsed.value);
		const { file: _, says, never = [], ...right } = wanted;
		expect(told).toMatchObject({ opened: 0, ...right });
		if (says !== undefined) expect(causes.map(([first]) => first)).toContain(says);
		for (const code of never) expect(causes.flat()).not.toContain(code);
	});
});
