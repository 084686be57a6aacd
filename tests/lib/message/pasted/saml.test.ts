import { describe, expect, it } from 'vitest';
import { samlIn } from '$lib/message/pasted/saml';

const of = (name: string): string =>
	`<samlp:${name} xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_8e8d" Version="2.0"></samlp:${name}>`;

describe('a message of SAML', () => {
	it('is known by its namespace, plain and in Base64', () => {
		for (const text of [of('Response'), Buffer.from(of('Response')).toString('base64')])
			expect(samlIn(text)).toBe('SAMLResponse');
	});

	it('is no secret where it says nothing of anybody', () => {
		expect(samlIn(of('AuthnRequest'))).toBe('');
	});

	it('is known by the name under which it is sent', () => {
		expect(samlIn('SAMLResponse=PHNhbWxw&RelayState=a')).toBe('SAMLResponse');
		expect(samlIn('https://idp.acme.io/saml?SAMLRequest=fZFfa8Iw')).toBe('SAMLRequest');
		expect(samlIn('RelayState=a&SAMLart=AAQAAMh48')).toBe('SAMLart');
	});

	it('is nothing that only has its name, another document, or bytes', () => {
		for (const text of [
			'the SAMLResponse=PHNhbWxw was refused',
			'<html xmlns="http://www.w3.org/1999/xhtml">',
			'PGh0bWw+PGJvZHk+aGVsbG8gd29ybGQsIHRoaXMgaXMgbm8gU0FNTDwvYm9keT4=',
			'PASSWORD',
			''
		])
			expect(samlIn(text)).toBeUndefined();
	});
});
