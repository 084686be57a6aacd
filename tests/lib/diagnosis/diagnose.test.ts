import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnosisCodes } from '$lib/lexicon/causes';
import { diagnose } from '$lib/diagnosis/diagnose';
import { networkReasons } from '$lib/lexicon/failure';
import { tell } from '$lib/lexicon/said';
import { evidenceText } from '$lib/lessons/en/diagnosis/evidence';

const codes = (...given: Parameters<typeof diagnose>): string[] => diagnose(...given).map(({ code }) => code);
const first = (...given: Parameters<typeof diagnose>): string | undefined => codes(...given)[0];

const generalGrant = { step: 'token', status: 400, error: 'invalid_grant' };

describe('what the answer looks like', () => {
	it('reads a JSON body when no fields are given', () => {
		const body = JSON.stringify({ error: 'invalid_grant', error_description: 'PKCE verification failed' });
		expect(codes({ step: 'token', status: 400, body })).toEqual(['pkce-verifier-mismatch']);
	});

	it('reads a body that is already an object', () => {
		expect(first({ step: 'token', body: { error: 'invalid_scope' } })).toBe('scope-not-allowed');
	});

	it('reads a form body', () => {
		const body = 'error=bad_verification_code&error_description=The+code+passed+is+incorrect+or+expired.';
		expect(codes({ step: 'token', status: 200, body }).toSorted()).toEqual([
			'code-already-used',
			'code-expired'
		]);
	});

	it('reads a pasted callback URL', () => {
		const body = 'https://spa.example/callback?error=login_required&state=x';
		expect(codes({ step: 'callback', body })).toEqual(['login-required']);
	});

	it('reads an error in the fragment of a callback URL', () => {
		const body = 'https://spa.example/callback#error=consent_required&state=x';
		expect(codes({ step: 'callback', body })).toEqual(['consent-required']);
	});

	it('reads a page and leaves its scripts out', () => {
		const body =
			'<html><head><title>Error</title><script>var x = "code expired";</script></head><body><h1>We are sorry</h1><p>Invalid parameter: redirect_uri</p></body></html>';
		expect(codes({ step: 'authorize', status: 400, body })).toEqual(['redirect-uri-not-registered']);
	});

	it('reads the problem details of nested errors', () => {
		const body = JSON.stringify({
			error: { type: 'OAuthException', message: 'This authorization code has been used.' }
		});
		expect(first({ step: 'token', status: 400, body })).toBe('code-already-used');
	});

	it('reads a WWW-Authenticate challenge, by pairs or by record', () => {
		const challenge =
			'Bearer realm="x", error="insufficient_scope", error_description="needs read:timesheets"';
		expect(first({ step: 'api', status: 403, headers: { 'WWW-Authenticate': challenge } })).toBe(
			'insufficient-scope'
		);
		expect(first({ step: 'api', status: 403, headers: [['www-authenticate', challenge]] })).toBe(
			'insufficient-scope'
		);
	});

	it.each([
		['lines', 'Content-Type: text/plain\r\nWWW-Authenticate: Bearer error="insufficient_scope"'],
		['Headers', new Headers({ 'WWW-Authenticate': 'Bearer error="insufficient_scope"' })],
		['a Map', new Map([['WWW-Authenticate', 'Bearer error="insufficient_scope"']])],
		['names and values', [{ name: 'WWW-Authenticate', value: 'Bearer error="insufficient_scope"' }]],
		['lists of values', { 'WWW-Authenticate': ['Bearer error="insufficient_scope"'] }]
	])('reads headers that are %s', (_, headers) => {
		expect(first({ step: 'api', status: 403, headers })).toBe('insufficient-scope');
	});

	it.each(['token_endpoint', 'Token request', 'tokenEndpoint', 'token-exchange'])(
		'takes the step %s for token',
		(step) => {
			const seen = { step, error: 'invalid_grant', error_description: 'redirect_uri mismatch' };
			expect(first(seen)).toBe('redirect-uri-differs-at-token');
		}
	);

	it.each(['refresh', 'refresh_token', 'renew'])('knows that the step %s has no redirect URI', (step) => {
		const seen = { step, error: 'invalid_grant', error_description: 'redirect_uri mismatch' };
		expect(codes(seen)).not.toContain('redirect-uri-differs-at-token');
		expect(first(seen)).toBe('refresh-token-revoked');
	});

	it.each([
		[
			{
				errorCode: 'E0000006',
				errorSummary: 'You do not have permission to perform the requested action',
				errorCauses: []
			},
			'access-policy-denied'
		],
		[[{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }], 'access-token-invalid'],
		[
			{ error: { code: 401, message: 'Request had invalid authentication credentials.' } },
			'access-token-invalid'
		],
		[{ type: 'about:blank', title: 'Unauthorized', detail: 'JWT expired at noon' }, 'access-token-invalid']
	])('reads the body of an API, as text: %j', (body, code) => {
		expect(first({ step: 'api', status: 401, body: JSON.stringify(body) })).toBe(code);
	});

	it.each([
		[
			{ error: 'invalid_grant', error_description: 'x', error_codes: [54005], suberror: 'bad_token' },
			'code-already-used'
		],
		[{ error: 'interaction_required', suberror: 'basic_action' }, 'interaction-required'],
		[{ error: { code: 'invalid_grant', message: 'Code expired' } }, 'code-expired'],
		[{ error: 'mfa_required', mfa_token: 'x' }, 'interaction-required']
	])('reads an object of a token endpoint: %j', (body, code) => {
		expect(codes({ step: 'token', status: 400, body })).toEqual([code]);
	});

	it('reads an error that is an object, and one that a text only names', () => {
		expect(first({ step: 'token', error: { code: 'invalid_grant', message: 'Code expired' } })).toBe(
			'code-expired'
		);
		expect(first({ step: 'callback', error_description: 'iframe closed: login_required' })).toBe(
			'login-required'
		);
	});

	it('reads an error within the words of its definition', () => {
		expect(
			codes({
				step: 'token',
				error: 'invalid_dpop_proof',
				error_description: 'Refresh token binding is invalid'
			})[0]
		).toMatch(/^dpop-/);
		expect(
			codes({ step: 'authorize', error: 'invalid_scope', error_description: 'openid is required' })
		).toContain('scope-not-allowed');
	});

	it('takes the name of the error at the beginning of its words for no second cause', () => {
		const error_description = 'Invalid grant: authorization code has expired';
		expect(codes({ step: 'token', error: 'invalid_grant', error_description })).toEqual(['code-expired']);
		expect(first({ step: 'token', error: 'invalid_grant', error_description: 'Invalid grant:' })).toBe(
			first({ step: 'token', error: 'invalid_grant' })
		);
	});

	it('knows a missing nonce by its header', () => {
		expect(
			first({ step: 'token', status: 400, headers: { 'DPoP-Nonce': 'n' }, error: 'use_dpop_nonce' })
		).toBe('dpop-nonce-required');
	});

	it('knows a number of Microsoft without any words and without a step', () => {
		expect(codes({ body: 'AADSTS9002326' })).toEqual(['client-platform-not-spa']);
		expect(codes({ error_description: 'AADSTS500112: テキスト' })).toEqual(['redirect-uri-differs-at-token']);
	});

	it('knows a number of Microsoft in a list or in error_uri', () => {
		const body = JSON.stringify({
			error: 'invalid_grant',
			error_codes: [501481],
			error_description: '不一致'
		});
		expect(codes({ step: 'token', body })).toEqual(['pkce-verifier-mismatch']);
		const error_uri = 'https://login.microsoftonline.com/error?code=50011';
		expect(codes({ step: 'authorize', error: 'invalid_request', error_uri })).toEqual([
			'redirect-uri-not-registered'
		]);
	});

	it('finds the step by the error when none is given', () => {
		expect(first({ error: 'invalid_grant', error_description: 'redirect_uri mismatch' })).toBe(
			'redirect-uri-differs-at-token'
		);
		expect(first({ error: 'invalid_token' })).toBe('access-token-invalid');
	});

	it('knows what a product means beyond the standard, and only that product', () => {
		const seen = { step: 'token', status: 400, error: 'invalid_request' };
		const issuer = 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_x';
		expect(codes({ ...seen, issuer })).toContain('pkce-verifier-mismatch');
		expect(codes({ ...seen, issuer: 'https://idp.example' })).not.toContain('pkce-verifier-mismatch');
	});

	it('knows that Entra without CORS means another platform', () => {
		const error_description = "blocked by CORS policy: No 'Access-Control-Allow-Origin' header";
		const issuer = 'https://login.microsoftonline.com/common/v2.0';
		expect(first({ step: 'token', error_description, issuer })).toBe('client-platform-not-spa');
		expect(codes({ step: 'token', error_description })).toEqual(['origin-not-allowed']);
	});

	it('names what it saw', () => {
		expect(diagnose({ step: 'token', error_description: 'AADSTS54005: x' })[0]?.evidence).toContain(
			'AADSTS54005'
		);
		expect(
			diagnose({ step: 'token', error: 'invalid_grant', error_description: 'Code is expired' })[0]?.evidence
		).toEqual([tell('quoted', 'Code is expired'), expect.objectContaining({ say: 'resembles' })]);
	});

	it('tells the same words apart by step', () => {
		const error_description = 'redirect_uri mismatch';
		expect(first({ step: 'authorize', error_description })).toBe('redirect-uri-not-registered');
		expect(first({ step: 'token', error_description })).toBe('redirect-uri-differs-at-token');
		expect(first({ step: 'logout', error_description })).toBe('post-logout-redirect-uri-not-registered');
	});

	it.each([
		['colour of the words', 'Unrecognised SCOPE: x', 'invalid_scope', 'scope-not-allowed'],
		['snake', 'code_verifier_mismatch', undefined, 'pkce-verifier-mismatch'],
		['camel', 'codeVerifierMismatch', undefined, 'pkce-verifier-mismatch'],
		['kebab', 'code-verifier-mismatch', undefined, 'pkce-verifier-mismatch'],
		['contraction', "the code verifier doesn't match", undefined, 'pkce-verifier-mismatch'],
		['typographic contraction', 'the code verifier doesn’t match', undefined, 'pkce-verifier-mismatch']
	])('reads variants: %s', (_, error_description, error, code) => {
		expect(first({ step: 'token', error_description, ...(error ? { error } : {}) })).toBe(code);
	});
});

