import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64url, encodeBase64url } from '$lib/wire/base64url';

describe('base64url', () => {
	it('gives back the bytes it was given', () => {
		fc.assert(
			fc.property(fc.uint8Array(), (bytes) => {
				const text = encodeBase64url(bytes);
				expect(text).toMatch(/^[A-Za-z0-9_-]*$/);
				const decoded = decodeBase64url(text);
				expect(decoded.ok && [...decoded.value]).toEqual([...bytes]);
			})
		);
	});

	it('never throws, whatever the text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const decoded = decodeBase64url(text);
				if (!decoded.ok) expect(decoded.failure.position).toBeLessThanOrEqual(text.length);
			})
		);
	});

	it.each([
		['padding', 'TWE=', 3],
		['a plus of plain base64', 'ab+d', 2],
		['a slash of plain base64', '/bcd', 0],
		['white space', 'ab d', 2],
		['a line end', 'abcd\n', 4],
		['a length that no bytes have', 'abcde', 5]
	])('refuses %s and says where', (_, text, position) => {
		expect(decodeBase64url(text)).toEqual({ ok: false, failure: { position } });
	});
});
