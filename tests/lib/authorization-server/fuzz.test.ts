import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
	authorizeParameters,
	createServer,
	form,
	native,
	origin,
	redirectUri,
	resource,
	verifier,
	web,
	type Changes
} from '../../rfc/server';

vi.setConfig({ testTimeout: 120_000 });

const runs = { numRuns: 400, seed: 20_260_115 };

const hostile = fc.oneof(
	fc.string({ maxLength: 200 }),
	fc.string({ unit: 'binary', maxLength: 80 }),
	fc.constantFrom(
		'',
		' ',
		'\u0000',
		'\r\nlocation: https://attacker.example/',
		'<script>probe()</script>',
		'"><img src=x onerror=probe()>',
		"'-probe()-'",
		'javascript:probe()',
		'https://attacker.example/',
		'//attacker.example',
		'x'.repeat(5_000),
		'__proto__',
		'constructor',
		'%00%ff',
		'\ud800'
	)
);

const near = (...values: string[]) => fc.oneof(fc.constantFrom(...values), hostile);

const authorizeRequest = fc.record(
	{
		response_type: near('code', 'token'),
		client_id: near('playground-spa', web.clientId, native.clientId),
		redirect_uri: near(redirectUri, `${redirectUri}x`, web.redirectUris[0]!, 'http://127.0.0.1:1/callback'),
		scope: near('openid', 'openid offline_access read:timesheets', 'unknown'),
		audience: near(resource),
		resource: near(resource),
		state: hostile,
		nonce: hostile,
		code_challenge: near(authorizeParameters.code_challenge),
		code_challenge_method: near('S256', 'plain'),
		response_mode: near('query', 'fragment', 'form_post'),
		prompt: near('none', 'login', 'consent', 'none login'),
		max_age: near('0', '1', '-1'),
		login_hint: hostile,
		id_token_hint: hostile,
		claims: near('{}', '{"id_token":{"__proto__":null}}', '[]'),
		acr_values: hostile
	},
	{ requiredKeys: [] }
);

/** One or two of the members: with all of them at once something is always wrong. */
const few = <T extends object>(all: fc.Arbitrary<T>): fc.Arbitrary<Partial<T>> =>
	fc.tuple(all, fc.nat(), fc.nat()).map(([whole, ...chosen]) => {
		const members = Object.entries(whole);
		const picked = chosen.flatMap((at) => members.slice(at % members.length).slice(0, 1));
		return Object.fromEntries(picked) as Partial<T>;
	});

/** How often each thing happened: a property that held of nothing is not one. */
function createTally() {
	const counts = new Map<string, number>();
	return {
		add: (what: string | number) => counts.set(String(what), (counts.get(String(what)) ?? 0) + 1),
		expectAll(least: number, ...whats: (string | number)[]) {
			for (const what of whats)
				expect(counts.get(String(what)) ?? 0, `how often: ${what}`).toBeGreaterThanOrEqual(least);
		}
	};
}

const allowedTargets = [redirectUri, ...web.redirectUris];

