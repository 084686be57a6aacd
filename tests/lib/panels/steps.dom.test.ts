/** Each step by itself: while it waits, when it can be done, when it is done, and when it failed. */
import { screen, within } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Status, StepId } from '$lib/lexicon/steps';
import { newAttemptTexts } from '$lib/lessons/en/walk/new-attempt';
import { authorizeTexts } from '$lib/lessons/en/walk/authorize';
import { callTexts } from '$lib/lessons/en/walk/call';
import { callbackTexts } from '$lib/lessons/en/walk/callback';
import { challengeTexts } from '$lib/lessons/en/walk/challenge';
import { exchangeTexts } from '$lib/lessons/en/walk/exchange';
import { frameTexts } from '$lib/lessons/en/walk/frame';
import { verifyLabel } from '$lib/lessons/en/walk/labels';
import { renewTexts } from '$lib/lessons/en/walk/renew';
import { stepTexts } from '$lib/lessons/en/walk/steps';
import { tokenTexts } from '$lib/lessons/en/walk/tokens';
import { verifierTexts } from '$lib/lessons/en/walk/verifier';
import AuthorizePanel from '$lib/panels/authorize/AuthorizePanel.svelte';
import CallPanel from '$lib/panels/call/CallPanel.svelte';
import CallbackPanel from '$lib/panels/callback/CallbackPanel.svelte';
import ChallengePanel from '$lib/panels/challenge/ChallengePanel.svelte';
import ExchangePanel from '$lib/panels/exchange/ExchangePanel.svelte';
import RenewPanel from '$lib/panels/renew/RenewPanel.svelte';
import TokensPanel from '$lib/panels/tokens/TokensPanel.svelte';
import VerifierPanel from '$lib/panels/verifier/VerifierPanel.svelte';
import type { Trace } from '$lib/trace/fact';
import { answer } from '../../fixtures/messages';
import { show, walkWith } from '../../fixtures/panel';
import StepWithPanel from '../../fixtures/StepWithPanel.svelte';
import { createSigner, forgeToken, idTokenClaims } from '../../fixtures/tokens';
import {
	callbackUrl,
	configuration,
	configured,
	exchanged,
	generated,
	metadata,
	returned,
	tokenFact,
	wholeWalk
} from '../../fixtures/walk';

interface Step {
	id: StepId;
	panel: Component;
	/** The step that it cannot be done without. */
	needs: StepId;
	/** How many facts of the whole walk come before it, and how many with it. */
	before: number;
	after: number;
}

const steps: Step[] = [
	{ id: 'verifier', panel: VerifierPanel, needs: 'configure', before: 2, after: 3 },
	{ id: 'challenge', panel: ChallengePanel, needs: 'verifier', before: 3, after: 5 },
	{ id: 'authorize', panel: AuthorizePanel, needs: 'challenge', before: 5, after: 6 },
	{ id: 'callback', panel: CallbackPanel, needs: 'authorize', before: 6, after: 7 },
	{ id: 'exchange', panel: ExchangePanel, needs: 'callback', before: 7, after: 8 },
	{ id: 'tokens', panel: TokensPanel, needs: 'exchange', before: 8, after: 9 },
	{ id: 'call', panel: CallPanel, needs: 'exchange', before: 9, after: 10 },
	{ id: 'renew', panel: RenewPanel, needs: 'exchange', before: 11, after: 12 }
];
const stepOf = (id: StepId): Step => {
	const step = steps.find((one) => one.id === id);
	if (!step) throw new Error(`No step ${id}`);
	return step;
};
/** The steps that wait for this one. */
const waitingFor = (id: StepId): StepId[] => steps.filter(({ needs }) => needs === id).map((one) => one.id);

let whole: Trace;
beforeAll(async () => {
	whole = await wholeWalk(await createSigner('ES256'));
});

async function open(id: StepId, trace: Trace): Promise<void> {
	const { walk } = await walkWith(trace);
	show(walk, StepWithPanel, { id, panel: stepOf(id).panel });
}

const openBefore = (id: StepId) => open(id, whole.slice(0, stepOf(id).before));
const openAfter = (id: StepId) => open(id, whole.slice(0, stepOf(id).after));

const button = (name: string) => screen.findByRole<HTMLButtonElement>('button', { name });
const noButton = (name: string) => expect(screen.queryByRole('button', { name })).toBeNull();

/** How a step stands, by the rail. */
function expectStatus(id: StepId, status: Status): void {
	const rail = screen.getByRole('navigation', { name: frameTexts.steps });
	const name = new RegExp(`${stepTexts[id].short}.*, ${status}$`);
	expect(within(rail).getByRole('link', { name })).toBeTruthy();
}

