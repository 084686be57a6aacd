import { describe, expect, test } from 'vitest';
import { say } from '$lib/lexicon/said';
import { createServer, form, authorizeParameters, native, redirectUri, resource, web } from './server';

const parametersOf = (response: Response): URLSearchParams =>
	new URL(response.headers.get('location') ?? 'http://none/').searchParams;

describe('the authorization request', () => {
	test('RFC 6749 §3.1: the endpoint supports GET', async () => {
		expect((await createServer().authorize()).status).toBe(200);
	});

	test('RFC 6749 §3.1: the endpoint may support POST', async () => {
		const response = await createServer().post('/authorize', form(authorizeParameters));
		expect(response.status).toBe(200);
	});

	test('RFC 6749 §3.1: other methods are refused', async () => {
		const response = await createServer().send('/authorize', { method: 'PUT' });
		expect(response.status).toBe(405);
		expect(response.headers.get('allow')).toBe('GET, POST');
	});

	test('RFC 6749 §3.1: a parameter without a value is as if it was not sent', async () => {
		const server = createServer();
		const response = await server.authorize({ response_type: '' });
		expect(parametersOf(response).get('error_description')).toContain('response_type is missing');
	});

	test('RFC 6749 §3.1: unknown parameters are ignored', async () => {
		expect((await createServer().authorize({ unheard_of: 'x' })).status).toBe(200);
	});

	test.each(['scope', 'state', 'nonce', 'code_challenge', 'response_type'])(
		'RFC 6749 §3.1: %s must not be sent more than once',
		async (name) => {
			const server = createServer();
			const response = await server.get(`/authorize?${form(authorizeParameters)}&${name}=again`);
			expect(parametersOf(response).get('error')).toBe('invalid_request');
			expect(server.failed()[0]).toBe('as-parameters-once');
		}
	);

	test.each(['client_id', 'redirect_uri'])(
		'RFC 6749 §4.1.2.1: %s sent twice is shown, not redirected',
		async (name) => {
			const response = await createServer().get(
				`/authorize?${form(authorizeParameters)}&${name}=${encodeURIComponent(redirectUri)}`
			);
			expect(response.status).toBe(400);
			expect(response.headers.has('location')).toBe(false);
		}
	);

	test('RFC 6749 §3.1.1: response_type is required', async () => {
		expect(parametersOf(await createServer().authorize({ response_type: undefined })).get('error')).toBe(
			'invalid_request'
		);
	});

	test.each(['token', 'id_token', 'code token', 'CODE'])(
		'RFC 6749 §3.1.1: response_type %s is not supported',
		async (type) => {
			expect(parametersOf(await createServer().authorize({ response_type: type })).get('error')).toBe(
				'unsupported_response_type'
			);
		}
	);

	test('RFC 6749 §4.1.1: client_id is required', async () => {
		const response = await createServer().authorize({ client_id: undefined });
		expect(response.status).toBe(400);
	});

	test('RFC 6749 §4.1.2.1: an unknown client is told to the person and not redirected', async () => {
		const response = await createServer().authorize({ client_id: 'nobody' });
		expect(response.status).toBe(400);
		expect(response.headers.get('content-type')).toContain('text/html');
		expect(response.headers.has('location')).toBe(false);
	});

	test('RFC 6749 §3.1.2.4: an unregistered redirect URI is told to the person and not redirected', async () => {
		const server = createServer();
		const response = await server.authorize({ redirect_uri: 'https://attacker.example/' });
		expect(response.status).toBe(400);
		expect(response.headers.has('location')).toBe(false);
		expect(server.failed()).toEqual(['as-redirect-uri-registered']);
	});

	test('RFC 6749 §3.1.2.3: redirect_uri may be left out when one is registered and the request is not OpenID', async () => {
		const server = createServer();
		const location = await server.click(
			await server.authorize({ redirect_uri: undefined, scope: 'read:timesheets' })
		);
		expect(location.href).toContain(`${redirectUri}?code=`);
		const response = await server.exchange(location.searchParams.get('code')!, { redirect_uri: undefined });
		expect(response.status).toBe(200);
	});

	test('RFC 6749 §3.1.2.3: redirect_uri is required when several are registered', async () => {
		const response = await createServer().authorize({
			client_id: native.clientId,
			redirect_uri: undefined,
			scope: 'read:timesheets'
		});
		expect(response.status).toBe(400);
	});

	test('RFC 6749 §3.1.2: the query of the redirect URI is kept', async () => {
		const uri = 'https://app.example.com/callback?tenant=a%20b';
		const server = createServer((settings) => {
			settings.applications.push({ ...web, clientId: 'with-query', redirectUris: [uri] });
		});
		const response = await server.authorize({ client_id: 'with-query', redirect_uri: uri, scope: 'nothing' });
		expect(response.headers.get('location')).toMatch(
			/^https:\/\/app\.example\.com\/callback\?tenant=a%20b&error=/
		);
	});

	test('RFC 6749 §3.3: a scope is a list of words separated by one space', async () => {
		const response = await createServer().authorize({ scope: 'openid  profile' });
		expect(parametersOf(response).get('error')).toBe('invalid_scope');
	});

	test('RFC 6749 §3.3: without scope, and without a default, the request fails with invalid_scope', async () => {
		expect(parametersOf(await createServer().authorize({ scope: undefined })).get('error')).toBe(
			'invalid_scope'
		);
	});

	test('RFC 6749 §3.3: the client is told when the scope is not the one it asked for', async () => {
		const tokens = await createServer().tokens({ scope: 'openid read:timesheets fly:rockets' });
		expect(tokens.scope).toBe('openid read:timesheets');
	});

	const noApi = { audience: undefined };
	test.each([
		['an unknown scope', {}, 'fly:rockets', say('not-a-scope-of', 'fly:rockets', resource)],
		['a scope of an API', noApi, 'read:timesheets', say('scope-of-no-api', 'read:timesheets')],
		['offline access', noApi, 'offline_access', say('because', 'offline_access', say('no-api-named'))],
		[
			'offline access of an application that may not refresh',
			{ client_id: 'once', redirect_uri: web.redirectUris[0] },
			'offline_access',
			say('because', 'offline_access', say('application-without-refresh'))
		],
		[
			'offline access of an API that has none',
			{ audience: 'https://online.example/' },
			'offline_access',
			say('because', 'offline_access', say('api-without-offline'))
		]
	])('RFC 6749 §3.3: %s is left out, and the decision says which and why', async (_, changes, asked, why) => {
		const server = createServer(({ applications, apis }) => {
			applications.push({ ...web, clientId: 'once', grants: ['authorization_code'] });
			apis.push({ ...apis[0]!, identifier: 'https://online.example/', allowOfflineAccess: false });
		});
		expect((await server.authorize({ ...changes, scope: `openid ${asked}` })).status).toBe(200);
		const allowed = server.decisions.at(-1)!.checks.find(({ id }) => id === 'as-scope-allowed')!;
		expect(allowed).toMatchObject({ status: 'warn', actual: say('left-out', `openid ${asked}`, why) });
	});

	test('RFC 6749 §4.1.2.1: unauthorized_client for an application that may not use the grant', async () => {
		const server = createServer((settings) => {
			settings.applications[0]!.grants = ['refresh_token'];
		});
		expect(parametersOf(await server.authorize()).get('error')).toBe('unauthorized_client');
	});

	test('RFC 6749 §4.1.2.1: the description of unauthorized_client names the type that may not use the grant', async () => {
		const server = createServer(({ applications }) => {
			applications[0]!.type = 'machine';
		});
		const parameters = parametersOf(await server.authorize());
		expect(parameters.get('error')).toBe('unauthorized_client');
		expect(parameters.get('error_description')).toContain('machine to machine');
	});

	test('RFC 6749 §4.1.2.1: it is shown to the person when the application has no address', async () => {
		const server = createServer(({ applications }) => {
			applications[0]!.type = 'machine';
			applications[0]!.redirectUris = [];
		});
		const response = await server.authorize();
		expect([response.status, response.headers.get('location')]).toEqual([400, null]);
		const shown = await response.text();
		expect(shown).toContain('unauthorized_client');
		expect(shown).toContain('machine to machine');
	});

	test('RFC 6749 §10.14: control characters in a parameter are refused', async () => {
		const response = await createServer().authorize({ state: 'a\u0000b' });
		expect(parametersOf(response).get('error')).toBe('invalid_request');
	});

	test('RFC 6749 §10.14: markup in a parameter does not get into a page', async () => {
		const response = await createServer().authorize({ client_id: '<script>alert(1)</script>' });
		expect(await response.text()).not.toContain('<script>');
	});
});

