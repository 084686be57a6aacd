/** The chief pages in their chief states: what `photograph.ts` takes, and what is measured in `overflow.chromium.spec.ts`. */
import { tokensPageTexts } from '../../src/lib/lessons/en/tokens/page';
import type { Page } from 'playwright/test';
import { stepIds } from '../../src/lib/lexicon/steps';
import { openProvider, openItem } from './provider-page';
import { expect } from './site';
import { openTutorial, take, readTo } from './tutorial-page';
import { edit, openWalk, perform, press, startWalk } from './walk';

export interface Scene {
	name: string;
	open(page: Page, url: string): Promise<unknown>;
}

async function openAt(page: Page, url: string, id: (typeof stepIds)[number]): Promise<void> {
	if (id === 'configure') await openWalk(page, url);
	else await startWalk(page, url, id);
	await expect(page.locator('article[data-ready=true]')).toBeVisible();
}

const done = (id: 'configure' | 'exchange' | 'tokens' | 'call'): Scene => ({
	name: `${id}-done`,
	async open(page, url) {
		await openAt(page, url, id);
		await perform(page, id);
	}
});

const atSteps = stepIds.map((id): Scene => ({ name: id, open: (page, url) => openAt(page, url, id) }));

export const scenes: readonly Scene[] = [
	{ name: 'home', open: (page, url) => page.goto(`${url}/`) },
	...atSteps,
	done('configure'),
	done('exchange'),
	{
		name: 'exchange-failed',
		async open(page, url) {
			await openAt(page, url, 'exchange');
			await edit(page, 'code_verifier', 'wrong-'.repeat(66));
			await perform(page, 'exchange', 'failed');
		}
	},
	done('tokens'),
	done('call'),
	{
		name: 'end',
		async open(page, url) {
			await startWalk(page, url, 'renew');
			await page.goto(`${url}/flow/end/`);
			await expect(page.locator('article[data-ready=true]')).toBeVisible();
		}
	},
	{
		name: 'tutorial',
		async open(page, url) {
			await openTutorial(page, url);
			for (const id of stepIds.filter((id) => id !== 'callback')) await take(page, id);
			for (const id of stepIds) await readTo(page, id);
		}
	},
	{
		name: 'sign-in',
		async open(page, url) {
			await openAt(page, url, 'authorize');
			await press(page, 'Sign in, in this tab');
			await expect(page).toHaveTitle(/Sign in/);
		}
	},
	{
		name: 'diagnose',
		async open(page, url) {
			await page.goto(`${url}/diagnose/`);
			await page
				.getByRole('textbox', { name: 'What you have' })
				.fill(
					`{"error":"invalid_grant","error_description":"PKCE verification failed ${'0123456789abcdef'.repeat(25)}"}`
				);
			await expect(page.locator('[data-cause]').first()).toBeVisible();
		}
	},
	{
		name: 'compare',
		async open(page, url) {
			await page.goto(`${url}/compare/`);
			for (const [side, file] of [
				['First', '52-no-refresh-token-no-consent.har'],
				['Second', '108-hybrid-entra-not-finished.har']
			] as const)
				await page.getByLabel(`Choose a file: ${side}`).setInputFiles(`tests/fixtures/reports/${file}`);
			await expect(page.locator('[data-differences]')).toBeVisible();
		}
	},
	{
		name: 'tokens',
		async open(page, url) {
			await page.goto(`${url}/tokens/`);
			await page.getByRole('button', { name: tokensPageTexts.paste.example }).click();
			await expect(page.locator('[data-verdict=verified]')).toBeVisible();
		}
	},
	{
		name: 'case',
		async open(page, url) {
			await page.goto(`${url}/case/`);
			await page.getByRole('button', { name: 'Switch it on' }).click();
			await page.getByLabel('Name', { exact: true }).fill(`A customer ${'with a long name '.repeat(8)}`);
			await page.getByLabel('Save a file').setInputFiles('tests/fixtures/reports/10-redirect-slash.har');
			await expect(page.locator('[data-case]')).toBeVisible();
		}
	},
	{
		name: 'provider',
		async open(page, url) {
			await openProvider(page, url);
			await openItem(page, 'applications', 'PKCE Playground');
		}
	},
	{ name: 'policy', open: (page, url) => openProvider(page, url, 'policy') }
];
