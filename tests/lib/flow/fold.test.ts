import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { advance, fold } from '$lib/flow/fold';
import { statusOf } from '$lib/flow/status';
import { emptySession, emptyWalk, sessionOf, type Session } from '$lib/flow/session';
import { stepIds, type Status, type StepId } from '$lib/lexicon/steps';
import { hasFailed } from '$lib/lexicon/check';
import { parseTrace } from '$lib/trace/file';
import { formatTrace } from '$lib/trace/format';
import type { Fact, Trace } from '$lib/trace/fact';
import { anyTrace } from '../../fixtures/arbitrary-facts';
import { answer, failures, statuses } from '../../fixtures/messages';
import { createSigner, forgeToken, issuer, type Signer } from '../../fixtures/tokens';
import {
	accessToken,
	callbackUrl,
	challenge,
	challengeOf,
	code,
	configured,
	discovered,
	exchanged,
	generated,
	left,
	metadata,
	returned,
	state,
	tokenFact,
	verifier,
	wholeWalk
} from '../../fixtures/walk';
import { sessionAfter } from '../../fixtures/session';

let signer: Signer;
let walk: Trace;
beforeAll(async () => {
	signer = await createSigner('ES256');
	walk = await wholeWalk(signer);
});

const statusesOf = (session: Session): Status[] => stepIds.map((id) => statusOf(id, session));
const after = async (...facts: Fact[]): Promise<Session> => sessionAfter([...walk, ...facts]);

describe('fold', () => {
	it('reads a whole walk without a failed check', async () => {
		const session = await sessionAfter(walk);
		expect(statusesOf(session)).toEqual(Array(9).fill('done'));
		expect(hasFailed(session.idTokenChecks)).toBe(false);
		expect(statuses(session.idTokenChecks)).toMatchObject({
			'id-token-signature': 'pass',
			'id-token-nonce': 'pass',
			'id-token-at-hash': 'pass',
			'id-token-library': 'pass'
		});
		expect(session.tokens?.access_token).toBe('second-access-token-0123456789');
		expect(session.tokens?.refresh_token).toBe('second-refresh-token-0123456789');
		expect(session.tokens?.id_token).toBe(session.exchange?.value?.id_token);
	});

	it('gives a replayed file the walk of the live run', async () => {
		let live = emptyWalk;
		for (const fact of walk) live = await advance(live, fact);
		const parsed = parseTrace(formatTrace(walk));
		expect(await fold(parsed.ok ? parsed.value : [])).toEqual(live);
	});

	it('gives the walk as of any fact', async () => {
		let live = emptyWalk;
		for (const [index, fact] of walk.entries()) {
			expect(await fold(walk.slice(0, index))).toEqual(live);
			live = await advance(live, fact);
		}
	});

	it('never changes the walk that it is given', async () => {
		let given = emptyWalk;
		for (const fact of walk) {
			const kept = structuredClone(given);
			const next = await advance(given, fact);
			expect(given).toEqual(kept);
			given = next;
		}
		expect(sessionOf(emptyWalk)).toEqual(emptySession);
	});

	it('reads every trace that the schema lets in, however little sense it makes', async () => {
		await fc.assert(
			fc.asyncProperty(anyTrace, async (trace) => {
				const session = await sessionAfter(trace);
				expect(statusesOf(session)).toHaveLength(9);
			}),
			{ numRuns: 300 }
		);
	});

	it('reads what follows a good beginning, however little sense it makes', async () => {
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 1, max: 12 }), anyTrace, async (length, trace) => {
				const session = await sessionAfter([...walk.slice(0, length), ...trace]);
				expect(statusesOf(session)).toHaveLength(9);
			}),
			{ numRuns: 200 }
		);
	});
});

