import { screen } from '@testing-library/svelte';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkTexts } from '$lib/lessons/en/checks/checks';
import { notKnownTexts, recordedTexts, unansweredTexts } from '$lib/lessons/en/walk/not-known';
import { autopilotTexts } from '$lib/lessons/en/walk/autopilot';
import { callbackTexts } from '$lib/lessons/en/walk/callback';
import ActionBar from '$lib/panels/walk/ActionBar.svelte';
import AuthorizePanel from '$lib/panels/authorize/AuthorizePanel.svelte';
import CallbackPanel from '$lib/panels/callback/CallbackPanel.svelte';
import ChallengePanel from '$lib/panels/challenge/ChallengePanel.svelte';
import ExchangePanel from '$lib/panels/exchange/ExchangePanel.svelte';
import NotKnown from '$lib/panels/walk/NotKnown.svelte';
import RenewPanel from '$lib/panels/renew/RenewPanel.svelte';
import { traceOfBrought } from '$lib/recording/brought-walk';
import { recognise } from '$lib/recording/intake';
import { traceOfRecording } from '$lib/recording/recording';
import { exchangesOf } from '$lib/trace/exchanges';
import type { Trace } from '$lib/trace/fact';
import { formatHar, parseHar } from '$lib/wire/har';
import { show, walkWith } from '../../fixtures/panel';
import { at, createSigner } from '../../fixtures/tokens';
import { left, wholeWalk } from '../../fixtures/walk';

let whole: Trace;
beforeAll(async () => {
	const exchanges = parseHar(formatHar(exchangesOf(await wholeWalk(await createSigner('ES256')))));
	const trace = exchanges.ok ? traceOfRecording(exchanges.value) : exchanges;
	whole = trace.ok ? trace.value : [];
});

const brought = async (text: string) => {
	const trace = traceOfBrought(recognise(text), at);
	return (await walkWith(trace.ok ? trace.value : [])).walk;
};
const authorizationUrl = (): string => {
	const sent = left();
	return sent.kind === 'left' ? sent.url : '';
};
const curl = 'curl https://id.example/token -d grant_type=authorization_code -d code=abcdefgh -d client_id=a';
const statusOf = async (): Promise<string | null | undefined> => {
	const row = await screen.findByText(checkTexts['challenge-of-verifier'].label);
	return row.closest('[data-check]')?.getAttribute('data-status');
};

describe('a recorded challenge', () => {
	it('is held against the verifier that was recorded', async () => {
		const { walk } = await walkWith(whole);
		show(walk, ChallengePanel, {});
		expect(await statusOf()).toBe('pass');
	});

	it('is held against nothing where none was, and nothing can be derived', async () => {
		show(await brought(authorizationUrl()), ChallengePanel, {});
		expect(await statusOf()).toBe('skipped');
		expect(screen.queryAllByRole('button')).toEqual([]);
	});
});

describe('a message that was brought alone', () => {
	it('is an authorization request that is shown as it was sent, and sent by nobody', async () => {
		show(await brought(authorizationUrl()), AuthorizePanel, {});
		expect(await screen.findByRole('region', { name: recordedTexts.request })).toBeTruthy();
		expect(screen.queryByRole('button', { name: 'Sign in, in this tab' })).toBeNull();
	});

	it('is a request whose answer may be pasted', async () => {
		show(await brought(authorizationUrl()), CallbackPanel, {});
		expect(await screen.findByText(callbackTexts.notRecorded.why)).toBeTruthy();
		expect(screen.getByRole('textbox')).toBeTruthy();
	});

	it('is a token request whose answer is not known', async () => {
		show(await brought(curl), ExchangePanel, {});
		expect(await screen.findByText(unansweredTexts.why)).toBeTruthy();
		expect(document.querySelector('[data-cause]')).toBeNull();
	});

	it('is a refresh whose token nobody here holds', async () => {
		const refresh = 'curl https://id.example/token -d grant_type=refresh_token -d refresh_token=r0123456';
		show(await brought(refresh), RenewPanel, {});
		expect(await screen.findByText(unansweredTexts.why)).toBeTruthy();
	});

	it('is run again by nobody', async () => {
		show(await brought(curl), ActionBar, { current: 'exchange' });
		for (const name of [autopilotTexts.again, autopilotTexts.toEnd, autopilotTexts.toHere])
			expect(screen.queryByRole('button', { name })).toBeNull();
	});

	it('leaves steps of which it says what is missing', async () => {
		show(await brought(curl), NotKnown, { id: 'challenge' });
		expect(screen.getByText(notKnownTexts.steps.challenge ?? '')).toBeTruthy();
	});
});
