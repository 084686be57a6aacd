import { screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AskFailure } from '$lib/lexicon/failure';
import { ok, type Result } from '$lib/lexicon/result';
import AuthorizePanel from '$lib/panels/authorize/AuthorizePanel.svelte';
import { authorizeTexts } from '$lib/lessons/en/walk/authorize';
import MessageBox from '$lib/panels/message/MessageBox.svelte';
// Fetched by the box when it is shown: here already, so that nobody waits for it by the clock.
import '$lib/panels/message/MessageForm.svelte';
import type { Walk } from '$lib/state/context';
import type { Trace } from '$lib/trace/fact';
import type { HttpRequest } from '$lib/wire/http';
import { show, walkWith } from '../../fixtures/panel';
import { createSigner } from '../../fixtures/tokens';
import { wholeWalk } from '../../fixtures/walk';

type Asked = Result<HttpRequest, AskFailure>;
const request = (token: string): HttpRequest => ({
	method: 'POST',
	url: 'https://id.example.com/token',
	headers: [['content-type', 'application/x-www-form-urlencoded']],
	body: `grant_type=refresh_token&refresh_token=${token}`
});
const refresh = { step: 'renew', move: 'refresh', action: 'Send' } as const;
const isWaiting = (name: string): boolean =>
	screen.getByRole('button', { name }).getAttribute('aria-disabled') === 'true';
const press = (name: string): void => screen.getByRole('button', { name }).click();

let trace: Trace;
let walk: Walk;
beforeEach(async () => {
	trace = await wholeWalk(await createSigner('ES256'));
	({ walk } = await walkWith(trace));
});

describe('the button under a message', () => {
	it('sends nothing while a newer message is being built in its place', async () => {
		const act = vi.fn();
		let message = Promise.resolve<Asked>(ok(request('old')));
		vi.spyOn(walk.playground, 'preview').mockImplementation(() => {
			void walk.playground.session;
			return message;
		});
		show(walk, MessageBox, { ...refresh, act });
		await screen.findByRole('button', { name: 'Send' });
		await waitFor(() => expect(isWaiting('Send')).toBe(false));

		let build: (asked: Asked) => void = () => undefined;
		message = new Promise((resolve) => (build = resolve));
		await walk.playground.renewState();
		expect(isWaiting('Send')).toBe(true);
		press('Send');
		expect(act).not.toHaveBeenCalled();

		build(ok(request('new')));
		await waitFor(() => expect(isWaiting('Send')).toBe(false));
		press('Send');
		expect(act.mock.lastCall?.[0]).toEqual(request('new'));
	});

	it('waits for an answer that is kept and not read yet', async () => {
		const asked = await walk.playground.preview('renew', 'refresh');
		if (!asked.ok) throw new Error(asked.failure.reason);
		const act = vi.fn();
		show(walk, MessageBox, { ...refresh, act });
		await screen.findByRole('button', { name: 'Send' });
		await waitFor(() => expect(isWaiting('Send')).toBe(false));

		const reading = walk.playground.paste('renew', 'refresh', asked.value, {
			status: 400,
			statusText: '',
			headers: [['content-type', 'application/json']],
			body: '{"error":"invalid_grant"}'
		});
		press('Send');
		expect(act).not.toHaveBeenCalled();
		await reading;
		await waitFor(() => expect(isWaiting('Send')).toBe(false));
	});

	it.each([authorizeTexts.tab, authorizeTexts.popup, authorizeTexts.newTab, authorizeTexts.copy])(
		'leads nowhere with the state of before: %s',
		async (name) => {
			show(walk, AuthorizePanel, {});
			await screen.findByRole('button', { name });
			await waitFor(() => expect(isWaiting(name)).toBe(false));
			const leave = vi.spyOn(walk.playground, 'leave');
			const renewing = walk.playground.renewState();
			press(name);
			await renewing;
			expect(leave).not.toHaveBeenCalled();
			await waitFor(() => expect(isWaiting(name)).toBe(false));
		}
	);
});
