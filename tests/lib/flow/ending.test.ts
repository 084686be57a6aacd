import { beforeAll, describe, expect, it } from 'vitest';
import { defences, defenceSeen } from '$lib/flow/defences';
import { checksOf, ledgerOf, signInOf, timesShown } from '$lib/flow/ending';
import { fold } from '$lib/flow/fold';
import { scoreOf } from '$lib/flow/score';
import { sessionOf, type Session } from '$lib/flow/session';
import { check } from '$lib/lexicon/check-citations';
import type { Trace } from '$lib/trace/fact';
import { redact } from '$lib/trace/redact';
import { answer } from '../../fixtures/messages';
import { at, createSigner, idTokenClaims, now, signToken, subject } from '../../fixtures/tokens';
import {
	callbackUrl,
	configured,
	discovered,
	exchanged,
	left,
	metadata,
	returned,
	tokenFact,
	wholeWalk
} from '../../fixtures/walk';

const folded = async (trace: Trace): Promise<Session> => sessionOf(await fold(trace));

let whole: Trace;
beforeAll(async () => {
	whole = await wholeWalk(await createSigner('ES256'));
});

describe('who signed in', () => {
	it('has a name only when the ID token was verified', async () => {
		expect(signInOf(await folded(whole))).toMatchObject({ kind: 'verified', name: subject });
		const keys = whole.findIndex((fact) => fact.kind === 'exchanged' && fact.move === 'jwks');
		expect(signInOf(await folded(whole.slice(0, keys)))).toEqual({ kind: 'unverified' });
	});

	it('is not told of a file without its secrets', async () => {
		expect(signInOf(await folded(redact(whole)))).toEqual({ kind: 'taken-out' });
	});

	it('is not believed where the sign-in is older than was asked for, or nobody says how old', async () => {
		const asked = whole.map((fact) => (fact.kind === 'left' ? left({ max_age: '300' }) : fact));
		expect(signInOf(await folded(asked))).toEqual({ kind: 'not-believed' });
		const none = asked.map((fact) => (fact.kind === 'left' ? left({ max_age: 'soon' }) : fact));
		expect(signInOf(await folded(none))).toMatchObject({ kind: 'verified' });
	});

	it.each([
		[290, 'verified'],
		[331, 'not-believed']
	])('is as old as when the answer came, %i s, however long somebody reads then: %s', async (age, kind) => {
		const signer = await createSigner('ES256');
		const read = 60;
		const idToken = await signToken(signer, { ...idTokenClaims(), auth_time: now - read - age });
		const tokens = { access_token: 'at-1', token_type: 'Bearer', id_token: idToken };
		const keys = exchanged(
			'tokens',
			'jwks',
			{ url: metadata.jwks_uri },
			answer({ keys: [signer.publicJwk] })
		);
		const came = { ...returned(), at: at - read * 1000 };
		const before = [configured(), discovered(), left({ max_age: '300' }), came];
		expect(signInOf(await folded([...before, tokenFact(tokens), keys]))).toMatchObject({ kind });
	});

	it('is nobody when the code was refused', async () => {
		const token = whole.findIndex((fact) => fact.kind === 'exchanged' && fact.move === 'token');
		const refused = [...whole.slice(0, token), tokenFact({ error: 'invalid_grant' }, 400)];
		expect(signInOf(await folded(refused))).toEqual({ kind: 'refused' });
	});

	it('is somebody whose tokens may have been taken back, when the code was sent once more and refused', async () => {
		const session = await folded([...whole, tokenFact({ error: 'invalid_grant' }, 400)]);
		expect(signInOf(session)).toEqual({ kind: 'replayed' });
		// What those messages carried is still told.
		const carried = scoreOf(session).flatMap(({ carries }) => carries);
		expect(carried).toEqual(expect.arrayContaining(['access_token', 'id_token']));
	});

	it('is who it was, when the code was sent once more and no answer came', async () => {
		const before = await folded(whole);
		const { exchange, ...fact } = tokenFact({}, 400);
		const { response: _, ...sent } = exchange;
		const lost = { ...fact, exchange: { ...sent, failure: { reason: 'no-answer' as const } } };
		const session = await folded([...whole, lost]);
		expect(signInOf(session)).toEqual(signInOf(before));
		expect(session.tokens).toEqual(before.tokens);
		expect(session.replays).toHaveLength(1);
		expect(session.outcomes.at(-1)?.exchange).toEqual(lost.exchange);
	});

	it('is nobody when the server refused the request on a page of its own', async () => {
		const checks = [check('as-redirect-uri-registered', 'fail', {})];
		const decision = { endpoint: 'authorize', at: 0, checks, outcome: 'refused' };
		const session = await folded([configured(), discovered(), left()]);
		expect(signInOf({ ...session, unanswered: [decision] })).toEqual({ kind: 'turned-away' });
	});

	it.each([
		['nothing', []],
		['waiting', [left()]],
		['code', [left(), returned()]],
		['error', [left(), returned(callbackUrl({ code: '', error: 'access_denied' }))]]
	])('comes to %s, step by step', async (kind, facts) => {
		const session = await folded([configured(), discovered(), ...facts]);
		expect(signInOf(session)).toMatchObject({ kind });
	});
});

