import { describe, expect, it } from 'vitest';
import { diagnosisCodes, type DiagnosisCode } from '$lib/lexicon/causes';
import { diagnose } from '$lib/diagnosis/diagnose';
import { readSession, type SessionEvidence } from '$lib/diagnosis/evidence';
import { isPossibleAt, places, type Place } from '$lib/diagnosis/places';
import { denials, isDenied } from '$lib/diagnosis/ruled-out';
import { readSeen } from '$lib/diagnosis/seen';
import { corpus } from '../../diagnosis/corpus';

const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
const uri = 'https://app.example/callback/';
const form = { method: 'POST', mediaType: 'application/x-www-form-urlencoded', doubledParameters: [] };
const withoutCode = { requestParameters: ['grant_type', 'client_id', 'redirect_uri', 'code_verifier'] };
const withoutVerifier = { requestParameters: ['grant_type', 'client_id', 'redirect_uri', 'code'] };
const whole = { requestParameters: [...withoutCode.requestParameters, 'code', 'scope', 'state'] };
const withoutChallenge = { authorizationParameters: ['client_id', 'response_type'] };
const otherGrant = { place: 'grant', grantType: 'client_credentials' };
const withoutRefresh = { place: 'refresh', requestParameters: ['grant_type', 'client_id'] };

/** For each fact of the table a run in which it holds, in the order of the table. */
const runs: Partial<Record<DiagnosisCode, SessionEvidence[]>> = {
	'pkce-challenge-missing': [{ challenge }],
	'pkce-challenge-malformed': [{ challenge, challengeMethod: 'S256' }, withoutChallenge],
	'pkce-method-unsupported': [
		{ challenge, challengeMethod: 'S256', methodsSupported: ['S256', 'plain'] },
		withoutChallenge
	],
	'pkce-verifier-mismatch': [
		{ challenge, expectedChallenge: challenge },
		withoutVerifier,
		{ challengeFault: 'hex' }
	],
	'pkce-verifier-missing': [{ verifierSent: verifier }],
	'pkce-verifier-malformed': [{ verifierSent: verifier }, withoutVerifier],
	'pkce-verifier-without-challenge': [{ challenge }, withoutVerifier],
	'redirect-uri-differs-at-token': [{ redirectUriAuthorize: uri, redirectUriToken: uri }],
	'redirect-uri-form-not-allowed': [{ redirectUriAuthorize: uri }],
	'code-expired': [withoutCode],
	'code-already-used': [withoutCode],
	'code-issued-to-another-client': [{ clientIdAuthorize: 'spa', clientIdToken: 'spa' }, withoutCode],
	'issuer-mismatch': [
		{ issuerAuthorize: uri, issuerToken: uri },
		{ issuerOfDocument: uri, issuerOfAddress: uri }
	],
	'client-secret-not-allowed': [{ clientAuthentication: 'none' }],
	'client-platform-not-spa': [{ fromPage: false }],
	'origin-header-required': [{ fromPage: true }],
	'origin-not-allowed': [{ fromPage: false }],
	'endpoint-unreachable': [{ answered: true }],
	'scope-not-allowed': [{ place: 'authorization', ...withoutChallenge }],
	'insufficient-scope': [{ grantedScope: 'read write', requiredScope: 'write' }, { accessTokenSent: false }],
	'offline-access-not-allowed': [{ authorizationParameters: ['scope'], scope: 'openid' }],
	'login-required': [withoutChallenge],
	'user-denied': [{ prompt: 'none' }, otherGrant],
	'refresh-token-expired': [withoutRefresh],
	'refresh-token-reused': [withoutRefresh],
	'refresh-token-revoked': [withoutRefresh],
	'response-type-unsupported': [{ responseType: 'code' }],
	'state-invalid': [{ stateSent: 'state-of-sixteen-or-more' }],
	'state-mismatch': [{ stateSent: 'one', stateReturned: 'one' }],
	'par-required': [{ pushed: true, parRequired: true }],
	'dpop-required': [{ proofSent: true }],
	'dpop-nonce-required': [{ proofSent: false }, { proofSent: true, proofNonce: 'n', nonceOffered: 'n' }],
	'dpop-proof-invalid': [{ proofSent: false }],
	'dpop-proof-time-invalid': [{ proofSent: false }],
	'request-malformed': [form],
	'request-parameter-missing': [{ place: 'token', clientAuthentication: 'none', ...whole }],
	'access-token-invalid': [{ accessTokenSent: false }, otherGrant],
	'discovery-failed': [{ accessTokenSent: true }],
	'resource-metadata-mismatch': [{ accessTokenSent: true }]
};

const texts = corpus.filter(({ raw }) => raw === undefined);

const table = diagnosisCodes.flatMap((code) =>
	denials[code].map((denial, place) => [code, place + 1, denial, runs[code]?.[place]] as const)
);

describe('a fact of the run denies a cause', () => {
	it.each(table)('%s, fact %i', (code, _, holds, run) => {
		expect(run, 'the table has a fact, the test has no run for it').toBeDefined();
		const session = readSession(run);
		const labelled = texts.filter(({ codes }) => codes.includes(code));
		for (const entry of labelled) {
			const read = { ...readSeen(entry), place: run?.place as Place | undefined };
			if (!holds(session, read)) continue;
			expect(diagnose(entry, run).map((one) => one.code)).not.toContain(code);
		}
		expect(labelled.some((entry) => holds(session, { ...readSeen(entry), place: run?.place as Place }))).toBe(
			true
		);
	});

	it('and nothing is denied of which nothing is known', () => {
		const nothing = readSession({});
		const denied = texts.flatMap((entry) => {
			const read = readSeen(entry);
			return diagnosisCodes
				.filter((code) => isDenied(code, nothing, read))
				.map((code) => `${code}: ${JSON.stringify(entry)}`);
		});
		expect(denied).toEqual([]);
	});

	it('what is taken out of a file, or is of another type, denies nothing', () => {
		const rubbish = Object.fromEntries(
			Object.values(runs)
				.flat()
				.flatMap((run) => Object.keys(run))
				.map((name) => [name, Symbol(name)])
		);
		for (const code of diagnosisCodes)
			expect(isDenied(code, readSession(rubbish), readSeen({ step: 'token' })), code).toBe(false);
	});
});

describe('a message has the causes of its kind', () => {
	const isAt = (place: Place): DiagnosisCode[] => diagnosisCodes.filter((code) => isPossibleAt(code, place));

	it.each(places)('%s has some, and not all', (place) => {
		expect(isAt(place).length).toBeGreaterThan(3);
		expect(isAt(place).length).toBeLessThan(diagnosisCodes.length / 1.3);
	});

	it('every cause has a place, and where none is known all are possible', () => {
		for (const code of diagnosisCodes) {
			expect(
				places.some((place) => isPossibleAt(code, place)),
				code
			).toBe(true);
			expect(isPossibleAt(code, undefined)).toBe(true);
		}
	});

	it.each(places)('no text and no error brings another one to %s', (place) => {
		for (const entry of corpus.filter(({ set }) => set === 'provider'))
			for (const { code } of diagnose(entry, { place }))
				expect(isAt(place), JSON.stringify(entry)).toContain(code);
	});
});
