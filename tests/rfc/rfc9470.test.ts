import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { createServer, form, interactionOf, type Changes, type Server } from './server';

const scope = 'openid read:timesheets approve:timesheets';

async function tokenOf(server: Server, changes: Changes = {}): Promise<string> {
	const location = await server.click(await server.authorize({ scope, ...changes }), 'mona');
	return (await (await server.exchange(location.searchParams.get('code')!)).json()).access_token;
}

const approve = (server: Server, token: string) =>
	server.callApi(token, '/timesheets/user-erin-0/approve', { method: 'POST' });

describe('an API that wants a stronger sign-in', () => {
	test('RFC 9470 §3: a weak sign-in gets 401 insufficient_user_authentication with what to ask for', async () => {
		const server = createServer();
		const response = await approve(server, await tokenOf(server));
		expect(response.status).toBe(401);
		const challenge = response.headers.get('www-authenticate');
		expect(challenge).toMatch(/^Bearer /);
		expect(challenge).toContain('error="insufficient_user_authentication"');
		expect(challenge).toContain('acr_values="2"');
		expect(challenge).toContain('max_age="900"');
		expect(server.failed()).toEqual(['rs-acr']);
	});

	test('RFC 9470 §3: so does a strong one of long ago', async () => {
		const server = createServer(({ apis }) => {
			apis[0]!.tokenLifetime = 7_200;
		});
		const token = await tokenOf(server, { acr_values: '2' });
		server.clock.now += 901_000;
		const response = await approve(server, token);
		expect(response.headers.get('www-authenticate')).toContain('error="insufficient_user_authentication"');
		expect(server.failed()).toEqual(['rs-auth-time']);
	});

	test('RFC 9470 §4: with what was asked for, the call goes through', async () => {
		const server = createServer();
		expect((await approve(server, await tokenOf(server))).status).toBe(401);
		const token = await tokenOf(server, { acr_values: '2', max_age: '900' });
		await server.callApi(token);
		expect((await approve(server, token)).status).toBe(200);
	});
});

describe('the authorization server', () => {
	test('RFC 9470 §5: somebody who is signed in is asked for the second step only', async () => {
		const server = createServer();
		await tokenOf(server);
		const page = await (await server.authorize({ scope, acr_values: '2' })).text();
		expect(page).toContain('/confirm"');
		expect(page).not.toContain('name="user"');
	});

	test('RFC 9470 §5: the second step makes a new and stronger sign-in', async () => {
		const server = createServer();
		const before = decodeJwt(await tokenOf(server));
		server.clock.now += 60_000;
		const after = decodeJwt(await tokenOf(server, { acr_values: '2' }));
		expect([before['acr'], after['acr']]).toEqual(['0', '2']);
		expect(Number(after['auth_time']) - Number(before['auth_time'])).toBe(60);
	});

	test('RFC 9470 §5: a sign-in that is strong enough is not asked again', async () => {
		const server = createServer();
		await tokenOf(server, { acr_values: '2' });
		const response = await server.authorize({ scope, acr_values: '1 2' });
		expect(response.status).toBe(303);
	});

	test('RFC 9470 §5: cancelled, the client gets access_denied', async () => {
		const server = createServer();
		await tokenOf(server);
		const page = await (await server.authorize({ scope, acr_values: '2' })).text();
		const body = form({ interaction: interactionOf(page), action: 'cancel' });
		const location = new URL((await server.post('/confirm', body)).headers.get('location')!);
		expect(location.searchParams.get('error')).toBe('access_denied');
		expect(server.failed()).toEqual(['as-step-up']);
	});

	test('RFC 9470 §5: where no page may be shown, the client gets an error', async () => {
		const server = createServer();
		await tokenOf(server);
		const response = await server.authorize({ scope, acr_values: '2', prompt: 'none' });
		const location = new URL(response.headers.get('location')!);
		expect(location.searchParams.get('error')).toBe('interaction_required');
		expect(server.failed()).toEqual(['as-step-up']);
	});

	test('RFC 9470 §4: a level that nobody knows is left aside', async () => {
		const server = createServer();
		expect(decodeJwt(await tokenOf(server, { acr_values: 'urn:unknown' }))['acr']).toBe('0');
	});

	test('RFC 9470 §4: max_age asks for a new sign-in', async () => {
		const server = createServer();
		await tokenOf(server);
		server.clock.now += 901_000;
		expect(await (await server.authorize({ scope, max_age: '900' })).text()).toContain('name="user"');
	});

	test('RFC 9470 §6.1: the access token tells acr and auth_time', async () => {
		const claims = decodeJwt(await tokenOf(createServer(), { acr_values: '2' }));
		expect(claims).toMatchObject({ acr: '2', auth_time: expect.any(Number) });
	});

	test('RFC 9470 §6.2: so does introspection', async () => {
		const server = createServer();
		const token = await tokenOf(server, { acr_values: '2' });
		const told = await server.post('/introspect', form({ client_id: 'playground-spa', token }));
		expect(await told.json()).toMatchObject({ active: true, acr: '2', auth_time: expect.any(Number) });
	});
});
