import { describe, expect, it } from 'vitest';
import { diagnosisCodes } from '$lib/lexicon/causes';
import { causesByPlace } from '$lib/diagnosis/causes-by-place';
import type { NetworkReason } from '$lib/lexicon/failure';
import {
	diagnoseResponse,
	diagnoseOutcome,
	diagnosePasted,
	diagnoseUnanswered
} from '$lib/diagnosis/explain';
import { check } from '$lib/lexicon/check-citations';
import { endedWith } from '$lib/lexicon/outcomes';
import { isExplained } from '$lib/flow/explained';
import { hasFailedResponse, hasFailedOutcome } from '$lib/flow/has-failed';
import { configurationOf, loadPresets, metadataOf } from '$lib/providers/presets';
import type { Fact, FactOf, Trace } from '$lib/trace/fact';
import { answer } from '../../fixtures/messages';
import { accessToken, callbackUrl, code, configuration, configured, discovered } from '../../fixtures/walk';
import { exchanged, generated, left, refreshToken, returned, tokenFact } from '../../fixtures/walk';
import { challenge, state, verifier } from '../../fixtures/walk';
import { forgeToken, issuer } from '../../fixtures/tokens';
import { sessionAfter } from '../../fixtures/session';
import { remedyTexts } from '$lib/lessons/en/diagnosis/remedies';

const walked: Trace = [
	configured(),
	discovered(),
	generated('verifier', { code_verifier: verifier }),
	generated('challenge', { code_challenge_method: 'S256' }),
	generated('authorize', { state: 'state-of-the-first-attempt-0123456789abcdef', nonce: 'n' }),
	left(),
	returned()
];

const refused = tokenFact({ error: 'invalid_grant' }, 400);
const tokens = tokenFact({ access_token: accessToken, token_type: 'Bearer', refresh_token: refreshToken });

/** A token request that was edited before it went out. */
function edited(fact: Fact, change: (form: URLSearchParams) => void): FactOf<'exchanged'> {
	if (fact.kind !== 'exchanged') throw new Error('no exchange');
	const form = new URLSearchParams(fact.exchange.request.body);
	change(form);
	const request = { ...fact.exchange.request, body: form.toString() };
	return { ...fact, exchange: { ...fact.exchange, request } };
}

async function codesOf(trace: Trace, which: 'exchange' | 'api' | 'refresh' = 'exchange'): Promise<string[]> {
	const session = await sessionAfter(trace);
	const outcome = which === 'refresh' ? session.refreshes.at(-1) : session[which];
	if (!outcome) throw new Error(`no ${which}`);
	expect(hasFailedOutcome(outcome)).toBe(true);
	const report = await diagnoseOutcome(session, trace, outcome);
	return report?.causes.map((cause) => cause.code) ?? ['no report'];
}

async function responseCodes(url: string, before: Trace = walked.slice(0, -1)): Promise<string[]> {
	const trace = [...before, returned(url)];
	const session = await sessionAfter(trace);
	if (!session.authorizationResponse) throw new Error('no authorization response');
	expect(hasFailedResponse(session.authorizationResponse)).toBe(true);
	const report = await diagnoseResponse(session, trace, session.authorizationResponse);
	return report?.causes.map((cause) => cause.code) ?? ['no report'];
}

