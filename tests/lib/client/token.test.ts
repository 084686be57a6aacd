import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askToken, readTokenResponse, type CodeGrant } from '$lib/client/token';
import { tokenLibraryCheck } from '$lib/client/token-verdict';
import { answer, failures, statuses } from '../../fixtures/messages';
import { at, clientId, forgeToken } from '../../fixtures/tokens';
import { code, configuration, lacking, metadata, verifier } from '../../fixtures/walk';

const grant: CodeGrant = { clientId, code, redirectUri: configuration.redirectUri, verifier };
const good = { access_token: 'at-1', token_type: 'Bearer', expires_in: 300 };
const read = (body: unknown, scope = '') => readTokenResponse(answer(body), { scope });

describe('askToken', () => {
	it('sends no code_verifier when there is none', async () => {
		const asked = await askToken(metadata, { ...grant, verifier: undefined });
		expect(asked.ok && new URLSearchParams(asked.value.body).has('code_verifier')).toBe(false);
		expect(asked.ok).toBe(true);
	});

	it('keeps the query of the endpoint', async () => {
		const asked = await askToken({ ...metadata, token_endpoint: `${metadata.token_endpoint}?p=flow` }, grant);
		expect(asked.ok && asked.value.url).toBe(`${metadata.token_endpoint}?p=flow`);
	});

	it.each([
		['no endpoint', lacking('token_endpoint'), grant, 'endpoint-missing', 'token_endpoint'],
		[
			'a script',
			{ ...metadata, token_endpoint: 'javascript:x' },
			grant,
			'url-scheme-refused',
			'token_endpoint'
		],
		['no client id', metadata, { ...grant, clientId: '' }, 'field-empty', 'client_id'],
		['no redirect URI', metadata, { ...grant, redirectUri: '' }, 'field-empty', 'redirect_uri']
	])('refuses %s', async (_, server, asked, reason, field) => {
		expect(await askToken(server, asked)).toMatchObject({ ok: false, failure: { reason, field } });
	});

	it('carries every code and verifier unchanged', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.string({ unit: 'grapheme', minLength: 1 }),
				fc.string({ unit: 'grapheme-ascii', minLength: 1 }),
				async (anyCode, anyVerifier) => {
					const asked = await askToken(metadata, { ...grant, code: anyCode, verifier: anyVerifier });
					const body = new URLSearchParams(asked.ok ? asked.value.body : '');
					expect(body.get('code')).toBe(anyCode);
					expect(body.get('code_verifier')).toBe(anyVerifier);
				}
			)
		);
	});
});

