import { screen, within } from '@testing-library/svelte';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkTexts } from '$lib/lessons/en/checks/checks';
import { formTexts } from '$lib/lessons/en/configure/configure-form';
import { autopilotTexts } from '$lib/lessons/en/walk/autopilot';
import { callbackTexts } from '$lib/lessons/en/walk/callback';
import { frameTexts } from '$lib/lessons/en/walk/frame';
import { messageTexts } from '$lib/lessons/en/walk/message';
import { notKnownTexts, unansweredTexts } from '$lib/lessons/en/walk/not-known';
import {
	besideTexts,
	recordedTexts,
	recordedValueTexts,
	recordingTexts,
	tryHereTexts
} from '$lib/lessons/en/walk/recorded';
import { moveLabels } from '$lib/lessons/en/walk/steps';
import { stepIds, type StepId } from '$lib/lexicon/steps';
import ConfigurePanel from '$lib/panels/configure/ConfigurePanel.svelte';
import ActionBar from '$lib/panels/walk/ActionBar.svelte';
import EndPage from '$lib/panels/end/EndPage.svelte';
import RecordedStep from '$lib/panels/recorded/RecordedStep.svelte';
import RecordingLine from '$lib/panels/recorded/RecordingLine.svelte';
import Wire from '$lib/panels/wire/Wire.svelte';
import { traceOfBrought } from '$lib/recording/brought-walk';
import { recognise } from '$lib/recording/intake';
import { traceOfRecording } from '$lib/recording/recording';
import { ConfigurationDraft } from '$lib/state/configuration-draft.svelte';
import type { Walk } from '$lib/state/context';
import { exchangesOf } from '$lib/trace/exchanges';
import type { Fact, Trace } from '$lib/trace/fact';
import { formatHar, parseHar } from '$lib/wire/har';
import type { Exchange } from '$lib/wire/http';
import { recordedSignIn } from '../../fixtures/recorded';
import { show, walkWith } from '../../fixtures/panel';
import { at, createSigner } from '../../fixtures/tokens';
import { left, wholeWalk } from '../../fixtures/walk';

const wrongChallenge = 'a-challenge-that-the-client-derived-in-a-way-of-its-own';
const challengeIn = (url: string): string => url.replace(/(code_challenge=)[^&]+/, `$1${wrongChallenge}`);

/** A whole sign-in of another client, whose challenge is wrong, and whose code was sent a second time in vain. */
let recording: Trace;
beforeAll(async () => {
	const walk = await wholeWalk(await createSigner('ES256'));
	const sent = walk.map((fact): Fact =>
		fact.kind === 'left' ? { ...fact, url: challengeIn(fact.url) } : fact
	);
	const parsed = parseHar(formatHar(exchangesOf(sent)));
	const exchanges = parsed.ok ? parsed.value : [];
	const token = exchanges.find(({ request }) => request.body?.includes('authorization_code'));
	const again: Exchange[] = token?.response
		? [
				{
					...token,
					id: 'again',
					response: { ...token.response, status: 400, body: '{"error":"invalid_grant"}' }
				}
			]
		: [];
	const trace = traceOfRecording([...exchanges, ...again]);
	recording = trace.ok ? trace.value : [];
});

const file: Fact = {
	kind: 'imported',
	at,
	recorder: 'Charles Proxy',
	entries: 40,
	unread: 2,
	first: at,
	last: at + 5_000,
	lacks: ['cookies']
};
const preflight: Exchange = {
	id: 'preflight',
	request: { method: 'OPTIONS', url: 'https://id.example/token', headers: [] },
	response: { status: 403, statusText: 'Forbidden', headers: [], body: 'not for you' },
	at,
	ms: 3,
	via: 'pasted'
};
const beside: Fact = { kind: 'beside', at, step: 'exchange', what: 'preflight', exchange: preflight };

/** With what a recorder saw of the ways of the browser. */
const withAnswers = (trace: Trace): Trace =>
	trace.map((fact) =>
		fact.kind === 'left'
			? {
					...fact,
					recorded: {
						id: 'left',
						request: { method: 'GET', url: fact.url, headers: [['user-agent', 'a-browser-of-theirs']] },
						response: { status: 302, statusText: 'Found', headers: [['location', '/login']], body: '' },
						at,
						ms: 8,
						via: 'pasted'
					}
				}
			: fact
	);

