/** A grant is there for as long as anything that was issued under it, and not for a year. */
import { describe, expect, test } from 'vitest';
import { basic, createServer, form, web, type Server, type TokenBody } from '../../rfc/server';

const hour = 3_600;
const day = 24 * hour;
const month = 30 * day;

const grants = async (server: Server) => (await server.realm.store.list('grant')).length;
const isActive = async (server: Server, token: string | undefined): Promise<boolean> =>
	(await (await server.post('/introspect', form({ client_id: 'playground-spa', token }))).json()).active;

/** Seconds. */
interface Lives {
	access: number;
	refresh: number;
	rotates: boolean;
}

const serverWith = ({ access, refresh, rotates }: Lives) =>
	createServer(({ apis, policy, applications }) => {
		apis[0]!.tokenLifetime = access;
		policy.refreshTokenLifetime = refresh;
		applications[0]!.rotateRefreshTokens = rotates;
	});

const lives: Lives[] = [
	{ access: hour, refresh: month, rotates: true },
	{ access: hour, refresh: month, rotates: false },
	{ access: month, refresh: hour, rotates: true },
	{ access: month, refresh: hour, rotates: false },
	{ access: 1, refresh: 1, rotates: true },
	{ access: month, refresh: 365 * day, rotates: false }
];

describe.each(lives)('access for $access s, refresh for $refresh s, rotated: $rotates', (each) => {
	test('each token is good until the second of its end, and the grant is forgotten a day after the last', async () => {
		const server = serverWith(each);
		const began = server.clock.now;
		const { access_token, refresh_token } = await server.tokens();
		for (const [token, life] of [
			[access_token, each.access],
			[refresh_token, each.refresh]
		] as const) {
			server.clock.now = began + life * 1_000 - 1;
			expect(await isActive(server, token)).toBe(true);
			server.clock.now += 1;
			expect(await isActive(server, token)).toBe(false);
		}
		const { codeLifetime } = server.realm.settings.policy;
		const last = began + Math.max(codeLifetime, each.access, each.refresh) * 1_000;
		server.clock.now = last + day * 1_000 - 1;
		expect(await grants(server)).toBe(1);
		server.clock.now += 1;
		expect(await grants(server)).toBe(0);
	});

	test('a token of a refresh in the last second is good for all of its life', async () => {
		const server = serverWith(each);
		const { refresh_token } = await server.tokens();
		server.clock.now += each.refresh * 1_000 - 1;
		const refreshed: TokenBody = await (await server.refresh(refresh_token)).json();
		server.clock.now += each.access * 1_000 - 1_000;
		expect(await isActive(server, refreshed.access_token)).toBe(true);
	});
});

test('the grant of a code that nobody redeems is forgotten', async () => {
	const server = createServer();
	await server.code();
	expect(await grants(server)).toBe(1);
	server.clock.now += (60 + day) * 1_000;
	expect(await grants(server)).toBe(0);
});

test('the grant of a machine lasts as long as its token', async () => {
	const server = createServer(({ applications, apis }) => {
		applications.find(({ clientId }) => clientId === web.clientId)!.grants = ['client_credentials'];
		apis[0]!.tokenLifetime = 10 * day;
	});
	const credentials = basic(web.clientId, web.clientSecret!);
	const asked = { grant_type: 'client_credentials', audience: server.realm.settings.apis[0]!.identifier };
	const { access_token } = await (await server.token(asked, credentials)).json();
	server.clock.now += 10 * day * 1_000 - 1;
	const told = await server.post('/introspect', form({ token: access_token }), credentials);
	expect((await told.json()).active).toBe(true);
	server.clock.now += day * 1_000 + 1;
	expect(await grants(server)).toBe(0);
});

test('a grant that an earlier build kept lasts as long as its refresh token may', async () => {
	const server = serverWith({ access: hour, refresh: month, rotates: false });
	const { refresh_token } = await server.tokens();
	const [[id, kept] = ['', {}]] = await server.realm.store.list<Record<string, unknown>>('grant');
	const { endsAt: _none, ...old } = kept as Record<string, unknown>;
	await server.realm.store.put('grant', id, old, server.clock.now + 365 * day * 1_000);
	await server.refresh(refresh_token);
	server.clock.now += (month - 1) * 1_000;
	expect((await server.refresh(refresh_token)).status).toBe(200);
});

test('a grant that was revoked while a token is issued does not come back', async () => {
	const server = createServer();
	const { access_token, refresh_token } = await server.tokens();
	const { store } = server.realm;
	server.realm.store = {
		...store,
		async update(kind, key, change, expiresAt) {
			if (kind === 'grant') await store.remove(kind, key);
			await store.update(kind, key, change, expiresAt);
		}
	};
	await server.refresh(refresh_token);
	expect(await grants(server)).toBe(0);
	expect(await isActive(server, access_token)).toBe(false);
});
