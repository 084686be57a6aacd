import type { Call } from '../call';
import type { Hint } from '../id-token-hint';
import type { Parameters } from '../parameters';
import type { Pushed } from '../pushed-requests';
import type { Api, Application } from '../settings';

/** JARM §2.3 adds the `.jwt` ones; `jwt` is the default for the response type: the query. */
export const responseModes = [
	'query',
	'fragment',
	'form_post',
	'query.jwt',
	'fragment.jwt',
	'form_post.jwt',
	'jwt'
] as const;
export type ResponseMode = (typeof responseModes)[number];

export interface ClaimsRequest {
	idToken: string[];
	userinfo: string[];
	/** The person whom the ID token has to be about: OIDC Core §3.1.2.2. */
	sub?: string;
	/** The levels of sign-in one of which the ID token has to have: OIDC Core §5.5.1.1. */
	acr?: string[];
}

export interface Challenge {
	value: string;
	method: 'S256' | 'plain';
}

/** What the rules of the authorization endpoint look at, and what they find. */
export interface AuthorizeContext {
	call: Call;
	/** Those of the request; of a pushed or signed one, those that it holds. */
	parameters: Parameters;
	application?: Application;
	/** The request as it was pushed, by its `request_uri`. */
	pushed?: Pushed;
	/** Whether the parameters were signed by the client. */
	signed?: boolean;
	/** A pushed or signed request that could not be read: nothing may be taken for granted then. */
	unreadable?: boolean;
	/** This is a push: the client is authenticated, and its proof, if any, is looked at. */
	pushing?: boolean;
	/** The key whose proof came with the push. */
	provenKey?: string | undefined;
	/** The thumbprint of the key that the code is bound to. */
	dpopJkt?: string;
	askedRedirectUri?: string;
	/** Only set when it is registered: errors may be sent there. */
	redirectUri?: string;
	challenge?: Challenge;
	/** The API of the access token; null when none was asked for. */
	api?: Api | null;
	/** What may be granted of what was asked. */
	scope?: string[];
	responseMode?: ResponseMode;
	claims?: ClaimsRequest;
	hint?: Hint;
}

/** A request that passed every rule: what the person is asked about, and what the code will stand for. */
export interface AuthorizationRequest {
	clientId: string;
	redirectUri: string;
	/** Whether the request named the redirect URI: the token request has to repeat it then (RFC 6749 §4.1.3). */
	redirectUriSent: boolean;
	scope: string[];
	audience?: string;
	state?: string;
	nonce?: string;
	challenge?: Challenge;
	loginHint?: string;
	responseMode: ResponseMode;
	prompt: string[];
	/** Seconds. */
	maxAge?: number;
	claims?: ClaimsRequest;
	/** The person of the ID token hint. */
	hintSub?: string;
	/** The levels of sign-in that are asked for, of those known here: RFC 9470 §4. */
	acrValues?: string[];
	/** RFC 9449 §10 */
	dpopJkt?: string;
	/** The `request_uri` that this answers. */
	requestUri?: string;
	/** The parameters as sent, for the rules; none of them is a secret. */
	parameters: Record<string, string>;
}
