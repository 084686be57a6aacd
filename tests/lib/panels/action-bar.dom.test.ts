import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { mistakeIds } from '$lib/lexicon/mistakes';
import { autopilotTexts, keyTexts } from '$lib/lessons/en/walk/autopilot';
import { keyListTexts } from '$lib/lessons/en/walk/keys';
import { breakTexts, mistakeTexts, obstacleTexts } from '$lib/lessons/en/walk/breaking';
import { frameTexts } from '$lib/lessons/en/walk/frame';
import { stepTexts } from '$lib/lessons/en/walk/steps';
import ActionBar from '$lib/panels/walk/ActionBar.svelte';
import MistakeNotice from '$lib/panels/walk/MistakeNotice.svelte';
import type { Trace } from '$lib/trace/fact';
import { show, walkWith } from '../../fixtures/panel';
import { createSigner } from '../../fixtures/tokens';
import { configuration, wholeWalk } from '../../fixtures/walk';

let whole: Trace;
beforeAll(async () => {
	whole = await wholeWalk(await createSigner('ES256'));
});

const bar = () => screen.getByRole('region', { name: frameTexts.bar });
const button = (name: string) => within(bar()).getByRole('button', { name });
const names = () =>
	within(bar())
		.queryAllByRole('button')
		.map(({ textContent }) => (textContent ?? '').trim());

describe('the bar', () => {
	it('runs to the end from an open step, and to here from a locked one', async () => {
		const { walk } = await walkWith([]);
		const { unmount } = show(walk, ActionBar, { current: 'configure' });
		expect(names()).toContain(autopilotTexts.toEnd);
		unmount();
		show(walk, ActionBar, { current: 'call' });
		expect(names()).toContain(autopilotTexts.toHere);
		expect(names()).not.toContain(autopilotTexts.toEnd);
	});

	it('runs again from a step that is done', async () => {
		const { walk } = await walkWith(whole);
		show(walk, ActionBar, { current: 'exchange' });
		expect(names()).toContain(autopilotTexts.again);
	});

	it('has the same ways in a menu where the screen is narrow, and none where the walk is at its end', async () => {
		const { walk } = await walkWith([]);
		const { unmount } = show(walk, ActionBar, { current: 'configure' });
		expect(names().filter((name) => name === autopilotTexts.toEnd)).toHaveLength(1);
		await fireEvent.click(button(autopilotTexts.run));
		expect(names().filter((name) => name === autopilotTexts.toEnd)).toHaveLength(2);
		unmount();
		show((await walkWith(whole)).walk, ActionBar, { current: undefined });
		expect(names()).not.toContain(autopilotTexts.run);
	});

	it('sends nothing to a server that the person has not fetched metadata of, and says so', async () => {
		const start = { ...configuration, issuer: 'https://site.example/idp' };
		const { walk } = await walkWith(whole, start);
		show(walk, ActionBar, { current: 'tokens' });
		const { length } = walk.playground.trace;
		await fireEvent.click(button(autopilotTexts.again));
		expect(await screen.findByText(autopilotTexts.ends['not-fetched']())).toBeTruthy();
		expect(walk.playground.trace).toHaveLength(length);
	});

	it('says that the page itself failed where the run ends by that, and is free', async () => {
		const { walk } = await walkWith([]);
		vi.spyOn(walk.playground, 'send').mockRejectedValue(new TypeError('something of the page'));
		show(walk, ActionBar, { current: 'configure' });
		await fireEvent.click(button(autopilotTexts.toEnd));
		expect(await screen.findByText(autopilotTexts.ends.broken(stepTexts.configure.title))).toBeTruthy();
		expect(names()).not.toContain(autopilotTexts.stop);
	});

	it('is pressed by two keys at once, and by no single one', async () => {
		const { walk } = await walkWith([]);
		let pressed = 0;
		walk.bar.offer('step', { label: 'Send', act: () => (pressed += 1) });
		show(walk, ActionBar, { current: 'configure' });
		await fireEvent.keyDown(window, { key: 'Enter' });
		expect(pressed).toBe(0);
		await fireEvent.keyDown(window, { key: 'Enter', ctrlKey: true });
		await fireEvent.keyDown(window, { key: 'Enter', metaKey: true });
		expect(pressed).toBe(2);
	});

	it('has the list of keys', async () => {
		const { walk } = await walkWith([]);
		show(walk, ActionBar, { current: 'configure' });
		await fireEvent.click(button(keyTexts.title));
		expect(await screen.findByText(keyListTexts.keys[0].does)).toBeTruthy();
	});

	it('has six mistakes, and leads to where the chosen one is made', async () => {
		const { walk, visited } = await walkWith([]);
		show(walk, ActionBar, { current: 'configure' });
		await fireEvent.click(button(frameTexts.breakIt));
		const list = await screen.findByRole('list', { name: breakTexts.title });
		expect(within(list).getAllByRole('button')).toHaveLength(mistakeIds.length);
		await fireEvent.click(
			within(list).getByRole('button', { name: new RegExp(mistakeTexts['id-token-at-api'].name) })
		);
		await waitFor(() => expect(visited).toEqual(['/flow/call/']));
		expect(walk.breaking.wanted).toBe('id-token-at-api');
		expect(walk.breaking.isMade).toBe(false);
	});
});

