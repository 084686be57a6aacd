/** Whom and what the client insists on, and the server's part in it: OIDC Core §3.1.2.2 and §5.5.1. */
import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { createServer, form, interactionOf, type Changes, type Server } from './server';

const location = (response: Response) => new URL(response.headers.get('location') ?? 'http://none/');
const errorIn = (response: Response) => location(response).searchParams.get('error');

/** Erin is signed in and has allowed everything. */
async function signedIn(): Promise<Server> {
	const server = createServer();
	await server.tokens();
	return server;
}

const idTokenOf = async (server: Server, changes: Changes, user = 'erin') => {
	const code = (await server.click(await server.authorize(changes), user)).searchParams.get('code');
	return decodeJwt((await (await server.exchange(code ?? 'none')).json()).id_token);
};

const claim = (name: string, wish: object) => JSON.stringify({ id_token: { [name]: wish } });

describe('the person who is meant', () => {
	test('OIDC Core §3.1.2.2: who signs in as somebody else than the hint says gets no code', async () => {
		const server = createServer();
		const { id_token } = await server.tokens();
		server.forget();
		const back = await server.click(await server.authorize({ id_token_hint: id_token }), 'mona');
		expect(back.searchParams.get('error')).toBe('login_required');
		expect(back.searchParams.has('code')).toBe(false);
		expect(server.failed()).toEqual(['as-user-authenticated']);
	});

	test('OIDC Core §3.1.2.2: nor by way of another account on the consent page', async () => {
		const server = createServer();
		const { id_token } = await server.tokens();
		const page = await (await server.authorize({ id_token_hint: id_token, prompt: 'consent' })).text();
		const switched = await server.post(
			'/consent',
			form({ interaction: interactionOf(page), action: 'switch' })
		);
		const back = await server.click(switched, 'mona');
		expect(back.searchParams.get('error')).toBe('login_required');
	});

	test('OIDC Core §3.1.2.2: a sub that the claims ask for is the person of the answer, or there is none', async () => {
		const server = await signedIn();
		const erin = claim('sub', { value: 'user-erin' });
		const mona = claim('sub', { value: 'user-mona' });
		expect((await idTokenOf(server, { claims: erin, prompt: 'none' })).sub).toBe('user-erin');
		expect(errorIn(await server.authorize({ claims: mona, prompt: 'none' }))).toBe('login_required');
		expect((await server.click(await server.authorize({ claims: mona }))).searchParams.get('error')).toBe(
			'login_required'
		);
		expect((await idTokenOf(server, { claims: mona }, 'mona')).sub).toBe('user-mona');
	});

	test('OIDC Core §3.1.2.2: hint and claim that name two people fit nobody', async () => {
		const server = createServer();
		const { id_token } = await server.tokens();
		const changes = { id_token_hint: id_token, claims: claim('sub', { value: 'user-mona' }) };
		for (const user of ['erin', 'mona']) {
			const back = await server.click(await server.authorize(changes), user);
			expect(back.searchParams.get('error'), user).toBe('login_required');
		}
	});
});