describe('a token request that failed is explained by the run', () => {
	it('another verifier', async () => {
		const other = edited(refused, (form) => form.set('code_verifier', 'a'.repeat(43)));
		expect((await codesOf([...walked, other]))[0]).toBe('pkce-verifier-mismatch');
	});

	it('a verifier that is too short', async () => {
		const short = edited(refused, (form) => form.set('code_verifier', 'short'));
		expect(await codesOf([...walked, short])).toContain('pkce-verifier-malformed');
	});

	it('a redirect URI that differs by a slash', async () => {
		const other = edited(refused, (form) => form.set('redirect_uri', 'https://app.example/callback'));
		expect((await codesOf([...walked, other]))[0]).toBe('redirect-uri-differs-at-token');
	});

	it('a code that was sent twice', async () => {
		expect((await codesOf([...walked, tokens, refused]))[0]).toBe('code-already-used');
	});

	it('an edit of the challenge on the way out', async () => {
		const trace = [...walked.slice(0, 5), left({ code_challenge: 'b'.repeat(43) }), returned(), refused];
		expect((await codesOf(trace))[0]).toBe('pkce-verifier-mismatch');
	});

	it('no answer that may be read', async () => {
		const sent = edited(refused, () => undefined);
		const { response: _, ...rest } = sent.exchange;
		const silent: Fact = { ...sent, exchange: { ...rest, failure: { reason: 'cors' } } };
		expect((await codesOf([...walked, silent]))[0]).toBe('origin-not-allowed');
	});

	it('an answer whose errors alone are hidden speaks of no origin', async () => {
		const sent = edited(refused, () => undefined);
		const { response: _, ...rest } = sent.exchange;
		const silent: Fact = { ...sent, exchange: { ...rest, failure: { reason: 'cors-on-errors' } } };
		expect(await codesOf([...walked, silent])).not.toContain('origin-not-allowed');
	});
});

describe('a code that went out before without a readable answer', () => {
	const silent = (reason: NetworkReason, fact = refused): Fact => {
		const { response: _, ...rest } = edited(fact, () => undefined).exchange;
		const { at } = rest;
		return { ...edited(fact, () => undefined), exchange: { ...rest, at: at - 1_000, failure: { reason } } };
	};
	const words = [
		undefined,
		'The authorization code has expired',
		'Invalid authorization code or client_id unknown',
		'Authorization code not found or already used',
		'Bad Request'
	];
	const said = (error_description: string | undefined, error = 'invalid_grant'): Fact =>
		tokenFact({ error, ...(error_description ? { error_description } : {}) }, 400);

	it.each(words)('explains “%s” of the next answer', async (description) => {
		for (const reason of ['cors', 'cors-on-errors', 'cors-for-client', 'timeout', 'interrupted'] as const)
			expect((await codesOf([...walked, silent(reason), said(description)]))[0]).toBe('code-already-used');
	});

	it('explains an answer that names no error', async () => {
		expect((await codesOf([...walked, silent('cors'), tokenFact({}, 400)]))[0]).toBe('code-already-used');
	});

	it('explains nothing where it never left, or where the client is refused', async () => {
		const unsent = [...walked, silent('preflight-refused'), said(undefined)];
		expect(await codesOf(unsent)).toEqual(await codesOf([...walked, said(undefined)]));
		const client = [...walked, silent('cors'), said(undefined, 'invalid_client')];
		expect((await codesOf(client))[0]).not.toBe('code-already-used');
	});

	it('is told of a refresh token too', async () => {
		const refresh = (status: number) =>
			exchanged(
				'renew',
				'refresh',
				{
					method: 'POST',
					headers: [['content-type', 'application/x-www-form-urlencoded']],
					body: new URLSearchParams({
						grant_type: 'refresh_token',
						refresh_token: refreshToken,
						client_id: 'spa'
					}).toString()
				},
				answer({ error: 'invalid_grant' }, { status })
			);
		const trace = [...walked, tokens, silent('cors', refresh(400) as typeof refused), refresh(400)];
		expect((await codesOf(trace, 'refresh'))[0]).toBe('refresh-token-reused');
	});
});

