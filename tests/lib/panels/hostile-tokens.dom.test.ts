import { render } from '@testing-library/svelte';
import { tick } from 'svelte';
import { describe, expect, it } from 'vitest';
import TokenComparison from '$lib/panels/compare/TokenComparison.svelte';
import Peek from '$lib/panels/intake/Peek.svelte';
import TokenView from '$lib/panels/tokens/TokenView.svelte';
import { recognise } from '$lib/recording/intake';
import { hostileMark, hostileTokens, largeHostileTokens } from '../../fixtures/hostile-tokens';
import { show, walkWith } from '../../fixtures/panel';
import { at, forgeToken } from '../../fixtures/tokens';

const all = [...hostileTokens, ...largeHostileTokens()];
const textNamed = (name: string): string => all.find(([one]) => one === name)?.[1] ?? '';
const short = forgeToken({ alg: 'RS256', typ: 'JWT' }, { sub: 'a', exp: 1 }, 'c2ln');

/** More elements or characters than a page can lay out while somebody waits. */
const mostElements = 4_000;
const mostCharacters = 300_000;

/** Nothing that the text asked for became an element, and there are not too many of our own. */
function expectPlain(): void {
	expect(document.querySelector(`[${hostileMark}]`)).toBeNull();
	const acting = [...document.querySelectorAll('script, img, iframe, object, embed, [onerror], [onload]')];
	expect(acting).toEqual([]);
	for (const link of document.querySelectorAll('a[href]'))
		expect(link.getAttribute('href')).toMatch(/^(?:https:\/\/|\/|#)/);
	expect(document.querySelectorAll('*').length).toBeLessThan(mostElements);
	expect(document.body.textContent.length).toBeLessThan(mostCharacters);
}

describe.each(all.map(([name]) => name))('on screen, a token: %s', (name) => {
	it('stands in its step and does nothing', async () => {
		const { walk } = await walkWith([]);
		show(walk, TokenView, { title: 'ID token', purpose: '', token: textNamed(name), signed: true });
		await tick();
		expectPlain();
	});

	it('is compared with another, from both sides', async () => {
		const text = textNamed(name);
		const { rerender } = render(TokenComparison, { props: { one: text, other: short } });
		const compared = (): boolean => document.querySelector('[data-pair]') !== null;
		await expect.poll(compared, { timeout: 10_000 }).toBe(true);
		expectPlain();
		await rerender({ one: short, other: text });
		await tick();
		expectPlain();
	});

	it('is peeked at where it was brought', async () => {
		const text = textNamed(name);
		const { walk } = await walkWith([]);
		show(walk, Peek, { brought: recognise(text), text, now: () => at });
		await tick();
		expectPlain();
	});
});
