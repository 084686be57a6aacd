import { decodeJwt } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { newKey, proof, seconds, type ClientKey } from './clients';
import {
	authorizeParameters,
	basic,
	createServer,
	form,
	issuer,
	web,
	type Changes,
	type Server
} from './server';

let key: ClientKey;
let other: ClientKey;
beforeAll(async () => {
	[key, other] = [await newKey(), await newKey()];
});

const withProof = async (server: Server, dpop?: string, changes: Changes = {}, code?: string) =>
	server.exchange(code ?? (await server.code()), changes, { dpop: dpop ?? (await proof(key)) });

const boundToken = async (server: Server) => (await withProof(server)).json();

const withNonces = () =>
	createServer(({ policy }) => {
		policy.dpopNonce = true;
	});

describe('the proof at the token endpoint', () => {
	test('RFC 9449 §5: a valid proof gives a token of type DPoP', async () => {
		const server = createServer();
		const response = await withProof(server);
		expect(response.status).toBe(200);
		expect((await response.json()).token_type).toBe('DPoP');
	});

	test('RFC 9449 §5: without a proof it is a bearer token', async () => {
		expect((await createServer().tokens()).token_type).toBe('Bearer');
	});

	test.each<[string, string, () => Promise<string>]>([
		['is no JWT', 'as-dpop-form', async () => 'no-jwt'],
		['comes twice', 'as-dpop-form', async () => `${await proof(key)}, ${await proof(key)}`],
		['has another typ', 'as-dpop-form', () => proof(key, { header: { typ: 'JWT' } })],
		['has a typ of another kind', 'as-dpop-form', () => proof(key, { header: { typ: 'text/dpop+jwt' } })],
		['has a critical extension', 'as-dpop-alg', () => proof(key, { header: { crit: ['b64'], b64: true } })],
		['has no jwk', 'as-dpop-key', () => proof(key, { header: { jwk: undefined } })],
		['has a private key', 'as-dpop-key', () => proof(key, { header: { jwk: key.privateJwk } })],
		['is signed by another key', 'as-dpop-signature', () => proof(key, { signer: other.privateKey })],
		['has no jti', 'as-dpop-jti', () => proof(key, { claims: { jti: undefined } })],
		['has another htm', 'as-dpop-htm', () => proof(key, { claims: { htm: 'GET' } })],
		['has another htu', 'as-dpop-htu', () => proof(key, { claims: { htu: `${issuer}/userinfo` } })],
		['has no htu', 'as-dpop-htu', () => proof(key, { claims: { htu: undefined } })],
		['is too old', 'as-dpop-iat', () => proof(key, { claims: { iat: seconds - 301 } })],
		['is from the future', 'as-dpop-iat', () => proof(key, { claims: { iat: seconds + 61 } })],
		['has no iat', 'as-dpop-iat', () => proof(key, { claims: { iat: undefined } })]
	])('RFC 9449 §4.3: a proof that %s is refused by %s', async (_, check, make) => {
		const server = createServer();
		const response = await withProof(server, await make());
		expect([response.status, (await response.json()).error]).toEqual([400, 'invalid_dpop_proof']);
		expect(server.failed()).toEqual([check]);
	});

	test.each(['none', 'HS256'])('RFC 9449 §4.2: alg %s is refused', async (alg) => {
		const server = createServer();
		const [, payload] = (await proof(key)).split('.');
		const header = btoa(JSON.stringify({ alg, typ: 'dpop+jwt', jwk: key.jwk })).replace(/=+$/, '');
		const response = await withProof(server, `${header}.${payload}.AAAA`);
		expect((await response.json()).error).toBe('invalid_dpop_proof');
		expect(server.failed()).toEqual(['as-dpop-alg']);
	});

	test('RFC 9449 §4.3: htu is compared without query and fragment, and normalised', async () => {
		const claims = { htu: 'HTTP://LOCALHOST:4173/idp/./token?a=b#c' };
		expect((await withProof(createServer(), await proof(key, { claims }))).status).toBe(200);
	});

	test('RFC 9449 §11.1: a proof is good once', async () => {
		const server = createServer();
		const once = await proof(key);
		expect((await withProof(server, once)).status).toBe(200);
		const again = await withProof(server, once);
		expect((await again.json()).error).toBe('invalid_dpop_proof');
		expect(server.failed()).toEqual(['as-dpop-jti']);
	});

	const used = async (server: Server, dpop: string, path = '/token') =>
		(
			await server.post(
				path,
				form({ grant_type: 'authorization_code', client_id: 'playground-spa', code: 'none' }),
				{ dpop }
			)
		).json();
	const spellings = [
		'/token',
		'/token?x=1',
		'/token?x=2',
		'/token#x',
		'/./token',
		'/x/../token?',
		'/token?#'
	];

	test.each(spellings)('RFC 9449 §11.1: a proof that was used is used at %s as well', async (path) => {
		const server = createServer();
		const once = await proof(key);
		expect((await used(server, once)).error).toBe('invalid_grant');
		expect((await used(server, once, path)).error).toBe('invalid_dpop_proof');
		expect(server.failed()).toContain('as-dpop-jti');
	});

	test.each([
		`${issuer}/token?a=b`,
		`${issuer}/%74oken`,
		`${issuer}/toke%6e#x`,
		`${issuer.toUpperCase().replace('IDP', 'idp')}/token`,
		`${issuer.replace('//', '//user@')}/token`
	])('RFC 9449 §11.1: the htu %s is that of the endpoint, and good once', async (htu) => {
		const server = createServer();
		const once = await proof(key, { claims: { htu } });
		for (const path of spellings) await used(server, once, path);
		const fits = server.decisions.map(({ checks }) => checks.find(({ id }) => id === 'as-dpop-jti')?.status);
		expect(fits).toEqual(['pass', ...spellings.slice(1).map(() => 'fail')]);
	});

	test('RFC 9449 §11.1: what one key has used up, another has not', async () => {
		const server = createServer();
		const claims = { jti: 'the same' };
		await used(server, await proof(other, { claims }));
		expect((await used(server, await proof(key, { claims }))).error).toBe('invalid_grant');
	});

	test('RFC 9449 §11.1: the same jti for another address is another proof', async () => {
		const server = createServer();
		const at = (path: string) => proof(key, { claims: { jti: 'the same', htu: `${issuer}${path}` } });
		await used(server, await at('/token'));
		await server.post('/par', form(authorizeParameters), { dpop: await at('/par') });
		expect(server.failed()).toEqual([]);
	});

	test('RFC 9449 §11.1: a proof that is made anew with the same jti was used', async () => {
		const server = createServer();
		const claims = { jti: 'the same' };
		await used(server, await proof(key, { claims }));
		expect((await used(server, await proof(key, { claims }))).error).toBe('invalid_dpop_proof');
	});

	test.each([
		['of now', 0],
		['of the future', 60],
		['as old as it may be', -300]
	])('RFC 9449 §11.1: a proof %s is remembered for as long as it would be accepted', async (_, shift) => {
		const server = createServer();
		const once = await proof(key, { claims: { iat: seconds + shift, jti: 'x'.repeat(5_000) } });
		const before = server.clock.now;
		await used(server, once);
		server.clock.now = before + (shift + 301) * 1_000 - 1;
		await used(server, once);
		expect(server.failed()).toContain('as-dpop-jti');
		const [[name] = ['']] = await server.realm.store.list('proof-seen');
		expect(name).toHaveLength(43);
		server.clock.now += 1;
		await used(server, once);
		expect(server.failed()).toContain('as-dpop-iat');
		expect(await server.realm.store.list('proof-seen')).toEqual([]);
	});
});

