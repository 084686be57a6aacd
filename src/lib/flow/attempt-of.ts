/**
 * Which attempt a fact is of, and whether it begins another one. An attempt is one authorization request with all that
 * came of it. A fact that would take something back that went out leaves it where it is, and begins the next attempt
 * with what came before that: nothing that was sent is lost from sight.
 */
import { onlyKnown } from '$lib/lexicon/only-known';
import { stepIds, type StepId } from '$lib/lexicon/steps';
import { stateOfResponse } from '$lib/message/authorization-response';
import type { Fact } from '$lib/trace/fact';
import { attemptOfAnswer } from './known-answer';
import type { Attempt, Outcome, Session, Setup, Walk } from './session';
import { standings } from './standing';
import { stepOfFact } from './step-of-fact';

/**
 * The attempt that a fact belongs to: an answer by its `state`, which is random; anything else to the one that the
 * walk goes on with. An answer that nobody asked for is of the attempt that waits for one.
 */
export function attemptOf(walk: Walk, fact: Fact): number {
	const { attempts, current } = walk;
	// Who read a recording has seen all of it, and has told whose it is.
	if (fact.kind !== 'returned' || attempts[current]?.recorded) return current;
	const known = attemptOfAnswer(walk, fact);
	if (known !== undefined) return known;
	const now = attempts[current] ?? attempts[0];
	const state = stateOfResponse(fact);
	const asked = (one: Attempt): boolean => state !== undefined && one.authorizationRequest?.state === state;
	const owner = asked(now) ? now : attempts.findLast(asked);
	if (owner) return owner.id;
	const waits = attempts.findLast((one) => one.authorizationRequest && !one.authorizationResponse);
	return (now.authorizationRequest ? now : (waits ?? now)).id;
}

/** Whether another answer takes the place of the one that something was made of. One that a recording shows late takes none. */
const isReplaced = (session: Session, next: Session): boolean =>
	session.exchange !== undefined &&
	session.authorizationResponse?.url !== next.authorizationResponse?.url &&
	(session.authorizationResponse !== undefined || next.exchange !== session.exchange);

/** Whether what went out in an attempt, or came of it, is gone after this fact. */
function isLost(session: Session, next: Session, fact: Fact): boolean {
	// Another sign-in of the same recording, or one of one's own beside it: a recording stays as it is.
	if (fact.kind === 'configured' && session.recorded) return true;
	const went = ['pushed', 'authorizationRequest', 'authorizationResponse', 'exchange'] as const;
	if (went.some((field) => session[field] && !next[field])) return true;
	if (isReplaced(session, next)) return true;
	if (fact.kind !== 'left' || fact.step !== 'authorize' || !session.authorizationRequest) return false;
	return session.authorizationRequest.state !== next.authorizationRequest?.state;
}

/** The first step of which a fact makes void what was there; undefined: it only adds. */
function voidFrom(session: Session, next: Session, fact: Fact): StepId | undefined {
	const step = stepOfFact(fact);
	if (fact.kind === 'configured') return 'configure';
	if (fact.kind === 'left') return step === 'authorize' ? 'callback' : undefined;
	if (fact.kind === 'generated' && step !== 'configure') return step;
	if (step === 'configure')
		return session.code_verifier !== undefined && next.code_verifier === undefined ? 'verifier' : undefined;
	return isReplaced(session, next) ? 'exchange' : undefined;
}

const isBefore = (step: StepId, other: StepId): boolean => stepIds.indexOf(step) < stepIds.indexOf(other);

/** The facts that still make the attempt once `from` begins again. A yes to plain `http:` is of all attempts. */
function keptFacts(
	{ facts }: Session,
	{ authorizationRequests }: Session,
	from: StepId | undefined
): readonly Fact[] {
	if (from === undefined) return facts;
	return facts.filter((one) => {
		if (one.kind === 'allowed') return true;
		if (one.kind === 'left' && one.step === 'authorize')
			return (
				isBefore('authorize', from) &&
				authorizationRequests.some(({ at, url }) => at === one.at && url === one.url)
			);
		return isBefore(stepOfFact(one), from);
	});
}

/** The outcome of an exchange, wherever its step put it. */
function outcomeOfFact(next: Session, fact: Fact): Outcome[] {
	if (fact.kind !== 'exchanged') return [];
	const isOfFact = (one: unknown): one is Outcome =>
		typeof one === 'object' && one !== null && 'exchange' in one && one.exchange === fact.exchange;
	const made = standings[fact.step].makes.flatMap((name): unknown => next[name]);
	return made.filter(isOfFact).slice(0, 1);
}

/** RFC 7636 §4.2: the challenge of an attempt leads back to it. Of one without a state nobody finds it in a list. */
function challengesOf({ recorded, code_challenge, code_challenge_method, authorizationRequest }: Attempt) {
	const state = authorizationRequest?.state;
	const isKnown = recorded && code_challenge && code_challenge_method === 'S256' && state !== undefined;
	return isKnown ? { [code_challenge]: state } : {};
}

/** What an attempt read that counts for others, too. */
function sharedOf(session: Session, attempt: Attempt): Setup {
	const { configuration, server, discovery, typed, jwks } = attempt;
	const { codes, plainHosts, dpopNonces, servers, keySets, imported } = session;
	const isNew = configuration && server && servers[configuration.issuer]?.server !== server;
	return {
		codes,
		plainHosts,
		dpopNonces,
		servers: isNew
			? { ...servers, [configuration.issuer]: { discovery, server, ...(typed ? { typed } : {}) } }
			: servers,
		keySets: jwks ? { ...keySets, [jwks.exchange.request.url]: jwks } : keySets,
		challenges: { ...session.challenges, ...challengesOf(attempt) },
		...onlyKnown({ imported })
	};
}

function splitSession(session: Session): { setup: Setup; attempt: Attempt } {
	const { codes: _, plainHosts: __, dpopNonces: ___, servers: ____, keySets: _____, ...rest } = session;
	const { imported: ______, challenges: _______, ...attempt } = rest;
	return { setup: sharedOf(session, attempt), attempt };
}

/** The walk with what a fact made of an attempt: in its place, or, where something would be lost, as the next one. */
export function taken(walk: Walk, session: Session, next: Session, fact: Fact): Walk {
	const from = voidFrom(session, next, fact);
	const stays = (step: StepId): boolean => from === undefined || isBefore(step, from);
	const { setup, attempt } = splitSession({
		...next,
		facts: [...keptFacts(session, next, from), fact],
		outcomes: [...session.outcomes.filter(({ step }) => stays(step)), ...outcomeOfFact(next, fact)]
	});
	const [first, ...others] = walk.attempts;
	const id = isLost(session, next, fact) ? walk.attempts.length : session.id;
	const made = { ...attempt, id };
	if (id === walk.attempts.length) return { setup, attempts: [first, ...others, made], current: id };
	const [head, ...rest] = id === 0 ? [made, ...others] : [first, ...others.with(id - 1, made)];
	return { setup, attempts: [head ?? made, ...rest], current: id };
}
