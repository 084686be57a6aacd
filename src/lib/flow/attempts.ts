/** The sign-ins of a walk, newest first, each with how it ended. */
import type { RefusedEnd, UnrefusedEnd } from '$lib/lexicon/attempt-ends';
import type { BesideKind } from '$lib/lexicon/besides';
import type { MoveId } from '$lib/lexicon/steps';
import { isSilentRequest, requestSays } from '$lib/message/authorization-request';
import { navigationTo } from '$lib/trace/exchanges';
import { isHidden } from './hidden-answers';
import type { Attempt, SentAuthorizationRequest, Walk } from './session';
import { bringsNonce } from './times-sent';
import { isTurnedAway } from './turned-away';

export type AttemptEnd = { kind: UnrefusedEnd } | { kind: RefusedEnd; error: string };

export interface AttemptSummary {
	id: number;
	/** Milliseconds since the epoch: when its first message went out. */
	at: number;
	/** How the person went; missing when nobody went anywhere. */
	way?: SentAuthorizationRequest['way'];
	state?: string;
	clientId?: string;
	issuer?: string;
	recorded: boolean;
	/** Nobody was to see it. */
	silent?: true;
	end: AttemptEnd;
	/** The one that the walk goes on with. */
	current: boolean;
}

const statusOf = ({ status, statusText }: { status: number; statusText: string }): string =>
	`${status} ${statusText}`.trim();

/** What the token endpoint said, newest first: tokens count, whatever came after them. */
function endOfExchange({ outcomes, redeemed, recorded }: Attempt): AttemptEnd | undefined {
	const made = outcomes.filter(({ move }) => move === 'token');
	// Some servers refuse with status 200, and some grant with 201: what was read of the body counts.
	if (redeemed.length > 0 || made.some(({ value }) => value !== undefined)) return { kind: 'tokens' };
	if (made.some(({ withheld }) => withheld)) return { kind: 'answered' };
	const exchanges = made.map(({ exchange }) => exchange);
	// One that only brings the nonce of the next proof refuses nothing (RFC 9449 §8).
	const last = exchanges.findLast(({ response }) => response && !bringsNonce(response))?.response;
	if (last) return { kind: 'refused', error: statusOf(last) };
	if (!recorded) return exchanges.some(isHidden) ? { kind: 'hidden' } : undefined;
	const failure = exchanges.findLast((one) => one.failure)?.failure;
	if (failure) return { kind: 'lost', error: failure.reason };
	return exchanges.length > 0 ? { kind: 'answered' } : undefined;
}

/** Whether anything of it went out: one alone that was only prepared is none yet. */
const hasBegun = ({
	authorizationRequest,
	pushed,
	authorizationResponse,
	outcomes,
	beside
}: Attempt): boolean =>
	Boolean(authorizationRequest ?? pushed ?? authorizationResponse) ||
	beside.length > 0 ||
	outcomes.some(({ step }) => step !== 'configure');

/** The last answer of a message of this kind, as far as its status tells. */
function endOfMove(
	{ outcomes }: Attempt,
	moves: readonly MoveId[],
	good: UnrefusedEnd,
	bad: RefusedEnd
): AttemptEnd | undefined {
	const last = outcomes.findLast(({ move }) => moves.includes(move));
	if (!last) return undefined;
	const { value, withheld, exchange } = last;
	if (value !== undefined || withheld || !exchange.response) return { kind: good };
	return { kind: bad, error: statusOf(exchange.response) };
}

/** Where a recording ends that has no answer to a request: on a page, at a form, or before any sign-in. */
function endOfRecorded(attempt: Attempt): AttemptEnd {
	const { authorizationRequest, beside } = attempt;
	const came = (what: BesideKind) => beside.findLast((one) => one.what === what)?.exchange.response;
	const login = came('login');
	if (login && login.status >= 400) return { kind: 'login-refused', error: statusOf(login) };
	const page = authorizationRequest?.recorded?.response;
	if (page && page.status >= 400) return { kind: 'page', error: statusOf(page) };
	const between = beside.findLast(({ what }) => what === 'hop' || what === 'redirect')?.exchange.response;
	if (between && between.status >= 400) return { kind: 'page', error: statusOf(between) };
	if (login ?? page ?? between) return { kind: 'unfinished' };
	if (authorizationRequest) return { kind: 'unanswered' };
	const registration = came('registration');
	const told =
		endOfMove(attempt, ['refresh'], 'renewed', 'renewal-refused') ??
		endOfMove(attempt, ['api', 'userinfo'], 'called', 'call-refused');
	if (told || !registration) return told ?? { kind: 'unanswered' };
	return registration.status >= 400
		? { kind: 'registration-refused', error: statusOf(registration) }
		: { kind: 'registered' };
}

/** Whether its request was one that nobody was to see. */
function isSilent({ authorizationRequest, pushed }: Attempt): boolean {
	if (!authorizationRequest) return false;
	const request = navigationTo(authorizationRequest);
	const says = requestSays(request, pushed ? [pushed.exchange] : []) ?? [];
	return isSilentRequest(authorizationRequest.recorded?.request ?? request, says);
}

function endOf(attempt: Attempt, isNewest: boolean): AttemptEnd {
	const { authorizationRequest, authorizationResponse: response, pushed } = attempt;
	if (!hasBegun(attempt)) return { kind: 'prepared' };
	const end = endOfExchange(attempt);
	if (end) return end;
	if (response?.error) return { kind: 'error', error: response.error.error };
	const page = response?.recorded?.response;
	if (page && page.status >= 400) return { kind: 'application', error: statusOf(page) };
	if (attempt.tokens) return { kind: 'tokens' };
	if (response?.code !== undefined) return { kind: attempt.recorded ? 'code-only' : 'code' };
	if (!authorizationRequest && pushed && !pushed.value) {
		const { response: answer, failure } = pushed.exchange;
		return { kind: 'not-pushed', error: answer ? statusOf(answer) : (failure?.reason ?? '') };
	}
	if (response) return { kind: 'unusable' };
	if (attempt.recorded) return endOfRecorded(attempt);
	if (isTurnedAway(attempt)) return { kind: 'turned-away' };
	return { kind: isNewest ? 'waiting' : 'replaced' };
}

function summaryOf(attempt: Attempt, isNewest: boolean, current: boolean): AttemptSummary {
	const { id, facts, authorizationRequest: sent, pushed, configuration, recorded } = attempt;
	return {
		id,
		at: pushed?.exchange.at ?? sent?.at ?? facts.at(-1)?.at ?? 0,
		...(sent ? { way: sent.way } : {}),
		...(sent?.state === undefined ? {} : { state: sent.state }),
		...(configuration ? { clientId: configuration.clientId, issuer: configuration.issuer } : {}),
		recorded: recorded === true,
		...(isSilent(attempt) ? { silent: true } : {}),
		end: endOf(attempt, isNewest),
		current
	};
}

/** Of several sign-ins the newest that failed: it is why somebody looks. */
export const failedAttempt = (walk: Walk): number | undefined =>
	attemptsOf(walk).find(({ end }) => 'error' in end)?.id;

export function attemptsOf({ attempts, current }: Walk): AttemptSummary[] {
	const newest = attempts.findLast(hasBegun);
	return attempts
		.filter((attempt) => attempts.length > 1 || hasBegun(attempt))
		.map((attempt) => summaryOf(attempt, attempt === newest, attempt.id === current))
		.reverse();
}
