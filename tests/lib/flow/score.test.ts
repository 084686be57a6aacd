import { describe, expect, it } from 'vitest';
import { fold } from '$lib/flow/fold';
import { plannedScore } from '$lib/flow/planned-score';
import { scoreOf } from '$lib/flow/score';
import { sessionOf } from '$lib/flow/session';
import type { Decision } from '$lib/lexicon/check';
import { check } from '$lib/lexicon/check-citations';
import { endedWith } from '$lib/lexicon/outcomes';
import type { Fact, Trace } from '$lib/trace/fact';
import {
	callbackUrl,
	configured,
	discovered,
	exchanged,
	generated,
	left,
	returned,
	tokenFact,
	verifier
} from '../../fixtures/walk';

const scoreFrom = async (trace: Trace) => scoreOf(sessionOf(await fold(trace)));

const untilCallback: Trace = [
	configured(),
	discovered(),
	generated('verifier', { code_verifier: verifier }),
	generated('challenge', { code_challenge_method: 'S256' }),
	left(),
	returned()
];

describe('the score of a walk', () => {
	it('says where each request went, and of each answer its status and time', async () => {
		const [request, answer] = await scoreFrom([configured(), discovered()]);
		expect(request).toMatchObject({
			method: 'GET',
			path: '/.well-known/openid-configuration',
			answer: false
		});
		expect(answer).toMatchObject({ status: 200, ms: 12.5, answer: true });
		expect(answer).not.toHaveProperty('path');
	});

	it('says no status of an answer of which only the body was pasted', async () => {
		const fact = tokenFact({ error: 'invalid_grant' }, 400);
		const pasted: Fact = { ...fact, exchange: { ...fact.exchange, via: 'pasted', assumed: true } };
		const answer = (await scoreFrom([...untilCallback, pasted])).find((one) => one.pasted === true);
		expect(answer).toMatchObject({ pasted: true, state: 'refused' });
		expect(answer).not.toHaveProperty('status');
	});

	it('says of the way back its path alone: how the server sent the browser there, no page sees', async () => {
		const back = (await scoreFrom(untilCallback)).find(({ name }) => name === 'authorization-response');
		expect(back).toMatchObject({ path: '/callback/', state: 'crossed' });
		expect(back).not.toHaveProperty('method');
	});

	it('knows an answer with an error, and a request without an answer', async () => {
		const refused = await scoreFrom([...untilCallback, tokenFact({ error: 'invalid_grant' }, 400)]);
		expect(refused.findLast(({ name }) => name === 'token')).toMatchObject({ state: 'refused', status: 400 });
		const { exchange, ...fact } = exchanged(
			'exchange',
			'token',
			{},
			{ status: 200, statusText: '', headers: [], body: '' }
		);
		const { response: _, ...unanswered } = exchange;
		const lost = await scoreFrom([...untilCallback, { ...fact, exchange: unanswered }]);
		expect(lost.filter(({ name }) => name === 'token').map(({ state }) => state)).toEqual(['lost']);
	});

	it('knows an answer that the client may not take, and the one before it that it took', async () => {
		const other = returned(callbackUrl({ state: 'of-another-attempt' }));
		const decided: Fact = { kind: 'decided', at: 0, step: 'callback', second: true };
		const score = await scoreFrom([...untilCallback, other, decided]);
		const back = score.filter(({ name }) => name === 'authorization-response');
		expect(back.map(({ state }) => state)).toEqual(['crossed', 'refused']);
	});

	it('knows a request that the server says it turned away', async () => {
		const inside: Decision[] = [
			{
				endpoint: 'authorize',
				at: 0,
				checks: [check('as-redirect-uri-registered', 'fail')],
				outcome: endedWith('refused-with', 'invalid_request')
			}
		];
		const observed: Fact = { kind: 'observed', at: 0, step: 'callback', inside };
		const score = await scoreFrom([...untilCallback.slice(0, -1), observed]);
		expect(score.find(({ name }) => name === 'authorization')?.state).toBe('refused');
	});

	it('ends with what is to come', async () => {
		const score = await scoreFrom(untilCallback);
		const open = score.filter(({ state }) => state === 'expected');
		expect(open.map(({ step }) => step)).toEqual([
			'exchange',
			'exchange',
			'tokens',
			'tokens',
			'call',
			'call',
			'renew',
			'renew'
		]);
		expect(score.slice(-open.length)).toEqual(open);
	});
});

describe('the plan of a walk', () => {
	it('has nothing that has crossed, and no address', () => {
		expect(plannedScore.every(({ state, path }) => state === 'expected' && path === undefined)).toBe(true);
	});

	it('sends the verifier in one message alone', () => {
		expect(
			plannedScore.filter(({ carries }) => carries.includes('code_verifier')).map(({ name }) => name)
		).toEqual(['token']);
	});
});
