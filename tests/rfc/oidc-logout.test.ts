import { describe, expect, test } from 'vitest';
import { createServer, form, interactionOf, origin, web, type Changes, type Server } from './server';

const spa = { client_id: 'playground-spa' };

describe('logout', () => {
	const end = (server: Server, changes: Changes) => server.get(`/end-session?${form(changes)}`);
	const back = `${origin}/`;
	const isSignedIn = async (server: Server) =>
		(await server.authorize({ prompt: 'none' })).headers.get('location')!.includes('code=');

	test('OIDC RP-Initiated Logout §2: with the ID token of the person, the session ends', async () => {
		const server = createServer();
		const { id_token } = await server.tokens();
		expect(await isSignedIn(server)).toBe(true);
		expect((await end(server, { id_token_hint: id_token })).status).toBe(200);
		expect(await isSignedIn(server)).toBe(false);
	});

	test('OIDC RP-Initiated Logout §3: the browser is sent to a registered address, with state', async () => {
		const server = createServer();
		const { id_token } = await server.tokens();
		const response = await end(server, {
			id_token_hint: id_token,
			post_logout_redirect_uri: back,
			state: 's 1'
		});
		expect(response.headers.get('location')).toBe(`${back}?state=s+1`);
	});

	test('OIDC RP-Initiated Logout §3: it is not sent to an address that is not registered', async () => {
		const server = createServer();
		const { id_token } = await server.tokens();
		const response = await end(server, {
			id_token_hint: id_token,
			post_logout_redirect_uri: 'https://attacker.example/'
		});
		expect(response.status).toBe(400);
		expect(response.headers.has('location')).toBe(false);
		expect(server.failed()).toEqual(['as-logout-redirect-uri']);
	});

	test('OIDC RP-Initiated Logout §3: nor to any when nobody knows whose it would be', async () => {
		const response = await end(createServer(), { post_logout_redirect_uri: back });
		expect(response.headers.has('location')).toBe(false);
	});

	test.each([
		['a prefix of a registered one', 'http://localhost:4173'],
		['a registered one and more', `${back}x`],
		['one of another client', web.logoutUris[0]!],
		['script', 'javascript:alert(1)']
	])('OIDC RP-Initiated Logout §3: %s is not registered', async (_, uri) => {
		const server = createServer();
		const { id_token } = await server.tokens();
		const response = await end(server, { id_token_hint: id_token, post_logout_redirect_uri: uri });
		expect([response.status, response.headers.has('location')]).toEqual([400, false]);
		expect(await isSignedIn(server)).toBe(true);
	});

	test('OIDC RP-Initiated Logout §2: the hint of one person does not end the session of another', async () => {
		const server = createServer();
		const { id_token } = await server.tokens();
		server.forget();
		await server.click(await server.authorize(), 'mona');
		expect(await (await end(server, { id_token_hint: id_token })).text()).toContain('Sign out?');
		expect(await isSignedIn(server)).toBe(true);
	});

	test('OIDC RP-Initiated Logout §2: the hint of another session of the same person does not end this one', async () => {
		const server = createServer();
		const { id_token } = await server.tokens();
		server.forget();
		const { id_token: own } = await server.tokens();
		const page = await (await end(server, { id_token_hint: id_token })).text();
		expect(page).toContain('Sign out?');
		expect(await isSignedIn(server)).toBe(true);
		await end(server, { id_token_hint: own });
		expect(await isSignedIn(server)).toBe(false);
	});

	test('OIDC RP-Initiated Logout §2: nor does that of a session that ended', async () => {
		const server = createServer();
		const { id_token } = await server.tokens();
		await end(server, { id_token_hint: id_token });
		await server.tokens();
		expect(await (await end(server, { id_token_hint: id_token })).text()).toContain('Sign out?');
		expect(await isSignedIn(server)).toBe(true);
	});

	test('OIDC RP-Initiated Logout §2: the ID token of a refresh is of the same session', async () => {
		const server = createServer();
		const { refresh_token } = await server.tokens();
		const { id_token } = await (await server.refresh(refresh_token)).json();
		await end(server, { id_token_hint: id_token });
		expect(await isSignedIn(server)).toBe(false);
	});

	test('OIDC RP-Initiated Logout §3.1: the addresses are those of the registration', async () => {
		const server = createServer();
		const { id_token } = await server.tokens();
		server.realm.settings.applications[0]!.logoutUris = ['https://new.example/out'];
		const to = (uri: string) => end(server, { id_token_hint: id_token, post_logout_redirect_uri: uri });
		expect((await to(back)).status).toBe(400);
		expect((await to('https://new.example/out')).headers.get('location')).toBe('https://new.example/out');
	});

	test('OIDC RP-Initiated Logout §2: an expired ID token is taken as a hint', async () => {
		const server = createServer();
		const { id_token } = await server.tokens();
		server.clock.now += 3_700_000;
		await end(server, { id_token_hint: id_token });
		expect(await isSignedIn(server)).toBe(false);
	});

	test('OIDC RP-Initiated Logout §4: an ID token of somebody else’s making is refused', async () => {
		const server = createServer();
		await server.tokens();
		expect((await end(server, { id_token_hint: 'a.b.c' })).status).toBe(400);
		expect(await isSignedIn(server)).toBe(true);
	});

	test('OIDC RP-Initiated Logout §2: client_id has to fit the hint', async () => {
		const server = createServer();
		const { id_token } = await server.tokens();
		expect((await end(server, { id_token_hint: id_token, client_id: web.clientId })).status).toBe(400);
		expect(server.failed()).toContain('as-logout-client');
	});

	test('OIDC RP-Initiated Logout §2: without a hint the person is asked', async () => {
		const server = createServer();
		await server.tokens();
		const page = await (await end(server, { ...spa, post_logout_redirect_uri: back })).text();
		expect(page).toContain('Sign out?');
		expect(await isSignedIn(server)).toBe(true);
		const answer = form({ interaction: interactionOf(page), action: 'sign-out' });
		expect((await server.post('/sign-out', answer)).headers.get('location')).toBe(back);
		expect(await isSignedIn(server)).toBe(false);
	});

	test('OIDC RP-Initiated Logout §2: and may stay', async () => {
		const server = createServer();
		await server.tokens();
		const page = await (await end(server, {})).text();
		await server.post('/sign-out', form({ interaction: interactionOf(page), action: 'stay' }));
		expect(await isSignedIn(server)).toBe(true);
	});

	test('OIDC RP-Initiated Logout §2: POST is supported', async () => {
		const server = createServer();
		const { id_token } = await server.tokens();
		await server.post('/end-session', form({ id_token_hint: id_token }));
		expect(await isSignedIn(server)).toBe(false);
	});
});
