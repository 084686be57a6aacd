import { describe, expect, it } from 'vitest';
import { redirectDifference, valueChange } from '$lib/message/value-change';

describe('what became of a value on its way', () => {
	it.each([
		['abc+def=', 'abc def=', 'plus'],
		['a state with spaces', 'a+state+with+spaces', 'plus'],
		['+/+/', ' /+/', 'plus'],
		['4/0AX-code', '4%2F0AX-code', 'encoded'],
		['{"page":"/"}', '%7B%22page%22%3A%22%2F%22%7D', 'encoded'],
		['a b=', 'a+b%3D', 'encoded'],
		['st%3D%3D', 'st==', 'decoded'],
		['a%2Bb%2Fc', 'a+b/c', 'decoded'],
		['a%2Bb%2Fc', 'a b/c', 'decoded'],
		['AbCdEf', 'abcdef', 'letter-case'],
		['state-1', 'STATE-1', 'letter-case'],
		['X9Zq', 'x9zq', 'letter-case'],
		['state&page=2', 'state', 'cut'],
		['st-7f3a91c2', 'st-7f3a', 'cut'],
		['value==', 'value', 'cut'],
		['state', 'state#', 'longer'],
		['state-1', 'state-1,state-1', 'longer'],
		['abcd', 'abcd&x=1', 'longer'],
		['a+b/cd==', 'a-b_cd', 'alphabet'],
		['-_-_', '+/+/', 'alphabet'],
		['ab-cd', 'ab+cd', 'alphabet'],
		[' state', 'state', 'space'],
		['state', 'another', 'other'],
		['abc', 'a', 'other'],
		['st-7f3a91c2', 'st-7f3a91c3', 'other']
	])('%s, %s: %s', (was, is, how) => expect(valueChange(was, is)).toBe(how));

	it.each(['state', 'a+b', '%2F', ''])('is nothing where it is the same: %s', (value) =>
		expect(valueChange(value, value)).toBeUndefined()
	);
});

describe('in what two redirect URIs differ', () => {
	it.each([
		['http://127.0.0.1:8082', 'http://127.0.0.1:8082/', ['slash']],
		['https://app.example/callback', 'https://app.example/callback/', ['slash']],
		['https://app.example/a/?x=1', 'https://app.example/a?x=1', ['slash']],
		['https://app.example/cb', 'https%3A%2F%2Fapp.example%2Fcb', ['encoding']],
		['https://app.example/a%20b', 'https://app.example/a b', ['encoding']],
		['https://app.example/cb?x=a%2Fb', 'https://app.example/cb?x=a/b', ['encoding']],
		['https://app.example/Callback', 'https://app.example/callback', ['letter-case']],
		['https://App.example/cb', 'https://app.example/cb', ['letter-case']],
		['HTTPS://app.example/cb', 'https://app.example/cb', ['letter-case']],
		['http://localhost:3000/cb', 'http://localhost:3001/cb', ['port']],
		['https://app.example/cb', 'https://app.example:443/cb', ['port']],
		['http://127.0.0.1/cb', 'http://127.0.0.1:51004/cb', ['port']],
		['https://app.example/cb', 'http://app.example/cb', ['scheme']],
		['https://app.example/cb', 'http://app.example:8080/cb', ['scheme', 'port']],
		['myapp://cb', 'myapp.dev://cb', ['scheme']],
		['http://localhost/cb', 'http://127.0.0.1/cb', ['host']],
		['https://app.example/cb', 'https://www.app.example/cb', ['host']],
		['https://internal:8080/cb', 'https://app.example/cb', ['host', 'port']],
		['https://app.example/cb', 'https://app.example/cb?tenant=1', ['query']],
		['https://app.example/cb?a=1&b=2', 'https://app.example/cb?b=2&a=1', ['query']],
		['https://app.example/cb?a', 'https://app.example/cb', ['query']],
		['https://app.example/cb', 'https://app.example/cb#', ['fragment']],
		['https://app.example/cb', 'https://app.example/login', ['path']],
		['https://app.example/cb', 'https://app.example/v2/cb', ['path']],
		['urn:ietf:wg:oauth:2.0:oob', 'urn:ietf:wg:oauth:2.0:oob:auto', ['path']]
	])('%s, %s: %s', (one, other, how) => {
		expect(redirectDifference(one, other)).toEqual(how);
		expect(redirectDifference(other, one)).toEqual(how);
	});

	it('is nothing where they are the same text', () =>
		expect(redirectDifference('https://app.example/cb', 'https://app.example/cb')).toEqual([]));
});
