import { describe, expect, it } from 'vitest';
import { addedTo, stepUpOf } from '$lib/client/step-up';
import { answer } from '../../fixtures/messages';

const refused = (status: number, ...values: string[]) =>
	answer('', { status, headers: values.map((value) => ['www-authenticate', value]) });

describe('what an API asks of the next authorization request', () => {
	it('RFC 6750 §3.1: the scope that is missing, with what was granted and what was asked for', () => {
		const response = refused(403, 'Bearer error="insufficient_scope", scope="write admin"');
		expect(stepUpOf(response, 'read write', 'openid offline_access read write')).toEqual([
			['scope', 'openid offline_access read write admin']
		]);
	});

	it('a scope that was asked for and not granted is asked for again', () => {
		const response = refused(403, 'Bearer error="insufficient_scope", scope="write"');
		expect(stepUpOf(response, 'read', 'read write')).toEqual([['scope', 'read write']]);
	});

	it('no scope where all of it was granted: another request would bring the same', () => {
		const response = refused(403, 'Bearer error="insufficient_scope", scope="read"');
		expect(stepUpOf(response, 'read', 'read')).toEqual([]);
	});

	it('nothing where the scope is not named, or is that of a call without a token', () => {
		expect(stepUpOf(refused(403, 'Bearer error="insufficient_scope"'), 'read', 'read')).toEqual([]);
		expect(stepUpOf(refused(401, 'Bearer scope="write"'), 'read', 'read')).toEqual([]);
	});

	it('RFC 9470 §3: a stronger sign-in and more scope at once', () => {
		const response = refused(
			401,
			'Bearer error="insufficient_user_authentication", acr_values="mfa", max_age="0", scope="pay"'
		);
		expect(stepUpOf(response, 'read', undefined)).toEqual([
			['acr_values', 'mfa'],
			['max_age', '0'],
			['scope', 'read pay']
		]);
	});

	it('of headers that stand apart each is read', () => {
		const response = refused(403, 'Basic realm="x"', 'Bearer error="insufficient_scope", scope="pay"');
		expect(stepUpOf(response, undefined, undefined)).toEqual([['scope', 'pay']]);
	});
});

describe('what is added', () => {
	it.each([
		['read', 'read write', ['write']],
		[undefined, 'a  b', ['a', 'b']],
		['a b', undefined, []],
		['a b', 'b a', []]
	])('to %j by %j', (granted, wanted, added) => {
		expect(addedTo(granted, wanted)).toEqual(added);
	});
});
