/** What has to be said of each recording of `tests/fixtures/reports`: one row a case, plain data. */

export interface Case {
	file: string;
	/** How the attempts ended, oldest first: kind, error and whether it is called silent. */
	ends: string[];
	/** The place of the attempt that is opened, where it is not the first. */
	opened?: number;
	/** The steps of it that failed. */
	failed?: string[];
	/** Checks of it that failed: these and no others. */
	checks?: string[];
	/** What is said first of the messages of it that failed, and what may not be said of any. */
	says?: string;
	never?: string[];
	/** Messages of this kind, with their statuses. */
	seen?: Record<string, number[]>;
	beside?: string[];
}

const good = ['tokens'];
const refused = ['refused 400'];
const atToken = { ends: refused, failed: ['exchange'], seen: { token: [400] } };
const ofChallenge = { ...atToken, checks: ['token-status', 'exchange-challenge'] };

export const cases: Case[] = [
	{ file: '01-challenge-of-hex-text', ...ofChallenge, says: 'pkce-challenge-misderived' },
	{ file: '02-challenge-is-hex', ...ofChallenge, says: 'pkce-challenge-misderived' },
	{ file: '05-two-verifiers', ...ofChallenge, says: 'pkce-verifier-mismatch' },
	{ file: '06-method-lower-case', ...ofChallenge, says: 'pkce-method-mismatch' },
	{
		file: '10-redirect-slash',
		...atToken,
		checks: ['token-status', 'exchange-redirect-uri'],
		says: 'redirect-uri-differs-at-token'
	},
	{
		file: '100-no-response-bodies',
		ends: ['answered'],
		checks: [],
		seen: { token: [200], api: [200] }
	},
	{ file: '103-first-works-second-fails', ends: ['tokens', 'refused 400'], opened: 1, failed: ['exchange'] },
	{ file: '105-broker-two-hops', ends: good, checks: [], beside: ['hop', 'login', 'hop'] },
	{ file: '108-hybrid-entra-not-finished', ends: ['unfinished'], checks: [] },
	{ file: '109-login-refused', ends: ['login-refused 401'], checks: [], beside: ['login', 'login'] },
	{
		file: '115-one-of-three-calls-refused',
		ends: good,
		failed: ['call'],
		checks: ['api-status'],
		says: 'insufficient-scope',
		seen: { api: [200, 403, 200] }
	},
	{
		file: '117-user-not-assigned',
		ends: ['error access_denied'],
		failed: ['callback'],
		checks: ['callback-no-error']
	},
	{ file: '14-origin-as-redirect', ends: good, checks: [], seen: { token: [200], api: [200] } },
	{
		file: '31-code-sent-twice',
		ends: good,
		checks: ['token-status', 'exchange-code-once'],
		seen: { token: [200, 400] }
	},
	{ file: '41-token-request-json-accepted', ends: good, checks: [] },
	{ file: '42-token-request-in-query', ...atToken, checks: ['token-status', 'exchange-form'] },
	{ file: '52-no-refresh-token-no-consent', ends: good, checks: [] },
	{ file: '54-iss-claim-slash', ends: good, failed: ['tokens'] },
	{ file: '56-kid-not-in-jwks', ends: good, failed: ['tokens'] },
	{ file: '58-refresh-with-original-nonce', ends: good, checks: [], seen: { token: [200], refresh: [200] } },
	{ file: '60-dates-as-text', ends: good, failed: ['tokens'] },
	{ file: '62-at-hash-wrong', ends: good, failed: ['tokens'], checks: ['id-token-at-hash'] },
	{ file: '64-alg-es512', ends: good, checks: [] },
	{ file: '67-alg-rs512', ends: good, checks: [] },
	{ file: '68-id-token-encrypted', ends: good },
	{ file: '69-id-token-hs256', ends: good },
	{ file: '70-no-token-type', ends: good, failed: ['exchange'] },
	{ file: '71-crit-header', ends: good, failed: ['tokens'] },
	{ file: '72-token-too-large-431', ends: good, failed: ['call'], seen: { api: [431] } },
	{
		file: '82-silent-login-required',
		ends: ['error login_required silent'],
		failed: ['callback'],
		checks: ['callback-no-error']
	},
	...['90-recorder-firefox', '91-recorder-safari', '92-recorder-charles', '93-recorder-fiddler'].map(
		(file) => ({ file, ...ofChallenge, says: 'pkce-verifier-mismatch' })
	),
	{ file: '95-only-post-data-null', ...ofChallenge, says: 'pkce-verifier-mismatch' },
	{ file: '97-no-content-type-header', ...ofChallenge, says: 'pkce-verifier-mismatch' },
	{ file: '99-chrome-sanitised', ends: good, failed: ['call'], seen: { api: [401] } }
];
