import { screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { stepIds } from '$lib/lexicon/steps';
import { tutorialTexts as texts } from '$lib/lessons/en/tutorial/tutorial';
import { stepTexts } from '$lib/lessons/en/walk/steps';
import { verifierTexts } from '$lib/lessons/en/walk/verifier';
import LiveStep from '$lib/panels/tutorial/LiveStep.svelte';
import type { Trace } from '$lib/trace/fact';
import { show, walkWith } from '../../fixtures/panel';
import { recordedSignIn } from '../../fixtures/recorded';
import { configured, discovered, generated, verifier } from '../../fixtures/walk';

async function showStep(step: (typeof stepIds)[number], trace: Trace) {
	const { walk } = await walkWith(trace);
	return { walk, ...show(walk, LiveStep, { step, walk }) };
}

const begun = [configured(), discovered()];

describe('a step in the tutorial', () => {
	it('that waits for another says for which, and offers nothing to press', async () => {
		await showStep('challenge', []);
		const link = await screen.findByRole('link', { name: texts.goTo(stepTexts.configure.title) });
		expect(link.getAttribute('href')).toBe('/flow/configure/');
		expect(screen.queryAllByRole('button')).toEqual([]);
	});

	it('has its one action under it, and leads on when it is done', async () => {
		const { walk } = await showStep('verifier', begun);
		const button = await screen.findByRole('button', { name: verifierTexts.generate });
		expect(screen.queryByRole('link', { name: texts.next })).toBeNull();
		button.click();
		const onward = await screen.findByRole('link', { name: texts.next });
		expect(onward.getAttribute('href')).toBe('#code-challenge');
		expect(walk.playground.status('verifier')).toBe('done');
		expect(screen.queryByRole('button', { name: verifierTexts.generate })).toBeNull();
	});

	it('keeps its action from the bar that other steps may have', async () => {
		const { walk } = await showStep('verifier', begun);
		await screen.findByRole('button', { name: verifierTexts.generate });
		expect(walk.bar.action).toBeUndefined();
	});

	it('gives the focus to what has taken the place of the button that was pressed', async () => {
		await showStep('verifier', begun);
		const button = await screen.findByRole('button', { name: verifierTexts.generate });
		button.focus();
		button.click();
		const onward = await screen.findByRole('link', { name: texts.next });
		await waitFor(() => expect(document.activeElement).toBe(onward));
	});

	it('of a recording is shown on its own page, and not taken here', async () => {
		await showStep('exchange', recordedSignIn());
		expect(await screen.findByText(texts.recorded.title)).toBeTruthy();
		expect(screen.getByRole('link', { name: texts.onItsPage }).getAttribute('href')).toBe(
			'../flow/exchange/'
		);
	});

	it.each(stepIds)('finds the panel of %s', async (step) => {
		const { walk } = await walkWith([...begun, generated('verifier', { code_verifier: verifier })]);
		const { container } = show(walk, LiveStep, { step, walk });
		await waitFor(() => expect(container.querySelector('[data-ready=true]')).not.toBeNull());
		expect(container.querySelector('[role=alert]')).toBeNull();
	});
});
