import { describe, expect, it } from 'vitest';
import { encodedWords } from '$lib/message/pasted/encoded-words';

const sentence = 'You can’t sign in to this app because it does not comply with the policy.'.replace(
	'’',
	"'"
);
const bytes = Buffer.from(`\n\x15redirect_uri_mismatch\x12\xb0\x01${sentence} \xb0\x01`, 'latin1');
const page = (value: string): string =>
	`https://accounts.google.com/signin/oauth/error/v2?authError=${value}&client_id=1234.apps.googleusercontent.com`;

describe('words that an address carries encoded', () => {
	it('are the code and the sentence, in either alphabet', () => {
		const said = `redirect_uri_mismatch\n${sentence}`;
		expect(encodedWords(page(encodeURIComponent(bytes.toString('base64'))))).toBe(said);
		expect(encodedWords(page(bytes.toString('base64url')))).toBe(said);
		// A plus that nobody encoded is a space in a form.
		expect(encodedWords(page(bytes.toString('base64')))).toBe(said);
	});

	it('are none where nothing is encoded, or where it is no text', () => {
		for (const value of ['access_denied', 'redirect_uri_mismatch', 'unauthorized_scope_error', '191', ''])
			expect(encodedWords(page(value))).toBeUndefined();
		expect(encodedWords(page(Buffer.from(Array(60).fill(200)).toString('base64url')))).toBeUndefined();
		expect(encodedWords(`https://a.example/?state=${bytes.toString('base64url')}`)).toBeUndefined();
		expect(encodedWords('no address')).toBeUndefined();
	});
});
