import { beforeAll, describe, expect, it } from 'vitest';
import { fold } from '$lib/flow/fold';
import { sessionOf, type Session, type Walk } from '$lib/flow/session';
import { stepOf } from '$lib/flow/steps';
import type { Fact, Trace } from '$lib/trace/fact';
import { valueOf, parseForm } from '$lib/wire/form';
import { answer, failures } from '../../fixtures/messages';
import { createSigner } from '../../fixtures/tokens';
import { callbackUrl, code, configured, exchanged, generated, left, metadata } from '../../fixtures/walk';
import { returned, state, tokenFact, verifier, wholeWalk } from '../../fixtures/walk';

let walk: Trace;
beforeAll(async () => {
	walk = await wholeWalk(await createSigner('ES256'));
});

const otherState = 'state-of-the-second-attempt-0123456789';
const otherVerifier = 'verifier-of-the-second-attempt-0123456789abcdef';
const again: Trace = [
	generated('verifier', { code_verifier: otherVerifier }),
	generated('challenge', { code_challenge_method: 'S256' }),
	generated('authorize', { state: otherState, nonce: 'n2' }),
	left({ state: otherState })
];
const opened = (attempt: number): Fact => ({ kind: 'opened', at: 1, attempt });
const states = ({ attempts }: Walk): (string | undefined)[] =>
	attempts.map(({ authorizationRequest }) => authorizationRequest?.state);
/** What an attempt is, without what all of them share. */
const own = ({
	codes: _,
	plainHosts: __,
	dpopNonces: ___,
	servers: ____,
	keySets: _____,
	challenges: ______,
	...attempt
}: Session) => attempt;

describe('an attempt that went out', () => {
	it('stays as it is when the next one begins, whatever begins it', async () => {
		const finished = own(sessionOf(await fold(walk)));
		for (const facts of [
			[configured({ clientId: 'another' })],
			[generated('verifier', { code_verifier: otherVerifier })],
			[generated('challenge', { code_challenge_method: 'plain' })],
			[generated('authorize', { state: otherState, nonce: 'n2' })],
			[left({ state: otherState })],
			[left()],
			again
		]) {
			const next = await fold([...walk, ...facts]);
			expect(next.current).toBe(1);
			expect(own(sessionOf(next, 0))).toEqual(finished);
			expect(sessionOf(next)).not.toHaveProperty('tokens');
		}
	});

	it('is made by its own facts alone', async () => {
		const both = await fold([
			...walk,
			...again,
			returned(callbackUrl({ state: otherState, code: 'second-code' }))
		]);
		for (const attempt of both.attempts) {
			const alone = own(sessionOf(await fold(attempt.facts)));
			expect({ ...alone, id: attempt.id }).toEqual(attempt);
		}
	});

	it('is one attempt when the same request goes out twice before an answer, and two when it is another', async () => {
		const waiting = [...walk.slice(0, 6), left()];
		expect(states(await fold(waiting))).toEqual([state]);
		expect(states(await fold([...waiting, left({ state: otherState })]))).toEqual([state, otherState]);
	});

	it('is kept when its push was refused', async () => {
		const refused = exchanged(
			'authorize',
			'par',
			{ method: 'POST' },
			answer({ error: 'invalid_request' }, { status: 400 })
		);
		const next = await fold([...walk.slice(0, 5), refused, ...again]);
		expect(next.attempts[0].pushed?.error?.error).toBe('invalid_request');
		expect(states(next)).toEqual([undefined, otherState]);
	});

	it('is not begun by what was only prepared', async () => {
		const { attempts } = await fold([...walk.slice(0, 5), ...again.slice(0, 3)]);
		expect(attempts).toHaveLength(1);
		expect(attempts[0].code_verifier).toBe(otherVerifier);
	});

	it('keeps every answer of a kind', async () => {
		const refused = tokenFact({ error: 'invalid_grant' }, 400);
		const { outcomes, exchange } = sessionOf(await fold([...walk.slice(0, 8), refused]));
		const made = outcomes.filter(({ move }) => move === 'token');
		expect(made.map(({ value, error }) => [value !== undefined, error?.error])).toEqual([
			[true, undefined],
			[false, 'invalid_grant']
		]);
		expect(made.at(-1)).toBe(exchange);
	});
});