/** The checks that failed, in sight. */
const failedChecks = async () => {
	await screen.findAllByText((_, element) => element?.getAttribute('data-status') === 'fail');
	return [...document.querySelectorAll('[data-check][data-status=fail]')].map((row) =>
		row.getAttribute('data-check')
	);
};

describe('a step that waits for another', () => {
	for (const { id, needs } of steps)
		it(`${id} names ${needs}, leads there, and has nothing to press`, async () => {
			await open(id, needs === 'configure' ? [] : whole.slice(0, stepOf(needs).before));
			expectStatus(id, 'locked');
			expect(screen.getByText(stepTexts[needs].first)).toBeTruthy();
			const link = screen.getByRole('link', { name: frameTexts.goTo(stepTexts[needs].title) });
			expect(link.getAttribute('href')).toBe(`/flow/${needs}/`);
			const step = within(screen.getByRole('article'));
			// A word that tells what it means does nothing else.
			const acting = step.queryAllByRole('button').filter((one) => !one.hasAttribute('popovertarget'));
			expect(acting).toEqual([]);
			expect(step.queryAllByRole('textbox')).toEqual([]);
		});
});

it('call that is done has the mistake to send in sight, once it lies open', async () => {
	const { walk } = await walkWith(whole);
	await walk.breaking.pick('id-token-at-api');
	show(walk, StepWithPanel, { id: 'call', panel: CallPanel });
	expect((await button(callTexts.action)).disabled).toBe(false);
	expect(walk.bar.action?.label).toBe(callTexts.action);
});

it('call without an API says so, and has nothing to send there', async () => {
	const { before } = stepOf('call');
	await open('call', [configured({ apiUrl: '' }), ...whole.slice(1, before)]);
	expect(await screen.findByText(callTexts.nowhere.title)).toBeTruthy();
	expect(screen.queryByText('api_url')).toBeNull();
	noButton(callTexts.action);
});

/** What the button says, before it was pressed and after. */
const buttons: Record<
	Exclude<StepId, 'configure' | 'callback' | 'tokens'>,
	[before: string, after: string]
> = {
	verifier: [verifierTexts.generate, verifierTexts.another],
	challenge: [challengeTexts.use('S256'), challengeTexts.again],
	authorize: [authorizeTexts.tab, authorizeTexts.tab],
	exchange: [exchangeTexts.send, exchangeTexts.again],
	call: [callTexts.action, callTexts.action],
	renew: [renewTexts.action, renewTexts.action]
};

describe('a step that can be done', () => {
	for (const [id, [before]] of Object.entries(buttons) as [keyof typeof buttons, [string, string]][])
		it(`${id} has “${before}”, and what waits for it is locked`, async () => {
			await openBefore(id);
			expectStatus(id, 'ready');
			expect((await button(before)).disabled).toBe(false);
			for (const later of waitingFor(id)) expectStatus(later, 'locked');
		});

	it('callback waits: it leads to the sign-in, and reads nothing before something is pasted', async () => {
		await openBefore('callback');
		expectStatus('callback', 'ready');
		expect(screen.getByText(callbackTexts.nothing.title)).toBeTruthy();
		expect((await button(callbackTexts.paste.action)).disabled).toBe(true);
		expectStatus('exchange', 'locked');
	});

	it('tokens shows the claims, and says that the signature waits for the keys', async () => {
		await openBefore('tokens');
		expectStatus('tokens', 'ready');
		expect(document.body.textContent).toContain(tokenTexts.unsigned);
		expect((await button(verifyLabel)).disabled).toBe(false);
	});
});

describe('a step that is done', () => {
	for (const [id, [before, after]] of Object.entries(buttons) as [keyof typeof buttons, [string, string]][])
		it(`${id} has “${after}”, and what waits for it is open`, async () => {
			await openAfter(id);
			expectStatus(id, 'done');
			expect((await button(after)).disabled).toBe(false);
			if (before !== after) noButton(before);
			for (const later of waitingFor(id)) expectStatus(later, 'ready');
		});

	it('callback shows what came, and may be given another one', async () => {
		await openAfter('callback');
		expectStatus('callback', 'done');
		expect(screen.queryByText(callbackTexts.nothing.title)).toBeNull();
		expectStatus('exchange', 'ready');
	});

	it('tokens is verified, and asks for no keys again', async () => {
		await openAfter('tokens');
		expectStatus('tokens', 'done');
		expect(screen.getByText(tokenTexts.verified)).toBeTruthy();
		noButton(verifyLabel);
	});

	it('exchange says what a code that is sent twice may bring', async () => {
		await openAfter('exchange');
		expect(await screen.findByText(exchangeTexts.replay)).toBeTruthy();
	});

	it('renew shows the new token', async () => {
		await openAfter('renew');
		expect(await screen.findByRole('region', { name: renewTexts.newToken.title })).toBeTruthy();
	});
});