describe('what is bound to the key', () => {
	test('RFC 9449 §6.1: a JWT access token has the thumbprint in cnf.jkt', async () => {
		const { access_token } = await boundToken(createServer());
		expect(decodeJwt(access_token)['cnf']).toEqual({ jkt: key.jkt });
	});

	test('RFC 9449 §6.2: introspection tells the thumbprint and the type', async () => {
		const server = createServer();
		const { access_token } = await boundToken(server);
		const body = form({ client_id: 'playground-spa', token: access_token });
		const told = await (await server.post('/introspect', body)).json();
		expect(told).toMatchObject({ active: true, token_type: 'DPoP', cnf: { jkt: key.jkt } });
	});

	test('RFC 9449 §10: a code asked for with dpop_jkt is good with that key only', async () => {
		const server = createServer();
		const code = await server.code({ dpop_jkt: key.jkt });
		const stolen = await withProof(server, await proof(other), {}, code);
		expect([stolen.status, (await stolen.json()).error]).toEqual([400, 'invalid_grant']);
		expect(server.failed()).toEqual(['as-code-key']);
		expect((await withProof(server, await proof(key), {}, code)).status).toBe(200);
	});

	test('RFC 9449 §10: nor is it good without a proof', async () => {
		const server = createServer();
		const response = await server.exchange(await server.code({ dpop_jkt: key.jkt }));
		expect((await response.json()).error).toBe('invalid_grant');
		expect(server.failed()).toEqual(['as-code-key']);
	});

	test('RFC 9449 §10: a dpop_jkt that is no thumbprint is refused', async () => {
		const server = createServer();
		await server.authorize({ dpop_jkt: 'short' });
		expect(server.failed()).toEqual(['as-dpop-jkt']);
	});

	test('RFC 9449 §10.1: a push with a proof binds the code', async () => {
		const server = createServer();
		const dpop = await proof(key, { claims: { htu: `${issuer}/par` } });
		const pushed = await (await server.post('/par', form(authorizeParameters), { dpop })).json();
		const query = form({ client_id: 'playground-spa', request_uri: pushed.request_uri });
		const code = (await server.click(await server.get(`/authorize?${query}`))).searchParams.get('code')!;
		expect((await withProof(server, await proof(other), {}, code)).status).toBe(400);
		expect(server.failed()).toEqual(['as-code-key']);
		expect((await withProof(server, await proof(key), {}, code)).status).toBe(200);
	});

	test('RFC 9449 §10.1: a push whose dpop_jkt is not the key of its proof is refused', async () => {
		const server = createServer();
		const dpop = await proof(key, { claims: { htu: `${issuer}/par` } });
		const body = form({ ...authorizeParameters, dpop_jkt: other.jkt });
		const response = await server.post('/par', body, { dpop });
		expect([response.status, (await response.json()).error]).toEqual([400, 'invalid_dpop_proof']);
		expect(server.failed()).toEqual(['as-dpop-jkt']);
	});

	test('RFC 9449 §5: the refresh token of a public client is bound', async () => {
		const server = createServer();
		const { refresh_token } = await boundToken(server);
		const refresh = async (dpop?: string) =>
			server.token(
				{ grant_type: 'refresh_token', client_id: 'playground-spa', refresh_token },
				dpop === undefined ? {} : { dpop }
			);
		for (const stolen of [await refresh(), await refresh(await proof(other))]) {
			expect((await stolen.json()).error).toBe('invalid_grant');
			expect(server.failed()).toEqual(['as-refresh-token-key']);
		}
		const renewed = await (await refresh(await proof(key))).json();
		expect(renewed.token_type).toBe('DPoP');
		expect(decodeJwt(renewed.access_token)['cnf']).toEqual({ jkt: key.jkt });
	});

	test('RFC 9449 §5: that of a confidential client is bound to the client, as ever', async () => {
		const server = createServer();
		const credentials = basic('web-app', web.clientSecret!);
		const own = { client_id: 'web-app', redirect_uri: 'https://app.example.com/callback' };
		const code = await server.code(own);
		const first = await server.exchange(code, own, { ...credentials, dpop: await proof(key) });
		const { refresh_token } = await first.json();
		const second = await server.token(
			{ grant_type: 'refresh_token', refresh_token },
			{ ...credentials, dpop: await proof(other) }
		);
		expect(decodeJwt((await second.json()).access_token)['cnf']).toEqual({ jkt: other.jkt });
	});

	test('RFC 9449 §5.2: a client can have bound tokens only', async () => {
		const server = createServer(({ applications }) => {
			applications[0]!.requireDpop = true;
		});
		const response = await server.exchange(await server.code());
		expect((await response.json()).error).toBe('invalid_dpop_proof');
		expect(server.failed()).toEqual(['as-dpop-present']);
		expect((await withProof(server)).status).toBe(200);
	});

	test('RFC 9449 §5.1: the metadata names the algorithms', async () => {
		const metadata = await (await createServer().get('/.well-known/oauth-authorization-server')).json();
		expect(metadata.dpop_signing_alg_values_supported).toContain('ES256');
		expect(metadata.dpop_signing_alg_values_supported).not.toContain('none');
	});
});