describe('what is not known', () => {
	it.each([
		[{}],
		[{ step: 'token', status: 200 }],
		[{ step: 'token', status: 500, error: 'server_error' }],
		[{ step: 'callback', error_description: 'hello' }],
		[{ step: 'api', status: 404, body: 'Not Found' }],
		[{ step: 'api', status: 403, body: 'Your manager has locked this week' }],
		[{ step: 'token', status: 400, body: 'Your cart is empty. Please add an item before you check out.' }],
		[{ step: 'authorize', error: 'server_error', error_description: 'failed to generate access token' }],
		[{ step: 'authorize', body: 'Welcome! Please sign in to continue.' }],
		[{ step: 'token', status: 200, body: { access_token: 'x', token_type: 'Bearer' } }],
		[{ step: 'token', error_description: 'Disk quota reached on volume /data' }],
		[{ step: 'authorize', error_description: 'Cannot read properties of null (reading "code")' }]
	])('stays unknown: %j', (seen) => {
		expect(diagnose(seen)).toEqual([]);
	});

	it('takes any input', () => {
		fc.assert(
			fc.property(
				fc.record(
					{
						step: fc.anything(),
						status: fc.anything(),
						error: fc.anything(),
						error_description: fc.anything(),
						headers: fc.anything(),
						body: fc.anything()
					},
					{ requiredKeys: [] }
				),
				fc.object(),
				(seen, session) => {
					for (const { code, confidence, evidence } of diagnose(seen, session)) {
						expect(diagnosisCodes).toContain(code);
						expect(confidence).toBeGreaterThan(0);
						expect(confidence).toBeLessThan(1);
						expect(evidence.length).toBeGreaterThan(0);
					}
				}
			),
			{ numRuns: 150 }
		);
	});

	it('takes null for seen and for the session', () => {
		// @ts-expect-error callers outside TypeScript may pass anything
		expect(diagnose(null, null)).toEqual([]);
		// @ts-expect-error a fact of another type counts as not there
		expect(diagnose(generalGrant, { verifier: 7, codeSentTimes: 'twice' })).toEqual(diagnose(generalGrant));
	});

	it('answers a long text in good time', () => {
		const body = `<${'<script '.repeat(3000)} not `.repeat(20) + 'invalid code '.repeat(50_000);
		const started = performance.now();
		diagnose({ step: 'token', body });
		expect(performance.now() - started).toBeLessThan(2000);
	});

	it('gives each code once, best first', () => {
		const found = diagnose({
			step: 'token',
			error: 'invalid_grant',
			error_description: 'Invalid code. Code invalid.'
		});
		expect(new Set(found.map(({ code }) => code)).size).toBe(found.length);
		expect(found.map(({ confidence }) => confidence)).toEqual(
			found.map(({ confidence }) => confidence).toSorted((one, other) => other - one)
		);
	});
});

