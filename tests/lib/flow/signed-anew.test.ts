import { describe, expect, it } from 'vitest';
import { resignedRequest } from '$lib/flow/resigned';
import { isSignedAddress, signedAnew } from '$lib/flow/signed-anew';
import type { HttpRequest } from '$lib/wire/http';

const post = (body: string, headers: HttpRequest['headers'] = []): HttpRequest => ({
	method: 'POST',
	url: 'https://idp.example/token',
	headers,
	body
});

describe('what is signed again when it is sent', () => {
	it.each([
		['a proof', post('code=1', [['dpop', 'eyJ']]), ['DPoP']],
		['a client assertion', post('code=1&client_assertion=eyJ'), ['client_assertion']],
		['a pushed request object', post('client_id=spa-1&request=eyJ'), ['request']],
		[
			'both',
			post('client_assertion=eyJ&request=eyJ', [['DPoP', 'eyJ']]),
			['DPoP', 'client_assertion', 'request']
		],
		['nothing', post('code=1&request_uri=urn:x'), []],
		['nothing in an address', { method: 'GET', url: 'https://idp.example/a?request=eyJ', headers: [] }, []]
	] as const)('%s', (_, request, parts) => {
		expect(signedAnew(request as HttpRequest)).toEqual(parts);
	});
});

it.each([
	['https://idp.example/authorize?client_id=a&request=eyJ', true],
	['https://idp.example/authorize?client_id=a&request_uri=urn:x', false],
	['/authorize?request=eyJ', false]
])('a signed request is in the address %s: %s', (url, expected) => {
	expect(isSignedAddress({ method: 'GET', url, headers: [] })).toBe(expected);
});

describe('an edit of a message that is signed again', () => {
	const form: HttpRequest['headers'] = [['content-type', 'application/x-www-form-urlencoded']];
	const first = post('code=1&client_assertion=old', [...form, ['dpop', 'old']]);
	const second = post('code=1&client_assertion=new', [...form, ['dpop', 'new']]);

	it('takes the new signatures, and keeps what was changed', () => {
		const edited = { ...first, body: 'code=2&client_assertion=old' };
		expect(resignedRequest(edited, first, second)).toEqual({
			...second,
			body: 'code=2&client_assertion=new'
		});
	});

	it('leaves a signature alone that was changed or taken out', () => {
		const edited = post('code=1', [...form, ['dpop', 'mine']]);
		expect(resignedRequest(edited, first, second)).toEqual(edited);
	});
});
