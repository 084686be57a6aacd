import { describe, expect, it } from 'vitest';
import { readClientCredentials, withoutCredentials } from '$lib/message/client-authentication';
import { valueOf, type Pair } from '$lib/wire/form';
import { forgeToken } from '../../fixtures/tokens';

const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;
const read = (authorization: string | undefined, ...pairs: Pair[]) =>
	readClientCredentials(authorization, (name) => valueOf(pairs, name));
const assertion = forgeToken({ alg: 'ES256' }, { iss: 'web', sub: 'web' }, 'c2lnbmVk');

describe('the client of a request', () => {
	it('proves itself with a secret in the header, both halves form-encoded (RFC 6749 §2.3.1)', () => {
		expect(read(basic('a%3Ab+c:p%26w'))).toEqual({
			method: 'client_secret_basic',
			clientId: 'a:b c',
			secret: 'p&w'
		});
		expect(read(basic('web:a:b').replace('Basic', 'bAsIc'))).toMatchObject({
			clientId: 'web',
			secret: 'a:b'
		});
		expect(read(basic('100%:50%'))).toMatchObject({ clientId: '100%', secret: '50%' });
	});

	it('is only named in a header without a secret', () => {
		expect(read(basic('spa:'))).toEqual({ method: 'none', clientId: 'spa' });
	});

	it.each(['Basic ?', basic('no colon'), `Basic ${Buffer.from([0xff, 0x3a]).toString('base64')}`])(
		'tried the header, and is named by nothing in %j',
		(header) => {
			expect(read(header, ['client_id', 'spa'])).toEqual({ method: 'client_secret_basic' });
		}
	);

	it('proves itself with a secret in the body', () => {
		expect(read(undefined, ['client_id', 'web'], ['client_secret', 's'])).toEqual({
			method: 'client_secret_post',
			clientId: 'web',
			secret: 's'
		});
	});

	it('proves itself with a JWT, whose subject it is (RFC 7523 §3)', () => {
		expect(read('Bearer t', ['client_assertion', assertion], ['client_secret', 's'])).toEqual({
			method: 'private_key_jwt',
			clientId: 'web',
			assertion
		});
		expect(read(undefined, ['client_assertion', 'no.jwt'])).toEqual({
			method: 'private_key_jwt',
			assertion: 'no.jwt'
		});
	});

	it('only says its name, or nothing', () => {
		expect(read(undefined, ['client_id', 'spa'])).toEqual({ method: 'none', clientId: 'spa' });
		expect(read(undefined)).toEqual({ method: 'none' });
	});
});

it('what proves it is no part of what it asks for', () => {
	const pairs: Pair[] = [
		['client_id', 'a'],
		['client_secret', 'b'],
		['client_assertion', 'c'],
		['client_assertion_type', 'd'],
		['scope', 'e']
	];
	expect(withoutCredentials(pairs).map(([name]) => name)).toEqual(['client_id', 'scope']);
});
