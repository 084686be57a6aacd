import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimProviderNames, providerClaimText } from '$lib/lessons/en/tokens/provider-claims';
import { claimOf, providerClaims, tokenProvider, type ClaimProvider } from '$lib/providers/claims';

const tenant = '72f988bf-86f1-41af-91ab-2d7cd011db47';
const providers = Object.keys(providerClaims) as ClaimProvider[];

describe('tokenProvider', () => {
	it.each([
		['entra', `https://login.microsoftonline.com/${tenant}/v2.0`],
		['entra', `https://sts.windows.net/${tenant}/`],
		['entra', `https://login.microsoftonline.us/${tenant}/v2.0`],
		['entra', `https://contoso.b2clogin.com/${tenant}/v2.0/`],
		['entra', `https://${tenant}.ciamlogin.com/${tenant}/v2.0`],
		['okta', 'https://dev-1.okta.com'],
		['okta', 'https://dev-1.oktapreview.com/oauth2/default'],
		['auth0', 'https://tenant.auth0.com/'],
		['auth0', 'https://tenant.eu.auth0.com/'],
		['auth0', 'https://tenant.us-3.auth0.com/'],
		['google', 'https://accounts.google.com'],
		['google', 'accounts.google.com'],
		['keycloak', 'https://sso.example/realms/a'],
		['keycloak', 'http://localhost:8080/auth/realms/a'],
		['cognito', 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Abc']
	])('%s by its issuer %s', (provider, iss) => {
		expect(tokenProvider({ iss })).toBe(provider);
	});

	it.each([
		['entra', { iss: 'https://sso.example', tid: 'a', oid: 'b', uti: 'c' }],
		['okta', { iss: 'https://sso.example', cid: 'a', uid: 'b', scp: ['c'], ver: 1 }],
		['keycloak', { iss: 'https://sso.example', resource_access: {} }],
		['cognito', { token_use: 'access', origin_jti: 'a' }],
		['auth0', { iss: 'https://sso.example/', sub: 'auth0|abc' }]
	])('%s by what stands in it, with a domain of its own', (provider, claims) => {
		expect(tokenProvider(claims)).toBe(provider);
	});

	it('by the header of what is encrypted', () => {
		expect(tokenProvider({}, { alg: 'dir', iss: 'https://tenant.auth0.com/' })).toBe('auth0');
	});

	it.each([
		['another server', { iss: 'https://idp.example', sub: 'a' }],
		['an address that only looks so', { iss: 'https://login.microsoftonline.com.evil.example/a/v2.0' }],
		['an address that only ends so', { iss: 'https://notokta.com' }],
		['one that has the other host in its path', { iss: 'https://evil.example/tenant.auth0.com/' }],
		['a user of the name', { iss: 'https://tenant.auth0.com@evil.example/' }],
		['one claim alone', { tid: 'a' }],
		['nothing', {}],
		['an issuer that is no text', { iss: 1 }]
	])('is not known for %s', (_, claims) => {
		expect(tokenProvider(claims)).toBeUndefined();
	});

	it('never throws', () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (claims) => void tokenProvider(claims, claims))
		);
	});
});

describe('claimOf', () => {
	it('knows its source, and words for each', () => {
		for (const provider of providers) {
			expect(claimProviderNames[provider]).not.toBe('');
			for (const name of Object.keys(providerClaims[provider])) {
				const claim = claimOf(provider, name);
				expect(new URL(claim?.source ?? '').protocol).toBe('https:');
				expect(providerClaimText(provider, claim?.key ?? '')).toMatch(/\.$/);
			}
		}
	});

	it('takes those of Entra by their beginning that are not documented', () => {
		expect(claimOf('entra', 'xms_st')?.key).toBe('xms_*');
		expect(claimOf('entra', 'xms_cc')?.key).toBe('xms_cc');
		expect(claimOf('okta', 'xms_st')).toBeUndefined();
	});

	it.each(['toString', '__proto__', 'constructor', 'nonce', ''])('does not know %j', (name) => {
		for (const provider of providers) {
			expect(claimOf(provider, name)).toBeUndefined();
			expect(providerClaimText(provider, name)).toBeUndefined();
		}
	});
});
