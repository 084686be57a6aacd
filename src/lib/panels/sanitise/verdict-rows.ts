/** A verdict as rows of a table: what was proved, whether it speaks for the attempt, and in which words. */
import {
	bearerTexts,
	challengeFaultTexts,
	gapTexts,
	proofTexts as texts,
	redirectDifferenceTexts,
	sentAsTexts,
	valueChangeTexts
} from '$lib/lessons/en/handon/proofs';
import type { Verdict } from '$lib/trace/verdict';

export interface VerdictRow {
	name: string;
	/** `unknown`: nothing is known; `told`: a fact that is neither good nor bad. */
	status: 'pass' | 'fail' | 'unknown' | 'told';
	words: string;
}

type Subject = keyof typeof texts.names;
type Known<S extends Subject> = Extract<Verdict[S], { known: true }>['value'];
type Told = Pick<VerdictRow, 'status' | 'words'>;

const pass = (words: string): Told => ({ status: 'pass', words });
const fail = (words: string): Told => ({ status: 'fail', words });
const told = (words: string): Told => ({ status: 'told', words });

const whose = ({ attempt }: { attempt?: number | undefined }): string =>
	attempt === undefined ? '' : ` ${texts.ofAttempt(attempt + 1)}`;

const changed = (value: Known<'state'>, equal: string): Told =>
	value.equal ? pass(equal) : fail(valueChangeTexts[value.how] + whose(value));

const readers: { [S in Subject]: (value: Known<S>) => Told } = {
	challenge: (value) =>
		value.matches ? pass(texts.matches) : fail(challengeFaultTexts[value.how] + whose(value)),
	state: (value) => changed(value, texts.equalState),
	redirectUri: (value) =>
		value.equal
			? pass(texts.equal)
			: fail(texts.differs(value.how.map((difference) => redirectDifferenceTexts[difference]))),
	code: (value) => changed(value, texts.equalCode),
	uses: ({ count, statuses, between }) => {
		const parts = [
			texts.times(count),
			...(count > 0 ? [texts.answered(statuses)] : []),
			...(between.length > 0 ? [texts.between(between)] : [])
		];
		// RFC 6749 §4.1.2: a code is used once.
		return count > 1 ? fail(parts.join(', ')) : told(parts.join(', '));
	},
	secondsToRedeem: (seconds) => told(texts.seconds(seconds)),
	signature: ({ valid, alg, kid }) => (valid ? pass : fail)(texts.signature(valid, alg, kid)),
	clock: ({ seconds }) => told(texts.clock(seconds)),
	tokenRequest: ({ sentAs }) => (sentAs === 'form' ? pass : told)(sentAsTexts[sentAs]),
	bearer: ({ sent }) => (['id-token', 'refresh-token'].includes(sent) ? fail : told)(bearerTexts[sent])
};

const subjects: readonly Subject[] = [
	...(['challenge', 'state', 'redirectUri', 'code', 'uses', 'secondsToRedeem'] as const),
	...(['signature', 'clock', 'tokenRequest', 'bearer'] as const)
];

function rowOf<S extends Subject>(subject: S, verdict: Verdict): VerdictRow {
	const name = texts.names[subject];
	const proof: Verdict[S] = verdict[subject];
	if (!proof.known) return { name, status: 'unknown', words: gapTexts[proof.why] };
	const read = readers[subject] as (value: unknown) => Told;
	return { name, ...read(proof.value) };
}

export const rowsOf = (verdict: Verdict): VerdictRow[] => subjects.map((subject) => rowOf(subject, verdict));
