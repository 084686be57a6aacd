import { screen } from '@testing-library/svelte';
import { beforeAll, describe, expect, it } from 'vitest';
import { defenceIds } from '$lib/lexicon/defences';
import { defenceTexts, endTexts } from '$lib/lessons/en/walk/end';
import { frameTexts } from '$lib/lessons/en/walk/frame';
import { stepTexts } from '$lib/lessons/en/walk/steps';
import EndPage from '$lib/panels/end/EndPage.svelte';
import { traceOfBrought } from '$lib/recording/brought-walk';
import { recognise } from '$lib/recording/intake';
import type { Trace } from '$lib/trace/fact';
import { redact } from '$lib/trace/redact';
import { show, walkWith } from '../../fixtures/panel';
import { at, createSigner, subject } from '../../fixtures/tokens';
import { tokenFact, wholeWalk } from '../../fixtures/walk';

let whole: Trace;
beforeAll(async () => {
	whole = await wholeWalk(await createSigner('ES256'));
});

const title = () => screen.getByRole('heading', { level: 1 }).textContent;

describe('the end of the walk', () => {
	it('names who signed in, and offers to walk again', async () => {
		const { walk } = await walkWith(whole);
		show(walk, EndPage, { savePicture: () => Promise.resolve() });
		expect(title()).toBe(endTexts.titles.verified(subject));
		expect(walk.bar.action?.label).toBe(endTexts.again);
		for (const id of defenceIds)
			expect(await screen.findByRole('heading', { name: defenceTexts[id].name })).toBeTruthy();
	});

	it('says where a walk failed, and leads there', async () => {
		const { walk } = await walkWith([...whole.slice(0, 7), tokenFact({ error: 'invalid_grant' }, 400)]);
		show(walk, EndPage, { savePicture: () => Promise.resolve() });
		expect(title()).toBe(endTexts.titles.refused);
		expect(screen.getByText(endTexts.failedAt(stepTexts.exchange.title))).toBeTruthy();
		expect(walk.bar.action?.label).toBe(frameTexts.goTo(stepTexts.exchange.title));
	});

	it('says what is missing of one that has not begun', async () => {
		const { walk } = await walkWith([]);
		show(walk, EndPage, { savePicture: () => Promise.resolve() });
		expect(title()).toBe(endTexts.titles.nothing);
		expect(screen.getByText(endTexts.ledger.empty)).toBeTruthy();
	});

	it('says of one message of a recording that nobody knows what came of it, and sends nothing again', async () => {
		const curl = 'curl https://id.example/token -d grant_type=authorization_code -d code=abcdefgh';
		const trace = traceOfBrought(recognise(curl), at);
		const { walk } = await walkWith(trace.ok ? trace.value : []);
		show(walk, EndPage, { savePicture: () => Promise.resolve() });
		expect(title()).toBe(endTexts.titles['not-recorded']);
		expect(walk.bar.action).toMatchObject({ label: endTexts.first, act: undefined });
		expect(screen.queryByText(endTexts.noRefresh)).toBeNull();
	});

	it('names nobody where the secrets were taken out', async () => {
		const { walk } = await walkWith(redact(whole));
		show(walk, EndPage, { savePicture: () => Promise.resolve() });
		expect(title()).toBe(endTexts.titles['taken-out']);
		expect(document.body.textContent).not.toContain(subject);
	});
});