const onward = { label: 'onward', href: '/on' };
const open = async (trace: Trace, id: StepId): Promise<Walk> => {
	const { walk } = await walkWith(trace);
	show(walk, RecordedStep, { id, onward });
	return walk;
};
const brought = (text: string): Trace => {
	const trace = traceOfBrought(recognise(text), at);
	return trace.ok ? trace.value : [];
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
const text = (): string => document.body.textContent;

describe('a step of a recording', () => {
	/** What looks at a message or copies it; anything else would do something. */
	const harmless = /^(?:Copy|Show|\+?\d|.*(?:Explained|Raw|Formatted)|\?)/i;

	it.each(stepIds)('sends nothing and edits nothing: %s', async (id) => {
		await open(recording, id);
		await expect.poll(() => document.querySelector('button, [role=tab]')).toBeTruthy();
		const names = screen.queryAllByRole('button').map((one) => one.textContent.trim());
		expect(names.filter((name) => !harmless.test(name) && name !== '')).toEqual([]);
		expect(screen.queryAllByRole('textbox')).toEqual([]);
		expect(text()).not.toContain(messageTexts.edit);
	});

	it('shows the challenge that was sent, not one that its verifier gives', async () => {
		await open(recording, 'challenge');
		expect(await statusOf()).toBe('fail');
		expect(screen.getByRole('heading', { name: recordedValueTexts.challenge?.title ?? '' })).toBeTruthy();
		expect(text()).toContain(wrongChallenge);
	});

	it('shows the request as it stands, with what the recorder saw', async () => {
		await open(withAnswers(recording), 'authorize');
		const name = recordedTexts.sent(moveLabels.authorization);
		const region = await screen.findByRole('region', { name });
		expect(within(region).getAllByText(wrongChallenge)).not.toEqual([]);
		expect(within(region).getByText('a-browser-of-theirs')).toBeTruthy();
		expect(within(region).getByText('302')).toBeTruthy();
	});

	it('shows the settings that the messages name', async () => {
		await open(recording, 'configure');
		expect(
			await screen.findByRole('region', { name: recordedValueTexts.configure?.title ?? '' })
		).toBeTruthy();
		expect(document.querySelector('[data-outcome=discovery]')).toBeTruthy();
	});

	it('shows the message that failed, and lists the others that were recorded with it', async () => {
		await open(recording, 'exchange');
		expect(await screen.findAllByText(/invalid_grant/)).not.toEqual([]);
		expect(await screen.findByText(new RegExp(`^${moveLabels.token} · POST .* · 200`))).toBeTruthy();
	});

	it('lists what stands beside its messages, to be opened', async () => {
		await open([...recording, beside], 'exchange');
		const line = await screen.findByText(new RegExp(`^${besideTexts.preflight} · OPTIONS .* · 403`));
		line.click();
		expect(await screen.findByText(/not for you$/)).toBeTruthy();
	});

	it('leads to what failed, and on where nothing more did', async () => {
		const walk = await open(recordedSignIn(), 'verifier');
		expect(walk.bar.action?.href).toBe('/flow/exchange/');
		const { walk: later } = await walkWith(recordedSignIn());
		show(later, RecordedStep, { id: 'exchange', onward });
		expect(later.bar.action?.href).toBe(onward.href);
	});

	it('locks no other', async () => {
		const { walk } = await walkWith(brought(curl));
		expect(stepIds.filter((id) => walk.playground.status(id) === 'locked')).toEqual([]);
	});
});

describe('around a recording', () => {
	it('says whose it is, of when, and what it lacks', async () => {
		const { walk } = await walkWith([file, ...recording]);
		show(walk, RecordingLine, {});
		expect(screen.getByText(recordingTexts.title)).toBeTruthy();
		expect(text()).toContain(recordingTexts.by('Charles'));
		expect(text()).toContain(recordingTexts.unread(2));
		expect(text()).toContain(recordingTexts.lacks(['cookies']));
	});

	it('begins an attempt of one’s own beside it, and only when it was opened and pressed', async () => {
		const { walk, visited } = await walkWith(recording);
		show(walk, RecordingLine, {});
		expect(screen.queryByRole('button', { name: tryHereTexts.act })).toBeNull();
		screen.getByText(tryHereTexts.title).click();
		(await screen.findByRole('button', { name: tryHereTexts.act })).click();
		await expect.poll(() => visited).toEqual(['/flow/configure/']);
		const { attempts, current } = walk.playground.walk;
		expect(attempts).toHaveLength(2);
		expect(attempts[0].recorded).toBe(true);
		expect(attempts[current]).toMatchObject({ id: 1, configuration: attempts[0].configuration });
		expect(attempts[current]?.recorded).toBeUndefined();
		expect(attempts[current]?.code_verifier).toBeUndefined();
	});

	it('is no longer in the way where other settings were filled in', async () => {
		const { walk } = await walkWith(recording);
		const panel = { search: '', settled: () => undefined, conceal: () => undefined };
		show(walk, ConfigurePanel, panel);
		expect(screen.queryByRole('group', { name: formTexts.title })).toBeNull();
		new ConfigurationDraft(walk.drafts, walk.start).fill({ ...walk.start, clientId: 'another' });
		expect(await screen.findByRole('group', { name: formTexts.title })).toBeTruthy();
	});

	it('has nothing in the bar that runs, breaks or sends', async () => {
		const { walk } = await walkWith(recording);
		show(walk, ActionBar, { current: 'exchange' });
		for (const name of [
			autopilotTexts.again,
			autopilotTexts.toEnd,
			autopilotTexts.toHere,
			frameTexts.breakIt
		])
			expect(screen.queryByRole('button', { name })).toBeNull();
		expect(screen.getByText(frameTexts.recording)).toBeTruthy();
	});

	it('has an end without a mistake to make and without another walk to start', async () => {
		const { walk } = await walkWith(recordedSignIn());
		show(walk, EndPage, { savePicture: () => Promise.resolve() });
		expect(walk.bar.action?.href).toBe('/flow/exchange/');
		expect(screen.queryByRole('button', { name: /wrong verifier/i })).toBeNull();
	});

	it('calls no answer pasted that was recorded', async () => {
		const { walk } = await walkWith(recording);
		show(walk, Wire, {});
		expect(await screen.findAllByText(moveLabels.token)).not.toEqual([]);
		expect(text()).not.toMatch(/pasted/);
	});
});

describe('a message that was brought alone', () => {
	it('is an authorization request that is shown as it was sent, and sent by nobody', async () => {
		await open(brought(authorizationUrl()), 'authorize');
		const name = recordedTexts.sent(moveLabels.authorization);
		expect(await screen.findByRole('region', { name })).toBeTruthy();
		expect(screen.getByText(recordedTexts.unanswered)).toBeTruthy();
	});

	it('has a challenge that is held against nothing', async () => {
		await open(brought(authorizationUrl()), 'challenge');
		expect(await statusOf()).toBe('skipped');
	});

	it('is a request whose answer may be pasted', async () => {
		await open(brought(authorizationUrl()), 'callback');
		expect(await screen.findByText(recordedTexts.paste)).toBeTruthy();
		expect(screen.getByRole('textbox', { name: callbackTexts.paste.label })).toBeTruthy();
	});

	it('is a token request whose answer is not known', async () => {
		await open(brought(curl), 'exchange');
		expect(await screen.findByText(unansweredTexts.why)).toBeTruthy();
		expect(document.querySelector('[data-cause]')).toBeNull();
	});

	it('is a refresh whose token nobody here holds', async () => {
		await open(
			brought('curl https://id.example/token -d grant_type=refresh_token -d refresh_token=r0123456'),
			'renew'
		);
		expect(await screen.findByText(unansweredTexts.why)).toBeTruthy();
	});

	it('leaves steps of which it says what is missing', async () => {
		await open(brought(curl), 'challenge');
		expect(await screen.findByText(notKnownTexts.steps.challenge ?? '')).toBeTruthy();
		expect(screen.queryByRole('heading', { name: recordedValueTexts.challenge?.title ?? '' })).toBeNull();
	});
});
