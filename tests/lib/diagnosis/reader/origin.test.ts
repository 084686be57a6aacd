import { describe, expect, it } from 'vitest';
import { issuersIn, stepIn, stepOfLead } from '$lib/diagnosis/reader/origin';
import { referencesIn } from '$lib/diagnosis/reader/references';
import { providerSign } from '$lib/providers/provider-sign';

describe('the step is told', () => {
	it.each([
		['by the grant that was asked for', 'grant_type=authorization_code&code=a', 'token'],
		['by the grant of a refresh', '"grant_type": "refresh_token"', 'refresh'],
		['by the request', 'POST https://id.example/oauth2/v1/token 400 (Bad Request)', 'token'],
		['by the request of a talk', '> POST /oauth/token?x=1 HTTP/1.1', 'token'],
		['by a pushed request', 'POST https://id.example/par 400', 'par'],
		['by the request for a person', 'GET https://id.example/userinfo 401', 'userinfo'],
		['by the request of a browser', 'GET https://id.example/oauth2/authorize?client_id=a 400', 'authorize'],
		['by what CORS names', "Access to fetch at 'https://id.example/token' from origin", 'token'],
		['by an event of Keycloak', 'type=CODE_TO_TOKEN_ERROR, realmId=a, error=invalid_code', 'token'],
		['by an event with quotes', 'type="REFRESH_TOKEN_ERROR", realmId="a"', 'refresh'],
		['by the event of a login', 'type=LOGIN_ERROR, realmId=a', 'authorize'],
		[
			'by the function of a library',
			'at org.scribe.extractors.TokenExtractor20Impl.extract(T.java:3)',
			'token'
		],
		['by the function that refreshes', 'at refreshAccessToken (/app/auth.js:3:1)', 'refresh']
	])('%s', (_, text, step) => {
		expect(stepIn(text)).toBe(step);
	});

	it.each([
		['nothing says it', 'invalid_grant: Code not valid'],
		['two are named', 'POST https://id.example/token 400\nGET https://id.example/userinfo 401'],
		['the grant is of no step', 'grant_type=client_credentials'],
		['an address is only mentioned', 'see https://id.example/token']
	])('not where %s', (_, text) => {
		expect(stepIn(text)).toBeUndefined();
	});

	it('by what a program was about to do', () => {
		expect(stepOfLead('Refreshing the access token failed: ')).toBe('refresh');
		expect(stepOfLead('No refresh token was returned: ')).toBeUndefined();
		expect(stepOfLead('Exchange failed: ')).toBeUndefined();
	});
});

describe('where the text may come from', () => {
	it('is what it calls its issuer, then where one signs in', () => {
		const text = 'at https://login.example.com/oauth2/token, "iss": "https://id.example/a"';
		expect(issuersIn(text)).toEqual(['https://id.example/a', 'https://login.example.com/oauth2/token']);
	});

	it.each([
		'https://docs.example.com/oauth/errors',
		'https://github.com/o/r/issues/12',
		'https://app.example.com/assets/main.js'
	])('is not %s', (address) => {
		expect(issuersIn(`see ${address}`)).toEqual([]);
	});
});

describe('a provider is known', () => {
	it.each([
		['AADSTS50011: no', 'Microsoft Entra ID', 'entra'],
		['AADB2C90118: no', 'Azure AD B2C', undefined],
		['MSIS9601: no', 'AD FS', 'adfs'],
		['{"errorCode":"E0000011"}', 'Okta', 'okta'],
		['[org.keycloak.events] type=LOGIN_ERROR', 'Keycloak', 'keycloak'],
		['OAMSSA-12117: no', 'Oracle Access Manager', undefined],
		['{"error_reason":"auth_code_not_found"}', 'FusionAuth', 'fusionauth'],
		['https://documentation.openiddict.com/errors/ID2052', 'OpenIddict', undefined],
		['{"error":{"fbtrace_id":"A"}}', 'Facebook', undefined]
	])('by its sign in %s', (text, name, id) => {
		expect(providerSign(text)).toEqual(id === undefined ? { name } : { id, name });
	});

	it('not by what others say as well, and not where two are named', () => {
		expect(providerSign('invalid_grant: Code not valid')).toBeUndefined();
		expect(providerSign('AADSTS50011 and E0000011')).toBeUndefined();
	});
});

