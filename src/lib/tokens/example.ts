/** Tokens to try the bench with: really signed, with a key that is made for them and thrown away. */
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { encodeBase64url } from '$lib/wire/base64url';

/** What was made: the answer of a token endpoint, and what it is to be held against. */
export interface Example {
	response: string;
	issuer: string;
	clientId: string;
	audience: string;
	nonce: string;
	/** The public key, as a key set. */
	keys: string;
}

const issuer = 'https://issuer.example';
const clientId = 'a-client';
const audience = 'https://api.example';
const nonce = 'a-nonce-of-this-example';

/** The left half of the hash of a token (OIDC Core §3.1.3.6), for ES256. */
async function halfHash(text: string): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
	return encodeBase64url(new Uint8Array(digest, 0, 16));
}

/** `at`: milliseconds since the epoch. The tokens are good for five minutes from then. */
export async function makeExample(at: number): Promise<Example> {
	const { publicKey, privateKey } = await generateKeyPair('ES256');
	const jwk = await exportJWK(publicKey);
	const kid = await calculateJwkThumbprint(jwk);
	const iat = Math.floor(at / 1000);
	const times = { iat, exp: iat + 300 };
	const sign = (claims: Record<string, unknown>, typ: string): Promise<string> =>
		new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid, typ }).sign(privateKey);
	// RFC 9068 §2.2.
	const access_token = await sign(
		{
			...{ iss: issuer, sub: 'erin', aud: audience, client_id: clientId, jti: 'example-1' },
			...{ scope: 'openid profile timesheets:read', ...times }
		},
		'at+jwt'
	);
	// OIDC Core §2.
	const id_token = await sign(
		{
			...{ iss: issuer, sub: 'erin', aud: clientId, nonce, auth_time: iat - 40, ...times },
			...{ at_hash: await halfHash(access_token), amr: ['pwd', 'otp'], acr: '1' },
			...{ name: 'Erin Example', email: 'erin@example.com', email_verified: true }
		},
		'JWT'
	);
	const scope = 'openid profile timesheets:read';
	return {
		...{ issuer, clientId, audience, nonce },
		response: JSON.stringify(
			{ token_type: 'Bearer', expires_in: 300, scope, id_token, access_token },
			undefined,
			1
		),
		keys: JSON.stringify({ keys: [{ ...jwk, kid, alg: 'ES256', use: 'sig' }] })
	};
}
