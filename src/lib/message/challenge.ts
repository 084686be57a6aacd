/** What a code verifier and its challenge look like, and what the one comes to by the method: RFC 7636 §4.1, §4.2. */
import { decodeBase64url, encodeBase64url } from '$lib/wire/base64url';

export type ChallengeMethod = 'S256' | 'plain';

/** RFC 7636 §4.1: code-verifier = 43*128unreserved. */
const verifierForm = /^[A-Za-z0-9\-._~]{43,128}$/;

export const isVerifierForm = (verifier: string): boolean => verifierForm.test(verifier);

/** RFC 7636 §4.2: the same for a plain one; S256 always gives 43 characters of base64url. */
export const isChallengeForm = (challenge: string, method: string | undefined): boolean =>
	(method === 'S256' ? /^[A-Za-z0-9\-_]{43}$/ : verifierForm).test(challenge);

/** BASE64URL-ENCODE(SHA256(text)). */
export const hashOf = async (text: string): Promise<string> =>
	encodeBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));

/** What the verifier comes to by the method of the challenge: RFC 7636 §4.6. */
export const challengeOf = async (verifier: string, method: ChallengeMethod): Promise<string> =>
	method === 'plain' ? verifier : hashOf(verifier);

/** The octets that a text of base64url stands for; undefined when it is none. */
export function octetsOf(text: string): Uint8Array | undefined {
	const bytes = decodeBase64url(text);
	return bytes.ok ? bytes.value : undefined;
}
