import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { causeTexts } from '$lib/lessons/en/diagnosis/causes';
import { evidenceText } from '$lib/lessons/en/diagnosis/evidence';
import { failures, statuses } from '../fixtures/messages';
import { withParameter, withQuery } from '../pair/walker';
import { PeerWalk, redirectUri } from './loopback-world';
import { json, openStrictServer, type StrictServer } from './strict-server';

/** No explanation may contradict what the run itself shows, and what the run shows outweighs any word. */

let server: StrictServer;
let walk: PeerWalk;

beforeEach(async () => {
	server = await openStrictServer({ par: true, pkce: true, dpopNonce: true }, redirectUri);
	walk = new PeerWalk();
});

afterEach(() => server.close());

const all = { extensions: ['par', 'dpop'] as ('par' | 'dpop')[] };
const error = (value: Record<string, string>, status = 400) => json(value, status);

describe('a server that requires pushed requests, and was sent one', () => {
	const push = async (edit?: Parameters<PeerWalk['send']>[2]) => {
		await walk.begin(server.issuer, all);
		await walk.send('authorize', 'par');
		await walk.send('authorize', 'par', edit);
		return walk.codesOf(walk.session.pushed);
	};

	it('wants its nonce first, which is told as no failure', async () => {
		await walk.begin(server.issuer, all);
		await walk.send('authorize', 'par');
		const [first, ...others] = await walk.causesOf(walk.session.pushed);
		expect(first?.code).toBe('dpop-nonce-required');
		expect(first?.evidence.map(evidenceText).join()).toContain('no failure');
		expect(others).toEqual([]);
		await walk.send('authorize', 'par');
		expect(walk.session.pushed?.value).toBeDefined();
	});

	it('refuses another redirect URI', async () => {
		const codes = await push(withParameter('redirect_uri', 'http://localhost:5173/other/'));
		expect(codes[0]).toBe('redirect-uri-not-registered');
		expect(codes).not.toContain('par-required');
	});

	it('refuses a request without a challenge', async () => {
		const codes = await push(withParameter('code_challenge', undefined));
		expect(codes[0]).toBe('pkce-challenge-missing');
		expect(codes).not.toContain('par-required');
	});

	it.each([
		['invalid_scope', 'scope-not-allowed'],
		['invalid_client', 'client-authentication-required'],
		['invalid_target', 'audience-not-allowed'],
		['unauthorized_client', 'grant-not-enabled']
	])('refuses with %s alone', async (code, cause) => {
		await walk.begin(server.issuer, all);
		server.orders.says = { par: error({ error: code }) };
		await walk.send('authorize', 'par');
		expect((await walk.codesOf(walk.session.pushed))[0]).toBe(cause);
	});

	it.each(['access_denied', 'login_required', 'consent_required', 'interaction_required', 'invalid_request'])(
		'sends the person back with %s',
		async (code) => {
			server.orders.denies = { error: code };
			await walk.untilCode(server.issuer, all);
			expect(await walk.codesOf(walk.session.authorizationResponse)).not.toContain('par-required');
		}
	);

	it('is told of where the request was not pushed', async () => {
		await walk.untilCode(server.issuer);
		expect((await walk.codesOf(walk.session.authorizationResponse))[0]).toBe('par-required');
	});
});

describe('a person who says no', () => {
	const errors = ['login_required', 'interaction_required', 'consent_required'];

	it.each(errors)('at a server that calls it %s is not told of prompt=none', async (code) => {
		server.orders.denies = { error: code };
		await walk.untilCode(server.issuer, all);
		const causes = await walk.causesOf(walk.session.authorizationResponse);
		expect(causes[0]?.code).toBe('user-denied');
		expect(causes.map((cause) => cause.code)).not.toContain('login-required');
		for (const { code } of causes) expect(causeTexts[code].happened).not.toContain('prompt=none was sent');
	});

	it('is one possibility where the error is about the choice of an account', async () => {
		server.orders.denies = { error: 'account_selection_required' };
		await walk.untilCode(server.issuer, all);
		expect(await walk.codesOf(walk.session.authorizationResponse)).toEqual([
			'interaction-required',
			'user-denied'
		]);
	});

	it.each([
		{ error: 'cancelled' },
		{ error: 'denied' },
		{ error: 'declined' },
		{ error: 'user_cancelled_authorize' },
		{ error: 'consent_denied' },
		{ error: 'invalid_request', error_description: 'The user cancelled' },
		{ error: 'server_error', error_description: 'User rejected the request' },
		{ error: 'access_denied' }
	])('is known in any words: %j', async (words) => {
		server.orders.denies = words;
		await walk.untilCode(server.issuer, all);
		expect((await walk.codesOf(walk.session.authorizationResponse))[0]).toBe('user-denied');
	});

	it('was not asked where prompt=none was sent', async () => {
		server.orders = { denies: { error: 'login_required' } };
		await walk.begin(server.issuer);
		await walk.authorize(withQuery('prompt', 'none'));
		const codes = await walk.codesOf(walk.session.authorizationResponse);
		expect(codes[0]).toBe('login-required');
		expect(codes).not.toContain('user-denied');
	});
});

