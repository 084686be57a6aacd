import { expect, test } from 'vitest';
import { createHash } from 'node:crypto';
import { askAuthorization, authorizationParameters } from '$lib/client/authorization-request';
import { checkChallenge, createChallenge } from '$lib/client/challenge';
import { askToken } from '$lib/client/token';
import { challengeOf, octetsOf } from '$lib/message/challenge';
import { checkVerifier, createVerifier } from '$lib/client/verifier';
import { statuses } from '../fixtures/messages';
import { code, configuration, metadata } from '../fixtures/walk';

/** The octets, the verifier and the challenge of the example. */
const octets = [
	116, 24, 223, 180, 151, 153, 224, 37, 79, 250, 96, 125, 216, 173, 187, 186, 22, 212, 37, 77, 105, 214, 191,
	240, 91, 88, 5, 88, 83, 132, 141, 121
];
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const hashed = [
	19, 211, 30, 150, 26, 26, 216, 236, 47, 22, 177, 12, 76, 152, 46, 8, 118, 168, 120, 173, 109, 241, 68, 86,
	110, 225, 137, 74, 203, 112, 249, 195
];
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

test('RFC 7636 Appendix B: the 32 octets give the verifier of the example', () => {
	expect(createVerifier(() => Uint8Array.from(octets))).toBe(verifier);
});

test('RFC 7636 Appendix B: the verifier gives the hash and the challenge of the example', async () => {
	expect(await createChallenge(verifier, 'S256')).toBe(challenge);
	expect(await challengeOf(verifier, 'S256')).toBe(challenge);
	expect([...(octetsOf(challenge) ?? [])]).toEqual(hashed);
});

test('RFC 7636 §4.1: a verifier has 43 to 128 characters', () => {
	const said = [42, 43, 128, 129].map(
		(length) => statuses(checkVerifier('a'.repeat(length)))['verifier-length']
	);
	expect(said).toEqual(['fail', 'pass', 'pass', 'fail']);
});

test('RFC 7636 §4.1: a verifier has unreserved characters only', () => {
	const unreserved = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~';
	expect(statuses(checkVerifier(unreserved))['verifier-alphabet']).toBe('pass');
	for (const character of '+/=% !$&\'()*,;:@?#[]"<>\\^`{|}') {
		expect(statuses(checkVerifier(unreserved + character))['verifier-alphabet'], character).toBe('fail');
	}
});

test('RFC 7636 §4.1: a new verifier is 32 random octets in base64url without padding', () => {
	let asked = 0;
	const made = createVerifier((count) => {
		asked = count;
		return new Uint8Array(count).fill(255);
	});
	expect(asked).toBe(32);
	expect(made).toBe(`${'_'.repeat(42)}8`);
});

test('RFC 7636 §4.2: S256 is BASE64URL-ENCODE(SHA256(ASCII(code_verifier)))', async () => {
	const text = 'a.b~c_d-'.repeat(6);
	expect(await createChallenge(text, 'S256')).toBe(
		createHash('sha256').update(text, 'ascii').digest('base64url')
	);
});

test('RFC 7636 §4.2: plain is the verifier itself, and is warned of', async () => {
	expect(await createChallenge(verifier, 'plain')).toBe(verifier);
	expect(statuses(checkChallenge(verifier, 'plain'))['challenge-method']).toBe('warn');
});

test('RFC 7636 §4.3: the authorization request carries the challenge and its method', () => {
	const asked = askAuthorization(
		metadata.authorization_endpoint,
		authorizationParameters({
			client_id: 'spa-1',
			redirect_uri: configuration.redirectUri,
			scope: 'openid',
			state: 's',
			nonce: 'n',
			code_challenge: challenge,
			code_challenge_method: 'S256',
			extra: []
		})
	);
	const query = new URL(asked.ok ? asked.value.url : '').searchParams;
	expect(query.getAll('code_challenge')).toEqual([challenge]);
	expect(query.getAll('code_challenge_method')).toEqual(['S256']);
	expect(query.has('code_verifier')).toBe(false);
});

test('RFC 7636 §4.5: the token request carries the verifier, and no challenge', async () => {
	const asked = await askToken(metadata, {
		clientId: 'spa-1',
		code,
		redirectUri: configuration.redirectUri,
		verifier
	});
	const body = new URLSearchParams(asked.ok ? asked.value.body : '');
	expect(body.getAll('code_verifier')).toEqual([verifier]);
	expect(body.has('code_challenge')).toBe(false);
});

test('RFC 7636 §7.1: a verifier that cannot hold 256 bits is warned of', () => {
	expect(statuses(checkVerifier(verifier))['verifier-entropy']).toBe('pass');
	expect(statuses(checkVerifier('0123456789abcdef'.repeat(3)))['verifier-entropy']).toBe('warn');
});
