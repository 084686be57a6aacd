import { describe, expect, it } from 'vitest';
import type { EditableMessage } from '$lib/flow/edit';
import { insideOf, requestObjectIn, says, withRequestObjectOf } from '$lib/flow/signed-edit';
import { encodeBase64url } from '$lib/wire/base64url';

const part = (value: object): string => encodeBase64url(new TextEncoder().encode(JSON.stringify(value)));
const objectOf = (claims: object): string => `${part({ alg: 'ES256' })}.${part(claims)}.c2ln`;

const claims = { iss: 'a', aud: 'https://id.example', exp: 1, client_id: 'a', scope: 'openid', max_age: 5 };
const rows: [string, string][] = [
	['client_id', 'a'],
	['scope', 'openid'],
	['max_age', '5']
];
const message = (request: string): EditableMessage => ({
	method: 'GET',
	address: 'https://id.example/authorize',
	place: 'query',
	parameters: [
		['client_id', 'edited'],
		['request', request]
	],
	headers: []
});

describe('a signed request that is edited', () => {
	it('is opened as the parameters in it, without the claims of the JWT itself', () => {
		expect(insideOf(objectOf(claims))).toEqual(rows);
		expect(insideOf('no-jwt')).toBeUndefined();
	});

	it('says the same in another order, and no more and no less', () => {
		expect(says(objectOf(claims), [...rows].reverse())).toBe(true);
		expect(says(objectOf(claims), rows.slice(1))).toBe(false);
		expect(says('no-jwt', rows)).toBe(false);
	});

	it('is put in the place of the one before; what stands beside it stays', () => {
		const signed = {
			method: 'GET',
			url: 'https://id.example/authorize?client_id=a&request=new',
			headers: []
		};
		expect(withRequestObjectOf(message('old'), signed)).toEqual(message('new'));
		expect(requestObjectIn(message('old'))).toBe('old');
		expect(withRequestObjectOf(message('old'), { ...signed, url: 'https://id.example/' })).toEqual(
			message('old')
		);
	});
});
