import { describe, expect, it } from 'vitest';
import { issuerOfEndpoint } from '$lib/providers/endpoint-issuer';

describe('the issuer of an endpoint', () => {
	it.each([
		['https://login.acme.io/realms/prod/protocol/openid-connect/token', 'https://login.acme.io/realms/prod'],
		[
			'http://localhost:8080/auth/realms/a/protocol/openid-connect/certs?x=1',
			'http://localhost:8080/auth/realms/a'
		],
		[
			'https://sso.acme.io/realms/prod/login-actions/authenticate?session_code=a',
			'https://sso.acme.io/realms/prod'
		],
		[
			'https://sso.acme.io/realms/prod/clients-registrations/openid-connect',
			'https://sso.acme.io/realms/prod'
		],
		['https://dev-1.okta.com/oauth2/v1/token', 'https://dev-1.okta.com'],
		['https://dev-1.okta.com/oauth2/default/v1/keys', 'https://dev-1.okta.com/oauth2/default'],
		[
			'https://id.acme.io/oauth2/aus1a2b3c4d5E6f7G8h9/v1/authorize',
			'https://id.acme.io/oauth2/aus1a2b3c4d5E6f7G8h9'
		],
		['https://acme.us.auth0.com/.well-known/jwks.json', 'https://acme.us.auth0.com/'],
		['https://acme.us.auth0.com/oauth/token', 'https://acme.us.auth0.com/'],
		[
			'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token',
			'https://login.microsoftonline.com/contoso.onmicrosoft.com/v2.0'
		],
		[
			'https://login.microsoftonline.com/common/discovery/v2.0/keys',
			'https://login.microsoftonline.com/common/v2.0'
		],
		['https://openidconnect.googleapis.com/v1/userinfo', 'https://accounts.google.com'],
		['https://accounts.google.com/o/oauth2/v2/auth', 'https://accounts.google.com'],
		['https://oauth2.googleapis.com/token', 'https://accounts.google.com'],
		[
			'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Ab12Cd34E/.well-known/jwks.json',
			'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Ab12Cd34E'
		],
		['https://auth.pingone.eu/8f6c1a2b-0000/as/token', 'https://auth.pingone.eu/8f6c1a2b-0000/as'],
		['https://acme.onelogin.com/oidc/2/token', 'https://acme.onelogin.com/oidc/2'],
		['https://adfs.acme.io/adfs/oauth2/token', 'https://adfs.acme.io/adfs'],
		[
			'https://authentik.acme.io/application/o/grafana/jwks/',
			'https://authentik.acme.io/application/o/grafana/'
		],
		['https://acme-x1.zitadel.cloud/oauth/v2/token', 'https://acme-x1.zitadel.cloud'],
		['https://gitlab.com/oauth/token', 'https://gitlab.com']
	])('is known by its layout: %s', (endpoint, issuer) => {
		expect(issuerOfEndpoint(endpoint)).toBe(issuer);
	});

	it.each([
		'https://sso.acme.io/oauth2/token',
		'https://id.acme.io/connect/token',
		'https://acme.auth.eu-west-1.amazoncognito.com/oauth2/token',
		'https://authentik.acme.io/application/o/token/',
		'https://graph.microsoft.com/oidc/userinfo',
		'https://acme.example/.well-known/jwks.json',
		'https://login.microsoftonline.com/common/oauth2/token',
		'https://okta.com.evil.example/oauth2/v1/token',
		'no address'
	])('is not guessed where its address does not say it: %s', (endpoint) => {
		expect(issuerOfEndpoint(endpoint)).toBeUndefined();
	});
});
