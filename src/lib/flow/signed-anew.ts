/** What of a message is signed again, when it is sent or while it is shown: a signature with the time in it is good for seconds. */
import { headerOf, type HttpRequest } from '$lib/wire/http';
import { queryOf, valueOf } from '$lib/wire/form';
import { sentValue } from '$lib/message/token-request';

/** A proof of possession (RFC 9449 §4.2), a client assertion (RFC 7523 §3), a request object (RFC 9101 §4). */
export const signedParts = ['DPoP', 'client_assertion', 'request'] as const;
type SignedPart = (typeof signedParts)[number];

export const signedAnew = (request: HttpRequest): SignedPart[] =>
	signedParts.filter((part) =>
		part === 'DPoP'
			? headerOf(request.headers, 'dpop') !== undefined
			: request.body !== undefined && sentValue(request, part) !== undefined
	);

/**
 * Whether a signed request stands in the address that a browser goes to (RFC 9101 §5.1). The window is opened in the
 * click itself, which leaves no time to sign: it is signed again while it is shown, every `signedAgainAfter` milliseconds
 * of the sixty seconds that it is good for.
 */
export const isSignedAddress = ({ url }: HttpRequest): boolean =>
	URL.canParse(url) && valueOf(queryOf(url), 'request') !== undefined;

export const signedAgainAfter = 30_000;
