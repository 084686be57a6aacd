import { plainDescription, redirect } from './answer';
import type { Refusal } from './decide';
import type { Realm } from './realm';

export interface ReturnAddress {
	redirectUri: string;
	state?: string | undefined;
}

type Parameter = readonly [name: string, value: string | undefined];

/** Adds to the redirect URI's own query, which is kept as it is: RFC 6749 §3.1.2. */
function withQuery(uri: string, parameters: readonly Parameter[]): string {
	const query = new URLSearchParams();
	for (const [name, value] of parameters) if (value !== undefined) query.append(name, value);
	return `${uri}${uri.includes('?') ? '&' : '?'}${query}`;
}

/** RFC 9207 §2: every authorization response, an error too, says who it is from. */
const issuerOf = ({ issuer, settings }: Realm): Parameter => [
	'iss',
	settings.policy.issParameter ? issuer : undefined
];

/** @see [RFC 6749 §4.1.2](https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2) */
export const codeResponse = (realm: Realm, { redirectUri, state }: ReturnAddress, code: string): Response =>
	redirect(withQuery(redirectUri, [['code', code], ['state', state], issuerOf(realm)]));

/** @see [RFC 6749 §4.1.2.1](https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1) */
export const errorResponse = (
	realm: Realm,
	{ redirectUri, state }: ReturnAddress,
	refusal: Refusal
): Response =>
	redirect(
		withQuery(redirectUri, [
			['error', refusal.error],
			['error_description', plainDescription(refusal.description)],
			['state', state],
			issuerOf(realm)
		])
	);
