import { beforeAll, expect, test } from 'vitest';
import type { JWTPayload } from 'jose';
import { askDiscovery, readDiscovery } from '$lib/client/discovery';
import { checkIdToken, type IdTokenContext } from '$lib/client/id-token';
import { readUserInfo } from '$lib/client/protected-resource';
import { readRefreshResponse } from '$lib/client/refresh';
import { readTokenResponse } from '$lib/client/token';
import { answer, failures, statuses } from '../fixtures/messages';
import {
	at,
	clientId,
	createSigner,
	forgeToken,
	halfHash,
	idTokenClaims,
	issuer,
	nonce,
	now,
	signToken,
	subject,
	type Signer
} from '../fixtures/tokens';
import { metadata } from '../fixtures/walk';

let signer: Signer;
let context: IdTokenContext;
beforeAll(async () => {
	signer = await createSigner('RS256');
	context = {
		server: metadata,
		clientId,
		nonce,
		accessToken: 'at-1',
		keySet: { keys: [signer.publicJwk] } as IdTokenContext['keySet'],
		at,
		kind: 'code'
	};
});

const failedWith = async (changes: JWTPayload): Promise<string[]> =>
	failures(await checkIdToken(await signToken(signer, { ...idTokenClaims(), ...changes }), context));

test('OIDC Core §2: a token with all that is required is accepted', async () => {
	expect(await failedWith({})).toEqual([]);
});

test('OIDC Core §2: sub has at most 255 characters', async () => {
	expect(await failedWith({ sub: 'x'.repeat(256) })).toEqual(['id-token-sub']);
});

test('OIDC Core §3.1.3.3: a missing ID token is told when openid was asked for', () => {
	const response = answer({ access_token: 'a', token_type: 'Bearer' });
	expect(statuses(readTokenResponse(response, { scope: 'openid' }).checks)['token-id-token']).toBe('warn');
});

test('OIDC Core §3.1.3.6: at_hash is the left half of the hash of the access token', async () => {
	expect(await failedWith({ at_hash: halfHash('at-1', 'sha256') })).toEqual([]);
	expect(await failedWith({ at_hash: halfHash('at-1', 'sha512') })).toEqual(['id-token-at-hash']);
});

test('OIDC Core §3.1.3.6: the example at_hash of the specification', async () => {
	const accessToken = 'jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y';
	const token = forgeToken(
		{ alg: 'RS256' },
		{ ...idTokenClaims(), at_hash: '77QmUPtjPfzWtF2AnpK9RQ' },
		'c2ln'
	);
	expect(statuses(await checkIdToken(token, { ...context, accessToken }))['id-token-at-hash']).toBe('pass');
});

test('OIDC Core §3.1.3.7: iss is exactly the issuer', async () => {
	expect(await failedWith({ iss: `${issuer}/` })).toEqual(['id-token-iss']);
});

test('OIDC Core §3.1.3.7: aud contains the client', async () => {
	expect(await failedWith({ aud: 'another' })).toEqual(['id-token-aud']);
});

test('OIDC Core §3.1.3.7: with several audiences there is an azp, and it is the client', async () => {
	expect(await failedWith({ aud: [clientId, 'api'] })).toEqual(['id-token-azp']);
	expect(await failedWith({ aud: [clientId, 'api'], azp: 'api' })).toEqual(['id-token-azp']);
	expect(await failedWith({ aud: [clientId, 'api'], azp: clientId })).toEqual([]);
});

test('OIDC Core §3.1.3.7: the algorithm is one that the server lists', async () => {
	const other = await createSigner('PS256');
	const keySet = { keys: [other.publicJwk] } as IdTokenContext['keySet'];
	const checks = await checkIdToken(await signToken(other, idTokenClaims()), { ...context, keySet });
	expect(failures(checks)).toEqual(['id-token-alg']);
});

test('OIDC Core §3.1.3.7: the current time is before exp', async () => {
	expect(await failedWith({ exp: now - 60 })).toEqual(['id-token-exp']);
});

test('OIDC Core §3.1.3.7: nonce is the one that was sent', async () => {
	expect(await failedWith({ nonce: 'replayed' })).toEqual(['id-token-nonce']);
	expect(await failedWith({ nonce: undefined })).toEqual(['id-token-nonce']);
});

test('OIDC Core §3.1.3.7: a signature by another key is refused', async () => {
	const impostor = await createSigner('RS256', signer.publicJwk.kid);
	expect(failures(await checkIdToken(await signToken(impostor, idTokenClaims()), context))).toEqual([
		'id-token-signature'
	]);
});

test('OIDC Core §5.3.2: claims about another subject are not used', async () => {
	const reading = await readUserInfo(metadata, clientId, subject, answer({ sub: 'another' }), at);
	expect(failures(reading.checks)).toContain('userinfo-sub');
	expect(reading).not.toHaveProperty('value');
});

test('OIDC Core §11: a missing refresh token is told when offline_access was asked for', () => {
	const response = answer({ access_token: 'a', token_type: 'Bearer' });
	expect(
		statuses(readTokenResponse(response, { scope: 'offline_access' }).checks)['token-refresh-token']
	).toBe('warn');
});

test('OIDC Core §12.2: a refreshed ID token about another person is refused', async () => {
	const before = { refresh_token: 'rt-1', id_token: await signToken(signer, idTokenClaims()) };
	const response = answer({
		access_token: 'at-2',
		token_type: 'Bearer',
		id_token: await signToken(signer, { ...idTokenClaims(), sub: 'another' })
	});
	const reading = readRefreshResponse(response, before);
	expect(failures(reading.checks)).toEqual(['refresh-id-token']);
	expect(reading).not.toHaveProperty('value');
});

test('OIDC Discovery §4: the well-known part is appended to the issuer', async () => {
	const asked = await askDiscovery('https://idp.example/tenant', 'oidc');
	expect(asked.ok && asked.value.url).toBe('https://idp.example/tenant/.well-known/openid-configuration');
});

test('OIDC Discovery §4.3: the issuer of the document is the one that was asked', async () => {
	const reading = await readDiscovery(
		{ issuer, scope: '' },
		answer({ ...metadata, issuer: `${issuer}/other` })
	);
	expect(failures(reading.checks)).toEqual(['metadata-issuer']);
});
