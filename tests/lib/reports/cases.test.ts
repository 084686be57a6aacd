/** Recordings made after public reports, each with what has to be said of it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fold } from '$lib/flow/fold';
import { allChecks } from '$lib/flow/session';
import { says } from '$lib/lexicon/said';
import { traceOfRecording } from '$lib/recording/recording';
import { parseHar } from '$lib/wire/har';
import { toldInFull } from '../../fixtures/told';
import { cases } from './cases';

const folder = 'tests/fixtures/reports';

const recordings: string[] = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8')).flatMap(
	({ files }: { files: string[] }) => files.filter((file) => file.endsWith('.har'))
);

/** Files that were sanitised, or saved without contents. */
const sealed = ['99-chrome-sanitised', '100-no-response-bodies'];

describe('a recording from which nothing was taken out', () => {
	it.each(cases.map(({ file }) => file).filter((file) => !sealed.includes(file)))(
		'is said to lack no value: %s',
		async (file) => {
			const parsed = parseHar(readFileSync(`${folder}/${file}.har`, 'utf8'));
			const trace = parsed.ok ? traceOfRecording(parsed.value) : parsed;
			const walk = await fold(trace.ok ? trace.value : []);
			const checks = walk.attempts.flatMap((one) => [
				...one.outcomes.flatMap(allChecks),
				...one.idTokenChecks
			]);
			expect(checks.filter(({ actual }) => says(actual, 'removed-before'))).toEqual([]);
		}
	);
});

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
