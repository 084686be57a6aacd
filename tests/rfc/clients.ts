/** What clients with keys send: proofs, request objects and assertions, made by hand so that each part can be wrong. */
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';
import { encodeBase64url } from '$lib/wire/base64url';
import type { Application } from '$lib/authorization-server/settings';
import { authorizeParameters, issuer, start } from './server';

export interface ClientKey {
	privateKey: CryptoKey;
	jwk: JWK;
	privateJwk: JWK;
	jkt: string;
}

export async function newKey(): Promise<ClientKey> {
	const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
	const jwk = await exportJWK(publicKey);
	return { privateKey, jwk, privateJwk: await exportJWK(privateKey), jkt: await calculateJwkThumbprint(jwk) };
}

export const seconds = Math.floor(start / 1_000);

export const hashOf = async (text: string): Promise<string> =>
	encodeBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));

interface ProofChanges {
	header?: Record<string, unknown>;
	claims?: Record<string, unknown>;
	signer?: CryptoKey;
}

let count = 0;

/** A proof for a POST to the token endpoint, unless something is changed. */
export const proof = (key: ClientKey, { header, claims, signer }: ProofChanges = {}): Promise<string> =>
	new SignJWT({ htm: 'POST', htu: `${issuer}/token`, iat: seconds, jti: `proof-${(count += 1)}`, ...claims })
		.setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk: key.jwk, ...header })
		.sign(signer ?? key.privateKey);

export const keyId = 'client-key';

/** An application that has registered this key. */
export const withKey = (application: Application, key: ClientKey): Application => ({
	...application,
	jwks: { keys: [{ ...key.jwk, kty: 'EC', kid: keyId, alg: 'ES256', use: 'sig' }] }
});

/** The usual authorization request as a request object. */
export const requestObject = (
	key: ClientKey,
	{ header, claims, signer }: ProofChanges = {}
): Promise<string> =>
	new SignJWT({
		...authorizeParameters,
		iss: authorizeParameters.client_id,
		aud: issuer,
		iat: seconds,
		exp: seconds + 60,
		...claims
	})
		.setProtectedHeader({ alg: 'ES256', typ: 'oauth-authz-req+jwt', kid: keyId, ...header })
		.sign(signer ?? key.privateKey);

/** What proves a client with a key, as parameters. */
export const assertion = async (key: ClientKey, clientId: string, { claims, signer }: ProofChanges = {}) => ({
	client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
	client_assertion: await new SignJWT({
		iss: clientId,
		sub: clientId,
		aud: issuer,
		iat: seconds,
		exp: seconds + 60,
		jti: `assertion-${(count += 1)}`,
		...claims
	})
		.setProtectedHeader({ alg: 'ES256', kid: keyId })
		.sign(signer ?? key.privateKey)
});
