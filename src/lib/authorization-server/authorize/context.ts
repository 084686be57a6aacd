import type { Call } from '../call';
import type { Parameters } from '../parameters';
import type { Api, Application } from '../settings';

export const responseModes = ['query', 'fragment', 'form_post'] as const;
export type ResponseMode = (typeof responseModes)[number];

export interface ClaimsRequest {
	idToken: string[];
	userinfo: string[];
}

export interface Challenge {
	value: string;
	method: 'S256' | 'plain';
}

/** What the rules of the authorization endpoint look at, and what they find. */
export interface AuthorizeContext {
	call: Call;
	parameters: Parameters;
	application?: Application;
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
	/** The `sub` of the ID token hint. */
	hintSub?: string;
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
	hintSub?: string;
	/** The parameters as sent, for the rules; none of them is a secret. */
	parameters: Record<string, string>;
}
