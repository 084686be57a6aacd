import { beforeAll, describe, expect, it } from 'vitest';
import { defences, defenceState } from '$lib/flow/defences';
import { checksOf, ledgerOf, signInOf, timesShown } from '$lib/flow/ending';
import { fold } from '$lib/flow/fold';
import { scoreOf } from '$lib/flow/score';
import { sessionOf, type Session } from '$lib/flow/session';
import { check } from '$lib/lexicon/check-citations';
import type { Trace } from '$lib/trace/fact';
import { redact } from '$lib/trace/redact';
import { createSigner, subject } from '../../fixtures/tokens';
import {
	callbackUrl,
	configured,
	discovered,
	left,
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

	it('is nobody when the code was refused', async () => {
		const token = whole.findIndex((fact) => fact.kind === 'exchanged' && fact.move === 'token');
		const refused = [...whole.slice(0, token), tokenFact({ error: 'invalid_grant' }, 400)];
		expect(signInOf(await folded(refused))).toEqual({ kind: 'refused' });
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
		expect(defenceState(defences.pkce, [])).toBe('unseen');
		expect(defenceState(defences.pkce, [check('as-verifier-matches', 'skipped', {})])).toBe('unseen');
		expect(defenceState(defences.pkce, [pass])).toBe('passed');
	});

	it('stopped something when its check failed, and failed itself when tokens came all the same', () => {
		expect(defenceState(defences.pkce, [pass, fail])).toBe('stopped');
		expect(defenceState(defences.pkce, [pass, through])).toBe('let-through');
	});

	it('finds what the client compared in a whole walk', async () => {
		const checks = checksOf(await folded(whole));
		expect(defenceState(defences.state, checks)).toBe('passed');
		expect(defenceState(defences.nonce, checks)).toBe('passed');
		// That server says nothing of what it decides.
		expect(defenceState(defences.pkce, checks)).toBe('unseen');
	});
});