const goesWhereItMay = (location: string): boolean =>
	allowedTargets.some((uri) => [`${uri}?`, `${uri}#`].some((start) => location.startsWith(start))) ||
	/^http:\/\/127\.0\.0\.1:\d+\/callback[?#]/.test(location) ||
	location.startsWith('com.example.timesheets:/callback?');

/** What a page would have if it took a parameter as markup. */
const markup = [/<script>probe/, /<img src=x/, /onerror=probe\(\)>/, /href="javascript:/];

const checkPage = (text: string): void => {
	for (const pattern of markup) expect(text).not.toMatch(pattern);
};

describe('the authorization endpoint, whatever comes', () => {
	test('no 500, no redirect that was not registered, no markup', async () => {
		const server = createServer();
		const tally = createTally();
		await fc.assert(
			fc.asyncProperty(authorizeRequest, fc.boolean(), async (request: Changes, merged) => {
				const sent = merged ? { ...authorizeParameters, ...request } : request;
				const response = await server.get(`/authorize?${form(sent)}`);
				expect([200, 303, 400]).toContain(response.status);
				const location = response.headers.get('location');
				if (location !== null) expect(goesWhereItMay(location), location).toBe(true);
				checkPage(await response.text());
				tally.add(response.status);
			}),
			runs
		);
		tally.expectAll(10, 303, 400);
		tally.expectAll(3, 200);
	});

	test('and for a person who is signed in and has consented: a code only when every check passed', async () => {
		const server = createServer();
		await server.tokens();
		const tally = createTally();
		await fc.assert(
			fc.asyncProperty(fc.oneof(authorizeRequest, few(authorizeRequest)), async (request: Changes) => {
				const response = await server.get(`/authorize?${form({ ...authorizeParameters, ...request })}`);
				expect(response.status).toBeLessThan(500);
				const text = (response.headers.get('location') ?? '') + (await response.text());
				const given = /[?#&]code=|name="code"/.test(text);
				if (given) expect(server.failed()).toEqual([]);
				tally.add(given ? 'a code' : 'none');
			}),
			runs
		);
		tally.expectAll(20, 'a code', 'none');
	});

	test('bodies and queries that are no forms', async () => {
		const server = createServer();
		await fc.assert(
			fc.asyncProperty(hostile, hostile, async (query, body) => {
				const encoded = encodeURIComponent(query.toWellFormed());
				const response = await server.post(`/authorize?${encoded}`, body.toWellFormed());
				expect([400, 303]).toContain(response.status);
				checkPage(await response.text());
			}),
			runs
		);
	});
});

describe('the pages, whatever comes', () => {
	test.each(['/sign-in', '/consent', '/confirm', '/sign-out', '/account/answer'])('%s', async (path) => {
		const server = createServer();
		const answer = fc.record({ interaction: hostile, user: hostile, action: hostile }, { requiredKeys: [] });
		await fc.assert(
			fc.asyncProperty(answer, async (sent: Changes) => {
				const response = await server.post(path, form(sent));
				expect(response.status).toBe(400);
				checkPage(await response.text());
			}),
			{ ...runs, numRuns: 100 }
		);
	});

	test('a waiting sign-in page', async () => {
		const server = createServer();
		const answer = fc.record(
			{ user: hostile, username: hostile, password: hostile, action: hostile },
			{ requiredKeys: [] }
		);
		await fc.assert(
			fc.asyncProperty(answer, async (sent: Changes) => {
				const page = await (await server.authorize()).text();
				const interaction = /name="interaction" value="([^"]+)"/.exec(page)![1];
				const response = await server.post('/sign-in', form({ ...sent, interaction }));
				expect(response.status).toBe(200);
				checkPage(await response.text());
			}),
			{ ...runs, numRuns: 100 }
		);
	});
});

const tokenRequest = fc.record(
	{
		grant_type: near('authorization_code', 'refresh_token', 'client_credentials', 'password'),
		client_id: near('playground-spa', web.clientId),
		client_secret: near(web.clientSecret!),
		code: hostile,
		code_verifier: near(verifier, authorizeParameters.code_challenge),
		redirect_uri: near(redirectUri),
		refresh_token: hostile,
		scope: near('openid'),
		resource: near(resource),
		audience: near(resource)
	},
	{ requiredKeys: [] }
);

describe('the token endpoint, whatever comes', () => {
	test('no 500, and no token without all checks passed', async () => {
		const server = createServer();
		await fc.assert(
			fc.asyncProperty(tokenRequest, fc.option(hostile), async (request: Changes, authorization) => {
				const header = (authorization ?? '').replace(/[^\x20-\x7e]/g, '');
				const headers = header === '' ? {} : { authorization: header };
				const response = await server.token(request, headers);
				expect([400, 401]).toContain(response.status);
				const body = await response.json();
				expect(body.error).toMatch(/^[a-z_]+$/);
				expect(body).not.toHaveProperty('access_token');
				expect(server.failed().length).toBeGreaterThan(0);
			}),
			runs
		);
	});

	test('with a good code: tokens only when nothing that is bound to it was changed', async () => {
		const server = createServer();
		await server.tokens();
		const bound = fc.record(
			{
				client_id: near('playground-spa'),
				code_verifier: near(verifier),
				redirect_uri: near(redirectUri),
				grant_type: near('authorization_code')
			},
			{ requiredKeys: [] }
		);
		const tally = createTally();
		await fc.assert(
			fc.asyncProperty(bound, async (changes: Changes) => {
				const location = new URL((await server.authorize()).headers.get('location')!);
				const response = await server.exchange(location.searchParams.get('code')!, changes);
				const right = {
					client_id: 'playground-spa',
					code_verifier: verifier,
					redirect_uri: redirectUri,
					grant_type: 'authorization_code'
				};
				const unchanged = Object.entries(right).every(
					([name, value]) => (Object.hasOwn(changes, name) ? changes[name] : value) === value
				);
				expect(response.status === 200).toBe(unchanged);
				tally.add(unchanged ? 'unchanged' : 'changed');
			}),
			{ ...runs, numRuns: 200 }
		);
		tally.expectAll(10, 'unchanged', 'changed');
	});

	test('a good refresh token gives no more than was granted', async () => {
		const server = createServer(({ applications }) => {
			applications[0]!.rotateRefreshTokens = false;
		});
		const granted = await server.tokens();
		const tally = createTally();
		const refresh = fc.record(
			{
				client_id: near('playground-spa', native.clientId),
				scope: near('openid', 'read:timesheets', 'approve:timesheets', granted.scope),
				resource: near(resource)
			},
			{ requiredKeys: [] }
		);
		await fc.assert(
			fc.asyncProperty(refresh, async (changes: Changes) => {
				const response = await server.refresh(granted.refresh_token, changes);
				const { scope = '' } = (await response.json()) as { scope?: string };
				expect([200, 400, 401]).toContain(response.status);
				expect(granted.scope.split(' ')).toEqual(expect.arrayContaining(scope.split(' ').filter(Boolean)));
				tally.add(response.status);
			}),
			{ ...runs, numRuns: 200 }
		);
		tally.expectAll(10, 200, 400);
	});
});

describe('the other endpoints, whatever comes', () => {
	test.each(['/introspect', '/revoke', '/par'])('%s, from a client that is known', async (path) => {
		const server = createServer();
		const { access_token, refresh_token } = await server.tokens();
		const tally = createTally();
		const request = fc.record(
			{
				token: near(access_token, `${access_token.slice(0, -4)}AAAA`, refresh_token!),
				token_type_hint: hostile,
				client_id: fc.constantFrom('playground-spa', native.clientId),
				request: hostile,
				scope: hostile,
				redirect_uri: near(redirectUri)
			},
			{ requiredKeys: ['client_id'] }
		);
		await fc.assert(
			fc.asyncProperty(request, async (sent: Changes) => {
				const response = await server.post(path, form(sent));
				expect([200, 201, 400, 401]).toContain(response.status);
				checkPage(await response.text());
				tally.add(response.status);
			}),
			{ ...runs, numRuns: 200 }
		);
		tally.expectAll(10, 400);
		if (path !== '/par') tally.expectAll(10, 200);
	});

	test('/register keeps nothing that could run, and nobody’s wrong address', async () => {
		const tally = createTally();
		const uri = near('https://client.example/cb', 'com.example.app:/cb', 'http://127.0.0.1:*/cb');
		const metadata = fc.record(
			{
				redirect_uris: fc.oneof(fc.array(uri, { maxLength: 3 }), fc.anything()),
				post_logout_redirect_uris: fc.array(uri, { maxLength: 2 }),
				client_name: near('Mine'),
				application_type: fc.constantFrom('web', 'native'),
				token_endpoint_auth_method: fc.constantFrom('none', 'client_secret_post', 'private_key_jwt'),
				jwks: fc.anything()
			},
			{ requiredKeys: [] }
		);
		await fc.assert(
			fc.asyncProperty(fc.oneof(metadata, few(metadata)), async (changes) => {
				const server = createServer();
				const sent = { redirect_uris: ['https://client.example/cb'], ...changes };
				const body = JSON.stringify(sent).toWellFormed();
				const response = await server.post('/register', body, { 'content-type': 'application/json' });
				expect([201, 400]).toContain(response.status);
				tally.add(response.status);
				if (response.status === 400) return;
				const kept = await response.json();
				for (const address of [...kept.redirect_uris, ...kept.post_logout_redirect_uris])
					expect(address).toMatch(
						/^(https:|http:\/\/(127\.0\.0\.1|localhost|\[::1\])|[a-z][a-z0-9+-]*\.[a-z0-9+.-]*:)/i
					);
			}),
			runs
		);
		tally.expectAll(10, 201, 400);
	});

	test.each(['/introspect', '/revoke', '/register', '/userinfo', '/decisions', '/end-session', '/account'])(
		'%s never fails',
		async (path) => {
			const server = createServer();
			await fc.assert(
				fc.asyncProperty(hostile, fc.constantFrom('GET', 'POST', 'DELETE'), async (text, method) => {
					const body = text.toWellFormed();
					const query = `?token=${encodeURIComponent(body)}&state=${encodeURIComponent(body)}`;
					const response = await server.send(`${path}${query}`, {
						method,
						...(method === 'POST' ? { body, headers: { 'content-type': 'application/json' } } : {})
					});
					expect(response.status).toBeLessThan(500);
					checkPage(await response.text());
				}),
				{ ...runs, numRuns: 100 }
			);
		}
	);

	test('nothing is given to an origin that is not registered', async () => {
		const server = createServer();
		await fc.assert(
			fc.asyncProperty(fc.webUrl(), async (url) => {
				const response = await server.post('/token', '', { origin: new URL(url).origin });
				expect(response.headers.has('access-control-allow-origin')).toBe(new URL(url).origin === origin);
			}),
			{ ...runs, numRuns: 100 }
		);
	});
});