describe('a request that lacks something, whatever the server makes of it', () => {
	const words = [
		error({ error: 'invalid_request' }),
		error({ error: 'invalid_grant' }),
		error({ error: 'invalid_grant', error_description: 'The authorization code has expired' }),
		error({ error: 'invalid_request', error_description: 'Something is not as it should be' }),
		json({ statusCode: 400, message: 'Validation failed' }, 400),
		json({ message: 'Internal error' }, 500)
	];

	it.each([
		['code_verifier', 'pkce-verifier-missing'],
		['redirect_uri', 'redirect-uri-differs-at-token'],
		['client_id', 'request-parameter-missing'],
		['grant_type', 'request-parameter-missing'],
		['code', 'request-parameter-missing']
	])('the token request lacks %s', async (name, cause) => {
		for (const says of words) {
			walk = new PeerWalk();
			server.orders = { says: { token: says } };
			await walk.untilCode(server.issuer);
			await walk.send('exchange', 'token', withParameter(name, undefined));
			const [first] = await walk.causesOf(walk.session.exchange);
			expect(first?.code, JSON.stringify(says)).toBe(cause);
			expect(first?.evidence.map(evidenceText).join()).toContain(name);
		}
	});

	it.each(['refresh_token', 'grant_type', 'client_id'])('the refresh lacks %s', async (name) => {
		server.orders = {};
		await walk.untilCode(server.issuer);
		await walk.send('exchange', 'token');
		for (const says of words) {
			server.orders.says = { token: says };
			await walk.send('renew', 'refresh', withParameter(name, undefined));
			const [first] = await walk.causesOf(walk.session.refreshes.at(-1));
			expect(first?.code, JSON.stringify(says)).toBe('request-parameter-missing');
			expect(first?.evidence.map(evidenceText).join()).toContain(name);
		}
	});

	it.each([
		['code_challenge', 'pkce-challenge-missing'],
		['response_type', 'request-parameter-missing'],
		['client_id', 'request-parameter-missing']
	])('the authorization request lacks %s', async (name, cause) => {
		for (const pushed of [false, true]) {
			walk = new PeerWalk();
			server.orders = {
				denies: { error: 'invalid_request' },
				says: { par: error({ error: 'invalid_request' }) }
			};
			await walk.begin(server.issuer, pushed ? all : {});
			if (pushed) await walk.send('authorize', 'par', withParameter(name, undefined));
			else await walk.authorize(withQuery(name, undefined));
			const of = pushed ? walk.session.pushed : walk.session.authorizationResponse;
			expect((await walk.codesOf(of))[0], pushed ? 'pushed' : 'in the URL').toBe(cause);
		}
	});

	it.each(['introspection', 'revocation'] as const)('the %s lacks the token', async (move) => {
		server.orders = {};
		await walk.untilCode(server.issuer);
		await walk.send('exchange', 'token');
		server.orders.says = { introspect: words[0]!, revoke: words[0]! };
		await walk.send('renew', move, withParameter('token', undefined));
		expect((await walk.codesOf(walk.session[move]))[0]).toBe('request-parameter-missing');
	});

	it('the verifier came without a challenge before it', async () => {
		server.orders = {};
		await walk.untilCode(server.issuer, {}, withQuery('code_challenge', undefined));
		server.orders.says = { token: error({ error: 'invalid_grant' }) };
		await walk.send('exchange', 'token');
		expect((await walk.codesOf(walk.session.exchange))[0]).toBe('pkce-verifier-without-challenge');
	});

	it('a call without its token, and one with a bound token and no proof', async () => {
		server.orders = {};
		await walk.untilCode(server.issuer);
		await walk.send('exchange', 'token');
		server.orders.says = { api: json({}, 401) };
		await walk.send('call', 'api', (request) => ({ ...request, headers: [] }));
		expect((await walk.codesOf(walk.session.api))[0]).toBe('request-parameter-missing');
	});
});