describe('an answer', () => {
	it('is read into the attempt whose state it names, and the walk goes on with that', async () => {
		const next = await fold([...walk.slice(0, 6), ...again, returned()]);
		expect(next.current).toBe(0);
		const session = sessionOf(next);
		expect(session.code_verifier).toBe(verifier);
		expect(session.authorizationResponse?.code).toBe(code);
		expect(failures(session.authorizationResponse?.checks ?? [])).toEqual([]);
		expect(next.attempts[1]).not.toHaveProperty('authorizationResponse');
	});

	it('of an earlier attempt is redeemed with the verifier of that one', async () => {
		const session = sessionOf(await fold([...walk.slice(0, 6), ...again, returned()]));
		const asked = await stepOf('exchange').asks.token?.(session, {});
		const form = parseForm(asked?.ok ? (asked.value.body ?? '') : '');
		expect([valueOf(form, 'code'), valueOf(form, 'code_verifier')]).toEqual([code, verifier]);
	});

	it('with the state that nobody sent is of the attempt at hand, and fails there', async () => {
		const next = await fold([...walk.slice(0, 6), ...again, returned(callbackUrl({ state: 'forged' }))]);
		expect(next.current).toBe(1);
		expect(failures(sessionOf(next).authorizationResponse?.checks ?? [])).toContain('callback-state');
	});

	it('that came before changes nothing, and is shown where it is', async () => {
		const trace = [...walk, ...again];
		const next = await fold([...trace, returned()]);
		expect(next).toEqual({ ...(await fold(trace)), current: 0 });
	});

	it('comes to the attempt that waits when the next is only prepared', async () => {
		const prepared = [...walk.slice(0, 6), ...again.slice(0, 3)];
		const next = await fold([...prepared, returned(callbackUrl({ state: 'forged' }))]);
		expect(next.current).toBe(0);
	});
});

describe('a second answer that takes the place of the first', () => {
	it('begins an attempt beside the one with the tokens of the first', async () => {
		const second = returned(callbackUrl({ code: 'second-code' }));
		const decided: Fact = { kind: 'decided', at: 1, step: 'callback', second: true };
		const next = await fold([...walk, second, decided]);
		expect(next.attempts[0].tokens).toBeDefined();
		expect(next.attempts[0].authorizationResponse?.code).toBe(code);
		expect(sessionOf(next).authorizationResponse?.code).toBe('second-code');
		expect(sessionOf(next)).not.toHaveProperty('tokens');
	});
});

describe('an attempt that is opened', () => {
	it('is the one that what follows is of', async () => {
		const refresh = exchanged('call', 'api', {}, answer('', { status: 403 }));
		const next = await fold([...walk, ...again, opened(0), refresh]);
		expect(next.attempts[0].api?.exchange.response?.status).toBe(403);
		expect(next.attempts[1]).not.toHaveProperty('api');
	});

	it('must be there', async () => {
		const trace = [...walk, ...again];
		expect(await fold([...trace, opened(7)])).toEqual(await fold(trace));
	});
});

describe('the metadata of a recording', () => {
	it('counts for every client of that server', async () => {
		const client = (clientId: string): Fact => {
			const fact = configured({ clientId });
			return fact.kind === 'configured' ? { ...fact, from: 'recording' } : fact;
		};
		const next = await fold([client('one'), ...walk.slice(1, 6), client('two'), left({ state: otherState })]);
		expect(next.attempts.map(({ configuration }) => configuration?.clientId)).toEqual(['one', 'two']);
		expect(next.attempts[1]?.server?.token_endpoint).toBe(metadata.token_endpoint);
	});
});
