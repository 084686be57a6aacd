/** Situations of what comes after the tokens: a renewal that nobody sees, and a call as the person likes it. */
import type { Page } from 'playwright/test';
import { codeTexts } from '../../src/lib/lessons/en/code/page';
import { placeOfStep } from '../../src/lib/lessons/en/tutorial/tutorial';
import type { Fact, Trace } from '../../src/lib/trace/fact';
import { at } from '../fixtures/tokens';
import { generated, metadata, state } from '../fixtures/walk';
import type { Situation } from './lost-situations';

/** A hidden frame went out. */
const inFrame: Fact = {
	kind: 'left',
	at,
	step: 'authorize',
	url: `${metadata.authorization_endpoint}?state=${state}&prompt=none`,
	way: 'frame'
};

export function lifeSituations(walk: Trace, unfold: (page: Page) => Promise<void>): Situation[] {
	const begun = walk.slice(
		0,
		walk.findIndex(({ kind }) => kind === 'left')
	);
	return [
		{
			name: 'a step of the tutorial',
			path: '/tutorial/',
			act: (page) => page.locator(`#${placeOfStep('configure')}`).scrollIntoViewIfNeeded()
		},
		{
			name: 'a hidden frame that brought nothing',
			path: '/flow/authorize/',
			trace: [...begun, generated('authorize', { state, nonce: 'n', prompt: 'none' }), inFrame]
		},
		// One of each family of languages; the family of the first language comes with every unfolded step.
		...['python-requests', 'go', 'swift'].map((language) => ({
			name: `code in ${language}`,
			path: '/flow/verifier/',
			trace: walk,
			act: async (page: Page) => {
				await page.locator('article[data-ready=true]').waitFor();
				await unfold(page);
				await page.getByLabel(codeTexts.language).selectOption(language);
			}
		})),
		{
			name: 'a call with a body and headers',
			path: '/flow/call/',
			trace: walk,
			act: async (page) => {
				await page.locator('article[data-ready=true]').waitFor();
				await unfold(page);
				await page.getByRole('combobox').first().selectOption('POST');
			}
		}
	];
}
