/** Whatever a trace holds: the redaction ends, and nothing that it should take out comes out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isKept } from '$lib/lexicon/kept';
import { isKeptHeader } from '$lib/lexicon/kept-headers';
import { normalName } from '$lib/lexicon/normal-name';
import { isSecretName } from '$lib/lexicon/secrets';
import type { Trace } from '$lib/trace/fact';
import { parseTrace } from '$lib/trace/file';
import { formatTrace } from '$lib/trace/format';
import { redact } from '$lib/trace/redact';
import { anyTrace } from '../../fixtures/arbitrary-facts';
import { bodyPlaces, encodings, secretNames, urlPlaces } from '../../fixtures/canaries';
import { answer } from '../../fixtures/messages';
import { readingsOf } from '../../fixtures/readings';
import { forgeToken } from '../../fixtures/tokens';
import { exchanged, generated, returned } from '../../fixtures/walk';

const answered = (body: string, status = 200): Trace => [
	exchanged('exchange', 'token', {}, answer(body, { status }))
];

const bodyOf = (body: string, status?: number): string => {
	const [fact] = redact(answered(body, status));
	return fact?.kind === 'exchanged' ? (fact.exchange.response?.body ?? '') : '';
};

const survives = (trace: Trace, core: string): boolean => {
	const texts = new Set<string>();
	JSON.parse(formatTrace(redact(trace)), (name, value: unknown) => {
		texts.add(name);
		if (typeof value === 'string' || typeof value === 'number') texts.add(String(value));
		return value;
	});
	return [...texts].some((text) => [...readingsOf(text)].some((reading) => reading.includes(core)));
};

const encoding = fc.constantFrom(...Object.values(encodings));
const keptName = fc.constantFrom('error_description', 'redirect_uri', 'claims', 'error', 'state', 'resource');

describe('of any trace', () => {
	it('nothing is thrown, and the file can be read', () => {
		fc.assert(
			fc.property(anyTrace, (trace) => {
				expect(parseTrace(formatTrace(redact(trace))).ok).toBe(true);
			}),
			{ numRuns: 200 }
		);
	});

	it('of any text at any place, the same', () => {
		const part = fc.oneof(
			fc.constantFrom(
				'{"',
				'":"',
				'\\"',
				'%22',
				'%',
				'\\u00',
				'&#',
				'<input value="',
				'--b\r\n',
				'eyJ',
				'.',
				'://'
			),
			fc.constantFrom(
				'Bearer ',
				'code=',
				'@',
				';',
				'=',
				'&',
				'?',
				'#',
				'[',
				']',
				'}',
				"'",
				'redacted-code-1'
			),
			fc.string({ maxLength: 5 })
		);
		const text = fc.array(part, { maxLength: 30 }).map((parts) => parts.join(''));
		const place = fc.constantFrom(...Object.values(bodyPlaces), ...Object.values(urlPlaces));
		fc.assert(
			fc.property(place, text, (put, body) => {
				expect(parseTrace(formatTrace(redact(put(body)))).ok).toBe(true);
			}),
			{ numRuns: 500 }
		);
	});

	it('no secret stays, in whatever encoding of an encoding', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...Object.values(bodyPlaces)),
				encoding,
				encoding,
				keptName,
				fc.constantFrom(...secretNames),
				(put, inner, outer, kept, name) => {
					expect(survives(put(outer(kept, inner(name, 'qk000001zz/+ "é'))), 'qk000001zz')).toBe(false);
				}
			),
			{ numRuns: 300 }
		);
	});
});

describe('a text made to be hard', () => {
	const length = 200_000;
	const repeated = (unit: string): string => unit.repeat(Math.ceil(length / unit.length));
	const units = [
		'/',
		'\\',
		'"',
		'\\"',
		'%',
		'%25',
		'{',
		'{"',
		'[{"a":',
		'<',
		'<a ',
		'<a b="',
		'eyJ',
		'eyJhbGci.'
	];
	const more = [
		'ey-',
		'a@',
		'a.',
		'a=',
		'a:',
		'&',
		'?a=',
		'-----BEGIN A-----',
		'Bearer ',
		'http://',
		'&amp;',
		'\\u005c'
	];

	it.each([...units, ...more])(
		'%j again and again is gone through',
		(unit) => {
			expect(parseTrace(formatTrace(redact(answered(repeated(unit), 400)))).ok).toBe(true);
		},
		30_000
	);

	it.each([6_200, 100_000])('a secret of %i slashes is taken out, in every spelling', (count) => {
		const secret = '/'.repeat(count);
		const text = formatTrace(
			redact([
				generated('verifier', { code_verifier: secret }),
				...answered(`it was ${secret}, or ${encodeURIComponent(secret)}.`)
			])
		);
		expect(text).not.toContain('////');
		expect(text).not.toContain('%2F%2F');
		expect(text).toContain('it was redacted-code_verifier-1, or redacted-code_verifier-1.');
	});

	it('a secret of which only the beginning stands is taken out as far as it goes', () => {
		const secret = 'abcdefghij0123456789'.repeat(10);
		const [, fact] = redact([
			generated('verifier', { code_verifier: secret }),
			...answered(secret.slice(0, 90))
		]);
		expect(JSON.stringify(fact)).not.toContain('0123456789');
	});
});

describe('what stays, stays as it is written', () => {
	it.each([
		'{"error":"invalid_grant","error_description":"The code has expired.","error_codes":[70008]}',
		'{"token_type":"Bearer","expires_in":3600,"scope":"openid profile", "ok":true,"none":null}',
		'{"issuer":"https://idp.example/t/4f7Zq9Lm2Xw8Bv1Tk6","token_endpoint":"https://idp.example/t/4f7Zq9Lm2Xw8Bv1Tk6/token"}',
		'{"keys":[{"kty":"EC","crv":"P-256","x":"AAAA","y":"BBBB","kid":"1","use":"sig","alg":"ES256"}]}',
		'{"code":"invalid_type","message":"Invalid input","status":400}',
		'{"error":{"code":401,"message":"Request had invalid credentials","status":"UNAUTHENTICATED"}}',
		'<html><body><h1>Error 400: redirect_uri_mismatch</h1></body></html>',
		'AADSTS70011: The provided value for scope is not valid. Trace ID: 3fa85f64-5717-4562-b3fc-2c963f66afa6'
	])('%s', (body) => {
		expect(bodyOf(body, 400)).toBe(body);
	});

	it.each([
		...[
			'token_type',
			'token_endpoint',
			'error_code',
			'code_challenge',
			'code_challenge_method',
			'status_code'
		],
		...[
			'token_type_hint',
			'access_token_expires_in',
			'tls_client_certificate_bound_access_tokens',
			'postal_code'
		],
		...['grant_type', 'response_type', 'client_id', 'state', 'nonce', 'token_endpoint_auth_methods_supported']
	])('%s is no secret’s name', (name) => {
		expect(isSecretName(name)).toBe(false);
	});

	it.each(secretNames.filter((name) => normalName(name) !== 'sid'))(
		'%s is one, and does not stay',
		(name) => {
			expect(isSecretName(name)).toBe(true);
			expect(isKept(name)).toBe(false);
		}
	);

	it('of headers, by the list alone', () => {
		expect(['Content-Type', 'WWW-Authenticate', 'x-request-id', 'Retry-After'].every(isKeptHeader)).toBe(
			true
		);
		expect(['X-Api-Key', 'Cookie', 'X-Anything', 'constructor'].some(isKeptHeader)).toBe(false);
	});
});

describe('of an object', () => {
	it('numbers go, yes and no and nothing stay, and so does its form', () => {
		const body = JSON.stringify({ a: 81810001, b: [81810001, true, null], c: { d: -1.5e3 } });
		expect(JSON.parse(bodyOf(body))).toEqual({
			a: 'redacted-a-1',
			b: ['redacted-a-1', true, null],
			c: { d: 'redacted-d-1' }
		});
	});

	it('names that are somebody’s go as well', () => {
		const body = JSON.stringify({
			'ann@people.example': true,
			[forgeToken({ alg: 'none' }, { name: 'Ann' })]: 1
		});
		const readings = [...readingsOf(bodyOf(body))].join('\n');
		expect(readings).not.toContain('people.example');
		expect(readings).not.toContain('Ann');
	});

	it('equal values stay equal, whatever they stand in', () => {
		const text = formatTrace(
			redact([
				...answered('{"sub":"user/ä 1","access_token":"tok/en+1=ä"}'),
				...answered(JSON.stringify({ error_description: 'user%2F%C3%A4+1 had tok\\/en%2B1=ä' }), 400),
				returned('https://app.example/?access_token=tok%2fen%2B1%3D%C3%A4')
			])
		);
		expect(new Set(text.match(/redacted-sub-\d+/g))).toEqual(new Set(['redacted-sub-1']));
		expect(text.match(/redacted-access_token-1/g)).toHaveLength(3);
	});
});
