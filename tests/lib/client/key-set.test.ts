import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askKeySet, readKeySet } from '$lib/client/key-set';
import { say } from '$lib/lexicon/said';
import { answer, failures } from '../../fixtures/messages';

const key = { kty: 'EC', crv: 'P-256', x: 'x', y: 'y', kid: 'a' };

describe('askKeySet', () => {
	it('is a GET that accepts both media types', () => {
		expect(askKeySet('https://idp.example/jwks')).toEqual({
			ok: true,
			value: {
				method: 'GET',
				url: 'https://idp.example/jwks',
				headers: [['accept', 'application/json, application/jwk-set+json']]
			}
		});
	});

	it.each([
		[undefined, 'endpoint-missing'],
		['ftp://idp.example/jwks', 'url-scheme-refused'],
		['data:application/json,{}', 'url-scheme-refused']
	])('refuses %j', (uri, reason) => {
		expect(askKeySet(uri)).toMatchObject({ ok: false, failure: { reason, field: 'jwks_uri' } });
	});
});

describe('readKeySet', () => {
	it('takes keys, and leaves out members that are none', () => {
		const rubbish = [null, 5, 'key', [], {}, { kty: 1 }, { ...key, kid: 5 }, { ...key, key_ops: 'verify' }];
		const { checks, value } = readKeySet(
			answer({ keys: [key, ...rubbish, { ...key, kid: 'b', x5c: ['c'] }] })
		);
		expect(value?.keys.map(({ kid }) => kid)).toEqual(['a', 'b']);
		expect(failures(checks)).toEqual([]);
		expect(checks[1]?.actual).toEqual(say('keys-usable', 2, 10));
	});

	it.each([
		['no keys', answer({}), ['jwks-is-key-set']],
		['keys that are no list', answer({ keys: key }), ['jwks-is-key-set']],
		['an empty list', answer({ keys: [] }), ['jwks-is-key-set']],
		['only rubbish', answer({ keys: [1, null, 'x', {}] }), ['jwks-is-key-set']],
		['a bare list', answer([key]), ['jwks-is-key-set']],
		['HTML', answer('<html>'), ['jwks-is-key-set']],
		['404', answer('', { status: 404 }), ['jwks-status']],
		['500 with keys', answer({ keys: [key] }, { status: 500 }), ['jwks-status']]
	])('refuses %s', (_, response, expected) => {
		const { checks, value } = readKeySet(response);
		expect(failures(checks)).toEqual(expected);
		expect(value).toBeUndefined();
	});

	it('looks at a thousand keys at most', () => {
		const keys = Array.from({ length: 1500 }, (_, index) => ({ ...key, kid: String(index) }));
		expect(readKeySet(answer({ keys })).value?.keys).toHaveLength(1000);
	});

	it('reads any body', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
				expect(readKeySet(answer(body)).checks).toHaveLength(2);
			})
		);
	});
});
