import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultsOf } from '$lib/message/pasted/faults';
import { readPastedTokens } from '$lib/message/pasted/read';
import { readableOf } from '$lib/message/pasted/readable';

const base = (text: string | Uint8Array): string => Buffer.from(text).toString('base64url');
const of = (length: number): string => base(new Uint8Array(length).fill(0xfb));
const jws = (header: string, payload: string, signature = of(256)): string =>
	`${base(header)}.${base(payload)}.${signature}`;
const good = jws('{"alg":"RS256"}', '{"sub":"a"}');
const [header = '', payload = '', signature = ''] = good.split('.');
const faults = (text: string) => faultsOf({ text, form: 'broken' });

describe('faultsOf: what is signed', () => {
	it('has nothing to say of a good one, or of one that is opaque', () => {
		expect(faults(good)).toEqual([]);
		expect(faultsOf({ text: 'v1.abc', form: 'opaque' })).toEqual([]);
	});

	it.each(['*', '…', ' '])('calls a part with %j in it not cut off: reading it ends there', (character) => {
		const within = (part: string): string => `${part.slice(0, 9)}${character}${part.slice(9)}`;
		for (const text of [
			`${header}.${within(payload)}.${signature}`,
			`${within(header)}.${payload}.${signature}`
		])
			expect(faults(text).filter(({ fault }) => fault === 'json-cut' || fault === 'not-json')).toEqual([]);
	});

	it.each([
		['one dot too few', `${header}.${payload}`, [{ fault: 'parts', found: 2, wanted: 3 }]],
		['one dot too many', `${good}.x`, [{ fault: 'parts', found: 4, wanted: 3 }]],
		['the header alone', header, [{ fault: 'parts', found: 1, wanted: 3 }]],
		[
			'padding',
			`${header}.${payload}=.${signature}`,
			[{ fault: 'padding', part: 'payload', at: 36, character: '=' }]
		],
		[
			'base64 of mails',
			`${header}.${payload}.${signature.replace(/-/g, '+')}`,
			[{ fault: 'other-alphabet', part: 'signature', at: 37 + signature.indexOf('-'), character: '+' }]
		],
		[
			'a foreign character',
			`${header}.${payload}.${signature.slice(0, 10)}€${signature.slice(10)}`,
			[{ fault: 'foreign-character', part: 'signature', at: 47, character: '€' }]
		],
		[
			'a character of two units',
			`${header}.${payload}.${signature}🔑`,
			[{ fault: 'foreign-character', part: 'signature', at: 37 + signature.length, character: '🔑' }]
		],
		[
			'a length that no octets have',
			`${header}.${payload}.${signature.slice(0, 41)}`,
			[{ fault: 'odd-length', part: 'signature', at: 78, found: 41 }]
		],
		['no signature', `${header}.${payload}.`, [{ fault: 'empty-part', part: 'signature', at: 37 }]],
		[
			'a signature that was taken out',
			`${header}.${payload}.redacted`,
			[{ fault: 'signature-taken-out', part: 'signature', at: 37 }]
		],
		['no header', `.${payload}.${signature}`, [{ fault: 'empty-part', part: 'header', at: 0 }]],
		[
			'RFC 7515 Appendix F: no payload',
			`${header}..${signature}`,
			[{ fault: 'detached', part: 'payload', at: 21 }]
		],
		['a header that is a list', jws('[1]', '{}'), [{ fault: 'not-object', part: 'header', found: 'array' }]],
		[
			'claims that are a text',
			jws('{"alg":"RS256"}', '"a"'),
			[{ fault: 'not-object', part: 'payload', found: 'string' }]
		],
		[
			'claims that are null',
			jws('{"alg":"RS256"}', 'null'),
			[{ fault: 'not-object', part: 'payload', found: 'null' }]
		],
		[
			'claims that were cut',
			jws('{"alg":"RS256"}', '{"sub":"a","na'),
			[{ fault: 'json-cut', part: 'payload', inside: 14 }]
		],
		[
			'claims that are no JSON',
			jws('{"alg":"RS256"}', "{'sub':1}"),
			[{ fault: 'not-json', part: 'payload', inside: 1, character: "'" }]
		],
		[
			'RFC 7519 §4: a claim twice',
			jws('{"alg":"RS256"}', '{"a":1,"a":2}'),
			[{ fault: 'doubled', part: 'payload', names: ['a'] }]
		],
		['RFC 7515 §4.1.1: no alg', jws('{}', '{}'), [{ fault: 'without-alg', part: 'header' }]],
		[
			'RFC 7797 §3',
			`${base('{"alg":"RS256","b64":false,"crit":["b64"]}')}.a.b $.${signature}`,
			[{ fault: 'unencoded', part: 'payload' }]
		],
		[
			'RFC 7518 §3.6: a signature of none',
			jws('{"alg":"none"}', '{}', 'abcd'),
			[{ fault: 'not-empty', part: 'signature', at: 24, found: 4 }]
		],
		[
			'RFC 7518 §3.4: another length of signature',
			jws('{"alg":"ES256"}', '{}', of(71)),
			[{ fault: 'octets', part: 'signature', at: 25, found: 71, wanted: 64 }]
		]
	])('%s', (_, text, expected) => {
		expect(faults(text)).toEqual(expected);
	});

	it('compressed claims are named so', () => {
		const text = `${base('{"alg":"ES256","zip":"DEF"}')}.${base(new Uint8Array([0xab, 0xff, 0x01]))}.${of(64)}`;
		expect(faults(text)).toEqual([{ fault: 'compressed', part: 'payload', found: 'DEF' }]);
	});

	it('RFC 7519 §5.2: a JWT in the place of the claims', () => {
		expect(faults(jws('{"alg":"RS256","cty":"JWT"}', good))).toEqual([{ fault: 'nested', part: 'payload' }]);
	});

	it('octets that are no text', () => {
		const text = `${header}.${base(new Uint8Array([0x7b, 0xff, 0x7d]))}.${signature}`;
		expect(faults(text)).toEqual([{ fault: 'not-utf8', part: 'payload' }]);
	});

	it('each fault of one that has several', () => {
		expect(faults(`${header}=.${payload}*`).map(({ fault, part }) => [fault, part])).toEqual([
			['parts', undefined],
			['padding', 'header'],
			['foreign-character', 'payload']
		]);
	});
});