describe('statusOf', () => {
	const locked = (count: number): Status[] => Array<Status>(count).fill('locked');
	const done = (count: number): Status[] => Array<Status>(count).fill('done');

	it.each([
		[0, ['ready', ...locked(8)]],
		[1, ['ready', ...locked(8)]],
		[2, [...done(1), 'ready', ...locked(7)]],
		[3, [...done(2), 'ready', ...locked(6)]],
		[4, [...done(3), 'ready', ...locked(5)]],
		[5, [...done(3), 'ready', ...locked(5)]],
		[6, [...done(4), 'ready', ...locked(4)]],
		[7, [...done(5), 'ready', ...locked(3)]],
		[8, [...done(6), 'ready', 'ready', 'ready']],
		[9, [...done(7), 'ready', 'ready']],
		[10, [...done(8), 'ready']],
		[11, [...done(8), 'ready']],
		[12, done(9)]
	])('after %i facts of the walk', async (count, expected) => {
		expect(statusesOf(await sessionAfter(walk.slice(0, count)))).toEqual(expected);
	});

	const failed = async (id: StepId, length: number, fact: Fact): Promise<Status> =>
		statusOf(id, await sessionAfter([...walk.slice(0, length), fact]));

	it('is failed where a step ran and came to nothing', async () => {
		expect(await failed('configure', 1, discovered('<html>'))).toBe('failed');
		expect(await failed('verifier', 2, generated('verifier', { code_verifier: 'short' }))).toBe('failed');
		expect(await failed('callback', 6, returned(callbackUrl({ state: 'forged' })))).toBe('failed');
		expect(await failed('exchange', 7, tokenFact({ error: 'invalid_grant' }, 400))).toBe('failed');
		expect(await failed('tokens', 8, exchanged('tokens', 'jwks', {}, answer('nothing')))).toBe('failed');
		expect(await failed('call', 8, exchanged('call', 'api', {}, answer('', { status: 401 })))).toBe('failed');
		expect(
			await failed(
				'renew',
				8,
				exchanged('renew', 'refresh', {}, answer({ error: 'invalid_grant' }, { status: 400 }))
			)
		).toBe('failed');
	});

	it('is failed when there was no answer at all', async () => {
		const fact = tokenFact({});
		if (fact.kind !== 'exchanged') throw new Error('an exchange is wanted');
		const { response: _, ...exchange } = fact.exchange;
		const silent: Fact = { ...fact, exchange: { ...exchange, failure: { reason: 'cors' } } };
		expect(await failed('exchange', 7, silent)).toBe('failed');
	});

	it('is done for the last step by any of what can be done there', async () => {
		const revoked = (status: number) =>
			exchanged('renew', 'revocation', { method: 'POST' }, answer('', { status }));
		const signedOut: Fact = { kind: 'left', at: 1, step: 'renew', url: issuer, way: 'new-tab' };
		expect(await failed('renew', 9, revoked(200))).toBe('done');
		expect(await failed('renew', 9, revoked(503))).toBe('failed');
		expect(await failed('renew', 9, signedOut)).toBe('done');
	});

	it('is done for the tokens step when no ID token came', async () => {
		const fact = tokenFact({ access_token: accessToken, token_type: 'bearer' });
		expect(await failed('tokens', 7, fact)).toBe('done');
	});
});

describe('an earlier step done again', () => {
	it('begins an attempt with nothing of the one before when the configuration is new, and knows its codes', async () => {
		const again = configured({ clientId: 'another' });
		const { codes, servers, keySets, configuration, id, facts, ...rest } = await after(again);
		expect(configuration?.clientId).toBe('another');
		expect(codes).toEqual([code]);
		expect(Object.keys(servers)).toEqual([issuer]);
		expect([id, facts]).toEqual([1, [again]]);
		expect(Object.keys(keySets)).toEqual([metadata.jwks_uri]);
		expect({ codes: [], servers: {}, keySets: {}, id: 0, facts: [], ...rest }).toEqual(emptySession);
	});

	it('drops the challenge and what followed when the verifier is new', async () => {
		const session = await after(generated('verifier', { code_verifier: 'v'.repeat(43) }));
		expect(session.code_verifier).toBe('v'.repeat(43));
		expect(session.server?.issuer).toBe(metadata.issuer);
		for (const field of [
			'code_challenge',
			'state',
			'authorizationRequest',
			'authorizationResponse',
			'tokens',
			'jwks',
			'api'
		] as const) {
			expect(session).not.toHaveProperty(field);
		}
	});

	it('drops the callback when there is a new authorization request', async () => {
		const session = await after(left());
		expect(session).not.toHaveProperty('authorizationResponse');
		expect(session.state).toBe(state);
		expect(session.authorizationRequests).toHaveLength(2);
	});

	it('drops the authorization request when the attempt is new', async () => {
		const session = await after(generated('authorize', { state: 's2', nonce: 'n2' }));
		expect(session).toMatchObject({ state: 's2', nonce: 'n2', code_challenge: challenge });
		expect(session).not.toHaveProperty('authorizationRequest');
	});

	it('drops the tokens when the next token request fails', async () => {
		const session = await after(tokenFact({ error: 'invalid_grant' }, 400));
		expect(session.exchange?.error?.error).toBe('invalid_grant');
		expect(session).not.toHaveProperty('tokens');
		expect(session.refreshes).toEqual([]);
	});
});

