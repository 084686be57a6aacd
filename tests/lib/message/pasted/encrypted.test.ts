import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encryptedLengths } from '$lib/message/pasted/encrypted';
import { readPaseto } from '$lib/message/pasted/paseto';

const base = (text: string): string => Buffer.from(text).toString('base64url');

describe('encryptedLengths', () => {
	it('RFC 7516 §3.1: names the five parts, each with its octets', () => {
		const head = base('{"alg":"dir","enc":"A128GCM"}');
		expect(encryptedLengths(` ${head}..${base('123456789012')}.${base('abc')}.a*`)).toEqual([
			{ part: 'header', octets: 29 },
			{ part: 'encrypted-key', octets: 0 },
			{ part: 'iv', octets: 12 },
			{ part: 'ciphertext', octets: 3 },
			{ part: 'tag' }
		]);
	});

	it.each(['', 'a.b.c', 'a.b.c.d.e.f'])('is not for %j', (text) => {
		expect(encryptedLengths(text)).toBeUndefined();
	});
});

describe('readPaseto', () => {
	// https://github.com/paseto-standard/test-vectors: 4-S-1 and 4-S-2.
	const vector =
		'v4.public.eyJkYXRhIjoidGhpcyBpcyBhIHNpZ25lZCBtZXNzYWdlIiwiZXhwIjoiMjAyMi0wMS0wMVQwMDowMDowMCswMDowMCJ9bg_XBBzds8lTZShVlwwKSgeKpLT3yukTw6JUz3W4h_ExsQV-P0V54zemZDcAxFaSeef1QlXEFtkqxT1ciiQEDA';
	const claims = { data: 'this is a signed message', exp: '2022-01-01T00:00:00+00:00' };

	it('reads what is signed', () => {
		expect(readPaseto(vector)).toEqual({ version: 4, purpose: 'public', signature: 64, claims });
	});

	it('reads the footer', () => {
		expect(readPaseto(`${vector}.${base('{"kid":"k"}')}`)).toMatchObject({ claims, footer: '{"kid":"k"}' });
	});

	it('reads nothing of what is encrypted', () => {
		expect(readPaseto('v2.local.AAAA')).toEqual({ version: 2, purpose: 'local' });
	});

	it('reads no claims where none are', () => {
		expect(readPaseto('v4.public.AAAA')).toEqual({ version: 4, purpose: 'public', signature: 64 });
	});

	it.each(['', 'v5.public.AAAA', 'v4.secret.AAAA', 'v4.public.', 'v4.public.A', 'v1.abc'])(
		'is not for %j',
		(text) => {
			expect(readPaseto(text)).toBeUndefined();
		}
	);

	it('never throws', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				readPaseto(text);
				readPaseto(`v4.public.${base(text)}.${base(text)}`);
				encryptedLengths(`${base(text)}....`);
			})
		);
	});
});