describe('nonces', () => {
	const origin = { origin: 'http://localhost:4173' };

	test('RFC 9449 §8: a proof without one is refused with use_dpop_nonce and the nonce to use', async () => {
		const server = withNonces();
		const code = await server.code();
		const refused = await server.exchange(code, {}, { ...origin, dpop: await proof(key) });
		expect([refused.status, (await refused.json()).error]).toEqual([400, 'use_dpop_nonce']);
		expect(server.failed()).toEqual(['as-dpop-nonce']);
		const nonce = refused.headers.get('dpop-nonce');
		expect(nonce).toMatch(/^[\w-]{20,}$/);
		const dpop = await proof(key, { claims: { nonce } });
		expect((await server.exchange(code, {}, { ...origin, dpop })).status).toBe(200);
	});

	test('RFC 9449 §8: pages may read the nonce', async () => {
		const server = withNonces();
		const refused = await withProof(server, await proof(key));
		const readable = await server.exchange('x', {}, { ...origin, dpop: await proof(key) });
		expect(refused.headers.has('dpop-nonce')).toBe(true);
		expect(readable.headers.get('access-control-expose-headers')).toContain('DPoP-Nonce');
		const asked = await server.send('/token', { method: 'OPTIONS', headers: origin });
		expect(asked.headers.get('access-control-allow-headers')).toContain('DPoP');
	});

	test('RFC 9449 §8.2: a good answer brings the next nonce, and old ones end', async () => {
		const server = withNonces();
		const first = (await withProof(server)).headers.get('dpop-nonce')!;
		server.clock.now += 61_000;
		const claims = { nonce: first, iat: seconds + 61 };
		const second = await withProof(server, await proof(key, { claims }));
		expect(second.status).toBe(200);
		expect(second.headers.get('dpop-nonce')).not.toBe(first);
		server.clock.now += 300_000;
		const late = await withProof(server, await proof(key, { claims: { ...claims, iat: seconds + 361 } }));
		expect((await late.json()).error).toBe('use_dpop_nonce');
	});

	test('RFC 9449 §8: a made-up nonce is refused', async () => {
		const server = withNonces();
		await withProof(server, await proof(key, { claims: { nonce: 'made-up' } }));
		expect(server.failed()).toEqual(['as-dpop-nonce']);
	});
});
