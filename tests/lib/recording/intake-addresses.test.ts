import { describe, expect, it } from 'vitest';
import type { BroughtKind, ServerPlace } from '$lib/lexicon/brought';
import { settingsOf } from '$lib/recording/brought';
import { recognise } from '$lib/recording/intake';

const kindsOf = (texts: readonly string[]): [string, BroughtKind][] =>
	texts.map((text) => [text, recognise(text).kind]);
const expected = (texts: readonly string[], kind: BroughtKind): [string, BroughtKind][] =>
	texts.map((text) => [text, kind]);

describe('an authorization URL', () => {
	const lacking = [
		'https://sso.acme.io/oauth2/authorize?client_id=portal&redirect_uri=https%3A%2F%2Fportal.acme.io%2Fcb&scope=openid&state=abc',
		'https://slack.com/oauth/v2/authorize?client_id=123.456&scope=chat:write&redirect_uri=https://acme.io/slack/cb',
		'https://github.com/login/oauth/authorize?client_id=Iv1.abc&redirect_uri=https://acme.io/cb&scope=read:user&state=xyz',
		'https://acme.okta.com/oauth2/v1/authorize?client_id=0oa1&state=a&scope=openid',
		'https://www.facebook.com/v19.0/dialog/oauth?client_id=1&redirect_uri=https://acme.io/fb&state=x'
	];

	it('is one without its response_type', () => {
		expect(kindsOf(lacking)).toEqual(expected(lacking, 'authorization'));
		expect(settingsOf(recognise(lacking[0]!).request!)).toMatchObject({ clientId: 'portal' });
	});

	it('is one without its scheme, and with the signs of a page in it', () => {
		const texts = [
			'sso.acme.io/oauth2/authorize?client_id=portal&redirect_uri=https://portal.acme.io/cb&response_type=code',
			'localhost:8080/realms/a/protocol/openid-connect/auth?client_id=a&redirect_uri=http://localhost:3000/&scope=openid',
			'https://sso.acme.io/oauth2/authorize?client_id=portal&amp;redirect_uri=https%3A%2F%2Fportal.acme.io%2Fcb&amp;response_type=code&amp;scope=openid'
		];
		expect(kindsOf(texts)).toEqual(expected(texts, 'authorization'));
		expect(recognise(texts[0]!).request?.url).toMatch(/^https:\/\/sso\.acme\.io\//);
		expect(recognise(texts[1]!).request?.url).toMatch(/^http:\/\/localhost:8080\//);
		expect(settingsOf(recognise(texts[2]!).request!)).toMatchObject({
			redirectUri: 'https://portal.acme.io/cb',
			scope: 'openid'
		});
	});

	it('is none where a client is only named', () => {
		const texts = [
			'https://acme.auth.eu-west-1.amazoncognito.com/logout?client_id=1h57&logout_uri=https%3A%2F%2Fa.io&redirect_uri=https://a.io',
			'https://sso.acme.io/realms/prod/login-actions/authenticate?session_code=abc&execution=1&client_id=portal&tab_id=X1',
			'https://sso.acme.io/logout?client_id=a&post_logout_redirect_uri=https://a.io&state=x'
		];
		for (const text of texts) expect(recognise(text).kind).toBe('endpoint');
	});
});

describe('an endpoint', () => {
	it.each<[ServerPlace, string]>([
		['token', 'https://login.acme.io/realms/prod/protocol/openid-connect/token'],
		['token', 'https://acme.us.auth0.com/oauth/token'],
		['token', 'https://dev-1.okta.com/oauth2/v1/token'],
		['token', 'https://github.com/login/oauth/access_token'],
		['token', 'https://login.microsoftonline.com/common/oauth2/v2.0/token'],
		['token', 'acme.us.auth0.com/oauth/token'],
		['authorization', 'https://acme.us.auth0.com/authorize'],
		['authorization', 'https://accounts.google.com/o/oauth2/v2/auth'],
		['authorization', 'http://localhost:8080/realms/a/protocol/openid-connect/auth'],
		['keys', 'https://login.acme.io/realms/prod/protocol/openid-connect/certs'],
		['keys', 'https://acme.us.auth0.com/.well-known/jwks.json'],
		['keys', 'https://dev-1.okta.com/oauth2/default/v1/keys'],
		['keys', 'https://login.microsoftonline.com/common/discovery/v2.0/keys'],
		['userinfo', 'https://openidconnect.googleapis.com/v1/userinfo'],
		['userinfo', 'https://graph.microsoft.com/oidc/userinfo'],
		['logout', 'https://sso.acme.io/realms/prod/protocol/openid-connect/logout?post_logout_redirect_uri=x'],
		['logout', 'https://demo.duendesoftware.com/connect/endsession'],
		['introspection', 'https://dev-1.okta.com/oauth2/default/v1/introspect'],
		['revocation', 'https://oauth2.googleapis.com/revoke'],
		['push', 'https://sso.acme.io/realms/prod/protocol/openid-connect/ext/par/request'],
		['device', 'https://acme.us.auth0.com/oauth/device/code'],
		['registration', 'https://sso.acme.io/realms/prod/clients-registrations/openid-connect'],
		[
			'metadata',
			'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration?appid=6731de76-14a6'
		],
		[
			'metadata',
			'https://acme.b2clogin.com/acme.onmicrosoft.com/v2.0/.well-known/openid-configuration?p=B2C_1_signin'
		],
		['page', 'https://sso.acme.io/realms/prod/login-actions/authenticate?session_code=abc&execution=1-2'],
		['page', 'https://acme.okta.com/login/sessionCookieRedirect?token=20111sTEhP&redirectUrl=https://a.io']
	])('is called so, and is no issuer: %s %s', (place, text) => {
		expect(recognise(text)).toMatchObject({ kind: 'endpoint', place });
	});

	it('of an API that is called like one is none', () => {
		for (const text of [
			'https://api.acme.io/keys',
			'https://shop.acme.io/logout',
			'https://acme.io/v1/token'
		])
			expect(recognise(text).kind).not.toBe('endpoint');
	});
});

describe('an issuer', () => {
	it('is its address without what stands behind it or before its host', () => {
		expect(recognise('https://sso.acme.io/realms/prod/#section').address).toBe(
			'https://sso.acme.io/realms/prod/'
		);
		expect(recognise('https://admin:s3cr3tPw@sso.acme.io/realms/prod')).toMatchObject({
			kind: 'issuer',
			address: 'https://sso.acme.io/realms/prod'
		});
	});

	it('is one with a port, at an address of numbers, in letters of any language', () => {
		const texts = [
			'https://auth.piedpiper.com:9011',
			'https://[2001:db8::1]:8443/realms/x',
			'https://auth.pingone.eu/8f6c1a2b-0000-1111-2222-333344445555/as',
			'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Ab12Cd34E',
			'https://login.microsoftonline.com/common/v2.0',
			'https://sso.żółw.pl/realms/a'
		];
		expect(kindsOf(texts)).toEqual(expected(texts, 'issuer'));
	});
});

describe('an API at a host that is named like a sign-in server', () => {
	it('is one where its path says so', () => {
		const texts = ['https://auth.acme.io/mcp', 'https://id.acme.io/sse', 'login.acme.io/graphql'];
		expect(kindsOf(texts)).toEqual(expected(texts, 'resource'));
	});

	it('may be either, and is offered as both', () => {
		const texts = [
			'https://api.acme.io/v2.0/',
			'https://connect.squareup.com/v2/payments',
			'https://auth.acme.io/api/v1/users',
			'https://login.salesforce.com/services/data/v60.0',
			'https://dev-1.okta.com/api/v1/users',
			'https://api.login.yahoo.com',
			'connect.squareup.com/v2/payments'
		];
		expect(kindsOf(texts)).toEqual(expected(texts, 'address'));
	});

	it('keeps the query by which it is one', () => {
		const text = 'https://server.example/@acme/mcp?profile=x';
		expect(recognise(text)).toMatchObject({ kind: 'resource', address: text });
	});
});
