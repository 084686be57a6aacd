import type { DPoPHandle } from 'oauth4webapi';
import { calculateJwkThumbprint, decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { clientAuthentication } from '$lib/client/client-authentication';
import { dpopHandle, parseDpopKey, type DpopKey, type DpopNonces } from '$lib/client/dpop';
import { askApi } from '$lib/client/protected-resource';
import { askPushed } from '$lib/client/pushed-authorization';
import { signRequest } from '$lib/client/request-object';
import { publicSender } from '$lib/client/sender';
import { stepUpOf } from '$lib/client/step-up';
import { askToken } from '$lib/client/token';
import { headerOf, type HttpRequest } from '$lib/wire/http';
import { metadata, verifier } from '../../fixtures/walk';

const grant = { clientId: 'spa-1', code: 'c-1', redirectUri: 'https://app.example/callback/', verifier };

let key: DpopKey;
beforeAll(async () => {
	const pair = await generateKeyPair('ES256', { extractable: true });
	const parsed = parseDpopKey(JSON.stringify(await exportJWK(pair.privateKey)));
	if (!parsed) throw new Error('no key');
	key = parsed;
});

const sent = (asked: Awaited<ReturnType<typeof askToken>>): HttpRequest => {
	if (!asked.ok) throw new Error(asked.failure.reason);
	return asked.value;
};
const proofOf = (request: HttpRequest): string => headerOf(request.headers, 'dpop') ?? '';

async function handleOf(nonces: DpopNonces): Promise<DPoPHandle> {
	const handle = await dpopHandle(key, nonces);
	if (!handle) throw new Error('no key');
	return handle;
}

describe('proofs of possession', () => {
	it('makes no handle of numbers that are no key', async () => {
		expect(await dpopHandle({ ...key, x: 'x' }, {})).toBeUndefined();
	});

	it('takes only a private P-256 key for one', () => {
		const { kty, crv, x, y } = key;
		for (const text of ['', '{', '{}', JSON.stringify({ kty, crv, x, y })])
			expect(parseDpopKey(text)).toBeUndefined();
	});

	it('RFC 9449 §4.2: carries type, algorithm, public key, method, address, time and an identifier', async () => {
		const sender = { ...publicSender, dpop: await handleOf({}) };
		const proof = proofOf(sent(await askToken(metadata, grant, sender)));
		const { kty, crv, x, y } = key;
		expect(decodeProtectedHeader(proof)).toEqual({ alg: 'ES256', typ: 'dpop+jwt', jwk: { kty, crv, x, y } });
		const claims = decodeJwt(proof);
		expect(claims).toMatchObject({ htm: 'POST', htu: metadata.token_endpoint });
		expect(claims.jti).toEqual(expect.any(String));
		expect(claims.iat).toEqual(expect.any(Number));
		expect(claims.nonce).toBeUndefined();
	});

	it('RFC 9449 §8: carries the nonce of that origin, and of no other', async () => {
		const origin = new URL(metadata.token_endpoint ?? '').origin;
		const sender = {
			...publicSender,
			dpop: await handleOf({ [origin]: 'n-1', 'https://x.example': 'n-2' })
		};
		expect(decodeJwt(proofOf(sent(await askToken(metadata, grant, sender)))).nonce).toBe('n-1');
	});

	it('RFC 9449 §7.1: goes with the token in the scheme DPoP, bound to its hash', async () => {
		const sender = { ...publicSender, dpop: await handleOf({}) };
		const request = sent(await askApi('at-1', { method: 'GET', url: 'https://api.example/x?y=1' }, sender));
		expect(headerOf(request.headers, 'authorization')).toBe('DPoP at-1');
		expect(decodeJwt(proofOf(request))).toMatchObject({ htm: 'GET', htu: 'https://api.example/x' });
		expect(decodeJwt(proofOf(request)).ath).toEqual(expect.any(String));
	});

	it('RFC 9449 §10: the thumbprint is that of the public key', async () => {
		const handle = await handleOf({});
		const { kty, crv, x, y } = key;
		expect(await handle.calculateThumbprint()).toBe(await calculateJwkThumbprint({ kty, crv, x, y }));
	});
});

describe('client authentication', () => {
	const formOf = (request: HttpRequest): URLSearchParams => new URLSearchParams(request.body);

	it('sends a secret in the header, form-encoded (RFC 6749 §2.3.1)', async () => {
		const authentication = clientAuthentication({ method: 'client_secret_basic', secret: 'a:b c' });
		const request = sent(await askToken(metadata, grant, { authentication }));
		const basic = atob((headerOf(request.headers, 'authorization') ?? '').replace('Basic ', ''));
		expect(basic).toBe('spa%2D1:a%3Ab+c');
		expect(formOf(request).has('client_secret')).toBe(false);
	});

	it('sends a secret in the body', async () => {
		const authentication = clientAuthentication({ method: 'client_secret_post', secret: 's-1' });
		const request = sent(await askToken(metadata, grant, { authentication }));
		expect(formOf(request).get('client_secret')).toBe('s-1');
		expect(headerOf(request.headers, 'authorization')).toBeUndefined();
	});

	it('signs an assertion with a key', async () => {
		const { privateKey } = await generateKeyPair('ES256');
		const authentication = clientAuthentication({
			method: 'private_key_jwt',
			key: privateKey as CryptoKey,
			kid: 'k'
		});
		const assertion =
			formOf(sent(await askToken(metadata, grant, { authentication }))).get('client_assertion') ?? '';
		expect(decodeProtectedHeader(assertion)).toMatchObject({ alg: 'ES256', kid: 'k' });
		expect(decodeJwt(assertion)).toMatchObject({ iss: 'spa-1', sub: 'spa-1' });
	});
});

describe('requests that do not travel in the URL', () => {
	const server = { ...metadata, pushed_authorization_request_endpoint: 'https://idp.example/par' };

	it('RFC 9126 §2.1: pushes every parameter as a form, with the client', async () => {
		const request = sent(await askPushed(server, 'spa-1', [['state', 's']], publicSender));
		expect(request).toMatchObject({ method: 'POST', url: 'https://idp.example/par' });
		expect(Object.fromEntries(new URLSearchParams(request.body))).toEqual({ state: 's', client_id: 'spa-1' });
	});

	it('needs a server that takes pushed requests', async () => {
		expect(await askPushed(metadata, 'spa-1', [], publicSender)).toMatchObject({
			ok: false,
			failure: { reason: 'endpoint-missing', field: 'pushed_authorization_request_endpoint' }
		});
	});

	it('RFC 9101 §4: signs the parameters for this server, and leaves only the client outside', async () => {
		const { privateKey } = await generateKeyPair('ES256');
		const pairs = await signRequest(metadata, 'spa-1', [['state', 's']], { key: privateKey as CryptoKey });
		expect(pairs.map(([name]) => name)).toEqual(['client_id', 'request']);
		expect(decodeJwt(pairs[1]?.[1] ?? '')).toMatchObject({
			state: 's',
			client_id: 'spa-1',
			iss: 'spa-1',
			aud: metadata.issuer
		});
	});
});

describe('what an API asks of the next sign-in', () => {
	const challenged = (value: string) =>
		stepUpOf(
			{ status: 401, statusText: '', headers: [['www-authenticate', value]], body: '' },
			'openid',
			'openid'
		);

	it('RFC 9470 §3: acr_values and max_age of an insufficient_user_authentication challenge', async () => {
		expect(
			await challenged('Bearer error="insufficient_user_authentication", acr_values="mfa", max_age="5"')
		).toEqual([
			['acr_values', 'mfa'],
			['max_age', '5']
		]);
	});

	it('nothing when the challenge is another, broken or missing', async () => {
		expect(await challenged('Bearer error="invalid_token", max_age="5"')).toEqual([]);
		expect(await challenged('"')).toEqual([]);
		expect(
			await stepUpOf({ status: 200, statusText: '', headers: [], body: '' }, undefined, undefined)
		).toEqual([]);
	});
});
