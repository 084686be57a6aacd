import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authenticationMethods } from '$lib/lexicon/human-values';
import { humanValue } from '$lib/message/human-value';

const now = Date.UTC(2026, 0, 2, 3, 4, 5);
const at = now / 1000;
const value = (name: string, of: unknown, provider?: string) => humanValue(name, of, { now, provider });

describe('RFC 7519 §2: times', () => {
	it.each(['exp', 'nbf', 'iat', 'auth_time', 'updated_at'])('%s', (name) => {
		expect(value(name, at + 90)).toEqual({ kind: 'time', at: at + 90, fromNow: 90 });
		expect(value(name, at - 0.5)).toEqual({ kind: 'time', at: at - 0.5, fromNow: -0.5 });
	});

	it.each([
		[String(at), 'text'],
		['2026-01-02T03:04:05Z', 'other'],
		[now, 'milliseconds'],
		[now * 1e3, 'microseconds'],
		[now * 1e6, 'nanoseconds'],
		[Infinity, 'range'],
		[1e300, 'range'],
		[-8.64e12 - 1, 'range'],
		[null, 'other'],
		[[at], 'other'],
		[{}, 'other'],
		[true, 'other']
	])('%j is none: %s', (written, why) => {
		expect(value('exp', written)).toMatchObject({ kind: 'no-time', as: why });
	});

	it('has a date at both ends of the calendar', () => {
		expect(value('exp', 8.64e12)).toMatchObject({ kind: 'no-time', as: 'milliseconds' });
		expect(value('nbf', -8.64e12)).toMatchObject({ kind: 'time' });
	});

	it('takes no other claim for a time', () => {
		expect(value('ver', at)).toBeUndefined();
	});
});

describe('what else a claim says', () => {
	it.each([
		['scope', 'openid  read:a', { kind: 'scopes', names: ['openid', 'read:a'] }],
		['scp', ['a', 1, '', 'b'], { kind: 'scopes', names: ['a', 'b'] }],
		['scope', '', { kind: 'scopes', names: [] }],
		[
			'amr',
			['pwd', 'otp', 'ngcmfa'],
			{
				kind: 'methods',
				methods: [{ name: 'pwd', known: 'pwd' }, { name: 'otp', known: 'otp' }, { name: 'ngcmfa' }]
			}
		],
		['amr', 'pwd', undefined],
		['cnf', { jkt: 'a', other: 1 }, { kind: 'confirmation', by: ['jkt'], others: ['other'] }],
		['cnf', { 'x5t#S256': 'a' }, { kind: 'confirmation', by: ['x5t#S256'], others: [] }],
		['act', { sub: 'a', act: { client_id: 'b' } }, { kind: 'actors', chain: ['a', 'b'], more: 0 }],
		['may_act', { iss: 'x' }, { kind: 'actors', chain: [''], more: 0 }],
		['aud', 'a', { kind: 'audiences', names: ['a'] }],
		['aud', ['a', 2, 'b'], { kind: 'audiences', names: ['a', 'b'] }],
		['email_verified', true, { kind: 'verified', what: 'email', is: true }],
		['phone_number_verified', false, { kind: 'verified', what: 'phone', is: false }],
		['email_verified', 'true', { kind: 'yes-as-text', written: 'true' }],
		['email_verified', 1, undefined],
		['at_hash', 'AAAAAAAAAAAAAAAAAAAAAA', { kind: 'half-hash', octets: 16 }],
		['at_hash', 'a*', undefined],
		['events', { 'https://a.example/e': {} }, { kind: 'events', names: ['https://a.example/e'] }],
		['expires_in', 60, { kind: 'duration', seconds: 60 }],
		['expires_in', -1, undefined],
		['groups', ['a'], { kind: 'elements', count: 1 }],
		['address', { a: 1 }, { kind: 'members', count: 1 }],
		['name', 'A', undefined]
	])('%s: %j', (name, of, expected) => {
		expect(value(name, of)).toEqual(expected);
	});

	it('OIDC Core §8: sub is pairwise or not by what the provider documents, and else not known', () => {
		expect(value('sub', 'a', 'entra')).toEqual({ kind: 'subject', how: 'pairwise' });
		expect(value('sub', 'a', 'google')).toEqual({ kind: 'subject', how: 'public' });
		expect(value('sub', 'a', 'toString')).toEqual({ kind: 'subject', how: 'not-known' });
		expect(value('sub', 'a')).toEqual({ kind: 'subject', how: 'not-known' });
	});

	it('RFC 8176 §2: knows each registered method', () => {
		for (const name of authenticationMethods)
			expect(value('amr', [name])).toEqual({ kind: 'methods', methods: [{ name, known: name }] });
	});

	it('RFC 8259 §6: a number that is rounded is as it is written', () => {
		expect(humanValue('exp', 1, { now, written: '9007199254740993' })).toEqual({
			kind: 'inexact',
			written: '9007199254740993'
		});
	});

	it('names ten of many actors', () => {
		let actor: object = { sub: 'last' };
		for (let depth = 0; depth < 10_000; depth += 1) actor = { sub: `a${depth}`, act: actor };
		const said = value('act', actor);
		expect(said).toMatchObject({ kind: 'actors', more: 9_991 });
	});

	it('never throws, and shows no half of a pair', () => {
		const names = fc.constantFrom(
			'exp',
			'scope',
			'amr',
			'cnf',
			'act',
			'sub',
			'aud',
			'email_verified',
			'at_hash',
			'events',
			'__proto__',
			'x'
		);
		fc.assert(
			fc.property(names, fc.anything({ withNullPrototype: true, maxDepth: 3 }), (name, of) => {
				value(name, of);
			})
		);
		expect(value('exp', '\uD800')).toEqual({ kind: 'no-time', written: '\uFFFD', as: 'other' });
	});
});
