import { screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { expect, it } from 'vitest';
import { claimTexts } from '$lib/lessons/en/parameters/claims';
import { timelineTexts } from '$lib/lessons/en/walk/timeline';
import TokenView from '$lib/panels/tokens/TokenView.svelte';
import { show, walkWith } from '../../fixtures/panel';
import { at, forgeToken, idTokenClaims } from '../../fixtures/tokens';

const token = forgeToken({ alg: 'none' }, idTokenClaims());

it('the time at a token goes on with the clock, and stands when nobody sees it', async () => {
	const { walk } = await walkWith([]);
	const followers = new Set<() => void>();
	walk.everySecond = (act) => {
		followers.add(act);
		return () => followers.delete(act);
	};
	const { unmount } = show(walk, TokenView, { title: 'ID token', purpose: '', token });
	expect(document.body.textContent).toContain(timelineTexts.state(true, 3_600_000));
	walk.playground.world.now = () => at + 3_601_000;
	for (const act of followers) act();
	await tick();
	expect(document.body.textContent).toContain(timelineTexts.state(false, -1_000));
	unmount();
	await tick();
	expect(followers.size).toBe(0);
});

it('a claim is one line: what it means comes when its name is pressed', async () => {
	const { walk } = await walkWith([]);
	show(walk, TokenView, { title: 'ID token', purpose: '', token });
	const word = screen.getByRole('button', { name: 'aud' });
	expect(document.body.textContent).not.toContain(claimTexts.aud.what);
	const about = document.getElementById(word.getAttribute('popovertarget') ?? '');
	about?.dispatchEvent(Object.assign(new Event('toggle'), { newState: 'open' }));
	await tick();
	expect(about?.textContent).toContain(claimTexts.aud.what);
});