describe('what the run does not know', () => {
	const placeholder = 'redacted-code_verifier-1';

	it('it does not claim: a verifier that was taken out of the file', async () => {
		const trace = walked.map((fact) =>
			fact.kind === 'generated' && fact.step === 'verifier'
				? { ...fact, values: { code_verifier: placeholder } }
				: fact
		);
		const sent = edited(refused, (form) => form.set('code_verifier', placeholder));
		const codes = await codesOf([...trace, sent]);
		expect(codes).not.toContain('pkce-verifier-malformed');
		expect(codes[0]).toBe('code-already-used');
		const other = edited(sent, (form) => form.set('redirect_uri', 'https://app.example/callback'));
		expect((await codesOf([...trace, other]))[0]).toBe('redirect-uri-differs-at-token');
	});

	it('it does not deny: a header that a recording may have lost', async () => {
		const said = tokenFact({ error: 'invalid_client', error_description: 'Do not send a secret' }, 401);
		const asPage = { ...said, exchange: { ...said.exchange, via: 'page' as const } };
		const asRecorded = { ...said, exchange: { ...said.exchange, via: 'pasted' as const } };
		expect(await codesOf([...walked, asPage])).not.toContain('client-secret-not-allowed');
		expect((await codesOf([...walked, asRecorded]))[0]).toBe('client-secret-not-allowed');
	});

	it('it reads where it stands: a request in a signed object', async () => {
		const object = (values: Record<string, string>) =>
			left({ request: forgeToken({ alg: 'ES256' }, { state, response_type: 'code', ...values }, 'c2ln') });
		const pkce = { code_challenge: challenge, code_challenge_method: 'S256' };
		const signed = { redirect_uri: 'https://app.example/other', ...pkce };
		const trace = [...walked.slice(0, 5), object(signed), returned(), refused];
		expect((await codesOf(trace))[0]).toBe('redirect-uri-differs-at-token');
		const without = [...walked.slice(0, 5), object({}), returned(), refused];
		expect((await codesOf(without))[0]).toBe('pkce-verifier-without-challenge');
	});

	it('it does not blame a request that stands for another one that is not here', async () => {
		const pushed: Fact = {
			...left(),
			url: `${issuer}/authorize?client_id=spa-1&request_uri=urn%3Ax`
		} as Fact;
		const codes = await codesOf([...walked.slice(0, 5), pushed, returned(), refused]);
		expect(codes).not.toContain('pkce-verifier-without-challenge');
		expect(codes[0]).toBe('code-already-used');
	});
});

describe('what a panel explains without a diagnosis', () => {
	const explained = async (trace: Trace): Promise<boolean | undefined> => {
		const { exchange, authorizationResponse } = await sessionAfter(trace);
		const of = exchange ?? authorizationResponse;
		return of && isExplained(of);
	};

	it('is a failure, a known error or a check that failed', async () => {
		expect(await explained([...walked, refused])).toBe(true);
		expect(await explained([...walked, tokenFact({ access_token: accessToken })])).toBe(true);
		expect(await explained([...walked.slice(0, -1), returned(callbackUrl({ state: 'other' }))])).toBe(true);
	});

	it('is not an answer in which nothing is wrong', async () => {
		expect(await explained(walked)).toBe(false);
		expect(await explained([...walked, tokens])).toBe(false);
	});
});

describe('later requests', () => {
	const call = (status: number, headers: [string, string][] = []) =>
		exchanged(
			'call',
			'api',
			{ url: configuration.apiUrl, headers: [['authorization', `Bearer ${accessToken}`]] },
			answer('', { status, headers })
		);

	it('a token for no API', async () => {
		const { audience: _, ...plain } = configuration;
		const first: Fact = { kind: 'configured', at: walked[0]?.at ?? 0, configuration: plain };
		expect(await codesOf([first, ...walked.slice(1), tokens, call(401)], 'api')).toContain(
			'access-token-invalid'
		);
	});

	it('a refresh token that was used before, where the server rotates', async () => {
		const form = `grant_type=refresh_token&refresh_token=${refreshToken}`;
		const refresh = (body: unknown, status: number) =>
			exchanged('renew', 'refresh', { method: 'POST', body: form }, answer(body, { status }));
		const rotated = { access_token: 'second', token_type: 'Bearer', refresh_token: 'second-refresh' };
		const again = refresh({ error: 'invalid_grant' }, 400);
		expect((await codesOf([...walked, tokens, refresh(rotated, 200), again], 'refresh'))[0]).toBe(
			'refresh-token-reused'
		);
		const { refresh_token: _, ...kept } = rotated;
		expect((await codesOf([...walked, tokens, refresh(kept, 200), again], 'refresh'))[0]).not.toBe(
			'refresh-token-reused'
		);
	});

	it('the newest refresh token, after one that had been replaced was sent again', async () => {
		const refresh = (token: string, body: unknown, status: number) =>
			exchanged(
				'renew',
				'refresh',
				{ method: 'POST', body: `grant_type=refresh_token&refresh_token=${token}` },
				answer(body, { status })
			);
		const rotated = { access_token: 'second', token_type: 'Bearer', refresh_token: 'second-refresh' };
		const refused = {
			error: 'invalid_grant',
			error_description: 'The grant of this refresh token has ended'
		};
		const ended = [
			...[...walked, tokens, refresh(refreshToken, rotated, 200)],
			refresh(refreshToken, { error: 'invalid_grant' }, 400)
		];
		expect((await codesOf([...ended, refresh('second-refresh', refused, 400)], 'refresh'))[0]).toBe(
			'refresh-token-reused'
		);
		const once = [...walked, tokens, refresh(refreshToken, rotated, 200)];
		expect((await codesOf([...once, refresh('second-refresh', refused, 400)], 'refresh'))[0]).not.toBe(
			'refresh-token-reused'
		);
	});
});

