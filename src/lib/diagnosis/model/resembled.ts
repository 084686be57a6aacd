import type { DiagnosisCode } from '$lib/lexicon/causes';
import { tell, type Said } from '$lib/lexicon/said';
import { withoutCrash, worthOfWords } from '../crash';
import { isStandardError } from '../error-signs';
import type { Read } from '../seen';
import type { Diagnosis } from '../sign';
import { clausesOf } from '../normalise';
import { shortened } from '../text-signs';
import { everyAnswer, featuresOf } from './features';
import { candidatesOf, confidenceOf, settled, weighedOf, type Answered } from './mix';
import { model, type Model } from './model';
import { evidenceBeside, understandingOf } from './understood';

/** Answers that are right less often than this are not told: they would be guesses. */
const leastConfidence = 0.25;

/** A share from which the words themselves are given as a reason. */
const tellingShare = 0.1;

/** What a clause must add to be quoted: it makes a cause half as likely again. */
const tellingAmount = 0.4;

/** The clause of an answer whose words speak most for a cause; undefined when none of them does. */
export function tellingClause(
	texts: readonly string[],
	code: DiagnosisCode,
	learned: Model
): string | undefined {
	const amountOf = (name: string): number =>
		learned.amountsOf(name).find(([place]) => place === code)?.[1] ?? 0;
	const worth = clausesOf(texts.join('\n')).map(({ written }) => ({
		written,
		amount: [...featuresOf({ texts: [written], error: '', status: undefined })]
			.filter(([name]) => name !== everyAnswer)
			.reduce((sum, [name, value]) => sum + value * amountOf(name), 0)
	}));
	const best = worth.toSorted((one, other) => other.amount - one.amount)[0];
	return best && best.amount >= tellingAmount ? best.written : undefined;
}

/** What the words themselves are as a reason. Where no rule has quoted them, they must be such as can be quoted. */
function reasonsOf(texts: readonly string[], code: DiagnosisCode, learned: Model, isQuoted: boolean): Said[] {
	const known = learned.packed.examples[learned.classes.indexOf(code)] ?? 0;
	if (isQuoted) return [tell('resembles', known)];
	const clause = tellingClause(texts, code, learned);
	return clause === undefined ? [] : [tell('telling-words', shortened(clause), known)];
}

/** Of rules alone those stay that are hardly less sure than the surest. */
const nearBest = 0.75;
const nearest = (found: readonly Diagnosis[]): Diagnosis[] => {
	const best = Math.max(0, ...found.map(({ confidence }) => confidence));
	return found.filter(({ confidence }) => confidence >= best * nearBest);
};

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}]/gu, '');

/** What the status says already is no word of the server. */
const reasonPhrases: Record<number, string> = {
	400: 'badrequest',
	401: 'unauthorized',
	403: 'forbidden',
	404: 'notfound',
	405: 'methodnotallowed',
	429: 'toomanyrequests'
};

const saysItsStatusAlone = ({ texts, status, error }: Read): boolean =>
	letters(error) === '' &&
	texts.length > 0 &&
	status !== undefined &&
	texts.every((text) => letters(text) === reasonPhrases[status]);

/** A code of the provider, or of the standard alone, says what it says. */
function isSettled({ texts, error }: Read, found: readonly Diagnosis[]): boolean {
	const said = texts.filter((text) => letters(text) !== letters(error));
	if (said.length === 0 && (error === '' || isStandardError(error))) return true;
	return found.some(({ own, confidence }) => own === true && confidence >= settled);
}

/** The words that are to be understood: those of an error that no standard knows are words as well. */
const wordsOfAll = ({ texts, error }: Read): string[] => (isStandardError(error) ? texts : [...texts, error]);

export interface Compared extends Answered {
	texts: readonly string[];
	candidates: DiagnosisCode[];
}

/** What there is to weigh of an answer; undefined where its words decide nothing. */
export function comparedOf(read: Read, found: readonly Diagnosis[], learned: Model): Compared | undefined {
	const words = withoutCrash(read);
	if (worthOfWords(read) === 0 || saysItsStatusAlone(read) || isSettled(words, found)) return undefined;
	if (understandingOf(wordsOfAll(words), learned) === 'nothing') return undefined;
	const features = featuresOf(words);
	const shares = learned.shares(features, words.step);
	// That a server failed is read from its status, not from words.
	const ruled = new Map(
		found.flatMap(({ code, confidence }) => (code === 'server-failed' ? [] : [[code, confidence] as const]))
	);
	const candidates = candidatesOf(ruled, shares).filter(
		(code) => code !== 'server-failed' && (ruled.has(code) || learned.isMetAt(code, words.step))
	);
	return { ruled, shares, step: words.step, texts: [...words.texts, words.error], candidates };
}

/**
 * What the rules found, weighed together with what the answer resembles. A cause that no rule knows is told when labelled
 * answers with such words had it; one that a rule found and no such answer had loses its weight. A cause that `allows`
 * denies takes its share along: what the words mean by it is no sign of another.
 */
export function resembled(
	read: Read,
	found: readonly Diagnosis[],
	allows: (code: DiagnosisCode) => boolean = () => true,
	learned = model()
): Diagnosis[] {
	const understanding = understandingOf(wordsOfAll(withoutCrash(read)), learned);
	const resting = (diagnoses: readonly Diagnosis[]): Diagnosis[] =>
		diagnoses.map((one) => ({ ...one, evidence: evidenceBeside(understanding, read.texts, one.evidence) }));
	const compared = comparedOf(read, found, learned);
	if (!compared) return resting(nearest(found));
	const { shares, texts } = compared;
	// Where no answer taught a cause, its rule stands as it is; a sure one is no occasion to guess another.
	const untaught = new Map(
		found.flatMap(({ code, confidence }) => (learned.classes.includes(code) ? [] : [[code, confidence]]))
	);
	const isSure = [...untaught.values()].some((confidence) => confidence >= settled);
	const candidates = compared.candidates.filter((code) => !isSure || compared.ruled.has(code));
	const most = worthOfWords(read);
	const evidenceOf = (code: DiagnosisCode): Said[] => {
		const ruled = found.find((one) => one.code === code)?.evidence ?? [];
		const resembles = (shares.get(code) ?? 0) >= tellingShare;
		return resembles ? [...ruled, ...reasonsOf(texts, code, learned, ruled.length > 0)] : ruled;
	};
	const told = candidates
		.filter(allows)
		.map((code) => ({
			code,
			confidence: Math.min(
				most,
				untaught.get(code) ?? confidenceOf(weighedOf(code, compared), learned.packed.mix)
			),
			evidence: evidenceOf(code)
		}))
		.filter(({ confidence, evidence }) => confidence >= leastConfidence && evidence.length > 0);
	// Where the words resemble nothing, what a rule saw is still there.
	if (told.length === 0) return resting(nearest(found));
	const failed = found.filter(({ code }) => code === 'server-failed');
	return [...failed, ...resting(told)].toSorted((one, other) => other.confidence - one.confidence);
}