describe('faultsOf: what is encrypted', () => {
	const gcm = base('{"alg":"RSA-OAEP-256","enc":"A256GCM"}');
	const dir = base('{"alg":"dir","enc":"A128CBC-HS256"}');

	it.each([
		['a good one', `${gcm}.${of(256)}.${of(12)}.${of(9)}.${of(16)}`, []],
		['one without a key of its own', `${dir}..${of(16)}.${of(16)}.${of(16)}`, []],
		[
			'RFC 7518 §5.3: another vector',
			`${gcm}.${of(256)}.${of(16)}.${of(9)}.${of(16)}`,
			[{ fault: 'octets', part: 'iv', found: 16, wanted: 12 }]
		],
		[
			'RFC 7518 §5.2: a tag that was cut',
			`${dir}..${of(16)}.${of(16)}.${of(9)}`,
			[{ fault: 'octets', part: 'tag', found: 9, wanted: 16 }]
		],
		['no tag', `${gcm}.${of(256)}.${of(12)}.${of(9)}.`, [{ fault: 'empty-part', part: 'tag' }]],
		[
			'RFC 7518 §4.5: a key that must not be there',
			`${dir}.${of(8)}.${of(16)}.${of(16)}.${of(16)}`,
			[{ fault: 'not-empty', part: 'encrypted-key', found: 8 }]
		],
		['cut off', `${gcm}.${of(256)}.${of(12)}`, [{ fault: 'parts', found: 3, wanted: 5 }]],
		[
			'a foreign character',
			`${gcm}.${of(256)}.${of(12)}.a*b.${of(16)}`,
			[{ fault: 'foreign-character', part: 'ciphertext', character: '*' }]
		],
		[
			'RFC 7516 §4.1.2: no enc',
			`${base('{"alg":"dir"}')}..${of(12)}.${of(9)}.${of(16)}`,
			[{ fault: 'without-enc', part: 'header' }]
		]
	])('%s', (_, text, expected) => {
		expect(faults(text).map(({ at: _at, ...fault }) => fault)).toEqual(expected);
	});
});

