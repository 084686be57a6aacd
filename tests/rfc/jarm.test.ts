import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { describe, expect, test } from 'vitest';
import {
	authorizeParameters,
	createServer,
	issuer,
	redirectUri,
	start,
	type Changes,
	type Server
} from './server';

async function verified(server: Server, response: string | null) {
	const keys = createLocalJWKSet(await (await server.get('/jwks')).json());
	const options = { issuer, audience: 'playground-spa', currentDate: new Date(start) };
	return (await jwtVerify(response ?? '', keys, options)).payload;
}

const answer = async (server: Server, changes: Changes) => server.click(await server.authorize(changes));

describe('secured authorization responses', () => {
	test('JARM §2.1: the response is one JWT with iss, aud, exp, code and state', async () => {
		const server = createServer();
		const location = await answer(server, { response_mode: 'query.jwt' });
		expect([...location.searchParams.keys()]).toEqual(['response']);
		const claims = await verified(server, location.searchParams.get('response'));
		expect(claims).toMatchObject({ iss: issuer, aud: 'playground-spa', state: authorizeParameters.state });
		expect(claims.exp).toBeGreaterThan(start / 1_000);
		expect(claims.exp).toBeLessThanOrEqual(start / 1_000 + 600);
		expect((await server.exchange(String(claims['code']))).status).toBe(200);
	});

	test('JARM §2.1: an error is secured as well', async () => {
		const server = createServer();
		const location = await answer(server, { response_mode: 'query.jwt', scope: 'unknown' });
		expect([...location.searchParams.keys()]).toEqual(['response']);
		const claims = await verified(server, location.searchParams.get('response'));
		expect(claims).toMatchObject({ error: 'invalid_scope', state: authorizeParameters.state });
	});

	test('JARM §2.1: so is the answer of a person who does not allow it', async () => {
		const server = createServer();
		const first = await server.authorize({ response_mode: 'query.jwt' });
		const location = await server.click(first, 'erin', 'deny');
		expect(await verified(server, location.searchParams.get('response'))).toMatchObject({
			error: 'access_denied'
		});
	});

	test('JARM §2.2: signed, with a key of the key set', async () => {
		const location = await answer(createServer(), { response_mode: 'query.jwt' });
		const { alg, kid } = decodeProtectedHeader(location.searchParams.get('response')!);
		expect([alg, typeof kid]).toEqual(['RS256', 'string']);
	});

	test('JARM §2.3: fragment.jwt puts it into the fragment', async () => {
		const server = createServer();
		const location = await answer(server, { response_mode: 'fragment.jwt' });
		expect(location.search).toBe('');
		const response = new URLSearchParams(location.hash.slice(1)).get('response');
		expect(await verified(server, response)).toHaveProperty('code');
	});

	test('JARM §2.3: jwt is the query for a code', async () => {
		const location = await answer(createServer(), { response_mode: 'jwt' });
		expect(location.searchParams.get('response')).toBeTruthy();
	});

	test('JARM §2.3: form_post.jwt posts it', async () => {
		const server = createServer();
		await server.code();
		const page = await (await server.authorize({ response_mode: 'form_post.jwt' })).text();
		expect(page).toContain(`action="${redirectUri}"`);
		expect(page).toMatch(/name="response" value="[\w-]+\.[\w-]+\.[\w-]+"/);
		expect(page).not.toContain('name="code"');
	});

	test('JARM §4: the metadata names the modes and the algorithm', async () => {
		const metadata = await (await createServer().get('/.well-known/openid-configuration')).json();
		expect(metadata.response_modes_supported).toEqual(
			expect.arrayContaining(['query.jwt', 'fragment.jwt', 'form_post.jwt', 'jwt'])
		);
		expect(metadata.authorization_signing_alg_values_supported).toEqual(['RS256']);
	});
});
