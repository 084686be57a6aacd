import { describe, expect, it } from 'vitest';
import { diagnosePasted, encodedWords } from '$lib/diagnosis/explain';
import { recognise } from '$lib/recording/intake';

const authError = encodeURIComponent(
	Buffer.from('\n\x15redirect_uri_mismatch\x12\xb0\x01You cannot sign in to this app', 'latin1').toString(
		'base64'
	)
);

describe('the address of an error page', () => {
	it.each([
		'https://www.facebook.com/dialog/oauth/error?error_code=191&error_message=URL+blocked%3A+This+redirect+failed',
		'https://app.acme.io/fb?error_code=1349048&error_message=Can%27t+load+URL#_=_',
		'https://acme.kinde.com/auth/error?err_code=1803&msg=redirect_uri_mismatch',
		'https://www.linkedin.com/oauth/v2/login-error?errorKey=unauthorized_scope_error',
		`https://accounts.google.com/signin/oauth/error/v2?authError=${authError}&client_id=1234.apps.googleusercontent.com&flowName=GeneralOAuthFlow`,
		'https://app.acme.io/login?next=%2Fcb%3Ferror%3Dlogin_required%26state%3D1',
		'https://id.acme.io/continue?to=https%253A%252F%252Fapp.acme.io%252Fcb%253Ferror%253Dinvalid_scope',
		'https://app.acme.io/cb?errorCode=login_failed&message=Unauthorized',
		'app.acme.io/signin?oauth_error=invalid_id_token',
		'https://app.acme.io/#/login?login_error=access_denied'
	])('is called one: %s', (text) => {
		expect(recognise(text)).toMatchObject({ kind: 'error-page', secrets: [] });
	});

	it.each([
		[
			'https://acme.kinde.com/auth/error?err_code=1803&msg=redirect_uri_mismatch',
			'redirect-uri-not-registered'
		],
		['https://www.linkedin.com/oauth/v2/login-error?errorKey=unauthorized_scope_error', 'scope-not-allowed'],
		['https://app.acme.io/login?next=%2Fcb%3Ferror%3Dlogin_required%26state%3D1', 'login-required'],
		[
			encodedWords(`https://accounts.google.com/x?authError=${authError}`) ?? '',
			'redirect-uri-not-registered'
		]
	])('is explained: %s', async (text, cause) => {
		const report = await diagnosePasted(text, {});
		expect(report?.causes[0]?.code).toBe(cause);
	});

	it('is one also where it says no more', () => {
		expect(recognise('https://app.acme.io/login?error').kind).toBe('error-page');
	});

	it('is none where nothing in it failed', () => {
		for (const text of [
			'https://app.acme.io/x?error_code=0',
			'https://app.acme.io/x?errorCode=none&page=2',
			'https://app.acme.io/x?terror=1&merry=2',
			'https://docs.acme.io/errors?page=2'
		])
			expect(recognise(text).kind).toBe('address');
		expect(recognise('https://app.acme.io/cb?error=access_denied&state=1').kind).toBe('callback-error');
		expect(recognise('https://id.acme.io/authorize?client_id=a&redirect_uri=https://a.io').kind).toBe(
			'authorization'
		);
	});
});
