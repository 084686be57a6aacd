import { describe, expect, it } from 'vitest';
import { askRefresh, readRefreshResponse } from '$lib/client/refresh';
import { answer, failures, statuses } from '../../fixtures/messages';
import { clientId, forgeToken, idTokenClaims } from '../../fixtures/tokens';
import { lacking, metadata } from '../../fixtures/walk';

const good = { access_token: 'at-2', token_type: 'Bearer', expires_in: 300 };
const before = { refresh_token: 'rt-1', id_token: forgeToken({ alg: 'ES256' }, idTokenClaims(), 'c2ln') };
const read = (body: unknown, about = before) => readRefreshResponse(answer(body), about);
const bodyOf = async (scope: string): Promise<string> => {
	const asked = await askRefresh(metadata, clientId, 'rt/1+', scope);
	return asked.ok ? (asked.value.body ?? '') : asked.failure.reason;
};

describe('askRefresh', () => {
	it('asks for less only when it is told to', async () => {
		expect([...new URLSearchParams(await bodyOf(' '))]).not.toContainEqual(['scope', expect.anything()]);
		expect(new URLSearchParams(await bodyOf(' openid ')).get('scope')).toBe('openid');
	});

	it.each([
		['no endpoint', lacking('token_endpoint'), clientId, 'endpoint-missing'],
		['no client id', metadata, '', 'field-empty']
	])('refuses %s', async (_, server, client, reason) => {
		expect(await askRefresh(server, client, 'rt-1', '')).toMatchObject({ ok: false, failure: { reason } });
	});
});

describe('readRefreshResponse', () => {
	it.each([
		['a new one', 'rt-2', 'pass'],
		['the same', 'rt-1', 'warn'],
		['none', undefined, 'warn']
	])('says of a refresh token that is %s: %s', (_, token, status) => {
		const { checks, value } = read({ ...good, refresh_token: token });
		expect(statuses(checks)['refresh-rotated']).toBe(status);
		expect(value?.access_token).toBe('at-2');
	});

	const idToken = (changes: Record<string, unknown>): string =>
		forgeToken({ alg: 'ES256' }, { ...idTokenClaims(), ...changes }, 'c2ln');

	it.each([
		['of the same person', idToken({ iat: 1, exp: 2, nonce: undefined }), 'pass'],
		['of another person', idToken({ sub: 'user-2' }), 'fail'],
		['of another issuer', idToken({ iss: 'https://evil.example' }), 'fail'],
		['whose issuer is no text, and none to make', idToken({ iss: { toString: 1, valueOf: 1 } }), 'fail'],
		['that cannot be read', 'rubbish', 'skipped'],
		['that did not come', undefined, 'skipped']
	])('says of an ID token %s: %s', (_, token, status) => {
		const { checks, value } = read({ ...good, id_token: token });
		expect(statuses(checks)['refresh-id-token']).toBe(status);
		expect(value === undefined).toBe(status === 'fail');
	});

	it('compares nothing when there was no ID token before', () => {
		const { checks } = readRefreshResponse(answer({ ...good, id_token: idToken({}) }), {
			refresh_token: 'rt-1'
		});
		expect(statuses(checks)['refresh-id-token']).toBe('skipped');
	});

	it('tells an error as the token endpoint does', () => {
		const reading = readRefreshResponse(answer({ error: 'invalid_grant' }, { status: 400 }), before);
		expect(reading.error?.error).toBe('invalid_grant');
		expect(failures(reading.checks)).toEqual(['token-status']);
		expect(reading).not.toHaveProperty('value');
	});
});
