/** The sign-ins of a walk, newest first, each with how it ended. */
import type { RefusedEnd, UnrefusedEnd } from '$lib/lexicon/attempt-ends';
import { isHidden } from './hidden-answers';
import type { Attempt, SentAuthorizationRequest, Walk } from './session';
import { bringsNonce } from './times-sent';

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
	end: AttemptEnd;
	/** The one that the walk goes on with. */
	current: boolean;
}

const statusOf = ({ status, statusText }: { status: number; statusText: string }): string =>
	`${status} ${statusText}`.trim();

/** What the token endpoint said, newest first: tokens count, whatever came after them. */
function endOfExchange({ outcomes, redeemed }: Attempt): AttemptEnd | undefined {
	const made = outcomes.filter(({ move }) => move === 'token');
	// Some servers refuse with status 200, and some grant with 201: what was read of the body counts.
	if (redeemed.length > 0 || made.some(({ value }) => value !== undefined)) return { kind: 'tokens' };
	const exchanges = made.filter(({ withheld }) => !withheld).map(({ exchange }) => exchange);
	// One that only brings the nonce of the next proof refuses nothing (RFC 9449 §8).
	const last = exchanges.findLast(({ response }) => response && !bringsNonce(response))?.response;
	if (last) return { kind: 'refused', error: statusOf(last) };
	return exchanges.some(isHidden) || made.length > exchanges.length ? { kind: 'hidden' } : undefined;
}

/** Whether anything of it went out: one alone that was only prepared is none yet. */
const hasBegun = ({ authorizationRequest, pushed, authorizationResponse, outcomes }: Attempt): boolean =>
	Boolean(authorizationRequest ?? pushed ?? authorizationResponse) ||
	outcomes.some(({ step }) => step !== 'configure');

function endOf(attempt: Attempt, isNewest: boolean): AttemptEnd {
	const { authorizationRequest, authorizationResponse: response, pushed } = attempt;
	if (!hasBegun(attempt)) return { kind: 'prepared' };
	const end = endOfExchange(attempt);
	if (end) return end;
	if (response?.error) return { kind: 'error', error: response.error.error };
	if (response?.code !== undefined) return { kind: attempt.recorded ? 'code-only' : 'code' };
	if (!authorizationRequest && pushed && !pushed.value) {
		const { response: answer, failure } = pushed.exchange;
		return { kind: 'not-pushed', error: answer ? statusOf(answer) : (failure?.reason ?? '') };
	}
	if (response) return { kind: 'unusable' };
	if (attempt.recorded) return { kind: 'unanswered' };
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
		end: endOf(attempt, isNewest),
		current
	};
}

export function attemptsOf({ attempts, current }: Walk): AttemptSummary[] {
	const newest = attempts.findLast(hasBegun);
	return attempts
		.filter((attempt) => attempts.length > 1 || hasBegun(attempt))
		.map((attempt) => summaryOf(attempt, attempt === newest, attempt.id === current))
		.reverse();
}
