/** Which fields a token of a kind can be held against. */
import type { TokenKind } from '$lib/lexicon/token-says';
import type { AgainstField } from '$lib/state/on-bench';
import type { TokenUse } from '$lib/tokens/context';

const asUse: Readonly<Record<TokenKind['kind'], TokenUse>> = {
	id: 'id',
	access: 'access',
	logout: 'logout',
	proof: 'proof',
	assertion: 'assertion',
	request: 'request',
	event: 'other',
	introspection: 'other',
	credential: 'other',
	refresh: 'other',
	unsaid: 'other'
};

/** What it says of itself. */
export const useOf = (kind: TokenKind | undefined): TokenUse => (kind ? asUse[kind.kind] : 'other');

const first: Readonly<Record<TokenUse, readonly AgainstField[]>> = {
	id: ['issuer', 'clientId', 'nonce'],
	access: ['issuer', 'audience'],
	logout: ['issuer', 'clientId'],
	proof: ['method', 'url', 'accessToken', 'nonce'],
	'user-info': ['issuer', 'clientId', 'subject'],
	assertion: ['issuer', 'clientId'],
	request: ['issuer', 'clientId'],
	other: ['issuer', 'audience']
};

const more: Readonly<Partial<Record<TokenUse, readonly AgainstField[]>>> = {
	id: ['accessToken', 'code', 'state']
};

export const fieldsOf = (
	use: TokenUse
): { first: readonly AgainstField[]; more: readonly AgainstField[] } => ({
	first: first[use],
	more: more[use] ?? []
});

export const isHmac = (alg: unknown): boolean => typeof alg === 'string' && /^HS\d/.test(alg);
