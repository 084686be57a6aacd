/**
 * What a run knows about an answer that failed, in the catalogue's words: the two requests side by side, how often a
 * code went out, whose state came back. Nothing is judged here, and nothing that is not known is claimed.
 */
import type { SessionEvidence } from '$lib/catalogue/diagnose';
import type { Seen } from '$lib/catalogue/seen';
import type { Arrival, Departure, Outcome, Session } from '$lib/flow/session';
import type { Trace } from '$lib/trace/fact';
import { parseForm, valueOf, type Pair } from '$lib/wire/form';
import { headerOf, type HttpRequest } from '$lib/wire/http';

/** Without the members that are undefined: what is not known is not there. */
function onlyKnown<T extends object>(known: { [Name in keyof T]: T[Name] | undefined }): T {
	return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) as T;
}

const formOf = ({ body = '' }: HttpRequest): Pair[] => parseForm(body);

/** The parameters of the authorization request: in the URL, or in what was pushed before it (RFC 9126). */
function authorizationPairs({ pushed }: Session, departure: Departure | undefined): Pair[] {
	if (!departure || !URL.canParse(departure.url)) return [];
	const pairs = parseForm(new URL(departure.url).search);
	return valueOf(pairs, 'request_uri') !== undefined && pushed ? formOf(pushed.exchange.request) : pairs;
}

/** The attempt that the newest answer belongs to. */
const departureOf = ({ arrival, departure }: Session): Departure | undefined => arrival?.foreign ?? departure;

function frontEvidence(session: Session): SessionEvidence {
	const { server, configuration } = session;
	const pairs = authorizationPairs(session, departureOf(session));
	const sent = (name: string) => valueOf(pairs, name);
	return onlyKnown<SessionEvidence>({
		challenge: sent('code_challenge'),
		challengeMethod: sent('code_challenge_method'),
		redirectUriAuthorize: sent('redirect_uri'),
		clientIdAuthorize: sent('client_id'),
		scope: sent('scope') ?? configuration?.scope,
		audience: sent('audience') ?? sent('resource') ?? configuration?.audience ?? configuration?.resource,
		prompt: sent('prompt'),
		methodsSupported: server?.code_challenge_methods_supported,
		authMethodsSupported: server?.token_endpoint_auth_methods_supported,
		scopesSupported: server?.scopes_supported,
		parRequired: server?.require_pushed_authorization_requests
	});
}

/** How often a value went out in a message of this kind, up to and with the one at `until`. */
function timesSent(trace: Trace, name: 'code' | 'refresh_token', value: string, until: number): number {
	return trace.filter(
		(fact) =>
			fact.kind === 'exchanged' &&
			fact.exchange.at <= until &&
			fact.exchange.response !== undefined &&
			valueOf(formOf(fact.exchange.request), name) === value
	).length;
}

/** A server that gave no new refresh token the last time does not rotate: sending it again is no reuse there. */
function wasRotated(trace: Trace, refreshToken: string): boolean {
	return trace.some(
		(fact) =>
			fact.kind === 'exchanged' &&
			valueOf(formOf(fact.exchange.request), 'refresh_token') === refreshToken &&
			/"refresh_token"\s*:/.test(fact.exchange.response?.body ?? '')
	);
}

function authenticationOf({ headers, body = '' }: HttpRequest): string {
	if (/^Basic /i.test(headerOf(headers, 'authorization') ?? '')) return 'client_secret_basic';
	if (valueOf(parseForm(body), 'client_assertion') !== undefined) return 'private_key_jwt';
	return valueOf(parseForm(body), 'client_secret') === undefined ? 'none' : 'client_secret_post';
}

function tokenEvidence(session: Session, trace: Trace, { exchange }: Outcome): SessionEvidence {
	const { request, at } = exchange;
	const sent = (name: string) => valueOf(formOf(request), name);
	const code = sent('code');
	const refreshToken = sent('refresh_token');
	return onlyKnown<SessionEvidence>({
		verifier: code === undefined ? undefined : session.code_verifier,
		verifierSent: sent('code_verifier'),
		redirectUriToken: sent('redirect_uri'),
		clientIdToken: sent('client_id'),
		grantType: sent('grant_type'),
		clientAuthentication: authenticationOf(request),
		codeSentTimes: code === undefined ? undefined : timesSent(trace, 'code', code, at),
		codeReceivedAt: code === undefined ? undefined : session.arrival?.at,
		codeSentAt: code === undefined ? undefined : at,
		refreshTokenSentTimes:
			refreshToken !== undefined && wasRotated(trace, refreshToken)
				? timesSent(trace, 'refresh_token', refreshToken, at)
				: undefined
	});
}

function apiEvidence({ tokens }: Session, { exchange }: Outcome): SessionEvidence {
	return onlyKnown<SessionEvidence>({
		grantedScope: tokens?.scope,
		tokenExpired: tokens?.expiresAt === undefined ? undefined : tokens.expiresAt < exchange.at
	});
}

/** This device's clock minus the server's, where the answer says its time (RFC 9110 §6.6.1). */
function skewOf({ exchange }: Outcome): number | undefined {
	const date = Date.parse((exchange.response && headerOf(exchange.response.headers, 'date')) ?? '');
	return Number.isNaN(date) ? undefined : Math.round((exchange.at - date) / 1000);
}

/** What is known about one message of the run. The expected challenge is computed by whoever has the digest. */
export function evidenceOfOutcome(session: Session, trace: Trace, outcome: Outcome): SessionEvidence {
	const { move, exchange } = outcome;
	const reason = exchange.failure?.reason;
	// The origin is allowed there, as another answer has shown: what is hidden is an error.
	const network = onlyKnown<SessionEvidence>({
		networkReason: reason === 'cors-on-errors' ? undefined : reason
	});
	switch (move) {
		case 'token':
		case 'refresh':
			return { ...frontEvidence(session), ...tokenEvidence(session, trace, outcome), ...network };
		case 'api':
		case 'userinfo': {
			const clock = onlyKnown<SessionEvidence>({ clockSkew: skewOf(outcome) });
			return { ...frontEvidence(session), ...apiEvidence(session, outcome), ...clock, ...network };
		}
		case 'par':
			return { ...frontEvidence(session), ...network };
		default:
			return network;
	}
}

const stepOfMove: Partial<Record<Outcome['move'], string>> = {
	token: 'token',
	refresh: 'token',
	par: 'par',
	api: 'api',
	userinfo: 'userinfo'
};

export function seenOfOutcome({ server, configuration }: Session, { move, exchange }: Outcome): Seen {
	const { response } = exchange;
	return {
		step: stepOfMove[move],
		status: response?.status,
		issuer: server?.issuer ?? configuration?.issuer,
		headers: response?.headers,
		body: response?.body
	};
}

export function evidenceOfArrival(session: Session, arrival: Arrival): SessionEvidence {
	return {
		...frontEvidence({ ...session, arrival }),
		...onlyKnown<SessionEvidence>({
			stateSent: session.departure?.state,
			stateReturned: valueOf(arrival.parameters, 'state'),
			stateOfAnotherAttempt: arrival.foreign !== undefined
		})
	};
}

export function seenOfArrival({ server, configuration }: Session, { parameters }: Arrival): Seen {
	return {
		step: 'callback',
		error: valueOf(parameters, 'error'),
		error_description: valueOf(parameters, 'error_description'),
		error_uri: valueOf(parameters, 'error_uri'),
		error_reason: valueOf(parameters, 'error_reason'),
		issuer: valueOf(parameters, 'iss') ?? server?.issuer ?? configuration?.issuer
	};
}
