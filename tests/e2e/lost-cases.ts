/** Where the pages of cases and of comparing fetch a part of themselves later. */
import type { Page } from 'playwright/test';
import type { Trace } from '../../src/lib/trace/fact';
import { generated, left } from '../fixtures/walk';
import { press, unfold, type Situation } from './lost-situations';

const report = 'tests/fixtures/reports/10-redirect-slash.har';

/** A case is kept after a yes. A page that is tried again may have it already. */
async function switchOn(page: Page): Promise<void> {
	const on = page.getByRole('button', { name: 'Switch it on' });
	await page.locator('[data-ready=true]').waitFor();
	if (await on.isVisible()) await on.click();
}

async function pasteTwo(page: Page, token: string): Promise<void> {
	await page.locator('[data-ready=true]').waitFor();
	for (const side of ['First', 'Second']) {
		const field = page.getByLabel(`Paste a token, a document or a URL: ${side}`);
		if (!(await field.isVisible())) continue;
		await field.fill(`${token}${side === 'First' ? '' : ' '}`);
		await field.blur();
	}
}

/** `walk`: a whole one. `token`: any JWT. */
export const caseSituations = (walk: Trace, token: string): Situation[] => [
	{ name: 'two tokens beside each other', path: '/compare/', act: (page) => pasteTwo(page, token) },
	{
		name: 'two files beside each other',
		path: '/compare/',
		act: async (page) => {
			for (const side of ['First', 'Second'])
				await page.getByLabel(`Choose a file: ${side}`).setInputFiles(report);
		}
	},
	{
		name: 'attempts that are compared',
		path: '/flow/authorize/',
		trace: [
			...walk.slice(0, 8),
			generated('authorize', { state: 'other', nonce: 'n' }),
			left({ state: 'other' })
		],
		act: unfold
	},
	{ name: 'the attempts of this tab', path: '/case/', trace: walk },
	{
		name: 'a case that is kept, and opened',
		path: '/case/',
		trace: walk,
		act: async (page) => {
			await switchOn(page);
			await press(page, 'Save this tab’s walk');
			await press(page, /^Open as a walk/);
		}
	},
	{
		name: 'a file that is kept as a case',
		path: '/case/',
		act: async (page) => {
			await switchOn(page);
			await page.getByLabel('Save a file').setInputFiles(report);
		}
	}
];