describe('a step that failed', () => {
	it('callback: a new attempt is the thing to do, and the way on stands in the step', async () => {
		const answered = returned(callbackUrl({ iss: 'https://elsewhere.example' }));
		await open('callback', [...whole.slice(0, 6), answered]);
		expectStatus('callback', 'failed');
		const foot = within(screen.getByRole('region', { name: frameTexts.bar }));
		expect(await foot.findByRole('button', { name: newAttemptTexts.start })).toBeTruthy();
		const step = within(screen.getByRole('article'));
		expect(step.getByRole('link', { name: stepTexts.callback.next })).toBeTruthy();
		expect(foot.queryByRole('link', { name: stepTexts.callback.next })).toBeNull();
	});

	it('verifier: one that is too short is said so, and can be made anew', async () => {
		await open('verifier', [...whole.slice(0, 2), generated('verifier', { code_verifier: 'short' })]);
		expectStatus('verifier', 'failed');
		expect(await failedChecks()).toContain('verifier-length');
		expect(await button(verifierTexts.another)).toBeTruthy();
	});

	it('callback: an error is explained, and leads to a new attempt', async () => {
		await open('callback', [
			...whole.slice(0, 6),
			returned(callbackUrl({ error: 'access_denied', code: '' }))
		]);
		expectStatus('callback', 'failed');
		expect(await failedChecks()).toContain('callback-no-error');
		expect(await button(newAttemptTexts.start)).toBeTruthy();
	});

	it('callback: another state is a failure that the next step repeats', async () => {
		await open('exchange', [...whole.slice(0, 6), returned(callbackUrl({ state: 'another' }))]);
		expectStatus('callback', 'failed');
		expect(screen.getByText(exchangeTexts.doubtful.title)).toBeTruthy();
		expect(await button(exchangeTexts.send)).toBeTruthy();
	});

	it('exchange: a refused code is sent again at most, and a new attempt comes first', async () => {
		await open('exchange', [...whole.slice(0, 7), tokenFact({ error: 'invalid_grant' }, 400)]);
		expectStatus('exchange', 'failed');
		expect(await button(exchangeTexts.again)).toBeTruthy();
		expect(await button(newAttemptTexts.start)).toBeTruthy();
		expectStatus('tokens', 'locked');
	});

	it('tokens: an ID token of nobody must not be used', async () => {
		const id_token = forgeToken({ alg: 'none' }, idTokenClaims());
		const forged = tokenFact({ access_token: 'a', token_type: 'Bearer', id_token });
		await open('tokens', [...whole.slice(0, 7), forged]);
		expectStatus('tokens', 'failed');
		expect(screen.getByText(tokenTexts.refused)).toBeTruthy();
		expect(await failedChecks()).toContain('id-token-alg');
	});

	it('call: a refusal is shown with its status, and the call can be made again', async () => {
		const refused = exchanged('call', 'api', { url: configuration.apiUrl }, answer('{}', { status: 403 }));
		await open('call', [...whole.slice(0, 9), refused]);
		expectStatus('call', 'failed');
		const region = await screen.findByRole('region', { name: callTexts.answer });
		expect(within(region).getByRole('heading', { name: /403/ })).toBeTruthy();
		expect((await button(callTexts.action)).disabled).toBe(false);
	});

	it('renew: a refused refresh token is explained', async () => {
		const refused = exchanged(
			'renew',
			'refresh',
			{ method: 'POST', url: metadata.token_endpoint },
			answer({ error: 'invalid_grant' }, { status: 400 })
		);
		await open('renew', [...whole.slice(0, 11), refused]);
		expectStatus('renew', 'failed');
		const region = await screen.findByRole('region', { name: renewTexts.answer });
		expect(within(region).getByRole('heading', { name: /400/ })).toBeTruthy();
	});
});

it('renew without a refresh token says so, and how one would come', async () => {
	const without = tokenFact({ access_token: 'a', token_type: 'Bearer' });
	await open('renew', [...whole.slice(0, 7), without]);
	expect(screen.getByText(renewTexts.without)).toBeTruthy();
	expect(screen.getByText(renewTexts.how)).toBeTruthy();
	noButton(renewTexts.action);
});
