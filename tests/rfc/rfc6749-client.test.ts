import { describe, expect, test } from 'vitest';
import { basic, createServer, web, type Server } from './server';

const webChanges = { client_id: web.clientId, redirect_uri: web.redirectUris[0] };

const exchangeWeb = (server: Server, code: string, changes = {}, headers = {}) =>
	server.exchange(code, { redirect_uri: web.redirectUris[0], client_id: undefined, ...changes }, headers);

const errorOf = async (response: Response) => (await response.json()).error;

describe('client authentication', () => {
	test('RFC 6749 §2.3.1: a confidential client authenticates with Basic', async () => {
		const server = createServer();
		const code = await server.code(webChanges);
		const response = await exchangeWeb(server, code, {}, basic(web.clientId, web.clientSecret!));
		expect(response.status).toBe(200);
	});

	test('RFC 6749 §2.3.1: or with its secret in the body, when it is registered so', async () => {
		const server = createServer((settings) => {
			settings.applications.push({ ...web, clientId: 'post-app', authMethod: 'client_secret_post' });
		});
		const code = await server.code({ ...webChanges, client_id: 'post-app' });
		const response = await exchangeWeb(server, code, {
			client_id: 'post-app',
			client_secret: web.clientSecret
		});
		expect(response.status).toBe(200);
	});

	const inHeader = basic(web.clientId, web.clientSecret!);
	const inBody = { client_id: web.clientId, client_secret: web.clientSecret };
	const wrongHeader = basic(web.clientId, 'wrong');
	test.each([
		['client_secret', 'the header', {}, inHeader, 200],
		['client_secret', 'the body', inBody, {}, 200],
		['client_secret', 'both', inBody, inHeader, 400],
		['client_secret', 'both, the header without one', inBody, basic(web.clientId, ''), 401],
		['client_secret', 'neither', { client_id: web.clientId }, {}, 401],
		['client_secret', 'the header, and it is wrong', {}, wrongHeader, 401],
		['client_secret', 'the body, and it is wrong', { ...inBody, client_secret: 'wrong' }, {}, 401],
		['client_secret_basic', 'the header', {}, inHeader, 200],
		['client_secret_basic', 'the body', inBody, {}, 401],
		['client_secret_post', 'the header', {}, inHeader, 401],
		['client_secret_post', 'the body', inBody, {}, 200]
	] as const)(
		'RFC 6749 §2.3.1: registered with %s, the secret in %s',
		async (authMethod, _, changes, headers, status) => {
			const server = createServer(({ applications }) => {
				applications[1] = { ...web, authMethod };
			});
			const code = await server.code(webChanges);
			expect((await exchangeWeb(server, code, changes, headers)).status).toBe(status);
		}
	);

	test('RFC 6749 §2.3.1: a public client may name itself in a header without a secret', async () => {
		const server = createServer();
		const code = await server.code();
		const response = await server.exchange(code, { client_id: undefined }, basic('playground-spa', ''));
		expect(response.status).toBe(200);
	});

	test('RFC 6749 §3.2.1: a confidential client must authenticate', async () => {
		const server = createServer();
		const code = await server.code(webChanges);
		const response = await exchangeWeb(server, code, { client_id: web.clientId });
		expect(response.status).toBe(401);
		expect(await errorOf(response)).toBe('invalid_client');
		expect(server.failed()).toContain('as-token-client-auth');
	});

	test('RFC 6749 §5.2: a wrong secret is answered with 401 and the challenge of the scheme that was tried', async () => {
		const server = createServer();
		const code = await server.code(webChanges);
		const response = await exchangeWeb(server, code, {}, basic(web.clientId, 'wrong'));
		expect(response.status).toBe(401);
		expect(response.headers.get('www-authenticate')).toMatch(/^Basic realm="/);
		expect(await errorOf(response)).toBe('invalid_client');
	});

	test('RFC 6749 §2.3: a request must not use two ways of authentication', async () => {
		const server = createServer();
		const code = await server.code(webChanges);
		const response = await exchangeWeb(
			server,
			code,
			{ client_id: web.clientId, client_secret: web.clientSecret },
			basic(web.clientId, web.clientSecret!)
		);
		expect(await errorOf(response)).toBe('invalid_request');
	});

	test('RFC 6749 §2.3.1: identifier and secret are form-encoded before they are joined', async () => {
		const server = createServer((settings) => {
			settings.applications.push({ ...web, clientId: 'a:b c', clientSecret: 'päss:word of sixteen' });
		});
		const code = await server.code({ ...webChanges, client_id: 'a:b c' });
		const encode = (text: string) => encodeURIComponent(text).replaceAll('%20', '+');
		const header = `Basic ${btoa(`${encode('a:b c')}:${encode('päss:word of sixteen')}`)}`;
		const response = await exchangeWeb(server, code, {}, { authorization: header });
		expect(response.status).toBe(200);
	});

	test('RFC 6749 §2.1: a public client that sends a secret is refused', async () => {
		const server = createServer();
		const response = await server.exchange(await server.code(), { client_secret: 'anything' });
		expect(await errorOf(response)).toBe('invalid_client');
	});

	test('RFC 6749 §5.2: an unreadable Basic header is invalid_client', async () => {
		const response = await createServer().token(
			{ grant_type: 'authorization_code' },
			{ authorization: 'Basic %%%' }
		);
		expect(response.status).toBe(401);
	});
});
