import { readFileSync } from 'node:fs';
import { answerSigns } from '$lib/diagnosis/answer-signs';
import { diagnosisCodes, type DiagnosisCode } from '$lib/lexicon/causes';
import { diagnose } from '$lib/diagnosis/diagnose';
import type { TextRule } from '$lib/diagnosis/text-rule';
import { readSeen } from '$lib/diagnosis/seen';
import { choose, weigh } from '$lib/diagnosis/weigh';
import * as v from 'valibot';

const Entry = v.object({
	provider: v.string(),
	step: v.string(),
	status: v.optional(v.number()),
	issuer: v.optional(v.string()),
	error: v.optional(v.string()),
	error_description: v.optional(v.string()),
	error_reason: v.optional(v.string()),
	codes: v.array(v.picklist(diagnosisCodes))
});

export type Entry = v.InferOutput<typeof Entry>;

/** The entries of a fixture file, without what tells the answer. */
export function entriesOf(file: string): Entry[] {
	const text = readFileSync(new URL(`../../fixtures/${file}.json`, import.meta.url), 'utf8');
	return v.parse(v.array(Entry), JSON.parse(text));
}

export type Answer = (entry: Entry) => DiagnosisCode[];

const seenOf = ({ step, status, issuer, error, error_description, error_reason }: Entry): object => ({
	step,
	status,
	issuer,
	error,
	error_description,
	error_reason
});

export const answerBy = (rules?: readonly TextRule[]): Answer => {
	return (entry) =>
		choose(weigh(answerSigns(readSeen(seenOf(entry)), rules ? { rules } : {}))).map(({ code }) => code);
};

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

export interface Band {
	from: number;
	answers: number;
	right: number;
}

/** The answers by tenths of their confidence, and the share of each that is right. */
export function calibration(entries: readonly Entry[]): Band[] {
	const told = entries.flatMap((entry) =>
		diagnose(seenOf(entry)).map(({ code, confidence }) => ({ confidence, right: entry.codes.includes(code) }))
	);
	return [0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map((from) => {
		const within = told.filter(({ confidence }) => confidence >= from && confidence < from + 0.1);
		const right = within.filter((one) => one.right).length;
		return { from, answers: within.length, right: share(right, within.length) };
	});
}

export interface Figures {
	entries: number;
	topOne: number;
	recallAtThree: number;
	precision: number;
	recall: number;
	exact: number;
}

/** Micro-averaged precision and recall; top-1 and recall@3 over the entries that have a cause. */
export function measure(entries: readonly Entry[], answer: Answer): Figures {
	const answered = entries.map((entry) => ({ truth: entry.codes, told: answer(entry) }));
	const known = answered.filter(({ truth }) => truth.length > 0);
	const hits = (truth: readonly string[], told: readonly string[]) =>
		told.filter((code) => truth.includes(code)).length;
	const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
	const hit = sum(answered.map(({ truth, told }) => hits(truth, told)));
	return {
		entries: entries.length,
		topOne: share(
			known.filter(({ truth, told }) => hits(truth, told.slice(0, 1)) === 1).length,
			known.length
		),
		recallAtThree: share(
			sum(known.map(({ truth, told }) => hits(truth, told.slice(0, 3)) / Math.min(3, truth.length))),
			known.length
		),
		precision: share(hit, sum(answered.map(({ told }) => told.length))),
		recall: share(hit, sum(answered.map(({ truth }) => truth.length))),
		exact: share(
			answered.filter(({ truth, told }) => truth.length === told.length && hits(truth, told) === told.length)
				.length,
			answered.length
		)
	};
}

export interface CodeFigures {
	code: DiagnosisCode;
	entries: number;
	precision: number;
	recall: number;
}

export function measureByCode(entries: readonly Entry[], answer: Answer): CodeFigures[] {
	const answered = entries.map((entry) => ({ truth: entry.codes, told: answer(entry) }));
	return diagnosisCodes.map((code) => {
		const hit = answered.filter(({ truth, told }) => truth.includes(code) && told.includes(code)).length;
		const meant = answered.filter(({ truth }) => truth.includes(code)).length;
		return {
			code,
			entries: meant,
			precision: share(hit, answered.filter(({ told }) => told.includes(code)).length),
			recall: share(hit, meant)
		};
	});
}
