import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '$lib/authorization-server/memory-store';
import { respond } from '$lib/authorization-server/respond';
import { authorizeParameters, createServer, form, issuer, origin } from '../../rfc/server';

describe('too much, too many, too wrong', () => {
	test('a body of 10 MB is refused without being kept', async () => {
		const response = await createServer().post('/token', 'x'.repeat(10_000_000));
		expect(response.status).toBe(413);
	});

	test('a body without a length that does not end is refused when it is too large', async () => {
		const server = createServer();
		let pulled = 0;
		const endless = new ReadableStream({
			pull(controller) {
				pulled += 1;
				controller.enqueue(new Uint8Array(16_384).fill(97));
			}
		});
		const init: RequestInit & { duplex: 'half' } = { method: 'POST', body: endless, duplex: 'half' };
		const response = await respond(new Request(`${issuer}/token`, init), server.realm);
		expect(response.status).toBe(413);
		expect(pulled).toBeLessThan(20);
	});

	test('13,000 parameters are refused, and the answer does not repeat them', async () => {
		const server = createServer();
		const many = Array.from({ length: 13_000 }, (_, at) => `${at.toString(36)}=`).join('&');
		expect((await server.post('/token', many)).status).toBe(400);
		const twice = await server.get(`/authorize?${many}&${many}`);
		expect(twice.status).toBe(400);
		expect((await twice.text()).length).toBeLessThan(2_000);
		expect(server.failed()).toContain('as-parameters-form');
	});

	test.each([100, 2_000, 30_000])('a key that is nested %i deep is registered by nobody', async (depth) => {
		const server = createServer();
		const register = (x: string) =>
			server.post(
				'/register',
				`{"redirect_uris":["https://a.example/"],"jwks":{"keys":[{"kty":"EC","x":${x}}]}}`,
				{
					'content-type': 'application/json'
				}
			);
		expect((await register('['.repeat(depth) + ']'.repeat(depth))).status).toBe(400);
		expect((await register('"AAAA"')).status).toBe(201);
		const asked = await server.post('/token', '', { origin: 'https://b.example' });
		expect(asked.status).toBe(400);
	});

	test('tokens that rules made long can be introspected, revoked, and given as a hint', async () => {
		const server = createServer(({ rules }) => {
			rules.push({ id: 'long', name: 'Long', kind: 'rule', enabled: true, code: '' });
		});
		const added = { 'https://e.example/long': 'x'.repeat(6_000) };
		server.realm.rules = {
			run: async () => ({ accessToken: added, idToken: added, runs: [], notes: [] })
		};
		const { access_token, id_token } = await server.tokens();
		expect(id_token!.length).toBeGreaterThan(8_000);
		const about = form({ client_id: 'playground-spa', token: access_token });
		expect((await (await server.post('/introspect', about)).json()).active).toBe(true);
		expect(
			(await server.authorize({ id_token_hint: id_token, prompt: 'none' })).headers.get('location')
		).toContain('code=');
		await server.post('/revoke', about);
		expect((await (await server.post('/introspect', about)).json()).active).toBe(false);
		expect((await server.get(`/end-session?${form({ id_token_hint: id_token })}`)).status).toBe(200);
	});

	test('a parameter of 5,000 characters is refused', async () => {
		const server = createServer();
		await server.authorize({ state: 'x'.repeat(5_000) });
		expect(server.failed()).toEqual(['as-parameters-form']);
	});

	test.each([
		['GET', false],
		['POST', true]
	])('all parameters together may have 8,192 characters, and no more: %s', async (_, posted) => {
		const server = createServer();
		const room = 8_192 - Object.entries(authorizeParameters).flat().join('').length - 'abc'.length;
		const ask = (more: number) => {
			const fill = { a: 'x'.repeat(4_000), b: 'x'.repeat(room - 4_000 - 3_000 + more), c: 'x'.repeat(3_000) };
			const asked = form({ ...authorizeParameters, ...fill });
			return posted ? server.post('/authorize', asked) : server.get(`/authorize?${asked}`);
		};
		expect((await ask(0)).status).toBe(200);
		expect((await ask(1)).status).toBe(303);
		expect(server.failed()).toEqual(['as-parameters-form']);
	});

	test('1,000 codes can be outstanding, and each is good', async () => {
		const server = createServer();
		await server.tokens();
		const codes = await Promise.all(
			Array.from({ length: 1_000 }, async () => {
				const location = (await server.authorize()).headers.get('location')!;
				return new URL(location).searchParams.get('code')!;
			})
		);
		expect(new Set(codes).size).toBe(1_000);
		for (const code of [codes[0]!, codes[500]!, codes[999]!])
			expect((await server.exchange(code)).status).toBe(200);
		expect((await server.realm.store.list('decision')).length).toBeLessThan(500);
	}, 60_000);

	test('an address that is not there is a 404, wherever it is', async () => {
		const server = createServer();
		for (const path of ['/nothing', '', '/', '/token/', '/__proto__', '/constructor', '//'])
			expect((await server.get(path)).status, path).toBe(404);
		expect((await respond(new Request(`${origin}/elsewhere`), server.realm)).status).toBe(404);
	});

	test('every answer has a request id, and no two the same', async () => {
		const server = createServer();
		const ids = new Set<string | null>();
		for (const path of ['/jwks', '/authorize', '/nothing', '/pages.css'])
			ids.add((await server.get(path)).headers.get('x-request-id'));
		expect(ids.size).toBe(4);
		expect(ids.has(null)).toBe(false);
	});

	test('a store that fails is a 500, told as one, and nothing is thrown', async () => {
		const server = createServer();
		const broken = { ...server.realm.store, get: () => Promise.reject(new Error('quota')) };
		const realm = { ...server.realm, store: broken };
		const request = new Request(`${issuer}/token`, {
			method: 'POST',
			body: form({ grant_type: 'authorization_code', client_id: 'playground-spa', code: 'x' }),
			headers: { 'content-type': 'application/x-www-form-urlencoded' }
		});
		const response = await respond(request, realm);
		expect(response.status).toBe(500);
		expect((await response.json()).error).toBe('server_error');
		const page = await respond(new Request(`${issuer}/authorize?client_id=nobody`), realm);
		expect(page.status).toBe(500);
		expect(await page.text()).not.toContain('quota');
	});

	test('preflights are answered for the endpoints that pages may call', async () => {
		const server = createServer();
		const ask = (path: string) => server.send(path, { method: 'OPTIONS', headers: { origin } });
		const token = await ask('/token');
		expect(token.status).toBe(204);
		expect(token.headers.get('access-control-allow-origin')).toBe(origin);
		expect(token.headers.get('access-control-allow-headers')).toContain('Authorization');
		expect((await ask('/authorize')).status).toBe(405);
	});
});

