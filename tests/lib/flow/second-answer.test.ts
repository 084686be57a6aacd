import { beforeAll, describe, expect, it } from 'vitest';
import { marksOf } from '$lib/flow/marks';
import type { Session } from '$lib/flow/session';
import type { Fact, Trace } from '$lib/trace/fact';
import { parseTrace } from '$lib/trace/file';
import { formatTrace } from '$lib/trace/format';
import { answer } from '../../fixtures/messages';
import { clientId, createSigner, type Signer } from '../../fixtures/tokens';
import {
	accessToken,
	callbackUrl,
	code,
	configuration,
	exchanged,
	left,
	metadata,
	returned,
	tokenFact,
	verifier,
	wholeWalk
} from '../../fixtures/walk';
import { sessionAfter } from '../../fixtures/session';

let signer: Signer;
let walk: Trace;
let finished: Session;
beforeAll(async () => {
	signer = await createSigner('ES256');
	walk = await wholeWalk(signer);
	finished = await sessionAfter(walk);
});

const anotherCode = 'another-code-of-the-same-attempt';
const second = returned(callbackUrl({ code: anotherCode }));
const decided = (taken: boolean): Fact => ({ kind: 'decided', at: 1, step: 'callback', second: taken });
const after = (...facts: Fact[]): Promise<Session> => sessionAfter([...walk, ...facts]);

/** What every other step shows. */
const rest = ({ second: _, facts: __, ...session }: Session): Omit<Session, 'facts'> => session;

describe('an answer that comes when the attempt has one', () => {
	it.each([
		['another code for the same state', callbackUrl({ code: anotherCode })],
		['the same code in another URL', callbackUrl({ session_state: 'x' })],
		['an error', callbackUrl({ error: 'access_denied' })],
		['a state that nobody knows', callbackUrl({ code: anotherCode, state: 'unknown' })],
		['no state', `${configuration.redirectUri}?code=${anotherCode}`],
		['nothing that is known', `${configuration.redirectUri}#x`]
	])('is held beside it, whatever it is: %s', async (_, url) => {
		for (const way of ['redirect', 'pasted'] as const) {
			const session = await after({ kind: 'returned', at: 1, step: 'callback', url, way });
			expect(session.second).toMatchObject({ url, way });
			expect(rest(session)).toEqual(rest(finished));
			expect(marksOf(session)).toEqual(marksOf(finished));
		}
	});

	it('is held beside a refusal too, and beside a code that was not yet exchanged', async () => {
		for (const facts of [
			[...walk.slice(0, 6), returned(callbackUrl({ error: 'access_denied' }))],
			walk.slice(0, 7)
		]) {
			const session = await sessionAfter([...facts, second]);
			expect(session.authorizationResponse?.url).not.toBe(session.second?.url);
			expect(session.second?.code).toBe(anotherCode);
		}
	});

	it('is one with a page that was reloaded', async () => {
		expect(await after(returned())).toEqual(finished);
		expect(await after(second, second)).toEqual(await after(second));
	});

	it('gives way to the newest', async () => {
		const session = await after(second, returned(callbackUrl({ code: 'a-third-code' })));
		expect(session.second?.code).toBe('a-third-code');
		expect(rest(session)).toEqual(rest(finished));
	});

	it('ends with a new authorization request', async () => {
		expect(await after(second, left())).not.toHaveProperty('second');
	});
});

describe('an answer that comes when what came was not of the attempt', () => {
	const forged = returned(callbackUrl({ code: 'forged-code', state: 'forged' }));

	it('takes its place', async () => {
		const session = await sessionAfter([...walk.slice(0, 6), forged, returned()]);
		expect(session.authorizationResponse?.code).toBe(code);
		expect(session).not.toHaveProperty('second');
	});

	it('does not, once tokens were asked for with that', async () => {
		const session = await sessionAfter([
			...walk.slice(0, 6),
			forged,
			tokenFact({ error: 'invalid_grant' }, 400),
			returned()
		]);
		expect(session.authorizationResponse?.code).toBe('forged-code');
		expect(session.second?.code).toBe(code);
	});
});

describe('the person decides', () => {
	it('for the walk as it is', async () => {
		expect(rest(await after(second, decided(false)))).toEqual(rest(finished));
	});

	it('for the second answer: what was made of the first is gone', async () => {
		const session = await after(second, decided(true));
		expect(session.authorizationResponse?.code).toBe(anotherCode);
		for (const field of ['second', 'exchange', 'tokens', 'api', 'signOut'])
			expect(session).not.toHaveProperty(field);
		expect(session.code_verifier).toBe(finished.code_verifier);
		expect(session.codes).toEqual([code, anotherCode]);
	});

	it('about nothing: nothing happens', async () => {
		expect(rest(await after(decided(true)))).toEqual(rest(finished));
		expect(rest(await after(decided(false)))).toEqual(rest(finished));
	});

	it('and it is kept, with nothing that a file could not hold', async () => {
		const trace = [...walk, second, decided(true)];
		expect(parseTrace(formatTrace(trace))).toEqual({ ok: true, value: trace });
	});
});

describe('a recording with two callbacks', () => {
	const redeemed = (sent: string): Fact =>
		exchanged(
			'exchange',
			'token',
			{
				method: 'POST',
				url: metadata.token_endpoint,
				body: new URLSearchParams({
					grant_type: 'authorization_code',
					code: sent,
					redirect_uri: configuration.redirectUri,
					code_verifier: verifier,
					client_id: clientId
				}).toString()
			},
			answer({ access_token: accessToken, token_type: 'Bearer' })
		);

	it.each([
		['the first', code, [code]],
		['the second', anotherCode, [code, anotherCode]]
	])('goes on with the answer whose code was redeemed: %s', async (_, sent, codes) => {
		const session = await sessionAfter([...walk.slice(0, 7), second, redeemed(sent)]);
		expect(session.authorizationResponse?.code).toBe(sent);
		expect(session.tokens?.access_token).toBe(accessToken);
		expect(session.codes).toEqual(codes);
	});
});
