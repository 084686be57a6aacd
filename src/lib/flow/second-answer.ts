/**
 * An attempt has one answer. What comes after it, with another URL, is held beside it until the person decides, because
 * the Back button at a provider that remembers the sign-in brings a new code for an attempt that is long finished.
 * One that is not of the attempt is no answer to it: the next one takes its place, unless something was made of it.
 */
import { valueOf } from '$lib/wire/form';
import type { ReceivedAuthorizationResponse, Session } from './session';
import { before } from './standing';

/** Whether an answer may not be replaced by another one without a word. */
export function isSettled({
	authorizationResponse,
	authorizationRequest,
	state,
	exchange
}: Session): boolean {
	if (!authorizationResponse) return false;
	const asked = authorizationRequest ? authorizationRequest.state : state;
	return exchange !== undefined || valueOf(authorizationResponse.parameters, 'state') === asked;
}

/** An authorization response in place of what was there, with everything that was made of that. */
export const takeResponse = (
	session: Session,
	authorizationResponse: ReceivedAuthorizationResponse
): Session => ({
	...before(session, 'callback'),
	authorizationResponse,
	codes:
		authorizationResponse.code === undefined ? session.codes : [...session.codes, authorizationResponse.code]
});

/** The walk goes on with the second answer. */
export const useSecond = (session: Session): Session =>
	session.second ? takeResponse(session, session.second) : session;

/** The walk stays as it is. */
export function keepFirst({ second: _, ...session }: Session): Session {
	return session;
}

/** Whose code was sent to the token endpoint is the one that was used, whatever was said: recordings tell nothing else. */
export const withAnswerOf = (session: Session, code: string | undefined): Session =>
	code !== undefined && session.second?.code === code && session.authorizationResponse?.code !== code
		? useSecond(session)
		: session;
