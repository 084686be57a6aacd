/** Token responses that break a MUST and hold usable tokens: what can be used is used, and the check tells. */
import { describe, expect, it } from 'vitest';
import { readTokenResponse, type TokenResponse } from '$lib/client/token';
import { answerOf, tokenLibraryCheck } from '$lib/client/token-verdict';
import type { HttpResponse } from '$lib/wire/http';
import { answer, failures, statuses } from '../../fixtures/messages';
import { at, clientId } from '../../fixtures/tokens';
import { metadata } from '../../fixtures/walk';

describe('token responses', () => {
	const good = { access_token: 'opaque', token_type: 'bearer' };
	const read = (response: HttpResponse, scope = 'openid') => readTokenResponse(response, { scope });

	const form = { type: 'application/x-www-form-urlencoded' };
	const { token_type: _, ...untyped } = good;
	it.each([
		['text/html', answer(good, { type: 'text/html' }), ['token-content-type']],
		['text/javascript', answer(good, { type: 'text/javascript; charset=UTF-8' }), ['token-content-type']],
		['application/jwt', answer(good, { type: 'application/jwt' }), ['token-content-type']],
		['no content type', { ...answer(good), headers: [] }, ['token-content-type']],
		['201', answer(good, { status: 201 }), ['token-status']],
		['203', answer(good, { status: 203 }), ['token-status']],
		['a byte order mark', { ...answer(good), body: `\uFEFF${JSON.stringify(good)}` }, []],
		['white space around', { ...answer(good), body: `\r\n ${JSON.stringify(good)}\n\n` }, []],
		['members of its own', answer({ ...good, error: null, ok: true, user: { id: 1 }, toString: 'x' }), []],
		['an empty error', answer({ ...good, error: '', error_description: '' }), []],
		['no token_type', answer(untyped), ['token-type']],
		['a token_type that is null', answer({ ...good, token_type: null }), ['token-type']],
		['an empty token_type', answer({ ...good, token_type: '' }), ['token-type']],
		['a token_type that is a number', answer({ ...good, token_type: 1 }), ['token-type']],
		['a token_type in a list', answer({ ...good, token_type: ['bearer'] }), ['token-type']],
		['a token_type with a space behind', answer({ ...good, token_type: 'bearer ' }), ['token-type']],
		['a lifetime as text', answer({ ...good, expires_in: '60' }), []],
		['no lifetime', answer({ ...good, expires_in: undefined }), []],
		['an ID token that is an object', answer({ ...good, id_token: {} }), []],
		['a refresh token that is a number', answer({ ...good, refresh_token: 7 }), []],
		[
			'a form in place of JSON',
			answer('access_token=opaque&token_type=bearer&scope=', form),
			['token-content-type', 'token-is-json']
		],
		[
			'all of it at once',
			answer('token_type=&access_token=opaque', { ...form, status: 201 }),
			['token-status', 'token-content-type', 'token-is-json', 'token-type']
		]
	])('are usable in spite of %s, which is told', (_, response, expected) => {
		const { checks, value } = read(response);
		expect(failures(checks)).toEqual(expected);
		expect(value?.access_token).toBe('opaque');
		expect(value?.token_type.toLowerCase()).toBe('bearer');
		expect(read(answerOf(value as TokenResponse)).value).toEqual(value);
	});

	it.each([
		['an error as a form', answer('error=bad_verification_code&error_description=Gone', form), 'error'],
		['a type that is not understood', answer({ ...good, token_type: 'mac' }), 'checks'],
		['no access token', answer({ token_type: 'bearer', id_token: 'x.y.z' }), 'checks'],
		['an error beside tokens', answer({ ...good, error: 'invalid_grant' }), 'error'],
		['a page that speaks of access_token=', answer('<p>&access_token=1', { type: 'text/html' }), 'checks']
	])('are of no use with %s', (_, response, told) => {
		const reading = read(response);
		expect(reading).not.toHaveProperty('value');
		expect(told === 'error' ? reading.error : failures(reading.checks)).toBeTruthy();
	});

	it('without the ID token that openid asks for say so', () => {
		expect(statuses(read(answer(good)).checks)['token-id-token']).toBe('warn');
	});

	it('with a scope that is a list say so', () => {
		const { checks, value } = read(answer({ ...good, scope: ['openid', 'email'] }));
		expect(checks.find(({ id }) => id === 'token-scope')).toMatchObject({
			status: 'warn',
			actual: '["openid","email"]'
		});
		expect(value?.scope).toBe('openid email');
	});

	it('with null for what they lack are read as if it were left out', async () => {
		const nulls = { id_token: null, refresh_token: null, scope: null, expires_in: null };
		const response = answer({ ...good, ...nulls });
		const { checks, value } = read(response);
		expect(failures(checks)).toEqual([]);
		expect(value).toEqual(good);
		const verdict = await tokenLibraryCheck(metadata, clientId, response, { at, kind: 'code' });
		expect(verdict.status).not.toBe('skipped');
	});

	it.each([
		[{ error: { type: 'OAuthException', message: 'Bad', code: 100 } }, 'OAuthException', 'Bad'],
		[{ error: { status: 'INVALID_ARGUMENT', message: 'Bad', code: 400 } }, 'INVALID_ARGUMENT', 'Bad'],
		[{ error: { code: 400, message: 'Bad' } }, '400', 'Bad'],
		[{ error: 'invalid_grant', error_description: { text: 1 } }, 'invalid_grant', undefined]
	])('with the error %j', (body, error, description) => {
		expect(read(answer(body, { status: 400 })).error).toEqual({
			error,
			...(description ? { error_description: description } : {})
		});
	});
});
