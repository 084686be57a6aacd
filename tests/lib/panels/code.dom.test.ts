/** The code of a step on the page: in which language, with which values, and what is said of it. */
import { fireEvent, screen } from '@testing-library/svelte';
import { beforeAll, describe, expect, it } from 'vitest';
import { absenceTexts, againstText, codeTexts as texts, notExecutedTexts } from '$lib/lessons/en/code/page';
import { trapTexts } from '$lib/lessons/en/code/traps';
import type { SnippetLanguage } from '$lib/lexicon/snippets';
import type { StepId } from '$lib/lexicon/steps';
import CodePanel from '$lib/panels/code/CodePanel.svelte';
import { executed } from '$lib/snippets/executed';
import type { Trace } from '$lib/trace/fact';
import { show, walkWith } from '../../fixtures/panel';
import { createSigner } from '../../fixtures/tokens';
import { code, verifier, wholeWalk } from '../../fixtures/walk';

let trace: Trace;
beforeAll(async () => {
	trace = await wholeWalk(await createSigner('ES256'));
});

async function open(id: StepId, language: SnippetLanguage = 'curl', facts = trace) {
	const { walk } = await walkWith(facts);
	walk.drafts.set('code language', language);
	show(walk, CodePanel, { id });
	return walk;
}

const shownCode = async (): Promise<string> =>
	(await screen.findByRole('group', { name: /^Code: / })).textContent ?? '';

describe('the code of a step', () => {
	it('has the values of the run, and words for them when those are asked for', async () => {
		await open('challenge', 'node');
		expect(await shownCode()).toContain(`const verifier = "${verifier}";`);
		await fireEvent.click(screen.getByRole('button', { name: texts.placeholders }));
		expect(await screen.findByText(texts.fill)).toBeTruthy();
		expect(await shownCode()).toContain('const verifier = "YOUR_VERIFIER";');
	});

	it('is in the language that was chosen, at this step or at another', async () => {
		const walk = await open('challenge');
		expect(await shownCode()).toContain('openssl dgst');
		walk.drafts.set('code language', 'perl');
		expect(await screen.findByText('challenge.pl')).toBeTruthy();
		expect(await shownCode()).toContain('use Digest::SHA');
	});

	it('says what ran it, and against what, by the table that the tests read', async () => {
		await open('verifier', 'node');
		expect(
			await screen.findByText(texts.executed(executed.node.with ?? '', againstText('verifier')))
		).toBeTruthy();
	});

	it('says why nothing ran it', async () => {
		await open('exchange', 'http-file');
		expect(await screen.findByText(new RegExp(notExecutedTexts['editor-only']))).toBeTruthy();
	});

	it('says why there is none', async () => {
		await open('tokens', 'curl');
		expect(await screen.findByText(absenceTexts['no-library'])).toBeTruthy();
		expect(screen.queryByRole('group', { name: /^Code: / })).toBeNull();
	});

	it('has beside it what goes wrong with it', async () => {
		await open('exchange', 'node');
		expect(await screen.findByText(`${trapTexts['form-not-json'].title}.`)).toBeTruthy();
	});

	it('hides what is hidden everywhere, however it is spelled, and says that a code was used', async () => {
		await open('exchange', 'node', trace.slice(0, 9));
		await shownCode();
		const hidden = [...document.querySelectorAll('.secret')].map(({ textContent }) => textContent);
		expect(hidden).toEqual(expect.arrayContaining([verifier, code]));
		expect(screen.getByText(texts.used)).toBeTruthy();
	});
});