it('an API that was shown the ID token is explained by what was sent', async () => {
	const id_token = forgeToken({ alg: 'RS256' }, { sub: 'somebody' });
	const both = tokenFact({ access_token: accessToken, token_type: 'Bearer', id_token });
	const shown = (token: string): Fact =>
		exchanged(
			'call',
			'api',
			{ url: configuration.apiUrl, headers: [['authorization', `Bearer ${token}`]] },
			answer({ error: 'invalid_token' }, { status: 401 })
		);
	const confidence = async (token: string): Promise<number> => {
		const trace = [...walked, both, shown(token)];
		const session = await sessionAfter(trace);
		const report = await diagnoseOutcome(session, trace, session.api!);
		return report?.causes.find((cause) => cause.code === 'access-token-invalid')?.confidence ?? 0;
	};
	expect(await confidence(id_token)).toBeGreaterThan(0.93);
	expect(await confidence(accessToken)).toBeLessThan(0.93);
});

describe('a callback that failed', () => {
	it('with a state that no attempt sent', async () => {
		const second = [...walked.slice(0, -1), left({ state: 'state-of-the-second-attempt' })];
		const url = callbackUrl({ state: 'state-of-nobody' });
		expect((await responseCodes(url, second))[0]).toBe('state-mismatch');
	});

	it('with the issuer of another server', async () => {
		expect((await responseCodes(callbackUrl({ iss: 'https://other.example' })))[0]).toBe('issuer-mismatch');
	});

	it('with an error of the server', async () => {
		const url = callbackUrl({ error: 'access_denied', error_description: 'User denied access' });
		expect(await responseCodes(url.replace(encodeURIComponent(code), ''))).toContain('user-denied');
	});
});

describe('a report', () => {
	it('without a cause says what is known', async () => {
		const report = await diagnosePasted('{"error":"kx_17","error_description":"Zblorg."}', {});
		expect(report?.causes).toEqual([]);
		expect(report?.known).toMatchObject({ error: 'kx_17', description: 'Zblorg.' });
	});

	it('names the provider by its number, its issuer or the person, and the place in its console', async () => {
		const entra = await diagnosePasted(
			'AADSTS9002326: Cross-origin token redemption is permitted only for…',
			{}
		);
		expect(entra?.provider?.id).toBe('entra');
		const remedy = entra?.causes[0]?.remedy;
		expect(remedy && remedyTexts[remedy.id].where).toMatch(/App registrations/);
		const okta = await diagnosePasted('CORS', { provider: 'okta', step: 'token' });
		expect(okta?.provider?.id).toBe('okta');
	});

	it('has a text for every cause, under one place', () => {
		const listed = causesByPlace.flatMap(({ causes }) => causes);
		expect(listed.toSorted()).toEqual([...diagnosisCodes].toSorted());
	});

	it('is not asked for a document that was merely not found', async () => {
		const missing = exchanged('configure', 'discovery', {}, answer('no', { status: 404 }));
		const outcome = (await sessionAfter([configured(), missing])).discovery[0];
		expect(outcome && hasFailedOutcome(outcome)).toBe(false);
	});
});

