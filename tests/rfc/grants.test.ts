/** What a grant is worth, to whom, and when it ends. */
import * as v from 'valibot';
import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { realmSettingsSchema } from '$lib/authorization-server/settings';
import { basic, createServer, form, native, web, type Changes, type Server } from './server';

const errorOf = async (response: Response): Promise<string> => (await response.json()).error;
const end = { ...basic(web.clientId, web.clientSecret!) };

/** Erin takes back what she allowed, at her account page. */
async function takeBack(server: Server): Promise<void> {
	const page = await (await server.get('/account')).text();
	const interaction = /name="interaction" value="([^"]+)"/.exec(page)![1]!;
	const revoke = /name="revoke" value="([^"]+)"/.exec(page)![1]!;
	await server.post('/account/answer', form({ interaction, revoke }));
}

describe('the end of a grant', () => {
	test('RFC 6749 §5.2: a consent that was taken back ends the codes that were not redeemed yet', async () => {
		const server = createServer();
		const code = await server.code();
		await takeBack(server);
		expect(await errorOf(await server.exchange(code))).toBe('invalid_grant');
		expect(server.failed()).toEqual(['as-code-grant-active']);
	});

	test.each<[string, (server: Server) => void]>([
		['the person', ({ realm }) => realm.settings.users.shift()],
		['the API', ({ realm }) => realm.settings.apis.shift()]
	])('RFC 6749 §5.2: without %s, codes and refresh tokens are worth nothing', async (_, remove) => {
		const server = createServer();
		const { refresh_token } = await server.tokens();
		const code = await server.code();
		remove(server);
		expect(await errorOf(await server.exchange(code))).toBe('invalid_grant');
		expect(server.failed()).toContain('as-code-grant-active');
		expect(await errorOf(await server.refresh(refresh_token))).toBe('invalid_grant');
		expect(server.failed()).toEqual(['as-refresh-grant-active']);
	});

	test('RFC 9700 §2.2.2: the refresh token of a public client is replaced at each use', async () => {
		const server = createServer();
		const { refresh_token } = await server.tokens();
		const next = (await (await server.refresh(refresh_token)).json()).refresh_token;
		expect(next).toEqual(expect.any(String));
		expect(await errorOf(await server.refresh(refresh_token))).toBe('invalid_grant');
	});

	test('RFC 9068 §2.2.1: auth_time and acr are those of the sign-in, at a refresh too', async () => {
		const server = createServer();
		const first = await server.tokens();
		server.clock.now += 60_000;
		const next = await (await server.refresh(first.refresh_token)).json();
		const [before, after] = [decodeJwt(first.access_token), decodeJwt(next.access_token)];
		expect([after.auth_time, after.acr]).toEqual([before.auth_time, before.acr]);
		expect(after.iat).toBeGreaterThan(before.iat!);
	});
});

describe('clients and people are told apart', () => {
	test.each(['RFC 9700 §4.15: ', 'RFC 9068 §5: '])(
		'%sno client identifier is the sub of a person',
		(_section) => {
			const { settings } = createServer().realm;
			const parsed = (clientId: string) =>
				v.safeParse(realmSettingsSchema, {
					...settings,
					applications: [...settings.applications, { ...web, clientId }]
				}).success;
			expect(parsed('a-machine')).toBe(true);
			expect(parsed(settings.users[0]!.sub)).toBe(false);
		}
	);
});

describe('native applications', () => {
	const changes: Changes = {
		client_id: native.clientId,
		redirect_uri: 'http://127.0.0.1:51004/callback'
	};

	test.each(['http://127.0.0.1:51004/callback', 'com.example.timesheets:/callback'])(
		'RFC 8252 §8.6: %s may be another program, so that the person is asked each time',
		async (redirect_uri) => {
			const server = createServer();
			await server.code({ ...changes, redirect_uri });
			const again = await server.authorize({ ...changes, redirect_uri });
			expect(await again.text()).toContain('<h1>Allow Native App?</h1>');
			const silent = await server.authorize({ ...changes, redirect_uri, prompt: 'none' });
			expect(silent.headers.get('location')).toContain('error=consent_required');
		}
	);

	test('RFC 8252 §6: PKCE works for them', async () => {
		const server = createServer();
		expect((await server.exchange(await server.code(changes), changes)).status).toBe(200);
	});

	test('RFC 8252 §8.1: and without it they are refused', async () => {
		const none = { ...changes, code_challenge: undefined, code_challenge_method: undefined };
		await createServer().authorize(none);
		const server = createServer();
		expect((await server.authorize(none)).headers.get('location')).toContain('error=invalid_request');
		expect(server.failed()).toEqual(['as-challenge-present']);
	});
});

describe('what is registered', () => {
	test('RFC 6749 §3.1.2.2: without a registered redirect URI nobody is sent anywhere', async () => {
		const server = createServer(({ applications }) => {
			applications[0]!.redirectUris = [];
		});
		const response = await server.authorize();
		expect([response.status, response.headers.has('location')]).toEqual([400, false]);
		expect(server.failed()).toEqual(['as-redirect-uri-registered']);
	});

	test('RFC 9700 §4.2.4: neither page nor redirect tells its address to others', async () => {
		const server = createServer();
		expect((await server.authorize()).headers.get('referrer-policy')).toBe('same-origin');
		const redirect = await server.authorize({ scope: undefined });
		expect(redirect.headers.get('referrer-policy')).toBe('no-referrer');
	});
});

describe('errors about tokens', () => {
	test.each([
		['RFC 7009 §2.2.1: ', '/revoke'],
		['RFC 7662 §2.3: ', '/introspect']
	])('%sthe client is told as at the token endpoint, at %s', async (_section, path) => {
		const server = createServer();
		const none = await server.post(path, '', end);
		expect([none.status, await errorOf(none)]).toEqual([400, 'invalid_request']);
		const wrong = await server.post(path, form({ token: 'x' }), basic(web.clientId, 'wrong'));
		expect([wrong.status, await errorOf(wrong)]).toEqual([401, 'invalid_client']);
		expect(wrong.headers.get('www-authenticate')).toMatch(/^Basic /);
		const twice = await server.post(path, 'token=x&token=y', end);
		expect([twice.status, await errorOf(twice)]).toEqual([400, 'invalid_request']);
	});
});
