/**
 * Everything that is told of one attempt. What is found out is found out of the walk as it is, so that taking secrets
 * out costs no evidence; what is told goes through `leaving.ts`.
 */
import { attemptsOf, type AttemptSummary } from '$lib/flow/attempts';
import { signInOf } from '$lib/flow/ending';
import { firstOpen } from '$lib/flow/first-open';
import { proofsOf } from '$lib/flow/proofs';
import { isRedacted } from '$lib/flow/redacted';
import { sessionOf, type Session, type Walk } from '$lib/flow/session';
import { checkTexts } from '$lib/lessons/en/checks/checks';
import type { verdictTexts } from '$lib/lessons/en/diagnosis/verdict';
import { textOf } from '$lib/lessons/en/phrases/phrases';
import { signInTexts, toldTexts as texts } from '$lib/lessons/en/report/told';
import { attemptEndTexts } from '$lib/lessons/en/walk/attempts';
import { stepTexts } from '$lib/lessons/en/walk/steps';
import type { Check } from '$lib/lexicon/check';
import { onlyKnown } from '$lib/lexicon/only-known';
import type { Fact, FactOf, Trace } from '$lib/trace/fact';
import { referencesOf } from './answer-of';
import { causeWith } from './cause-of';
import { checkGroupsOf } from './check-groups';
import { clientOf, type Site } from './client-of';
import { failedAfter, failingOf, reasonOf, type Failing } from './failing';
import { errorOf, factOf, failureOf } from './failure-of';
import { leaving } from './leaving';
import { provedBy } from './proved';
import { applicationOf, askedFor, flowOf } from './shape-of';
import type { Told, ToldCheck } from './told';

export interface Wanted {
	/** Its place in the walk, from 0. */
	attempt: number;
	withSecrets: boolean;
	site: Site;
}

/** What is told, and the facts of the attempt as they leave: what a page shows of its messages. */
export interface Gathered {
	told: Told;
	facts: Trace;
}

const toldCheck = ({ id, status, expected, actual, rfc }: Check): ToldCheck => ({
	status,
	name: checkTexts[id].label,
	...onlyKnown({
		expected: expected === undefined ? undefined : textOf(expected),
		actual: actual === undefined ? undefined : textOf(actual)
	}),
	rfc
});

/** How far it came. */
function standingOf(session: Session, failing: Failing | undefined): string[] {
	const signIn = signInOf(session);
	const open = firstOpen(session, 'renew');
	const goesOn = !failing && open && !session.recorded;
	return [
		...(failing ? [texts.failedAt(stepTexts[failing.step].title)] : []),
		...(goesOn ? [texts.unfinished(stepTexts[open].title)] : []),
		signIn.kind === 'error' ? texts.signInError(signIn.error) : signInTexts[signIn.kind],
		...(session.recorded ? [texts.recorded] : []),
		...(isRedacted(session) ? [texts.redactedBefore] : [])
	];
}

const endOf = ({ end }: AttemptSummary): string =>
	'error' in end ? `${attemptEndTexts[end.kind]} ${end.error}` : attemptEndTexts[end.kind];

const timesOf = ({ authorizationRequest, authorizationResponse, exchange }: Session): Told['times'] =>
	Object.entries({
		[texts.times.began]: authorizationRequest?.at,
		[texts.times.returned]: authorizationResponse?.at,
		[texts.times.asked]: exchange?.exchange.at
	}).flatMap(([name, at]) => (at === undefined ? [] : [{ name, at }]));

/** Lists that leave together, each of which is found again by its length. */
function inTurn<Value>(values: readonly Value[]): (count: number) => Value[] {
	let done = 0;
	return (count) => values.slice(done, (done += count));
}

const isRequest = (fact: Trace[number]): fact is FactOf<'left'> =>
	fact.kind === 'left' && fact.step === 'authorize';

export async function gather(
	walk: Walk,
	trace: Trace,
	words: typeof verdictTexts,
	{ attempt, withSecrets, site }: Wanted
): Promise<Gathered> {
	const session = sessionOf(walk, attempt);
	const failing = failingOf(session);
	const report = failing && (await reasonOf(session, trace, failing));
	const groups = checkGroupsOf(session);
	const attempts = attemptsOf(walk).reverse();
	const shown = attempts.find(({ id }) => id === session.id);

	const lists = [
		standingOf(session, failing),
		groups.map(({ title }) => title),
		attempts.map(endOf),
		(report?.causes[0]?.evidence ?? []).map(words.evidence)
	] as const;
	const checks = groups.flatMap((group) => group.checks);
	const left = leaving(trace, { texts: lists.flat(), checks }, withSecrets);
	const nextTexts = inTurn(left.texts.map(textOf));
	const nextChecks = inTurn(left.checks.map(toldCheck));
	const [standing = [], titles = [], ends = [], evidence = []] = lists.map(({ length }) => nextTexts(length));

	const own = new Set(session.facts);
	const facts = left.trace.filter((_, place) => [trace[place]].some((fact) => fact && own.has(fact)));
	const asLeft = (one: Failing | undefined): Fact | undefined =>
		one && left.trace[trace.findLastIndex((fact) => fact === factOf(trace, one))];
	const later = failing && failedAfter(session, failing);
	const [failed, after] = [asLeft(failing), asLeft(later)];
	const answers = [failed, after].flatMap((fact) => (fact?.kind === 'exchanged' ? [fact.exchange] : []));
	const request = facts.findLast(isRequest);
	const told: Told = {
		from: session.recorded ? 'recorded' : 'live',
		withSecrets,
		...clientOf(facts.findLast((fact) => fact.kind === 'configured')?.configuration, site),
		...onlyKnown({
			scope: askedFor(request, facts, 'scope'),
			audience: askedFor(request, facts, 'audience') ?? askedFor(request, facts, 'resource'),
			application: applicationOf(session),
			flow: flowOf(session, request, facts),
			failure: failing && failureOf(failing, failed),
			then: later && failureOf(later, after),
			error: [failed, after].flatMap((fact) => errorOf(fact) ?? []).join('\n') || undefined,
			cause: causeWith(report, words, evidence)
		}),
		standing,
		references: referencesOf(answers[0], facts),
		times: timesOf(session),
		proved: provedBy(await proofsOf(session, walk.attempts), !session.recorded),
		checks: groups.map((group, place) => ({
			title: titles[place] ?? '',
			checks: nextChecks(group.checks.length)
		})),
		attempts: attempts.map(({ id, at, end, clientId, issuer }, place) => ({
			place: id + 1,
			at,
			end: ends[place] ?? '',
			told: id === session.id,
			worked: end.kind === 'tokens' && clientId === shown?.clientId && issuer === shown?.issuer
		}))
	};
	return { told, facts };
}
