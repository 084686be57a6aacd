import type { StepId } from '$lib/lexicon/steps';
import type { Pair } from '$lib/wire/form';
import type { HttpRequest } from '$lib/wire/http';

/** A value that a run has made, or a word that stands in its place. */
export interface SceneValue {
	text: string;
	/** From this run. Else it is a placeholder, which a reader has to fill in. */
	actual: boolean;
}

export const sceneValues = [
	'verifier',
	'challenge',
	'state',
	'nonce',
	'code',
	'access_token',
	'id_token',
	'refresh_token',
	'client_secret'
] as const;

export type SceneValueName = (typeof sceneValues)[number];

/** What code is made from: a walk as it is so far, as plain values. Nothing in it is computed by a template. */
export interface Scene {
	issuer: string;
	authorizationEndpoint: string;
	tokenEndpoint: string;
	jwksUri?: string;
	/** Whether its metadata is OpenID Connect Discovery; else RFC 8414. */
	openIdConnect: boolean;
	/** Address of the metadata document. */
	metadata: string;
	/** Whether the server promises `iss` in its answer (RFC 9207 §3): then one without it is refused. */
	issuerInAnswer: boolean;
	/** Signatures that an ID token may have (OIDC Core §3.1.3.7 rule 7): at least one. */
	signatures: readonly string[];
	clientId: string;
	authentication: 'none' | 'client_secret_basic' | 'client_secret_post' | 'other';
	redirectUri: string;
	scope?: string;
	/** How the challenge is derived (RFC 7636 §4.2). */
	challengeMethod: 'S256' | 'plain';
	/** Parameters of the authorization request, in order, decoded; `state` and such with their values. */
	authorization: readonly Pair[];
	/** The address to which the browser goes. */
	authorizationUrl: string;
	/** The address at which it came back. */
	callbackUrl: string;
	/** Whether the answer is in the query of that address; else it is posted, in the fragment, or signed as a whole. */
	answerInQuery: boolean;
	values: Record<SceneValueName, SceneValue>;
	/**
	 * Whether a library may derive the challenge from the verifier. That of a recording is written as it was sent: its verifier
	 * may be another one.
	 */
	derivesChallenge: boolean;
	/** Whether the request had a state: an answer to one without it has none (RFC 6749 §4.1.2). */
	hasState: boolean;
	/** Whether it had a nonce: else the ID token is not looked at for one (OIDC Core §3.1.3.7 rule 11). */
	hasNonce: boolean;
	/** What the messages carry beside those that nobody else may see: a signature of the client, a key of an API. */
	others: readonly SceneValue[];
	/** The requests of the steps that send one, as the walk sends them. */
	requests: Record<SendingStep, HttpRequest>;
	/** Steps whose message could not be built, and what stands in `requests` for it is none. */
	unbuilt: readonly StepId[];
}

export type SendingStep = 'configure' | 'exchange' | 'call' | 'renew';
