/** The sign-ins that this tab has started, newest first, each with how it ended. */
import { isHidden } from './hidden-answers';
import type { SentAuthorizationRequest, Session } from './session';
import { responseSays } from '$lib/message/authorization-response';
import { sentValue } from '$lib/message/token-request';
import type { Trace } from '$lib/trace/fact';
import { valueOf } from '$lib/wire/form';
import { bringsNonce } from './times-sent';

export type AttemptEnd =
	| { kind: 'waiting' | 'replaced' | 'code' | 'hidden' | 'tokens' }
	| { kind: 'error' | 'refused'; error: string };

export interface Attempt extends SentAuthorizationRequest {
	end: AttemptEnd;
	/** The one that the walk goes on with. */
	current: boolean;
}

/** Some servers refuse with status 200, and some grant with 201: what is in the body counts. */
const bringsTokens = (body: string): boolean => /"access_token"\s*:\s*"/.test(body);

/** What the token endpoint said to this code, newest first: tokens count, whatever came after them. */
function exchangeOf(trace: Trace, code: string): AttemptEnd {
	const answers = trace.flatMap((fact) =>
		fact.kind === 'exchanged' && fact.move === 'token' && sentValue(fact.exchange.request, 'code') === code
			? [fact.exchange]
			: []
	);
	if (answers.some(({ response }) => response && bringsTokens(response.body))) return { kind: 'tokens' };
	// One that only brings the nonce of the next proof refuses nothing (RFC 9449 §8).
	const last = answers.findLast(({ response }) => response && !bringsNonce(response))?.response;
	if (last) return { kind: 'refused', error: `${last.status} ${last.statusText}`.trim() };
	return { kind: answers.some(isHidden) ? 'hidden' : 'code' };
}

/** What came back for an attempt, by its `state`. */
function endOf(trace: Trace, { state }: SentAuthorizationRequest): AttemptEnd | undefined {
	const answers = trace.flatMap((fact) => (fact.kind === 'returned' ? [responseSays(fact)] : []));
	const pairs = answers.findLast((one) => state !== undefined && valueOf(one, 'state') === state);
	const error = pairs && valueOf(pairs, 'error');
	if (error !== undefined) return { kind: 'error', error };
	const code = pairs && valueOf(pairs, 'code');
	return code === undefined ? undefined : exchangeOf(trace, code);
}

/** The current attempt ends as the session knows it. */
function currentEnd(trace: Trace, { authorizationResponse }: Session): AttemptEnd | undefined {
	if (!authorizationResponse || authorizationResponse.foreign) return undefined;
	if (authorizationResponse.error) return { kind: 'error', error: authorizationResponse.error.error };
	return authorizationResponse.code === undefined ? undefined : exchangeOf(trace, authorizationResponse.code);
}

/** The same request sent twice is one attempt. */
const isNewest = (
	{ state }: SentAuthorizationRequest,
	at: number,
	all: readonly SentAuthorizationRequest[]
): boolean => state === undefined || all.findLastIndex((other) => other.state === state) === at;

export const attemptsOf = (trace: Trace, session: Session): Attempt[] =>
	session.attempts
		.filter(isNewest)
		.map((authorizationRequest): Attempt => {
			const current = authorizationRequest.at === session.authorizationRequest?.at;
			const known = (current ? currentEnd(trace, session) : undefined) ?? endOf(trace, authorizationRequest);
			return { ...authorizationRequest, current, end: known ?? { kind: current ? 'waiting' : 'replaced' } };
		})
		.reverse();
