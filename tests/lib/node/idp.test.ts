import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startIdp, type Idp } from '../../../src/node/idp';

const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = createHash('sha256').update(verifier).digest('base64url');
const redirectUri = 'http://127.0.0.1:3999/callback';
const clientId = 'playground-native';

let idp: Idp;

beforeAll(async () => {
	idp = await startIdp({ port: 0 });
});

afterAll(() => idp.close());

const form = (values: Record<string, string>): RequestInit => ({
	method: 'POST',
	headers: { 'content-type': 'application/x-www-form-urlencoded' },
	body: new URLSearchParams(values).toString(),
	redirect: 'manual'
});

const decode = (text: string): string =>
	text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'");

interface Page {
	action: string;
	fields: [string, string][];
	buttons: [string, string][];
}

const attribute = (tag: string, name: string): string =>
	decode(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

/** The first form of a page: what a browser without JavaScript would send, and the buttons that can be pressed. */
function readPage(html: string, url: string): Page {
	const found = /<form[^>]*>[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
	const named = (pattern: RegExp): [string, string][] =>
		[...found.matchAll(pattern)].map(([tag]) => [attribute(tag, 'name'), attribute(tag, 'value')]);
	return {
		action: new URL(attribute(found, 'action'), url).href,
		fields: named(/<input[^>]*type="hidden"[^>]*>/g),
		buttons: named(/<button[^>]*>/g).filter(([name]) => name !== '')
	};
}

/** Presses a button whose value passes the test, until the server redirects away. */
async function walkTo(url: string): Promise<string> {
	let cookie = '';
	const send = async (address: string, init: RequestInit = {}): Promise<Response> => {
		const answer = await fetch(address, {
			redirect: 'manual',
			...init,
			headers: { cookie, ...init.headers }
		});
		cookie = answer.headers.get('set-cookie')?.replace(/;.*/, '') ?? cookie;
		return answer;
	};
	let response = await send(url);
	let at = url;
	for (
		let page = 0;
		page < 8 && !(response.headers.get('location') ?? '').startsWith(redirectUri);
		page += 1
	) {
		const location = response.headers.get('location');
		if (location) {
			at = new URL(location, at).href;
			response = await send(at);
			continue;
		}
		const { action, fields, buttons } = readPage(await response.text(), at);
		const press = buttons.find(([, value]) => !/deny|cancel/i.test(value)) ?? ['', ''];
		at = action;
		response = await send(action, form(Object.fromEntries([...fields, press])));
	}
	return response.headers.get('location') ?? `status ${response.status}: ${await response.text()}`;
}

describe('the servers in a terminal', () => {
	it('publish where everything is, under an issuer of their own', async () => {
		const metadata = await (await fetch(`${idp.issuer}/.well-known/openid-configuration`)).json();
		expect(metadata.issuer).toBe(idp.issuer);
		expect(metadata.token_endpoint).toBe(`${idp.issuer}/token`);
		const elsewhere = `${new URL(idp.issuer).origin}/.well-known/oauth-authorization-server/idp`;
		expect(await (await fetch(elsewhere)).json()).toEqual(metadata);
	});

	it('answer a whole walk: discovery, authorize, sign-in, consent, token, API', async () => {
		const metadata = await (await fetch(`${idp.issuer}/.well-known/openid-configuration`)).json();
		const authorize = new URL(metadata.authorization_endpoint);
		authorize.search = new URLSearchParams({
			response_type: 'code',
			client_id: clientId,
			redirect_uri: redirectUri,
			scope: 'openid offline_access read:timesheets',
			audience: idp.api,
			state: 'state-1',
			code_challenge: challenge,
			code_challenge_method: 'S256'
		}).toString();
		const back = new URL(await walkTo(authorize.href));
		expect(back.origin + back.pathname).toBe(redirectUri);
		expect(back.searchParams.get('state')).toBe('state-1');
		expect(back.searchParams.get('iss')).toBe(idp.issuer);

		const answer = await fetch(
			metadata.token_endpoint,
			form({
				grant_type: 'authorization_code',
				client_id: clientId,
				redirect_uri: redirectUri,
				code: back.searchParams.get('code') ?? '',
				code_verifier: verifier
			})
		);
		const tokens = await answer.json();
		expect(tokens).toMatchObject({ token_type: expect.stringMatching(/^bearer$/i) });
		expect(tokens.refresh_token).toBeTypeOf('string');

		const authorization = `Bearer ${tokens.access_token}`;
		const api = await fetch(`${idp.api}/timesheets`, { headers: { authorization } });
		expect(api.status).toBe(200);

		const requestId = api.headers.get('x-request-id') ?? '';
		const log = await (await fetch(`${metadata.decision_log_endpoint}?request_id=${requestId}`)).json();
		expect(log).toHaveLength(1);
		expect(log[0].checks.length).toBeGreaterThan(3);
	});

	it('refuse an API call without a token, in the words of RFC 6750', async () => {
		const api = await fetch(`${idp.api}/timesheets`);
		expect(api.status).toBe(401);
		expect(api.headers.get('www-authenticate')).toMatch(/^Bearer/);
	});

	it('survive what is not a request for them', async () => {
		const { origin } = new URL(idp.issuer);
		const elsewhere = await fetch(`${origin}/.well-known/openid-configuration`);
		expect(elsewhere.status).toBe(404);
		expect(elsewhere.headers.get('access-control-allow-origin')).toBe('*');
		expect((await elsewhere.json()).error_description).toContain(idp.issuer);
		expect((await fetch(`${origin}/idp/token`, { method: 'POST', body: 'x'.repeat(1_000_000) })).status).toBe(
			413
		);
		expect((await fetch(`${idp.issuer}/jwks`)).status).toBe(200);
	});
});
