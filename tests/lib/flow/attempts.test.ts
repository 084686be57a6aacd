import { expect, it } from 'vitest';
import { fold } from '$lib/flow/fold';
import { attemptsOf } from '$lib/flow/attempts';
import type { Fact, Trace } from '$lib/trace/fact';
import { accessToken, callbackUrl, configured, discovered } from '../../fixtures/walk';
import { generated, left, returned, state, tokenFact, verifier } from '../../fixtures/walk';

const ready: Trace = [
	configured(),
	discovered(),
	generated('verifier', { code_verifier: verifier }),
	generated('challenge', { code_challenge_method: 'S256' }),
	generated('authorize', { state, nonce: 'n' })
];
const later = (fact: Fact, ms: number): Fact => ({ ...fact, at: fact.at + ms });
const other = 'state-of-another-attempt-0123456789abcdef';
const second: Trace = [
	generated('authorize', { state: other, nonce: 'm' }),
	later(left({ state: other }), 1000)
];
const ends = async (trace: Trace) =>
	attemptsOf(await fold(trace)).map(({ state: of, end, current }) => ({ of, end, current }));

it('tells how each attempt of a tab ended, the newest first', async () => {
	expect(await ends(ready)).toEqual([]);
	expect(await ends([...ready, left()])).toEqual([{ of: state, end: { kind: 'waiting' }, current: true }]);
	expect(await ends([...ready, left(), ...second])).toEqual([
		{ of: other, end: { kind: 'waiting' }, current: true },
		{ of: state, end: { kind: 'replaced' }, current: false }
	]);
	const code = [...ready, left(), returned()];
	expect((await ends(code))[0]?.end).toEqual({ kind: 'code' });
	const tokens = [...code, tokenFact({ access_token: accessToken, token_type: 'Bearer' })];
	expect((await ends(tokens))[0]?.end).toEqual({ kind: 'tokens' });
	expect((await ends([...tokens, tokenFact({ error: 'invalid_grant' }, 400)]))[0]?.end.kind).toBe('tokens');
	const created = [...code, tokenFact({ access_token: accessToken, token_type: 'Bearer' }, 201)];
	expect((await ends(created))[0]?.end).toEqual({ kind: 'tokens' });
	expect((await ends([...code, tokenFact({ error: 'bad_verification_code' })]))[0]?.end.kind).toBe('refused');
	const sent = tokenFact({});
	const { response: _, ...unread } = sent.exchange;
	const hidden: Fact = { ...sent, exchange: { ...unread, failure: { reason: 'cors' } } };
	expect((await ends([...code, hidden]))[0]?.end).toEqual({ kind: 'hidden' });
	const unsent: Fact = { ...sent, exchange: { ...unread, failure: { reason: 'offline' } } };
	expect((await ends([...code, unsent]))[0]?.end).toEqual({ kind: 'code' });
	const refused = [...code, tokenFact({ error: 'invalid_grant' }, 400)];
	expect((await ends(refused))[0]?.end).toMatchObject({ kind: 'refused' });
	const nonce = tokenFact({ error: 'use_dpop_nonce' }, 400);
	expect((await ends([...code, nonce]))[0]?.end).toEqual({ kind: 'code' });
	expect((await ends([...refused, ...second])).map(({ end }) => end.kind)).toEqual(['waiting', 'refused']);
});

it('does not wait where an answer came, though there is no code in it', async () => {
	const empty = returned(callbackUrl({ code: '' }));
	expect((await ends([...ready, left(), empty])).map(({ end }) => end.kind)).toEqual(['unusable']);
});

it('names what is only prepared beside what went out', async () => {
	const prepared = [...ready, left(), generated('authorize', { state: other, nonce: 'm' })];
	expect((await ends(prepared)).map(({ end }) => end.kind)).toEqual(['prepared', 'waiting']);
});

it('knows an error, the answer to an earlier attempt, and one request that was sent twice', async () => {
	const denied = returned(callbackUrl({ error: 'access_denied' }).replace(/code=[^&]*&/, ''));
	expect((await ends([...ready, left(), denied]))[0]?.end).toEqual({ kind: 'error', error: 'access_denied' });
	const foreign = [...ready, left(), ...second, returned()];
	expect((await ends(foreign)).map(({ end }) => end.kind)).toEqual(['waiting', 'code']);
	expect(await ends([...ready, left(), later(left(), 1000)])).toHaveLength(1);
});
