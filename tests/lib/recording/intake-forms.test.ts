import { describe, expect, it } from 'vitest';
import type { BroughtKind } from '$lib/lexicon/brought';
import { traceOfBrought } from '$lib/recording/brought-walk';
import { isMessage, recognise } from '$lib/recording/intake';

const kindsOf = (texts: readonly string[]): [string, BroughtKind][] =>
	texts.map((text) => [text.slice(0, 60), recognise(text).kind]);

const expected = (texts: readonly string[], kind: BroughtKind): [string, BroughtKind][] =>
	texts.map((text) => [text.slice(0, 60), kind]);

describe('a form with a grant', () => {
	const form =
		'grant_type=authorization_code&client_id=portal&code=6d7e.55d3.1a2b&redirect_uri=https%3A%2F%2Fportal.acme.io%2Fcb&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

	it('is a token request and no callback, also without its grant', () => {
		const forms = [
			form,
			form.replace('grant_type=authorization_code&', ''),
			'client_id=0oa1&grant_type=refresh_token&refresh_token=v1.MjQ0abc',
			'?grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code&device_code=GmRh&client_id=x'
		];
		expect(kindsOf(forms)).toEqual(expected(forms, 'token-form'));
		expect(recognise(form)).toMatchObject({
			request: { method: 'POST', body: form },
			secrets: ['code', 'code_verifier']
		});
	});

	it('makes no attempt without the address to which it went', () => {
		expect(isMessage(recognise(form))).toBe(false);
	});

	it('is one at its address, and can be opened', () => {
		const brought = recognise(`https://sso.acme.io/realms/prod/protocol/openid-connect/token?${form}`);
		expect(brought.kind).toBe('token-request');
		expect(traceOfBrought(brought, 0).ok).toBe(true);
		const other = 'https://acme.us.auth0.com/oauth/token?grant_type=client_credentials&client_id=x';
		expect(recognise(other).kind).toBe('request');
	});
});

describe('a code in an address', () => {
	it('is no answer where it is empty', () => {
		const texts = ['https://www.acme.io/page?code=', 'https://app.acme.io/start?code=&state=abc'];
		for (const text of texts) expect(recognise(text).kind).not.toMatch(/^callback/);
	});

	it('may be one where nothing else speaks for it', () => {
		const texts = [
			'https://shop.acme.io/redeem?code=SUMMER25',
			'https://www.acme.io/stores?code=10115&radius=5',
			'https://acme.io/invite?code=K7-2P'
		];
		expect(kindsOf(texts)).toEqual(expected(texts, 'callback-perhaps'));
		expect(traceOfBrought(recognise(texts[0]!), 0).ok).toBe(true);
	});

	it('is one with a state, at an address of sign-ins, on this machine, in an app, and where it is long', () => {
		const texts = [
			'https://shop.acme.io/redeem?code=SUMMER25&state=a',
			'https://app.acme.io/signin-oidc?code=0.AXoA',
			'http://localhost:3000/?code=abc',
			'com.acme.app:/done?code=abc',
			'https://d84l1y8p4kdic.cloudfront.net/?code=4f3b2a1c-7788-4a0e-9f6e-0a1b2c3d4e5f'
		];
		expect(kindsOf(texts)).toEqual(expected(texts, 'callback-code'));
	});
});

describe('a name with dots', () => {
	it.each([
		'application-prod.yml',
		'keycloak-production-2024.properties',
		'/etc/keycloak/conf/keycloak-prod-2024.conf',
		'src/main/resources/application2.yml',
		'login.acme.io.har',
		'com.nimbusds.oauth2.sdk.ParseException',
		'org.springframework.security.oauth2.core.OAuth2AuthenticationException',
		'org.springframework.security.oauth2.jwt',
		'Microsoft.IdentityModel.Tokens.SecurityTokenExpiredException'
	])('of a file or a class is no host and no token: %s', (text) => {
		expect(['error', 'unknown']).toContain(recognise(text).kind);
	});

	it.each(['login.acme.rs', 'id.acme.sh', 'io.acme.com', 'auth.example.co.uk'])('is a host: %s', (text) => {
		expect(recognise(text).kind).toBe('domain');
	});
});

describe('a PASETO', () => {
	it('is no domain and no opaque token', () => {
		const texts = [
			'v4.local.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
			'v2.public.eyJkYXRhIjoidGhpcyBpcyBhIHNpZ25lZCBtZXNzYWdlIn1bg_XBBzds8lTZShVlwwKSgeKpLT3yukTw.Zm9vdGVy',
			'Authorization: Bearer v4.public.eyJkYXRhIjoidGhpcyBpcyBhIHNpZ25lZCBtZXNzYWdlIn1bg'
		];
		expect(kindsOf(texts)).toEqual(expected(texts, 'paseto'));
		expect(recognise(texts[0]!).secrets).toEqual(['token']);
	});
});

describe('SAML', () => {
	const message =
		'<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_8e8d" Version="2.0"><saml:Issuer>http://idp.acme.io</saml:Issuer></samlp:Response>';
	const encoded = Buffer.from(message).toString('base64');

	it('is called so, in each of its forms', () => {
		const texts = [
			message,
			`<?xml version="1.0" encoding="UTF-8"?>\n${message}`,
			encoded,
			encoded.replace(/.{76}/g, '$&\r\n'),
			`SAMLResponse=${encodeURIComponent(encoded)}&RelayState=abc`,
			'https://idp.acme.io/saml2?SAMLRequest=fZFfa8IwFMXfBb9DyXvaJtZ1BqsURRC2Mabbw95ivc5Am3TJrXPffmmLY3%2F0Lfnd3HPOTSZOllWt8sYd9Bt8NOAwOFWldqIrZKSxWhjplBNaVuAEFmKdP96JyI9EbQ2awpTk1mWbBSMdsGjZkCqZdj2EIf6KWGmFHLW2N5&RelayState=ss',
			`POST /acs HTTP/1.1\nHost: app.acme.io\n\nSAMLResponse=${encodeURIComponent(encoded)}`,
			`SAMLResponse: ${encoded}`
		];
		expect(kindsOf(texts)).toEqual(expected(texts, 'saml'));
		for (const text of texts) expect(recognise(text).secrets).toHaveLength(1);
		const metadata =
			'<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.acme.io/"></EntityDescriptor>';
		expect(recognise(metadata)).toEqual({ kind: 'saml', secrets: [] });
	});

	it('is not what only speaks of it, nor an assertion that is redeemed', () => {
		expect(recognise('the SAMLResponse=abcdefgh was rejected: invalid_grant').kind).toBe('error');
		const grant = 'grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Asaml2-bearer&assertion=PHNhbWxw';
		expect(recognise(grant).kind).toBe('token-form');
	});
});

describe('an API that refused', () => {
	const where = 'https://mcp.acme.io/.well-known/oauth-protected-resource/mcp';

	it('says where its metadata is, in a header, in an answer and under a command', () => {
		const texts = [
			`WWW-Authenticate: Bearer resource_metadata="${where}", scope="mcp:tools"`,
			`Bearer resource_metadata=${where}`,
			`HTTP/2 401\nwww-authenticate: Bearer error="invalid_token", resource_metadata="${where}"\n`
		];
		for (const text of texts) expect(recognise(text)).toMatchObject({ kind: 'error', api: where });
		const command = `curl -i https://mcp.acme.io/mcp\nHTTP/2 401\nwww-authenticate: Bearer resource_metadata="${where}"\n`;
		expect(recognise(command)).toMatchObject({ kind: 'request', api: where });
	});
});