describe('a mistake', () => {
	it('lies open as an edit, and nothing is sent', async () => {
		const { walk } = await walkWith(whole);
		const { length } = walk.playground.trace;
		await walk.breaking.pick('id-token-at-api');
		expect(walk.breaking.isMade).toBe(true);
		expect(walk.playground.trace).toHaveLength(length);
		expect(walk.drafts.get('edit api')).toContain(walk.playground.session.tokens?.id_token);
		walk.breaking.undo();
		expect(walk.breaking.wanted).toBeUndefined();
		expect(walk.drafts.get('edit api')).toBeUndefined();
	});

	it('says what it takes first, and offers to go there', async () => {
		const { walk } = await walkWith(whole);
		await walk.breaking.pick('wrong-verifier');
		show(walk, MistakeNotice, { step: 'exchange' });
		expect(screen.getByText(breakTexts.anew)).toBeTruthy();
		expect(walk.bar.action?.label).toBe(breakTexts.reach);
	});

	it('is not forgotten on the way to where it is made', async () => {
		const { walk } = await walkWith(whole);
		await walk.breaking.pick('wrong-verifier');
		show(walk, MistakeNotice, { step: 'authorize' });
		expect(screen.getByText(breakTexts.onTheWay(stepTexts.exchange.title))).toBeTruthy();
		expect(walk.bar.action).toBeUndefined();
	});

	it('names in the menu what stands in its way, and leads there', async () => {
		const { walk } = await walkWith(whole.slice(0, 2));
		await walk.playground.configure({ ...configuration, extensions: ['request-object'] });
		show(walk, ActionBar, { current: 'configure' });
		await fireEvent.click(button(frameTexts.breakIt));
		const list = await screen.findByRole('list', { name: breakTexts.title });
		const row = within(list).getByText(mistakeTexts['hex-challenge'].name).closest('li')!;
		expect(within(row).queryByRole('button')).toBeNull();
		expect(row.textContent).toContain(obstacleTexts['signed-request'].why);
		expect(within(row).getByRole('link').getAttribute('href')).toBe('/flow/configure/');
	});

	it('begins a new attempt where that takes no message', async () => {
		const { walk } = await walkWith(whole);
		const { length } = walk.playground.walk.attempts;
		await walk.breaking.pick('hex-challenge');
		expect(walk.breaking.isMade).toBe(true);
		expect(walk.playground.walk.attempts).toHaveLength(length + 1);
		expect(walk.drafts.get('edit authorization')).toMatch(/[0-9a-f]{64}/);
	});

	it('types another state into the callback URL', async () => {
		const { walk } = await walkWith(whole);
		await walk.breaking.pick('wrong-state');
		const { url } = walk.playground.session.authorizationResponse!;
		const typed = new URL(walk.drafts.get('callback') ?? '');
		expect(typed.searchParams.get('state')).not.toBe(new URL(url).searchParams.get('state'));
		expect(typed.searchParams.get('code')).toBe(new URL(url).searchParams.get('code'));
	});
});