describe('readTokenResponse', () => {
	it('warns of a bearer token for a proof only where the proof can have bound nothing', () => {
		const bound = (more: object) =>
			readTokenResponse(answer({ ...good, ...more }), { scope: '', dpop: true }).checks.find(
				({ id }) => id === 'token-dpop'
			)?.status;
		expect(bound({})).toBe('warn');
		expect(bound({ refresh_token: 'r' })).toBe('skipped');
		expect(bound({ token_type: 'DPoP', refresh_token: 'r' })).toBe('pass');
	});

	it('takes a good answer', () => {
		const { checks, value } = read(
			{ ...good, id_token: 'x.y.z', refresh_token: 'r', scope: 'openid' },
			'openid'
		);
		expect(value).toEqual({ ...good, id_token: 'x.y.z', refresh_token: 'r', scope: 'openid' });
		expect(failures(checks)).toEqual([]);
	});

	it.each([
		['HTML', answer('<html>', { type: 'text/html' }), ['token-content-type', 'token-is-json']],
		['nothing', answer(''), ['token-is-json']],
		['500 with HTML', answer('<html>', { status: 500, type: 'text/html' }), ['token-status']],
		['a list', answer([good]), ['token-is-json']],
		[
			'text',
			answer('your access_token=at-1', { type: 'text/plain' }),
			['token-content-type', 'token-is-json']
		],
		['another token_type', answer({ ...good, token_type: 'mac' }), ['token-type']],
		['no access_token', answer({ token_type: 'Bearer' }), ['token-access-token']],
		['an empty access_token', answer({ ...good, access_token: '' }), ['token-access-token']],
		['an access_token that is a number', answer({ ...good, access_token: 1 }), ['token-access-token']],
		['403 with tokens', answer(good, { status: 403 }), ['token-status']]
	])('refuses %s', (_, response, expected) => {
		const { checks, value } = readTokenResponse(response, { scope: '' });
		expect(failures(checks)).toEqual(expected);
		expect(value).toBeUndefined();
	});

	it.each(['bearer', 'BEARER', 'Bearer'])('takes the token_type %s', (type) => {
		expect(read({ ...good, token_type: type }).value?.token_type).toBe(type);
	});

	it.each([
		[300, 'pass', 300],
		[0, 'pass', 0],
		['3600', 'warn', 3600],
		[undefined, 'warn', undefined],
		[null, 'warn', undefined],
		['', 'warn', undefined],
		['soon', 'warn', undefined],
		['0x10', 'warn', undefined],
		[-1, 'warn', undefined],
		[true, 'warn', undefined],
		[[60], 'warn', undefined]
	])('says of expires_in %j: %s', (lifetime, status, seconds) => {
		const { checks, value } = read({ ...good, expires_in: lifetime });
		expect(statuses(checks)['token-expires-in']).toBe(status);
		expect(value?.expires_in).toBe(seconds);
		expect(value?.access_token).toBe('at-1');
	});

	it('tells an error with and without a description, and nothing more', () => {
		const plain = readTokenResponse(answer({ error: 'invalid_grant' }, { status: 400 }), { scope: '' });
		expect(plain).toMatchObject({ error: { error: 'invalid_grant' } });
		expect(plain.checks.map(({ id }) => id)).toEqual(['token-status', 'token-content-type', 'token-is-json']);
		const described = readTokenResponse(
			answer(
				{ error: 'invalid_grant', error_description: 'The code expired', error_uri: 5 },
				{ status: 400 }
			),
			{ scope: '' }
		);
		expect(described.error).toEqual({ error: 'invalid_grant', error_description: 'The code expired' });
	});

	it('reads an error that says to be something else than JSON, and tells of it', () => {
		const { checks, error } = readTokenResponse(
			answer({ error: 'invalid_grant' }, { status: 400, type: 'text/html' }),
			{ scope: '' }
		);
		expect(error?.error).toBe('invalid_grant');
		expect(statuses(checks)['token-content-type']).toBe('warn');
	});

	it('tells an error that came with status 200', () => {
		const reading = read({ error: 'bad_verification_code' });
		expect(reading.error?.error).toBe('bad_verification_code');
		expect(reading).not.toHaveProperty('value');
	});

	it('warns when the answer may be kept in a cache', () => {
		const cacheable = {
			...answer(good),
			headers: [['content-type', 'application/json']] as [string, string][]
		};
		expect(statuses(readTokenResponse(cacheable, { scope: '' }).checks)['token-no-store']).toBe('warn');
		const loud = answer(good, { headers: [] });
		loud.headers[1] = ['Cache-Control', 'private, No-Store'];
		expect(statuses(readTokenResponse(loud, { scope: '' }).checks)['token-no-store']).toBe('pass');
	});

	it.each([
		['all', 'openid a', 'a openid b', 'pass'],
		['fewer', 'openid a', 'openid', 'warn'],
		['unsaid', 'openid a', undefined, 'pass']
	])('says whether the granted scopes are %s', (_, asked, scope, status) => {
		expect(statuses(read({ ...good, scope, id_token: 'x' }, asked).checks)['token-scope']).toBe(status);
	});

	it('expects an ID token and a refresh token by the scopes that were asked for', () => {
		expect(statuses(read(good, 'openid offline_access').checks)).toMatchObject({
			'token-id-token': 'warn',
			'token-refresh-token': 'warn'
		});
		expect(
			statuses(read({ ...good, id_token: 'x', refresh_token: 'r' }, 'openid offline_access').checks)
		).toMatchObject({
			'token-id-token': 'pass',
			'token-refresh-token': 'pass'
		});
		expect(statuses(read({ ...good, refresh_token: 'r' }).checks)).toMatchObject({
			'token-id-token': 'skipped',
			'token-refresh-token': 'skipped'
		});
	});

	it.each([
		['at+jwt', { alg: 'RS256', typ: 'at+jwt' }, 'pass'],
		['the long form', { alg: 'RS256', typ: 'application/AT+JWT' }, 'pass'],
		['JWT', { alg: 'RS256', typ: 'JWT' }, 'warn'],
		['nothing', { alg: 'RS256' }, 'warn']
	])('reads the form of an access token whose typ is %s', (_, header, status) => {
		const { checks, value } = read({ ...good, access_token: forgeToken(header, { sub: 'a' }, 'c2ln') });
		expect(statuses(checks)['access-token-form']).toBe(status);
		expect(value).toBeDefined();
	});

	it('asks nothing of an opaque access token', () => {
		expect(statuses(read(good).checks)['access-token-form']).toBe('skipped');
	});

	it('reads any body', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
				expect(readTokenResponse(answer(body), { scope: 'openid' }).checks.length).toBeGreaterThan(2);
			})
		);
	});
});

describe('tokenLibraryCheck', () => {
	const verdict = async (body: unknown, kind: 'code' | 'refresh' = 'code') =>
		(await tokenLibraryCheck(metadata, clientId, answer(body), { at, kind })).status;

	it('is that of the library', async () => {
		expect(await verdict(good)).toBe('pass');
		expect(await verdict(good, 'refresh')).toBe('pass');
		expect(await verdict({ ...good, expires_in: 'soon' })).toBe('fail');
		expect(await verdict({ ...good, scope: 5 }, 'refresh')).toBe('fail');
	});

	it('is about all but the ID token, which has one of its own', async () => {
		expect(await verdict({ ...good, id_token: 'x.y.z' })).toBe('pass');
		expect(await verdict({ access_token: 'at-1', id_token: 'x.y.z' })).toBe('fail');
	});
});