describe('what the provider can look up', () => {
	it.each([
		['an id in a log', 'request_id=195f174dcfa41ff3 error=x', 'request_id', '195f174dcfa41ff3'],
		['an id in JSON', '{"correlation_id":"cbcc7b39-99a9-4a9f"}', 'correlation_id', 'cbcc7b39-99a9-4a9f'],
		[
			'an id of a page',
			'Correlation ID: cbcc7b39-99a9-4a9f-98cb',
			'Correlation ID',
			'cbcc7b39-99a9-4a9f-98cb'
		],
		['an id of Microsoft', 'AADSTS50011: no. Trace ID: 0b1c-22 x', 'Trace ID', '0b1c-22'],
		['a header', 'x-ms-request-id: 5f0c1d2e-aa', 'x-ms-request-id', '5f0c1d2e-aa'],
		['a trace of W3C', 'traceparent: 00-4bf92f35-00f067aa-01', 'traceparent', '00-4bf92f35-00f067aa-01'],
		['an id of Facebook', '"fbtrace_id":"AbCdEfGh12"', 'fbtrace_id', 'AbCdEfGh12'],
		['a ray of Cloudflare', 'cf-ray: 7d1f0a2b3c-FRA', 'cf-ray', '7d1f0a2b3c-FRA']
	])('%s', (_, text, name, value) => {
		expect(referencesIn(text, '')).toContainEqual({ name, value });
	});

	it('is the time of the error before any other', () => {
		const line = '2026-03-02T10:15:31Z ERROR invalid_grant';
		expect(referencesIn(`2026-03-02T10:15:00Z INFO start\n${line}`, line)).toEqual([
			{ name: 'time', value: '2026-03-02T10:15:31Z' }
		]);
	});

	it.each([
		['of nginx', '2026/03/02 10:15:30 [error] x', '2026/03/02 10:15:30'],
		['of Apache', '[Mon Mar 02 10:15:30.123456 2026] [error] x', 'Mar 02 10:15:30.123456 2026'],
		['of an access log', '[02/Mar/2026:10:15:30 +0000] "GET /"', '02/Mar/2026:10:15:30 +0000'],
		['of syslog', 'Mar  2 10:15:30 host app: x', 'Mar  2 10:15:30'],
		['of a header', 'date: Mon, 02 Mar 2026 10:15:30 GMT', 'Mon, 02 Mar 2026 10:15:30 GMT'],
		['of PHP', '[02-Mar-2026 10:15:30 UTC] x', '02-Mar-2026 10:15:30 UTC']
	])('is the time %s', (_, text, value) => {
		expect(referencesIn(text, text)).toEqual([{ name: 'time', value }]);
	});

	it.each([
		['of a cookie', 'Cookie: request_id=abc123456; trace_id=def123456'],
		[
			'of a cookie in the middle of a log',
			'10:15:30 proxy: the headers of the request were Host: a.example, Cookie: request_id=abc123456'
		],
		['of a cookie that is set', '< Set-Cookie: transaction_id=abc123456; Path=/'],
		['of a sign-in that goes on elsewhere', '{"auth_req_id":"1c266114-a1be-4252"}'],
		['of a transaction that can be taken up', 'transaction_id=abc123456'],
		['that is a token', 'trace_id=eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.'],
		['of a session', 'session_id=abc123456 sessionId=abc123456 event_session_id=abc123456']
	])('is nothing %s', (_, text) => {
		expect(referencesIn(text, '')).toEqual([]);
	});

	it('is what stands behind a cookie in quotes', () => {
		const line = '{"cookie":"request_id=abc123456","request_id":"def123456"}';
		expect(referencesIn(line, '')).toEqual([{ name: 'request_id', value: 'def123456' }]);
	});

	it('is listed once, and nothing of the flow is', () => {
		expect(referencesIn('trace_id=abc123456 trace_id=abc123456 client_id=app12345', '')).toHaveLength(1);
	});
});
