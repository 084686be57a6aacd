import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createServer, issuer, type Server } from './server';

const location = (response: Response) => new URL(response.headers.get('location') ?? 'http://none/');
const errorIn = (response: Response) => location(response).searchParams.get('error');

/** Signs Erin in and allows everything, so that later requests find a session and a consent. */
async function signedIn(change?: Parameters<typeof createServer>[0]): Promise<Server> {
	const server = createServer(change);
	await server.tokens();
	return server;
}

describe('the authentication request', () => {
	test('OIDC Core §3.1.2.1: redirect_uri is required', async () => {
		const response = await createServer().authorize({ redirect_uri: undefined });
		expect(response.status).toBe(400);
		expect(response.headers.has('location')).toBe(false);
	});

	test('OIDC Core §3.1.2.1: GET and POST are supported', async () => {
		const server = createServer();
		expect((await server.authorize()).status).toBe(200);
		expect((await server.send('/authorize', { method: 'POST' })).status).toBe(400);
	});

	test('OIDC Core §3.1.2.1: scopes that are not understood are ignored', async () => {
		expect((await createServer().tokens({ scope: 'openid unheard' })).scope).toBe('openid');
	});

	test('OIDC Core §3.1.2.1: without openid there is no ID token', async () => {
		expect((await createServer().tokens({ scope: 'read:timesheets' })).id_token).toBeUndefined();
	});

	test('OIDC Core §3.1.2.1: prompt=none shows no page: login_required', async () => {
		const response = await createServer().authorize({ prompt: 'none' });
		expect(errorIn(response)).toBe('login_required');
		expect(location(response).searchParams.get('state')).toBe('state-of-the-client');
	});

	test('OIDC Core §3.1.2.6: prompt=none without consent: consent_required', async () => {
		const server = await signedIn(({ policy }) => {
			policy.rememberConsent = false;
		});
		expect(errorIn(await server.authorize({ prompt: 'none' }))).toBe('consent_required');
		expect(server.failed()).toEqual(['as-consent-given']);
	});

	test('OIDC Core §3.1.2.1: prompt=none with session and consent gives a code at once', async () => {
		const server = await signedIn();
		expect(location(await server.authorize({ prompt: 'none' })).searchParams.get('code')).toBeTruthy();
	});

	test('OIDC Core §3.1.2.1: prompt=none with another value is an error', async () => {
		expect(errorIn(await createServer().authorize({ prompt: 'none login' }))).toBe('invalid_request');
	});

	test.each(['login', 'select_account'])(
		'OIDC Core §3.1.2.1: prompt=%s asks for a new sign-in',
		async (prompt) => {
			const server = await signedIn();
			expect(await (await server.authorize({ prompt })).text()).toContain('<h1>Sign in</h1>');
		}
	);

	test('OIDC Core §3.1.2.1: prompt=consent asks for consent again', async () => {
		const server = await signedIn();
		expect(await (await server.authorize({ prompt: 'consent' })).text()).toContain('Allow PKCE Playground?');
	});

	test('OIDC Core §3.1.2.1: an older sign-in than max_age has to be repeated', async () => {
		const server = await signedIn();
		server.clock.now += 61_000;
		expect(await (await server.authorize({ max_age: '60' })).text()).toContain('<h1>Sign in</h1>');
		expect((await server.authorize({ max_age: '62' })).status).toBe(303);
	});

	test('OIDC Core §3.1.2.1: max_age and prompt=none: login_required', async () => {
		const server = await signedIn();
		server.clock.now += 61_000;
		expect(errorIn(await server.authorize({ max_age: '60', prompt: 'none' }))).toBe('login_required');
	});

	test.each(['-1', 'soon', '1.5'])('OIDC Core §3.1.2.1: max_age=%s is refused', async (value) => {
		expect(errorIn(await createServer().authorize({ max_age: value }))).toBe('invalid_request');
	});

	test('OIDC Core §3.1.2.1: login_hint fills in the user name, escaped', async () => {
		const page = await (await createServer().authorize({ login_hint: '"><b>erin' })).text();
		expect(page).toContain('value="&quot;&gt;&lt;b&gt;erin"');
	});

	test('OIDC Core §3.1.2.1: id_token_hint of the person who is signed in goes on', async () => {
		const server = createServer();
		const { id_token } = await server.tokens();
		const response = await server.authorize({ id_token_hint: id_token, prompt: 'none' });
		expect(location(response).searchParams.has('code')).toBe(true);
	});

	test('OIDC Core §3.1.2.2: id_token_hint of somebody else: login_required', async () => {
		const server = createServer();
		const { id_token } = await server.tokens();
		server.forget();
		await server.click(await server.authorize(), 'mona');
		const response = await server.authorize({ id_token_hint: id_token, prompt: 'none' });
		expect(errorIn(response)).toBe('login_required');
	});

	test('OIDC Core §3.1.2.2: an id_token_hint that this server did not issue is refused', async () => {
		const server = createServer();
		const { access_token } = await server.tokens();
		expect(errorIn(await server.authorize({ id_token_hint: access_token }))).toBe('invalid_request');
		expect(server.failed()).toEqual(['as-id-token-hint']);
	});

	test.each([
		['request', 'invalid_request_object'],
		['request_uri', 'invalid_request_uri'],
		['registration', 'registration_not_supported']
	])('OIDC Core §6.1: %s is refused with %s', async (name, error) => {
		expect(errorIn(await createServer().authorize({ [name]: 'x' }))).toBe(error);
	});

	test('OIDC Core §15.1: display, ui_locales and claims_locales may be sent and change nothing', async () => {
		const server = createServer();
		const response = await server.authorize({ display: 'page', ui_locales: 'de', claims_locales: 'de' });
		expect(response.status).toBe(200);
	});
});

describe('response modes', () => {
	test('OIDC Form Post §2: form_post posts the answer to the redirect URI', async () => {
		const server = await signedIn();
		const response = await server.authorize({ response_mode: 'form_post' });
		const page = await response.text();
		expect(response.status).toBe(200);
		expect(page).toContain('<form method="post" action="http://localhost:4173/callback/">');
		const code = /name="code" value="([^"]+)"/.exec(page)![1]!;
		expect(page).toContain(`name="iss" value="${issuer}"`);
		expect((await server.exchange(code)).status).toBe(200);
	});

	test('OIDC Form Post §2: its script is the one that the policy allows', async () => {
		const server = await signedIn();
		const response = await server.authorize({ response_mode: 'form_post' });
		const script = /<script>(.*)<\/script>/.exec(await response.text())![1]!;
		const hash = createHash('sha256').update(script).digest('base64');
		expect(response.headers.get('content-security-policy')).toContain(`script-src 'sha256-${hash}'`);
	});

	test('OIDC Core §3.1.2.1: response_mode=fragment answers in the fragment', async () => {
		const server = await signedIn();
		const target = location(await server.authorize({ response_mode: 'fragment' }));
		expect(target.search).toBe('');
		expect(new URLSearchParams(target.hash.slice(1)).get('state')).toBe('state-of-the-client');
	});

	test('OIDC Core §3.1.2.1: an error comes in the same mode', async () => {
		const target = location(await createServer().authorize({ response_mode: 'fragment', scope: undefined }));
		expect(new URLSearchParams(target.hash.slice(1)).get('error')).toBe('invalid_scope');
	});

	test('OIDC Core §3.1.2.1: an unknown response_mode is refused', async () => {
		expect(errorIn(await createServer().authorize({ response_mode: 'pigeon' }))).toBe('invalid_request');
	});
});
