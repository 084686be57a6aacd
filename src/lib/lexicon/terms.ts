import type { MarkId } from './marks';

/** Words of the trade that the glossary explains. */
export const terms = [
	'authorization-server',
	'resource-server',
	'issuer',
	'metadata',
	'client-identifier',
	'public-client',
	'confidential-client',
	'redirect-uri',
	'scope',
	'audience',
	'authorization-endpoint',
	'token-endpoint',
	'authorization-code',
	'pkce',
	'code-verifier',
	'code-challenge',
	'state',
	'nonce',
	'access-token',
	'id-token',
	'refresh-token',
	'opaque',
	'claim',
	'signature',
	'jwks',
	'cors',
	'par',
	'dpop',
	'jarm'
] as const;

export type Term = (typeof terms)[number];

/** What each value that is followed through the walk is. */
export const markTerms: Record<MarkId, Term> = {
	code_verifier: 'code-verifier',
	code_challenge: 'code-challenge',
	state: 'state',
	nonce: 'nonce',
	code: 'authorization-code',
	access_token: 'access-token',
	id_token: 'id-token',
	refresh_token: 'refresh-token'
};
