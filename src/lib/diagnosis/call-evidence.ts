/** What a run knows of a call of an API that failed, and what every message is asked: whether it has a header, or a value. */
import type { SessionEvidence } from './diagnose';
import type { Outcome, Session } from '$lib/flow/session';
import { isWithheld } from '$lib/flow/withheld';
import { onlyKnown } from '$lib/lexicon/only-known';
import { isPlaceholder } from '$lib/lexicon/placeholders';
import { challengeValue } from '$lib/message/authenticate-header';
import { headerOf, type Exchange } from '$lib/wire/http';

/** A value that was taken out of a file was sent, and is not known. */
export const known = (value: string | undefined): string | undefined =>
	value === undefined || isPlaceholder(value) ? undefined : value;

/**
 * What a header says. Where this page sent the request, one that is not there was not sent; a recording may have lost it,
 * and whoever sends by hand may add one.
 */
export const isThere = ({ request, via }: Exchange, name: string): boolean | undefined =>
	headerOf(request.headers, name) !== undefined || (via === 'page' ? false : undefined);

/** RFC 6750 §3: the scope that an API says it needs. */
const scopeWanted = ({ exchange: { response } }: Outcome): string | undefined =>
	challengeValue(headerOf(response?.headers ?? [], 'www-authenticate') ?? '', 'scope');

/** RFC 6750 §2.1, RFC 9449 §7.1: what the Authorization header carries, whatever its scheme. */
const sentToken = ({ exchange: { request } }: Outcome): string =>
	headerOf(request.headers, 'authorization')?.replace(/^\S+ +/, '') ?? '';

export function apiEvidence(session: Session, outcome: Outcome): SessionEvidence {
	const { tokens } = session;
	const idToken = known(tokens?.id_token);
	const isKept = session.imported?.lacks.includes('authorization') === false;
	const isSent = isThere(outcome.exchange, 'authorization');
	return onlyKnown({
		grantedScope: tokens?.scope,
		requiredScope: scopeWanted(outcome),
		tokenExpired: tokens?.expiresAt === undefined ? undefined : tokens.expiresAt < outcome.exchange.at,
		tokenType: tokens?.token_type,
		// What the recorder leaves out of every message was not left out by the application.
		accessTokenSent: isSent ?? (isKept ? false : undefined),
		idTokenSent:
			idToken !== undefined && !isWithheld(session, idToken) && sentToken(outcome) === idToken
				? true
				: undefined,
		clockSkew: skewOf(outcome)
	});
}

/** This device's clock minus the server's, where the answer says its time (RFC 9110 §6.6.1). */
function skewOf({ exchange }: Outcome): number | undefined {
	const date = Date.parse((exchange.response && headerOf(exchange.response.headers, 'date')) ?? '');
	return Number.isNaN(date) ? undefined : Math.round((exchange.at - date) / 1000);
}
