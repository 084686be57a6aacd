/**
 * What a trace means so far. Never stored: always folded from facts. A field is missing until a fact gives it,
 * and a fact that makes later ones meaningless (a new verifier, another provider) drops what followed.
 */
import type { AuthorizationServer, TokenEndpointResponse, UserInfoResponse } from 'oauth4webapi';
import type { Check } from '$lib/lexicon/check';
import type { MoveId } from '$lib/lexicon/steps';
import type { Configuration } from '$lib/trace/configuration';
import type { Exchange, HttpRequest } from '$lib/wire/http';

/** An OAuth error as a server reported it: RFC 6749 §4.1.2.1 and §5.2. */
export interface OAuthError {
	error: string;
	error_description?: string;
	error_uri?: string;
}

/** What one exchange came to. Without `value` it failed, and a check, the error or the exchange's failure says why. */
export interface Outcome<T = unknown> {
	move: MoveId;
	exchange: Exchange;
	/** The message as built, when the person edited it before sending. */
	asked?: HttpRequest;
	checks: Check[];
	value?: T;
	error?: OAuthError;
}

export type ChallengeMethod = 'S256' | 'plain';

export interface Departure {
	url: string;
	asked?: string;
	at: number;
	way: 'tab' | 'popup' | 'copy';
	state?: string;
}

export interface Arrival {
	url: string;
	at: number;
	way: 'redirect' | 'pasted';
	checks: Check[];
	parameters: [string, string][];
	code?: string;
	error?: OAuthError;
	inside: import('$lib/lexicon/check').Decision[];
}

/** The tokens held now: after a refresh, the newer ones. */
export interface Tokens {
	access_token: string;
	token_type: string;
	id_token?: string;
	refresh_token?: string;
	scope?: string;
	/** Milliseconds since the epoch, from `expires_in` and the time of the exchange. */
	expiresAt?: number;
	receivedAt: number;
}

export interface Session {
	configuration?: Configuration;
	discovery: Outcome<AuthorizationServer>[];
	server?: AuthorizationServer;
	code_verifier?: string;
	code_challenge?: string;
	code_challenge_method?: ChallengeMethod;
	state?: string;
	nonce?: string;
	departure?: Departure;
	arrival?: Arrival;
	exchange?: Outcome<TokenEndpointResponse>;
	jwks?: Outcome<{ keys: object[] }>;
	tokens?: Tokens;
	/** The checks of the ID token; made when the key set is there, without the signature before. */
	idTokenChecks: Check[];
	api?: Outcome<unknown>;
	userinfo?: Outcome<UserInfoResponse>;
	refreshes: Outcome<TokenEndpointResponse>[];
	/** Departures of earlier attempts in this trace, by `state`: a code of one of them is recognised. */
	attempts: Departure[];
}

export const emptySession: Session = { discovery: [], idTokenChecks: [], refreshes: [], attempts: [] };
