/** What is told of a text that somebody pasted: what was taken out of it as the error, and what it means. */
import type { PastedReport } from '$lib/diagnosis/explain';
import { placeTexts } from '$lib/lessons/en/diagnosis/diagnosis';
import type { verdictTexts } from '$lib/lessons/en/diagnosis/verdict';
import { textOf } from '$lib/lessons/en/phrases/phrases';
import { onlyKnown } from '$lib/lexicon/only-known';
import { causeWith } from './cause-of';
import { leaving } from './leaving';
import type { Told } from './told';

/** Longer ones are cut by lines when they are written. */
const longestError = 4_000;

const placeOf = (step: string | undefined): string | undefined =>
	Object.entries(placeTexts).find(([name]) => name === step)?.[1];

export function gatherPasted(text: string, report: PastedReport, words: typeof verdictTexts): Told {
	const { reading, taken, known, provider, causes } = report;
	const span = reading.finds[taken]?.span ?? { start: 0, end: text.length };
	const error = text.slice(span.start, span.end).trim().slice(0, longestError);
	const evidence = (causes[0]?.evidence ?? []).map(words.evidence);
	const left = leaving([], { texts: [error, ...evidence], checks: [] }, false).texts.map(textOf);
	const step = placeOf(known.step);
	return {
		from: 'pasted',
		withSecrets: false,
		...(provider ? { provider: { id: provider.id, name: provider.name } } : {}),
		...onlyKnown({
			failure: step === undefined ? undefined : { step, ...answeredBy(known.status) },
			error: left[0] || undefined,
			cause: causeWith(report, words, left.slice(1))
		}),
		standing: [],
		references: reading.references,
		times: [],
		proved: [],
		checks: [],
		attempts: []
	};
}

const answeredBy = (status: number | undefined): { answer?: string } =>
	status === undefined ? {} : { answer: String(status) };
