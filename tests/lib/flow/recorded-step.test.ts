import { describe, expect, it } from 'vitest';
import { fold } from '$lib/flow/fold';
import { failureAfter, recordedStep } from '$lib/flow/recorded-step';
import { challengeSent, endpointsUsed, settingsSeen } from '$lib/flow/recorded-values';
import { scoreOf } from '$lib/flow/score';
import { decisionLogOf, sessionOf, type Session } from '$lib/flow/session';
import { statusOf } from '$lib/flow/status';
import { stepOf } from '$lib/flow/steps';
import { recordedFacts } from '$lib/flow/wire-messages';
import type { BesideKind } from '$lib/lexicon/besides';
import { stepIds } from '$lib/lexicon/steps';
import type { Fact, FactOf, Trace } from '$lib/trace/fact';
import { recordedSignIn, tokenRequest } from '../../fixtures/recorded';
import { at } from '../../fixtures/tokens';
import { accessToken, configuration, configured, metadata, verifier } from '../../fixtures/walk';

const session = async (trace: Trace): Promise<Session> => sessionOf(await fold(trace));
const granted = { status: 200, body: { access_token: accessToken, token_type: 'Bearer' } };
const without = (trace: Trace, ...kinds: Fact['kind'][]): Trace =>
	trace.filter(({ kind }) => !kinds.includes(kind));
const beside = (what: BesideKind): FactOf<'beside'> => ({
	kind: 'beside',
	at,
	step: 'authorize',
	what,
	exchange: {
		id: what,
		request: { method: 'GET', url: 'https://id.example/x', headers: [] },
		at,
		ms: 1,
		via: 'pasted'
	}
});

describe('a recorded challenge', () => {
	it('is the one that was sent, whatever the verifier gives', async () => {
		const { code_challenge } = await session(recordedSignIn({ asked: { code_challenge: 'sent-as-it-is' } }));
		expect(code_challenge).toBe('sent-as-it-is');
	});

	it('has the method that was written', async () => {
		const sent = async (method: string) =>
			challengeSent(await session(recordedSignIn({ asked: { code_challenge_method: method } })));
		expect(await sent('S256')).toMatchObject({ known: 'S256', method: [['code_challenge_method', 'S256']] });
		expect(await sent('s256')).toMatchObject({ known: 'S256', misspelt: true });
		expect(await sent('')).toMatchObject({ known: 'plain', method: [] });
		expect((await sent('S512'))?.known).toBeUndefined();
	});

	it('is not there without an authorization request, though the verifier is', async () => {
		const found = await session(without(recordedSignIn(), 'left'));
		expect(found.code_verifier).toBe(verifier);
		expect(found.code_challenge).toBeUndefined();
		expect(challengeSent(found)).toBeUndefined();
	});
});

describe('a recorded session', () => {
	it('lets nobody build a message of it', async () => {
		const found = await session(recordedSignIn(granted));
		for (const id of stepIds)
			for (const ask of Object.values(stepOf(id).asks))
				expect(await ask(found, {})).toMatchObject({ ok: false, failure: { reason: 'recorded' } });
	});

	it('has no step that is locked or waits, and no message that is still to come', async () => {
		const found = await session(recordedSignIn());
		expect(
			stepIds.map((id) => statusOf(id, found)).filter((one) => one === 'locked' || one === 'ready')
		).toEqual([]);
		expect(scoreOf(found).filter(({ state }) => state === 'expected')).toEqual([]);
	});

	it('asks no server why it decided something', async () => {
		const found = await session(recordedSignIn());
		const server = { ...metadata, decision_log_endpoint: 'https://id.example/decisions' };
		expect(decisionLogOf({ ...found, server })).toBeUndefined();
	});

	it('stays as it is when an attempt of one’s own begins', async () => {
		const walk = await fold([...recordedSignIn(), configured()]);
		expect(walk.attempts.map(({ recorded }) => recorded)).toEqual([true, undefined]);
		expect(walk.attempts[1]?.server).toBeUndefined();
		expect(recordedFacts(walk).size).toBe(walk.attempts[0].facts.length);
	});

	it('says nothing about metadata that was not recorded', async () => {
		const typed: Fact = {
			kind: 'generated',
			at,
			step: 'configure',
			values: { token_endpoint: metadata.token_endpoint },
			from: 'recording'
		};
		const trace = recordedSignIn().map((fact) =>
			fact.kind === 'exchanged' && fact.step === 'configure' ? typed : fact
		);
		const found = await session(trace);
		expect(statusOf('configure', found)).toBe('not-known');
		expect(endpointsUsed(found)).toEqual([['token_endpoint', metadata.token_endpoint]]);
		expect(recordedStep(found, 'configure').main).toBeUndefined();
	});
});

describe('a step of a recording', () => {
	it('shows each message, the one that failed first', async () => {
		const found = await session([...recordedSignIn(granted), tokenRequest({ later: 900 })]);
		const { main, others } = recordedStep(found, 'exchange');
		expect(main?.exchange.response?.status).toBe(400);
		expect(
			others.map(({ exchange, outcome }) => [exchange.response?.status, outcome?.value !== undefined])
		).toEqual([[200, true]]);
	});

	it('shows the way of the browser as the recorder saw it', async () => {
		const recorded = { ...beside('login').exchange, id: 'left' };
		const trace = recordedSignIn().map((fact) => (fact.kind === 'left' ? { ...fact, recorded } : fact));
		expect(recordedStep(await session(trace), 'authorize').main?.exchange).toBe(recorded);
		const bare = recordedStep(await session(recordedSignIn()), 'authorize').main;
		expect(bare?.exchange.request.headers).toEqual([]);
		expect(bare?.exchange.response).toBeUndefined();
	});

	it('is shown where its value stands in another message, and else is not', async () => {
		const found = await session(without(recordedSignIn(), 'left', 'returned'));
		expect(stepIds.filter((id) => recordedStep(found, id).isShown)).toEqual([
			'configure',
			'verifier',
			'exchange'
		]);
	});

	it('lists what stands beside it', async () => {
		const found = await session([...recordedSignIn(), beside('silent')]);
		expect(recordedStep(found, 'authorize').beside.map(({ what }) => what)).toEqual(['silent']);
		expect(recordedStep(found, 'exchange').beside).toEqual([]);
	});

	it('knows the failure that is still to come', async () => {
		const found = await session(recordedSignIn());
		expect(failureAfter(found, 'configure')).toBe('exchange');
		expect(failureAfter(found, 'exchange')).toBeUndefined();
	});

	it('shows the settings that the messages name', async () => {
		const pairs = settingsSeen(await session(recordedSignIn()));
		expect(pairs).toContainEqual(['client_id', configuration.clientId]);
		expect(pairs.some(([, value]) => value === '')).toBe(false);
	});
});