describe('the authorization response', () => {
	test('RFC 6749 §4.1.2: the code comes in the query of the redirect URI', async () => {
		const server = createServer();
		const location = await server.click(await server.authorize());
		expect(location.href.startsWith(`${redirectUri}?code=`)).toBe(true);
		expect(location.hash).toBe('');
	});

	test('RFC 6749 §4.1.2: state is given back as it was sent', async () => {
		const server = createServer();
		const state = 'a +b/&=é"<>';
		const location = await server.click(await server.authorize({ state }));
		expect(location.searchParams.get('state')).toBe(state);
	});

	test('RFC 6749 §4.1.2: no state is given back when none was sent', async () => {
		const server = createServer();
		const location = await server.click(await server.authorize({ state: undefined }));
		expect(location.searchParams.has('state')).toBe(false);
	});

	test('RFC 6749 §4.1.2.1: state is given back with an error too', async () => {
		const response = await createServer().authorize({ scope: undefined });
		expect(parametersOf(response).get('state')).toBe('state-of-the-client');
	});

	test('RFC 6749 §4.1.2.1: access_denied when the person does not allow it', async () => {
		const server = createServer();
		const location = await server.click(await server.authorize(), 'erin', 'deny');
		expect(location.searchParams.get('error')).toBe('access_denied');
		expect(location.searchParams.get('state')).toBe('state-of-the-client');
		expect(server.failed()).toEqual(['as-consent-given']);
	});

	test('RFC 6749 §4.1.2.1: access_denied when the person does not sign in', async () => {
		const server = createServer();
		const page = await (await server.authorize()).text();
		const interaction = /value="([^"]+)"/.exec(page)![1]!;
		const response = await server.post('/sign-in', form({ interaction, action: 'cancel' }));
		expect(parametersOf(response).get('error')).toBe('access_denied');
		expect(server.failed()).toEqual(['as-user-authenticated']);
	});

	test('RFC 6749 §5.2: an error description has only the characters that it may have', async () => {
		const response = await createServer().authorize({ code_challenge: '"\\é' });
		expect(parametersOf(response).get('error_description')).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/);
	});

	test('RFC 6749 §10.10: two codes are never the same, and long enough not to be guessed', async () => {
		const server = createServer();
		const codes = [await server.code(), await server.code()];
		expect(codes[0]).not.toBe(codes[1]);
		expect(codes[0]!.length).toBeGreaterThanOrEqual(43);
	});
});

