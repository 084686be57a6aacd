import { createVerifier } from '$lib/client/verifier';
import type { World } from './world';

/** A code verifier of `bytes` random octets (32 to 96). */
export const generateVerifier = ({ random }: World, bytes: number): string => createVerifier(random, bytes);

/**
 * A new `state` and `nonce`, 256 bits each, in base64url: what binds one attempt to this browser and to its ID
 * token (RFC 6749 §10.12, OIDC Core §15.5.2).
 */
export const generateAttempt = ({ random }: World): { state: string; nonce: string } => ({
	state: createVerifier(random),
	nonce: createVerifier(random)
});
