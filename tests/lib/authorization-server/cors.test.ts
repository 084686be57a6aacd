import { describe, expect, test } from 'vitest';
import { endpoints } from '$lib/authorization-server/endpoints';
import { respond } from '$lib/authorization-server/respond';
import { createServer, issuer, origin, type Server } from '../../rfc/server';

const registered = 'https://registered.example';
const extra = 'https://extra.example';

/** A server with an origin of each way to be known: by a callback, by a list, and by registering oneself. */
async function serverWithOrigins(): Promise<Server> {
	const server = createServer(({ applications }) => {
		applications[1]!.allowedOrigins.push(extra);
	});
	await server.post('/register', JSON.stringify({ redirect_uris: [`${registered}/cb`] }), {
		'content-type': 'application/json'
	});
	return server;
}

const ofPages = Object.entries(endpoints).filter(([, { readers }]) => readers === 'nobody');
const open = [
	...Object.entries(endpoints).filter(([, { readers }]) => readers === 'everyone'),
	['/nowhere', { methods: ['GET'] }] as const
];
const closed = Object.entries(endpoints).filter(([, { readers }]) => readers === 'registered');

const send = (server: Server, path: string, from: string | undefined, init: RequestInit = {}) =>
	server.send(path, {
		...init,
		headers: { ...init.headers, ...(from === undefined ? {} : { origin: from }) }
	});

const broken = (server: Server) => ({
	...server.realm,
	store: {
		...server.realm.store,
		get: () => Promise.reject(new Error('quota')),
		put: () => Promise.reject(new Error('quota')),
		list: () => Promise.reject(new Error('quota'))
	}
});

/** Every kind of answer that an endpoint has. */
const answers: [kind: string, ask: (server: Server, path: string, from?: string) => Promise<Response>][] = [
	['what it answers to GET', (server, path, from) => send(server, path, from)],
	[
		'what it answers to a form',
		(server, path, from) => send(server, path, from, { method: 'POST', body: '' })
	],
	['a wrong method', (server, path, from) => send(server, path, from, { method: 'DELETE' })],
	[
		'a body that is too large',
		(server, path, from) => send(server, path, from, { method: 'POST', body: 'x'.repeat(100_000) })
	],
	[
		'a failure',
		(server, path, from) => {
			const headers = from === undefined ? {} : { origin: from };
			return respond(
				new Request(issuer + path, { method: 'POST', headers, body: 'token=x' }),
				broken(server)
			);
		}
	],
	['a preflight', (server, path, from) => send(server, path, from, { method: 'OPTIONS' })]
];

const corsOf = (response: Response) => ({
	allowed: response.headers.get('access-control-allow-origin'),
	credentials: response.headers.get('access-control-allow-credentials'),
	vary: response.headers.get('vary')?.includes('Origin') ?? false
});

const strangers = ['https://stranger.example', 'null', `${origin}.evil.example`, 'http://localhost:4174'];

describe.each(answers)('%s', (kind, ask) => {
	const known = kind === 'a failure' ? [origin, extra] : [origin, extra, registered];

	test.each([...open, ...closed].map(([path]) => path))(
		'of %s can be read by registered origins',
		async (path) => {
			const server = await serverWithOrigins();
			for (const from of known)
				expect(corsOf(await ask(server, path, from)), from).toEqual({
					allowed: from,
					credentials: 'true',
					vary: true
				});
		}
	);

	test.each(open.map(([path]) => path))('of %s can be read by strangers, without cookies', async (path) => {
		const server = await serverWithOrigins();
		for (const from of [...strangers, undefined])
			expect(corsOf(await ask(server, path, from)), from).toEqual({
				allowed: '*',
				credentials: null,
				vary: true
			});
	});

	test.each(closed.map(([path]) => path))('of %s says nothing to strangers', async (path) => {
		const server = await serverWithOrigins();
		for (const from of [...strangers, undefined]) {
			const { headers } = await ask(server, path, from);
			expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
			expect(headers.get('vary')).toContain('Origin');
		}
	});

	test.each(ofPages.map(([path]) => path))('of %s can be read by no page elsewhere', async (path) => {
		const server = await serverWithOrigins();
		for (const from of [...known, ...strangers]) {
			const { headers } = await ask(server, path, from);
			expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
		}
	});
});

describe('a preflight', () => {
	const ask = (server: Server, path: string, asked: string) =>
		send(server, path, origin, { method: 'OPTIONS', headers: { 'access-control-request-headers': asked } });
	const allowed = (response: Response) =>
		(response.headers.get('access-control-allow-headers') ?? '').toLowerCase().split(', ');

	test.each([...open, ...closed].map(([path, { methods }]) => [path, methods] as const))(
		'to %s allows the headers that are asked for, and its methods',
		async (path, methods) => {
			const response = await ask(createServer(), path, 'x-requested-with,traceparent, Authorization');
			expect(response.status).toBe(204);
			expect(allowed(response)).toEqual(
				expect.arrayContaining(['x-requested-with', 'traceparent', 'authorization', 'dpop'])
			);
			expect(new Set(allowed(response)).size).toBe(allowed(response).length);
			expect(response.headers.get('access-control-allow-methods')).toBe(methods.join(', '));
			expect(response.headers.get('vary')).toBe('Origin, Access-Control-Request-Headers');
		}
	);

	test('does not repeat what is no name of a header', async () => {
		const response = await ask(createServer(), '/token', `good, <b>, a b, ${'x'.repeat(101)},, "q"`);
		expect(allowed(response)).toEqual(['good', 'authorization', 'content-type', 'dpop']);
		const many = Array.from({ length: 5_000 }, (_, at) => `x-${at}`).join();
		expect(allowed(await ask(createServer(), '/token', many)).length).toBeLessThan(60);
	});

	test('to the sample API allows them as well, and lets a 404 be read', async () => {
		const server = createServer();
		for (const path of ['/timesheets', '/nowhere']) {
			const response = await server.callApi(undefined, path, {
				method: 'OPTIONS',
				headers: { 'access-control-request-headers': 'x-own', 'access-control-request-method': 'POST' }
			});
			expect(response.status).toBe(204);
			expect(allowed(response)).toContain('x-own');
			expect(response.headers.get('access-control-allow-methods')).toContain('POST');
		}
		const missing = await server.callApi(undefined, '/nowhere');
		expect(missing.status).toBe(404);
		expect(missing.headers.get('access-control-allow-origin')).toBe('*');
	});
});