describe('facts', () => {
	it('hold the method of the challenge only: it is derived again', async () => {
		const facts = [
			...walk.slice(0, 3),
			generated('challenge', { code_challenge_method: 'S256', code_challenge: 'forged' })
		];
		expect((await sessionAfter(facts)).code_challenge).toBe(await challengeOf(verifier));
		const plain = [...walk.slice(0, 3), generated('challenge', { code_challenge_method: 'plain' })];
		expect((await sessionAfter(plain)).code_challenge).toBe(verifier);
	});

	it('tell what was really sent: an edited state is the one that is compared', async () => {
		const edited = [...walk.slice(0, 5), left({ state: 'edited' })];
		expect(
			failures((await sessionAfter([...edited, returned()])).authorizationResponse?.checks ?? [])
		).toContain('callback-state');
		const matching = await sessionAfter([...edited, returned(callbackUrl({ state: 'edited' }))]);
		expect(failures(matching.authorizationResponse?.checks ?? [])).toEqual([]);
	});

	it.each([
		['an edited URL', (scope: string) => [left({ scope })]],
		[
			'a pushed request',
			(scope: string) => [
				exchanged(
					'authorize',
					'par',
					{ method: 'POST', body: new URLSearchParams({ state, scope }).toString() },
					answer({ request_uri: 'urn:x', expires_in: 60 }, { status: 201 })
				),
				left({ request_uri: 'urn:x' })
			]
		],
		[
			'a signed request',
			(scope: string) => [left({ request: forgeToken({ alg: 'ES256' }, { state, scope }, 'c2ln') })]
		]
	])(
		'tell what was really sent: the scope of %s is the one that the tokens are held to',
		async (_, facts) => {
			const tokens = tokenFact({ access_token: accessToken, token_type: 'Bearer', scope: 'openid' });
			const checksFor = async (scope: string) => {
				const session = await sessionAfter([...walk.slice(0, 5), ...facts(scope), returned(), tokens]);
				expect(session.authorizationRequest?.state).toBe(state);
				return statuses(session.exchange?.checks ?? []);
			};
			expect(await checksFor('openid')).toMatchObject({
				'token-scope': 'pass',
				'token-id-token': 'warn',
				'token-refresh-token': 'skipped'
			});
			expect(await checksFor('read:x')).toMatchObject({ 'token-scope': 'warn', 'token-id-token': 'skipped' });
			expect(await checksFor('')).toMatchObject({ 'token-scope': 'skipped', 'token-id-token': 'skipped' });
		}
	);

	it('warn of a code that arrived before', async () => {
		const session = await after(returned(callbackUrl({ session_state: 'x' })));
		expect(statuses(session.second?.checks ?? [])['callback-code-fresh']).toBe('warn');
	});

	it('put what the server decided beside the authorization response', async () => {
		const inside = [{ endpoint: 'authorize', at: 1, checks: [], outcome: 'a code' }];
		const session = await sessionAfter([
			...walk.slice(0, 7),
			{ kind: 'observed', at: 1, step: 'callback', inside }
		]);
		expect(session.authorizationResponse?.inside).toEqual(inside);
	});
});