describe('the memory store', () => {
	test('what is taken is taken once', async () => {
		const store = createMemoryStore(() => 0);
		await store.put('kind', 'key', { a: 1 });
		expect(await Promise.all([store.take('kind', 'key'), store.take('kind', 'key')])).toEqual([
			{ a: 1 },
			undefined
		]);
	});

	test('an entry is gone at its end, by each way of asking', async () => {
		const clock = { now: 0 };
		const store = createMemoryStore(() => clock.now);
		await store.put('kind', 'key', 1, 10);
		clock.now = 9;
		expect(await store.get('kind', 'key')).toBe(1);
		clock.now = 10;
		expect(await store.get('kind', 'key')).toBeUndefined();
		expect(await store.list('kind')).toEqual([]);
		expect(await store.take('kind', 'key')).toBeUndefined();
	});

	test('nobody changes what is stored by holding on to it', async () => {
		const store = createMemoryStore(() => 0);
		const value = { list: [1] };
		await store.put('kind', 'key', value);
		value.list.push(2);
		const read = await store.get<typeof value>('kind', 'key');
		read!.list.push(3);
		expect(await store.get('kind', 'key')).toEqual({ list: [1] });
	});
});

describe('the clock of the realm', () => {
	test.each([3_600, -3_600])(
		'set off by %i seconds it changes the tokens, not how long things are kept',
		async (offset) => {
			const server = createServer(({ policy }) => {
				policy.clockOffset = offset;
			});
			const { id_token, refresh_token } = await server.tokens();
			const { iat } = JSON.parse(Buffer.from(id_token!.split('.')[1]!, 'base64url').toString());
			expect(iat).toBe(server.clock.now / 1_000 + offset);
			expect((await server.refresh(refresh_token)).status).toBe(200);
		}
	);
});