const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

describe('what the run itself shows', () => {
	it.each([
		['no fact', {}, 'code-already-used'],
		[
			'a challenge of another verifier',
			{ challenge, expectedChallenge: `x${challenge.slice(1)}` },
			'pkce-verifier-mismatch'
		],
		['another verifier sent', { verifier, verifierSent: `x${verifier.slice(1)}` }, 'pkce-verifier-mismatch'],
		['a short verifier', { verifier: 'abc' }, 'pkce-verifier-malformed'],
		[
			'a slash more',
			{ redirectUriAuthorize: 'https://a.example/cb', redirectUriToken: 'https://a.example/cb/' },
			'redirect-uri-differs-at-token'
		],
		['another client', { clientIdAuthorize: 'a', clientIdToken: 'b' }, 'code-issued-to-another-client'],
		['another issuer', { issuerAuthorize: 'https://a', issuerToken: 'https://b' }, 'issuer-mismatch'],
		['a second sending', { codeSentTimes: 2 }, 'code-already-used'],
		['eleven minutes', { codeReceivedAt: 0, codeSentAt: 11 * 60_000 }, 'code-expired'],
		[
			'a refresh token twice',
			{ grantType: 'refresh_token', refreshTokenSentTimes: 2 },
			'refresh-token-reused'
		]
	])('%s outweighs the general words', (_, session, code) => {
		expect(first(generalGrant, session)).toBe(code);
	});

	it('outweighs even clear words of the server', () => {
		const seen = { ...generalGrant, error_description: 'The authorization code has expired' };
		expect(first(seen, { verifier, verifierSent: 'y'.repeat(43) })).toBe('pkce-verifier-mismatch');
	});

	it('does not accuse facts that agree', () => {
		const session = {
			verifier,
			verifierSent: verifier,
			challenge,
			expectedChallenge: challenge,
			redirectUriAuthorize: 'https://a.example/cb',
			redirectUriToken: 'https://a.example/cb',
			codeSentTimes: 1,
			codeReceivedAt: 0,
			codeSentAt: 3000
		};
		expect(codes(generalGrant, session)).toEqual(['code-already-used', 'code-expired']);
	});

	it('knows a state that is not the one that was sent', () => {
		expect(first({ step: 'callback' }, { stateSent: 'a', stateReturned: 'b' })).toBe('state-mismatch');
	});

	it('knows a method that the metadata does not list', () => {
		const session = { challenge, challengeMethod: 'plain', methodsSupported: ['S256'] };
		expect(first({ step: 'authorize', error: 'invalid_request' }, session)).toBe('pkce-method-unsupported');
	});

	it('names the audience that was not asked for', () => {
		const [found] = diagnose({ step: 'api', status: 401 }, { scope: 'openid' });
		expect(found?.code).toBe('access-token-invalid');
		expect(found?.evidence.map(evidenceText).join()).toContain('audience');
	});

	it('knows offline_access that is not supported', () => {
		const session = { scope: 'openid offline_access', scopesSupported: ['openid'] };
		expect(first({ step: 'authorize', error: 'invalid_scope' }, session)).toBe('offline-access-not-allowed');
	});

	it('knows a server without public clients', () => {
		const session = { clientAuthentication: 'none', authMethodsSupported: ['client_secret_basic'] };
		expect(codes({ step: 'token', error: 'invalid_client' }, session)[0]).toBe(
			'client-authentication-required'
		);
	});

	it('knows what stopped a request that got no answer', () => {
		const seen = { step: 'token', error: 'TypeError', error_description: 'Failed to fetch' };
		expect(codes(seen)).toEqual(['origin-not-allowed', 'endpoint-unreachable']);
		expect(first(seen, { networkReason: 'cors' })).toBe('origin-not-allowed');
		expect(first(seen, { networkReason: 'offline' })).toBe('endpoint-unreachable');
	});

	it.each([
		'local-network',
		'local-network-denied',
		'local-network-unanswered',
		'local-network-withheld',
		'local-network-empty'
	] as const)('tells what became of the way into the local network: %s', (networkReason) => {
		const [cause] = diagnose({ step: 'token' }, { networkReason });
		expect(cause?.code).toBe('endpoint-unreachable');
		expect(cause?.evidence).toEqual([{ say: `network-${networkReason}`, with: [] }]);
	});

	it.each(networkReasons)('says in words what it made of the network: %s', (networkReason) => {
		const because = diagnose({ step: 'token' }, { networkReason }).flatMap(({ evidence }) =>
			evidence.map(evidenceText)
		);
		for (const text of because) expect(text).not.toMatch(new RegExp(`network said|: ${networkReason}$`));
	});

	it('knows an expired token and a clock that is off', () => {
		expect(first({ step: 'api', status: 401 }, { tokenExpired: true })).toBe('access-token-invalid');
		const proof = { step: 'token', status: 400, error: 'invalid_dpop_proof' };
		expect(first(proof, { clockSkew: 400 })).toBe('dpop-proof-time-invalid');
		expect(first(proof, { clockSkew: 2 })).toBe('dpop-proof-invalid');
	});
});