describe('the pages', () => {
	test('RFC 6749 §10.13: the pages cannot be framed', async () => {
		const response = await createServer().authorize();
		expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
		expect(response.headers.get('x-frame-options')).toBe('DENY');
	});

	test('RFC 6749 §10.12: a form from another site is refused', async () => {
		const server = createServer();
		const page = await (await server.authorize()).text();
		const interaction = /value="([^"]+)"/.exec(page)![1]!;
		const response = await server.post('/sign-in', form({ interaction, user: 'erin' }), {
			origin: 'https://attacker.example'
		});
		expect(response.status).toBe(400);
		expect(server.failed()).toContain('as-form-origin');
	});

	test('RFC 6749 §10.12: a page is answered once', async () => {
		const server = createServer();
		const page = await (await server.authorize()).text();
		const interaction = /value="([^"]+)"/.exec(page)![1]!;
		await server.post('/sign-in', form({ interaction, user: 'erin' }));
		const again = await server.post('/sign-in', form({ interaction, user: 'mona' }));
		expect(again.status).toBe(400);
		expect(server.failed()).toEqual(['as-interaction-known']);
	});

	test('RFC 9700 §4.12: the redirect after a form is a 303, so that no browser repeats the form', async () => {
		const server = createServer();
		const page = await (await server.authorize()).text();
		const interaction = /value="([^"]+)"/.exec(page)![1]!;
		const response = await server.post('/sign-in', form({ interaction, action: 'cancel' }));
		expect(response.status).toBe(303);
	});
});