describe('the sign-in', () => {
	test('OIDC Core §3.1.2.3: prompt=login is answered after a new sign-in only', async () => {
		const server = await signedIn();
		server.clock.now += 5_000;
		const { auth_time } = await idTokenOf(server, { prompt: 'login' });
		expect(auth_time).toBe(server.clock.now / 1_000);
	});

	test('OIDC Core §3.1.2.3: so is max_age=0, in the very second of the last one too', async () => {
		const server = await signedIn();
		expect(await (await server.authorize({ max_age: '0' })).text()).toContain('<h1>Sign in</h1>');
		expect(errorIn(await server.authorize({ max_age: '0', prompt: 'none' }))).toBe('login_required');
		server.clock.now += 5_000;
		expect((await idTokenOf(server, { max_age: '0' })).auth_time).toBe(server.clock.now / 1_000);
	});

	test('OIDC Core §3.1.2.3: a form that another site sends signs nobody in', async () => {
		for (const headers of [
			{ origin: 'https://attacker.example' },
			{ origin: 'null' },
			{ origin: 'null', 'sec-fetch-site': 'cross-site' },
			{ 'sec-fetch-site': 'cross-site' }
		]) {
			const server = createServer();
			const interaction = interactionOf(await (await server.authorize()).text());
			await server.post('/sign-in', form({ interaction, user: 'erin' }), headers);
			expect(server.failed(), JSON.stringify(headers)).toContain('as-form-origin');
			expect(errorIn(await server.authorize({ prompt: 'none' }))).toBe('login_required');
		}
	});

	test('OIDC Core §3.1.2.4: nothing is given before the person allows it', async () => {
		const server = createServer();
		const interaction = interactionOf(await (await server.authorize()).text());
		const page = await server.post('/sign-in', form({ interaction, user: 'erin' }));
		expect(page.headers.has('location')).toBe(false);
		const answer = form({ interaction: interactionOf(await page.text()), action: 'deny' });
		expect(errorIn(await server.post('/consent', answer))).toBe('access_denied');
	});

	test('OIDC Core §3.1.2.4: a consent for some scopes is none for more', async () => {
		const server = createServer();
		await server.tokens({ scope: 'openid' });
		expect((await server.authorize({ scope: 'openid' })).status).toBe(303);
		expect(await (await server.authorize({ scope: 'openid email' })).text()).toContain('<h1>Allow');
	});

	test('OIDC Core §3.1.2.5: the answer has the code and the state, in the query unless asked otherwise', async () => {
		const target = location(await (await signedIn()).authorize());
		expect(target.hash).toBe('');
		expect([...target.searchParams.keys()]).toEqual(['code', 'state', 'iss']);
	});
});

describe('claims one by one', () => {
	test('OIDC Core §5.5.1: an essential claim is there, and one that nobody has changes nothing', async () => {
		const claims = JSON.stringify({
			id_token: { email: { essential: true }, shoe_size: { essential: true, value: '40' } }
		});
		const token = await idTokenOf(createServer(), { scope: 'openid', claims });
		expect(token.email).toBe('erin@example.com');
		expect(token).not.toHaveProperty('shoe_size');
	});

	test.each([
		['1', { value: '1' }],
		['2', { values: ['2', '9'] }]
	])('OIDC Core §5.5.1.1: an essential acr %s is reached by a second step, and said', async (acr, wish) => {
		const server = await signedIn();
		const claims = claim('acr', { essential: true, ...wish });
		expect(errorIn(await server.authorize({ claims, prompt: 'none' }))).toBe('interaction_required');
		expect((await idTokenOf(server, { claims })).acr).toBe(acr);
	});

	test('OIDC Core §5.5.1.1: one that nobody can reach fails', async () => {
		const server = createServer();
		const claims = claim('acr', { essential: true, values: ['urn:example:gold'] });
		const back = await server.click(await server.authorize({ claims }));
		expect(back.searchParams.get('error')).toBe('access_denied');
		expect(server.failed()).toEqual(['as-step-up']);
	});

	test('OIDC Core §5.5.1.1: a wish that is not essential may be left unmet', async () => {
		const claims = claim('acr', { values: ['2'] });
		expect((await idTokenOf(createServer(), { claims })).acr).toBe('0');
	});

	test.each([{ sub: { value: 7 } }, { sub: { value: {} } }, { acr: { essential: 'x', values: 3 } }])(
		'OIDC Core §5.5: %j is not understood and left aside',
		async (id_token) => {
			const claims = JSON.stringify({ id_token });
			expect((await idTokenOf(createServer(), { claims })).sub).toBe('user-erin');
		}
	);

	test('OIDC Core §5.7: sub stays the same when everything else about a person changes', async () => {
		const server = createServer();
		const before = await idTokenOf(server, {});
		Object.assign(server.realm.settings.users[0]!, { username: 'new', email: 'new@example.com' });
		const after = await idTokenOf(server, {}, 'new');
		expect([after.sub, after.email]).toEqual([before.sub, 'new@example.com']);
	});
});