describe('readableOf', () => {
	it('reads header and claims of what is broken elsewhere', () => {
		expect(readableOf(`${header}=.${payload}`)).toEqual({
			header: { text: '{"alg":"RS256"}', value: { alg: 'RS256' } },
			claims: { text: '{"sub":"a"}', value: { sub: 'a' } }
		});
	});

	it('reads the claims that are whole before the cut', () => {
		const cut = base('{"iss":"https://a.example","aud":["x","y"],"scope":"a b c"}').slice(0, 66);
		expect(readableOf(`${header}.${cut}`).claims?.value).toEqual({
			iss: 'https://a.example',
			aud: ['x', 'y']
		});
	});

	it('reads the other alphabet, and text that is cut within a character', () => {
		const claims = base('{"name":"Zoë?>~~"}');
		const other = claims.replaceAll('-', '+').replaceAll('_', '/');
		expect(readableOf(`${header}.${other}.x`).claims?.value).toEqual({ name: 'Zoë?>~~' });
		expect(readableOf(`${header}.${base('{"a":1,"b":"漢字').slice(0, -1)}*`).claims?.value).toEqual({ a: 1 });
	});

	it('RFC 7797 §3: reads what stands there unencoded', () => {
		const head = base('{"alg":"HS256","b64":false,"crit":["b64"]}');
		expect(readableOf(`${head}.$.02.${of(32)}`).claims).toEqual({ text: '$.02' });
	});

	it('of what is encrypted reads the header alone', () => {
		expect(readableOf(`${base('{"alg":"dir","enc":"A256GCM"}')}..aaaa.e30.bbbb`)).toEqual({
			header: { text: '{"alg":"dir","enc":"A256GCM"}', value: { alg: 'dir', enc: 'A256GCM' } }
		});
	});
});

describe('whatever comes', () => {
	const mangled = fc
		.tuple(
			fc.constantFrom(good, `${good}~`),
			fc.nat(),
			fc.string({ unit: 'binary', maxLength: 3 }),
			fc.nat(5)
		)
		.map(
			([text, at, put, taken]) =>
				text.slice(0, at % text.length) + put + text.slice((at % text.length) + taken)
		);

	it('is judged without a throw, each fault at a character that is there', () => {
		fc.assert(
			fc.property(fc.oneof(mangled, fc.string(), fc.string({ unit: 'binary' })), (text) => {
				for (const { at = 0, character } of faults(text)) {
					expect(at).toBeLessThanOrEqual(text.length);
					if (character !== undefined && text.isWellFormed()) expect(character.length).toBeGreaterThan(0);
				}
				readableOf(text);
			})
		);
	});

	it('has a fault wherever it cannot be decoded', () => {
		fc.assert(
			fc.property(mangled, (text) => {
				for (const token of readPastedTokens(text).tokens)
					if (token.form === 'broken') expect(faultsOf(token)).not.toEqual([]);
			})
		);
	});

	it('goes as deep and as far as the text does', () => {
		const deep = jws('{"alg":"RS256"}', `{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`);
		expect(faults(deep)).toEqual([]);
		expect(faults(`${header}.${base(`{"a":"${'x'.repeat(1_000_000)}"}`)}.${signature}`)).toEqual([]);
	});
});