describe('a digest that went out as hex', () => {
	const hex = [...walked.slice(0, 5), left({ code_challenge: '0a'.repeat(32) })];

	it('is why the request was refused, though its 64 characters are those of base64url', async () => {
		const codes = await responseCodes(callbackUrl({ code: '', error: 'invalid_request' }), hex);
		expect(codes[0]).toBe('pkce-challenge-malformed');
	});

	it('is not why a person said no', async () => {
		const codes = await responseCodes(callbackUrl({ code: '', error: 'access_denied' }), hex);
		expect(codes).not.toContain('pkce-challenge-malformed');
	});
});

describe('a preset', () => {
	it('makes a configuration with its id, its scopes and the parameters that it needs', async () => {
		const { presetOf } = await loadPresets();
		const google = presetOf('google');
		if (!google) throw new Error('no google');
		expect(configurationOf(google, 'https://accounts.google.com', configuration)).toMatchObject({
			issuer: 'https://accounts.google.com',
			clientId: configuration.clientId,
			preset: 'google',
			extra: [['access_type', 'offline']]
		});
	});

	it('without discovery has metadata of its own', async () => {
		const { presetOf, recognise } = await loadPresets();
		const github = presetOf('github');
		expect(github && metadataOf(github)).toEqual({
			issuer: 'https://github.com',
			authorization_endpoint: 'https://github.com/login/oauth/authorize',
			token_endpoint: 'https://github.com/login/oauth/access_token'
		});
		expect(recognise('https://example.okta.com/oauth2/default')?.id).toBe('okta');
		expect(recognise('https://id.example')).toBeUndefined();
	});
});

it('a number of Microsoft names its provider where the person has chosen none', async () => {
	const text = 'AADSTS50011: The redirect URI does not match';
	const report = await diagnosePasted(text, { step: '', provider: '' });
	expect(report?.provider?.id).toBe('entra');
	expect(report?.causes[0]?.remedy).toBeDefined();
});

describe('a request to which nothing came back is explained', () => {
	const waiting = walked.slice(0, -2);
	const other = `${configuration.redirectUri}x`;
	const sent = (asked = true): Fact => {
		const [built, changed] = [left(), left({ redirect_uri: other })];
		if (built.kind !== 'left' || changed.kind !== 'left') throw new Error('not left');
		return asked ? { ...changed, asked: built.url } : changed;
	};
	const told = async (trace: Trace) => {
		const report = await diagnoseUnanswered(await sessionAfter(trace), trace);
		return report?.causes.map(({ code, evidence }) => [
			code,
			evidence.map((said) => typeof said === 'object' && said.with)
		]);
	};
	const decided = (id: 'as-redirect-uri-registered' | 'as-client-known'): Fact => ({
		kind: 'observed',
		at: 0,
		step: 'callback',
		inside: [
			{
				endpoint: 'authorize',
				at: 0,
				checks: [check(id, 'fail', { expected: configuration.redirectUri, actual: other })],
				outcome: endedWith('refused-with', 'invalid_request')
			}
		]
	});

	it('by what the server decided, where it tells that', async () => {
		expect(await told([...waiting, sent(false), decided('as-redirect-uri-registered')])).toEqual([
			['redirect-uri-not-registered', [[other, configuration.redirectUri]]]
		]);
		expect((await told([...waiting, left(), decided('as-client-known')]))?.[0]?.[0]).toBe('client-unknown');
	});

	it('else by what was edited, and only as likely', async () => {
		const trace = [...waiting, sent()];
		expect(await told(trace)).toEqual([
			['redirect-uri-not-registered', [[other, configuration.redirectUri]]]
		]);
		const report = await diagnoseUnanswered(await sessionAfter(trace), trace);
		expect(report?.causes[0]?.confidence).toBeLessThan(0.93);
	});

	it('by nothing where nothing is known', async () => {
		expect(await told([...waiting, left()])).toEqual([]);
	});
});