describe('the ledger', () => {
	it('has a row for each message with its answer, and times that make a whole', async () => {
		const entries = ledgerOf(scoreOf(await folded(whole)));
		expect(entries.length).toBeGreaterThan(3);
		expect(entries.every(({ sent }) => !sent.answer || sent.name === 'authorization-response')).toBe(true);
		expect(entries.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(100);
		for (const [index, entry] of entries.entries()) {
			const before = entries.slice(0, index).reduce((sum, { share }) => sum + share, 0);
			expect(entry.from).toBeCloseTo(before);
		}
	});

	it('has no time for a way of the browser, nor for an answer that was pasted', async () => {
		const pasted = whole.map((fact) =>
			fact.kind === 'exchanged' ? { ...fact, exchange: { ...fact.exchange, via: 'pasted' as const } } : fact
		);
		const entries = ledgerOf(scoreOf(await folded(pasted)));
		expect(entries.map(({ ms }) => ms)).toEqual(entries.map(() => undefined));
		expect(entries.every(({ share }) => share === 0)).toBe(true);
	});

	it('is empty before anything crossed', async () => {
		expect(ledgerOf(scoreOf(await folded([])))).toEqual([]);
	});
});

describe('the verifier', () => {
	it('is counted in messages from the browser that went out', async () => {
		expect(timesShown(scoreOf(await folded(whole)))).toBe(1);
		expect(timesShown(scoreOf(await folded([configured(), discovered(), left()])))).toBe(0);
	});
});

describe('a defence', () => {
	const pass = check('as-verifier-matches', 'pass', {});
	const fail = check('as-verifier-matches', 'fail', {});
	const through = check('refuses-wrong-verifier', 'fail', {});

	it('is seen only where somebody compared', () => {
		expect(defenceSeen(defences.pkce, []).state).toBe('unseen');
		expect(defenceSeen(defences.pkce, [check('as-verifier-matches', 'skipped', {})]).state).toBe('unseen');
		expect(defenceSeen(defences.pkce, [pass]).state).toBe('passed');
	});

	it('stopped something when its check failed, and failed itself when tokens came all the same', () => {
		expect(defenceSeen(defences.pkce, [pass, fail]).state).toBe('stopped');
		expect(defenceSeen(defences.pkce, [pass, through]).state).toBe('let-through');
	});

	it('stopped a challenge of another form where that came, which is before anything is compared', () => {
		const [good, bad] = [check('as-challenge-form', 'pass', {}), check('as-challenge-form', 'fail', {})];
		expect(defenceSeen(defences.pkce, [bad])).toEqual({ state: 'stopped', step: 'authorize' });
		expect(defenceSeen(defences.pkce, [good])).toEqual({ state: 'unseen', step: 'exchange' });
		expect(defenceSeen(defences.pkce, [bad, fail])).toEqual({ state: 'stopped', step: 'exchange' });
	});

	it('finds what the client compared in a whole walk', async () => {
		const checks = checksOf(await folded(whole));
		expect(defenceSeen(defences.state, checks).state).toBe('passed');
		expect(defenceSeen(defences.nonce, checks).state).toBe('passed');
		// That server says nothing of what it decides.
		expect(defenceSeen(defences.pkce, checks).state).toBe('unseen');
	});
});