describe('proofs with a nonce', () => {
	it('do not count the first request as a use of the code', async () => {
		await walk.untilCode(server.issuer, all);
		server.orders.says = { token: json({ error: 'use_dpop_nonce' }, 400, { 'dpop-nonce': 'n-2' }) };
		await walk.send('exchange', 'token');
		server.orders.says = { token: error({ error: 'invalid_grant' }) };
		await walk.send('exchange', 'token');
		const [first] = await walk.causesOf(walk.session.exchange);
		expect(first?.evidence.map(evidenceText).join()).not.toContain('sent 2 times');
		await walk.send('exchange', 'token');
		const [again] = await walk.causesOf(walk.session.exchange);
		expect(again?.evidence.map(evidenceText).join()).toContain('sent 2 times');
	});

	it('that an API asks for say nothing about its token', async () => {
		server.orders = {};
		await walk.untilCode(server.issuer, { extensions: ['dpop'] });
		await walk.send('exchange', 'token');
		const headers = { 'www-authenticate': 'DPoP error="use_dpop_nonce"', 'dpop-nonce': 'n-1' };
		server.orders.says = { api: json({}, 401, headers) };
		await walk.send('call', 'api');
		expect(await walk.codesOf(walk.session.api)).not.toContain('access-token-invalid');
	});

	it('are not asked for again when the nonce was in it', async () => {
		await walk.untilCode(server.issuer, all);
		server.orders.says = { token: error({ error: 'use_dpop_nonce' }) };
		await walk.send('exchange', 'token');
		expect(await walk.codesOf(walk.session.exchange)).not.toContain('dpop-nonce-required');
	});
});

describe('a message that is well formed and complete', () => {
	it.each([
		['invalid_request', undefined, 400],
		['invalid_request', 'Missing parameter: code_verifier', 400],
		['invalid_request', 'A parameter was sent more than once', 400],
		['invalid_request', 'Content type must be application/x-www-form-urlencoded', 415],
		['invalid_request', 'Use POST', 405]
	])('is neither malformed nor lacks a parameter: %s, %s', async (code, error_description, status) => {
		server.orders = {};
		await walk.untilCode(server.issuer);
		server.orders.says = { token: json({ error: code, error_description }, status) };
		await walk.send('exchange', 'token');
		expect(await walk.codesOf(walk.session.exchange)).toEqual([]);
	});
});

describe('an access token of plain OAuth', () => {
	beforeEach(async () => {
		server.orders = {};
		await walk.untilCode(server.issuer);
		await walk.send('exchange', 'token');
	});

	it('that is refused with invalid_token lacks no scope', async () => {
		const says = json({}, 401, { 'www-authenticate': 'Bearer error="invalid_token"' });
		server.orders.says = { api: says, userinfo: says };
		await walk.send('call', 'api');
		await walk.send('call', 'userinfo');
		for (const outcome of [walk.session.api, walk.session.userinfo]) {
			expect(await walk.codesOf(outcome)).toEqual(['access-token-invalid']);
			expect(failures(outcome?.checks ?? [])).toHaveLength(1);
		}
	});

	it.each(['introspection', 'revocation'] as const)('says nothing by a 401 of the %s', async (move) => {
		server.orders.says = { introspect: json({}, 401), revoke: json({}, 401) };
		await walk.send('renew', move);
		expect((await walk.codesOf(walk.session[move]))[0]).toBe('client-authentication-required');
		expect(failures(walk.session[move]?.checks ?? [])).toEqual([`${move}-status`]);
	});

	it('that lacks a scope is told so by 403, with the scope that it lacks', async () => {
		const header = 'Bearer error="insufficient_scope", scope="write"';
		server.orders.says = { api: json({}, 403, { 'www-authenticate': header }) };
		await walk.send('call', 'api');
		const [first] = await walk.causesOf(walk.session.api);
		expect(first?.code).toBe('insufficient-scope');
		expect(first?.evidence.map(evidenceText).join()).toContain('write');
	});

	it('brings claims that are compared with nothing', async () => {
		await walk.send('call', 'userinfo');
		const { checks = [], value } = walk.session.userinfo ?? {};
		expect(value).toEqual({ sub: 'ada' });
		expect(statuses(checks)['userinfo-sub']).toBe('skipped');
	});
});
