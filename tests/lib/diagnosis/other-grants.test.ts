import { describe, expect, it } from 'vitest';
import { diagnosePasted } from '$lib/diagnosis/explain';

const urn = 'urn:ietf:params:oauth:grant-type:';
const keycloak = 'https://sso.example/realms/prod/protocol/openid-connect/token';
const entra = 'https://login.microsoftonline.com/contoso.example/oauth2/v2.0/token';
const auth0 = 'https://tenant.eu.auth0.com/oauth/token';
const okta = 'https://dev-1.okta.com/oauth2/default/v1/token';
const google = 'https://oauth2.googleapis.com/token';

const form = (fields: Record<string, string>): string => new URLSearchParams(fields).toString();
const curl = (to: string, fields: Record<string, string>): string =>
	`curl -X POST ${to} -d '${form(fields)}'`;
const raw = (to: string, fields: Record<string, string>): string =>
	`POST ${new URL(to).pathname} HTTP/1.1\nHost: ${new URL(to).host}\nContent-Type: application/x-www-form-urlencoded\n\n${form(fields)}\n\nHTTP/1.1 400 Bad Request\nContent-Type: application/json\n`;
const answer = (error: string, description?: string): string =>
	JSON.stringify({ error, ...(description === undefined ? {} : { error_description: description }) });

async function causes(...parts: string[]): Promise<Record<string, number>> {
	const report = await diagnosePasted(parts.join('\n\n'), {});
	return Object.fromEntries((report?.causes ?? []).map(({ code, confidence }) => [code, confidence]));
}
const first = async (...parts: string[]): Promise<string | undefined> =>
	Object.keys(await causes(...parts))[0];

const service = { grant_type: 'client_credentials', client_id: 'a', client_secret: 'abcdefghij' };
const device = { grant_type: `${urn}device_code`, device_code: 'GmRhmhcxhwAzkoEq', client_id: 'a' };
const person = { grant_type: 'password', username: 'jane', password: 'hunter22', client_id: 'a' };
const bearer = { grant_type: `${urn}jwt-bearer`, assertion: 'eyJhbGciOiJSUzI1NiJ9.e30.c2ln' };
const exchange = {
	...{ grant_type: `${urn}token-exchange`, subject_token: 'abcdefghij', client_id: 'a' },
	subject_token_type: 'urn:ietf:params:oauth:token-type:access_token'
};
const refresh = { grant_type: 'refresh_token', refresh_token: '1//0abcdefghij', client_id: 'a' };

/** What only the redemption of a code can have. */
const ofCodes = /^(?:pkce|code|redirect-uri|state)-/;

describe('a request of another grant is not asked for a code', () => {
	it.each([
		['client credentials at Keycloak', curl(keycloak, service), answer('unauthorized_client')],
		['client credentials at Entra', raw(entra, service), answer('invalid_request')],
		['client credentials at Auth0', curl(auth0, service), answer('invalid_grant')],
		['a device at Okta', curl(okta, device), answer('invalid_grant', 'The device code is invalid')],
		['a device whose time is over', raw(google, device), answer('expired_token')],
		['a password at Keycloak', curl(keycloak, person), answer('invalid_grant', 'Invalid user credentials')],
		['a password at Auth0', raw(auth0, person), answer('invalid_grant', 'Wrong email or password.')],
		['an assertion at Google', curl(google, bearer), answer('invalid_grant', 'Invalid JWT Signature.')],
		['an assertion at Entra', raw(entra, bearer), answer('invalid_grant')],
		['a token exchange', curl(keycloak, exchange), answer('access_denied', 'Client not allowed to exchange')],
		[
			'a grant of one provider',
			curl(google, { grant_type: 'http://auth0.com/oauth/grant-type/passwordless/otp', otp: '1' }),
			answer('invalid_grant')
		],
		['a refresh', curl(google, refresh), answer('invalid_grant', 'Bad Request')]
	])('%s', async (_, ...parts) => {
		const found = await causes(...parts);
		expect(Object.keys(found).filter((code) => ofCodes.test(code))).toEqual([]);
		expect(found).not.toHaveProperty('request-parameter-missing');
	});

	it('also where the authorization request of a code stands in the same paste', async () => {
		const asked =
			'https://id.example/authorize?response_type=code&client_id=a&redirect_uri=https%3A%2F%2Fa.example%2F&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256';
		const found = await causes(asked, curl(keycloak, service), answer('invalid_grant'));
		expect(Object.keys(found).filter((code) => ofCodes.test(code))).toEqual([]);
	});
});

describe('a request lacks what its own grant requires', () => {
	it.each([
		['RFC 6749 §4.1.3', curl(keycloak, { grant_type: 'authorization_code', client_id: 'a' })],
		['RFC 6749 §4.3.2', curl(keycloak, { grant_type: 'password', username: 'jane' })],
		['RFC 6749 §6', raw(okta, { grant_type: 'refresh_token', client_id: 'a' })],
		['RFC 8628 §3.4', raw(google, { grant_type: `${urn}device_code`, client_id: 'a' })],
		['RFC 7523 §2.1', curl(google, { grant_type: `${urn}jwt-bearer`, scope: 'a' })],
		['RFC 7522 §2.1', curl(entra, { grant_type: `${urn}saml2-bearer`, scope: 'a' })],
		['RFC 8693 §2.1', curl(auth0, { grant_type: `${urn}token-exchange`, subject_token: 'abc' })]
	])('%s', async (_, request) => {
		expect(await first(request, answer('invalid_request'))).toBe('request-parameter-missing');
	});

	it('RFC 6749 §4.4.2: client credentials lack nothing', async () => {
		const request = curl(entra, { grant_type: 'client_credentials' });
		expect(await causes(request, answer('invalid_request'))).not.toHaveProperty('request-parameter-missing');
	});
});

it('a code that is sent under the name of another grant is malformed', async () => {
	const sent = { grant_type: 'code', code: 'abcdefghij', client_id: 'a', redirect_uri: 'https://a.example/' };
	expect(await first(curl(auth0, sent), answer('invalid_request'))).toBe('request-malformed');
});

it('RFC 6749 §5.2: a client that may not use its grant', async () => {
	const refused = answer('unauthorized_client', 'Client not enabled to retrieve service account');
	expect(await first(curl(keycloak, service), refused)).toBe('grant-not-enabled');
	expect(await first(raw(okta, person), answer('unauthorized_client'))).toBe('grant-not-enabled');
});

it('RFC 8628 §3.5: a person refused on the device', async () => {
	expect(await first(curl(okta, device), answer('access_denied'))).toBe('user-denied');
});

describe('RFC 8628 §3.5: a client that waits for a person goes on asking', () => {
	it.each([
		[
			'Keycloak',
			curl(keycloak, device),
			answer('authorization_pending', 'The authorization request is still pending')
		],
		['Auth0', answer('authorization_pending', 'User has yet to authorize device code.')],
		[
			'GitHub',
			`error=authorization_pending&error_description=${encodeURIComponent('The authorization request is still pending.')}`
		],
		[
			'Entra',
			raw(entra, device) +
				'\n{"error":"authorization_pending","error_description":"AADSTS70016: OAuth 2.0 device flow error. Authorization is pending. Continue polling.","error_codes":[70016]}'
		],
		[
			'Okta',
			raw(okta, device) +
				`\n${answer('authorization_pending', 'The device authorization is pending. Please try again later.')}`
		]
	])('%s', async (_, ...parts) => {
		const report = await diagnosePasted(parts.join('\n\n'), {});
		expect(report).toMatchObject({ kind: 'waiting', causes: [] });
	});
});
