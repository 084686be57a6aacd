import { describe, expect, test } from 'vitest';
import { apiOf, createServer, resource, type Server } from '../../rfc/server';
import { respondApi } from '$lib/resource-server/respond';

const scopes = 'read:timesheets create:timesheets delete:timesheets approve:timesheets read:contacts';

async function tokenOf(server: Server, user: string, scope = scopes, acr?: string): Promise<string> {
	server.forget();
	const location = await server.click(await server.authorize({ scope, acr_values: acr }), user);
	const body = await (await server.exchange(location.searchParams.get('code')!)).json();
	return body.access_token;
}

const entry = { date: '2026-01-15', project: 'Website', hours: 2 };
const post = (server: Server, token: string, body: unknown) =>
	server.callApi(token, '/timesheets', { method: 'POST', body: JSON.stringify(body) });
const call = (server: Server, token: string, method: string, path: string) =>
	server.callApi(token, path, { method });

describe('timesheets', () => {
	test('an employee sees their own entries, a manager everybody’s', async () => {
		const server = createServer();
		const own = await (await server.callApi(await tokenOf(server, 'erin'))).json();
		expect(new Set(own.timesheets.map(({ person }: { person: string }) => person))).toEqual(
			new Set(['user-erin'])
		);
		const all = await (await server.callApi(await tokenOf(server, 'mona'))).json();
		expect(new Set(all.timesheets.map(({ person }: { person: string }) => person)).size).toBe(3);
	});

	test('an entry is added for the person of the token', async () => {
		const server = createServer();
		const token = await tokenOf(server, 'erin');
		const response = await post(server, token, { ...entry, person: 'user-mona', status: 'approved' });
		expect(response.status).toBe(201);
		const added = await response.json();
		expect(added).toMatchObject({ ...entry, person: 'user-erin', status: 'submitted' });
		expect(response.headers.get('location')).toBe(`/api/timesheets/${added.id}`);
		const { timesheets } = await (await server.callApi(token)).json();
		expect(timesheets).toContainEqual(added);
	});

	test.each([
		['no date', { ...entry, date: 'today' }],
		['no project', { ...entry, project: ' ' }],
		['too many hours', { ...entry, hours: 25 }],
		['text for hours', { ...entry, hours: '2' }],
		['a list', []],
		['nothing', undefined]
	])('an entry with %s is refused', async (_, body) => {
		const server = createServer();
		const response = await post(server, await tokenOf(server, 'erin'), body);
		expect(response.status).toBe(422);
		expect((await response.json()).issues.length).toBeGreaterThan(0);
	});

	test('a body that is too large is refused', async () => {
		const server = createServer();
		const response = await post(server, await tokenOf(server, 'erin'), 'x'.repeat(20_000));
		expect(response.status).toBe(413);
	});

	test('own entries can be removed, those of others cannot', async () => {
		const server = createServer();
		const token = await tokenOf(server, 'erin');
		const mona = await tokenOf(server, 'mona');
		await server.callApi(mona);
		expect((await call(server, token, 'DELETE', '/timesheets/user-erin-0')).status).toBe(204);
		expect((await call(server, token, 'DELETE', '/timesheets/user-erin-0')).status).toBe(404);
		const response = await call(server, token, 'DELETE', '/timesheets/user-omar-0');
		expect(response.status).toBe(403);
		expect((await response.json()).check).toBe('rs-person');
		expect(server.failed()).toEqual(['rs-person']);
	});

	test('a manager approves the entries of others, and then they stay', async () => {
		const server = createServer();
		const erin = await tokenOf(server, 'erin');
		await server.callApi(erin);
		const mona = await tokenOf(server, 'mona', scopes, '2');
		const approved = await call(server, mona, 'POST', '/timesheets/user-erin-1/approve');
		expect(await approved.json()).toMatchObject({ status: 'approved', approvedBy: 'user-mona' });
		expect((await call(server, erin, 'DELETE', '/timesheets/user-erin-1')).status).toBe(403);
	});

	test('an employee does not approve, though the token has the scope', async () => {
		const server = createServer();
		const erin = await tokenOf(server, 'erin');
		await server.callApi(erin);
		expect((await call(server, erin, 'POST', '/timesheets/user-erin-1/approve')).status).toBe(403);
	});

	test('a manager does not approve their own', async () => {
		const server = createServer();
		const mona = await tokenOf(server, 'mona', scopes, '2');
		await server.callApi(mona);
		expect((await call(server, mona, 'POST', '/timesheets/user-mona-1/approve')).status).toBe(403);
	});

	test.each([
		['GET', '/timesheets', 'create:timesheets', 'read:timesheets'],
		['POST', '/timesheets', 'read:timesheets', 'create:timesheets'],
		['DELETE', '/timesheets/x', 'read:timesheets', 'delete:timesheets'],
		['POST', '/timesheets/x/approve', 'read:timesheets', 'approve:timesheets'],
		['GET', '/contacts', 'read:timesheets', 'read:contacts']
	])('%s %s needs its scope', async (method, path, has, needs) => {
		const server = createServer();
		const response = await call(server, await tokenOf(server, 'mona', has), method, path);
		expect(response.status).toBe(403);
		expect(response.headers.get('www-authenticate')).toContain(`scope="${needs}"`);
	});

	test('contacts are the others', async () => {
		const server = createServer();
		const response = await call(server, await tokenOf(server, 'erin'), 'GET', '/contacts');
		expect((await response.json()).contacts).toEqual(['user-omar', 'user-mona']);
	});

	test('other addresses and methods', async () => {
		const server = createServer();
		const token = await tokenOf(server, 'erin');
		for (const path of ['/', '', '/nothing', '/timesheets/a/b/c', '/__proto__'])
			expect((await server.callApi(token, path)).status, path).toBe(404);
		const response = await call(server, token, 'PUT', '/timesheets');
		expect(response.status).toBe(405);
		expect(response.headers.get('allow')).toBe('GET, POST');
	});

	test('a preflight is answered without a token', async () => {
		const response = await createServer().callApi(undefined, '/timesheets', { method: 'OPTIONS' });
		expect(response.status).toBe(204);
		expect(response.headers.get('access-control-allow-headers')).toContain('Authorization');
	});

	test('a store that fails is a 500 in problem details', async () => {
		const server = createServer();
		const token = await tokenOf(server, 'erin');
		const broken = { ...server.realm.store, get: () => Promise.reject(new Error('quota')) };
		const request = new Request(`${resource}/timesheets`, {
			headers: { authorization: `Bearer ${token}` }
		});
		const response = await respondApi(request, { ...apiOf(server), store: broken });
		expect(response.status).toBe(500);
		expect(await response.text()).not.toContain('quota');
	});
});
