/** What of a message is signed again when it is sent: a signature with the time in it is good for seconds. */
import { headerOf, type HttpRequest } from '$lib/wire/http';
import { parseForm } from '$lib/wire/form';

/** A proof of possession (RFC 9449 §4.2), a client assertion (RFC 7523 §3), a request object (RFC 9101 §4). */
export const signedParts = ['DPoP', 'client_assertion', 'request'] as const;
export type SignedPart = (typeof signedParts)[number];

export function signedAnew({ headers, body = '' }: HttpRequest): SignedPart[] {
	const names = new Set(parseForm(body).map(([name]) => name));
	return signedParts.filter((part) =>
		part === 'DPoP' ? headerOf(headers, 'dpop') !== undefined : names.has(part)
	);
}
