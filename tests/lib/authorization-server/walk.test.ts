import { decodeJwt, decodeProtectedHeader, jwtVerify, createLocalJWKSet } from 'jose';
import { expect, test } from 'vitest';
import { createServer, issuer, redirectUri, resource, start } from '../../rfc/server';

test('the whole walk: pages, code, tokens, API, UserInfo, refresh', async () => {
	const server = createServer();
	const signIn = await server.authorize();
	expect(signIn.status).toBe(200);
	const location = await server.click(signIn);
	expect(location.origin + location.pathname).toBe(redirectUri);
	expect(location.searchParams.get('state')).toBe('state-of-the-client');
	expect(location.searchParams.get('iss')).toBe(issuer);
	const response = await server.exchange(location.searchParams.get('code')!);
	expect(response.status).toBe(200);
	const tokens = await response.json();
	expect(decodeProtectedHeader(tokens.access_token)).toMatchObject({ typ: 'at+jwt', alg: 'RS256' });
	expect(decodeJwt(tokens.id_token)).toMatchObject({
		iss: issuer,
		aud: 'playground-spa',
		nonce: 'nonce-of-the-client'
	});
	const jwks = createLocalJWKSet(await (await server.get('/jwks')).json());
	await jwtVerify(tokens.id_token, jwks, { currentDate: new Date(start) });
	const called = await server.callApi(tokens.access_token);
	expect(called.status).toBe(200);
	expect((await called.json()).timesheets).toHaveLength(3);
	const userinfo = await server.get('/userinfo', { authorization: `Bearer ${tokens.access_token}` });
	expect(await userinfo.json()).toMatchObject({ sub: 'user-erin', name: 'Erin Example' });
	const refreshed = await server.refresh(tokens.refresh_token);
	expect(refreshed.status).toBe(200);
	expect((await refreshed.json()).refresh_token).not.toBe(tokens.refresh_token);
	expect(server.decisions.filter(({ checks }) => checks.some(({ status }) => status === 'fail'))).toEqual([]);
});

test('the decision log answers by request id and by state, in order', async () => {
	const server = createServer();
	const code = await server.code();
	const response = await server.exchange(code, { code_verifier: 'x'.repeat(43) });
	const byId = await (
		await server.get(`/decisions?request_id=${response.headers.get('x-request-id')}`)
	).json();
	expect(byId).toHaveLength(1);
	expect(byId[0].endpoint).toBe('token');
	expect(byId[0].checks.find(({ status }: { status: string }) => status === 'fail').id).toBe(
		'as-verifier-matches'
	);
	expect(JSON.stringify(byId)).not.toContain(code);
	const byState = await (await server.get('/decisions?state=state-of-the-client')).json();
	expect(byState.map(({ endpoint }: { endpoint: string }) => endpoint)).toEqual([
		'authorize',
		'sign-in',
		'consent'
	]);
});

test('the decisions of the API are found by its request id', async () => {
	const server = createServer();
	const response = await server.callApi('not-a-token');
	expect(response.status).toBe(401);
	const [decision] = await (
		await server.get(`/decisions?request_id=${response.headers.get('x-request-id')}`)
	).json();
	expect(decision.endpoint).toBe('api');
	expect(resource).toBe('http://localhost:4173/api');
});
