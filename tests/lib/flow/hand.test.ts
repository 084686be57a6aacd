import { beforeAll, describe, expect, it } from 'vitest';
import { fold } from '$lib/flow/fold';
import { handOf } from '$lib/flow/hand';
import { plannedScore } from '$lib/flow/planned-score';
import { scoreOf, type ScoreArrow } from '$lib/flow/score';
import { sessionOf } from '$lib/flow/session';
import type { Fact, Trace } from '$lib/trace/fact';
import { createSigner, forgeToken } from '../../fixtures/tokens';
import {
	callbackUrl,
	challenge,
	code,
	configuration,
	generated,
	left,
	metadata,
	returned,
	state,
	tokenFact,
	wholeWalk
} from '../../fixtures/walk';

let walk: Trace;
beforeAll(async () => {
	walk = await wholeWalk(await createSigner('ES256'));
});

const scoreAfter = async (trace: Trace): Promise<ScoreArrow[]> => scoreOf(sessionOf(await fold(trace)));
const named = (score: readonly ScoreArrow[], name: ScoreArrow['name'], answer = false) =>
	score.filter((arrow) => arrow.name === name && arrow.answer === answer);

describe('the messages of a walk, in order', () => {
	it('begins with nothing but what is to come, and claims no value in it', async () => {
		const score = await scoreAfter([]);
		expect(score.map(({ state }) => state)).toEqual(score.map(() => 'expected'));
		expect(score.flatMap(({ carries }) => carries)).toEqual([]);
		expect(score.map(({ step }) => step)).toEqual(plannedScore.map(({ step }) => step));
	});

	it('has each message that crossed once, there and back, with the values that are in it', async () => {
		const score = await scoreAfter(walk);
		expect(named(score, 'token')).toMatchObject([
			{ from: 'browser', to: 'authorization-server', state: 'crossed' }
		]);
		expect(named(score, 'token')[0]?.carries).toEqual(['code_verifier', 'code']);
		expect(named(score, 'token', true)[0]).toMatchObject({ to: 'browser', status: 200, state: 'crossed' });
		expect(named(score, 'token', true)[0]?.carries).toContain('access_token');
		expect(named(score, 'authorization')[0]?.carries).toEqual(['code_challenge', 'state', 'nonce']);
		expect(named(score, 'api')[0]).toMatchObject({ to: 'resource-server', carries: ['access_token'] });
	});

	it('says of a message to come only what this attempt has', async () => {
		const before = walk.slice(
			0,
			walk.findIndex(({ kind }) => kind === 'left')
		);
		const score = await scoreAfter(before);
		expect(named(score, 'authorization')[0]).toMatchObject({
			state: 'expected',
			carries: ['code_challenge', 'state', 'nonce']
		});
		expect(named(score, 'token')[0]?.carries).toEqual(['code_verifier']);
		expect(named(score, 'token', true)[0]?.carries).toEqual([]);
	});

	it('keeps a refused answer beside the next try', async () => {
		const place = walk.findIndex((fact) => fact.kind === 'exchanged' && fact.move === 'token');
		const score = await scoreAfter([
			...walk.slice(0, place),
			tokenFact({ error: 'invalid_grant' }, 400),
			...walk.slice(place, place + 1)
		]);
		expect(named(score, 'token', true).map(({ state, status }) => [state, status])).toEqual([
			['refused', 400],
			['crossed', 200]
		]);
	});

	it('is that of one attempt', async () => {
		const score = await scoreAfter([
			...walk,
			generated('authorize', { state: 'another-state-0123456789', nonce: 'another-nonce-0123456789' }),
			left({ state: 'another-state-0123456789', scope: 'openid' })
		]);
		expect(named(score, 'authorization')).toHaveLength(1);
		expect(named(score, 'token')[0]?.state).toBe('expected');
	});
});

describe('what the client holds', () => {
	const handAfter = async (trace: Trace) => {
		const session = sessionOf(await fold(trace));
		return Object.fromEntries(handOf(session).map((held) => [held.id, held]));
	};

	it('is nothing at first', async () => {
		const hand = await handAfter([]);
		expect(Object.values(hand).map(({ value }) => value)).toEqual(Object.values(hand).map(() => undefined));
	});

	it('says in which steps a value was in a message, and which way', async () => {
		const hand = await handAfter(walk);
		expect(hand.state).toMatchObject({ value: state, sent: ['authorize'], came: ['callback'] });
		expect(hand.code_verifier).toMatchObject({ sent: ['exchange'], came: [] });
		expect(hand.id_token).toMatchObject({ came: ['exchange'], sent: [] });
	});

	it('does not say of a short value that it was nowhere: it is not looked for', async () => {
		const hand = await handAfter([...walk.slice(0, 4), generated('authorize', { state: 'abc', nonce: 'n' })]);
		expect(hand.state).toMatchObject({ value: 'abc', isFollowed: false, sent: [], came: [] });
		expect(hand.code_verifier?.isFollowed).toBe(true);
	});

	it('finds a value inside a signed JWT, both ways: a request object (RFC 9101), an answer by JARM', async () => {
		const first = walk.slice(
			0,
			walk.findIndex(({ kind }) => kind === 'left')
		);
		const inJwt = (claims: object) => forgeToken({ alg: 'ES256' }, claims, 'c2lnbmF0dXJl');
		const request = inJwt({ state, code_challenge: challenge });
		const response = inJwt({ state, code });
		const hand = await handAfter([
			...first,
			{ ...left(), url: `${metadata.authorization_endpoint}?client_id=a&request=${request}` } as Fact,
			{ ...returned(), url: `${configuration.redirectUri}?response=${response}` } as Fact
		]);
		expect(hand.state).toMatchObject({ sent: ['authorize'], came: ['callback'] });
		expect(hand.code_challenge).toMatchObject({ sent: ['authorize'], came: [] });
	});

	it('finds what came in a fragment, which no request carries', async () => {
		const place = walk.findIndex(({ kind }) => kind === 'returned');
		const fragment = `${configuration.redirectUri}#${new URL(callbackUrl()).search.slice(1)}`;
		const hand = await handAfter([...walk.slice(0, place), returned(fragment)]);
		expect(hand.code).toMatchObject({ value: code, came: ['callback'] });
		expect(hand.state).toMatchObject({ sent: ['authorize'], came: ['callback'] });
	});

	it('says nothing of the token before about the one that replaced it', async () => {
		const before = await handAfter(walk.slice(0, -1));
		expect(before.access_token).toMatchObject({ came: ['exchange'], sent: ['call'] });
		const hand = await handAfter(walk);
		expect(hand.access_token).toMatchObject({ came: ['renew'], sent: [] });
		expect(hand.refresh_token).toMatchObject({ came: ['renew'], sent: [] });
	});

	it('says of a verifier before the exchange that it was in none', async () => {
		const place = walk.findIndex((fact) => fact.kind === 'exchanged' && fact.move === 'token');
		expect((await handAfter(walk.slice(0, place))).code_verifier).toMatchObject({ sent: [], came: [] });
	});
});
