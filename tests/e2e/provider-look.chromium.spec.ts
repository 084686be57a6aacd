/** The provider's pages: axe finds nothing, a phone has no sideways, the keyboard gets everywhere, no script is needed to read. */
import type { Page } from 'playwright/test';
import { providerSections } from '../../src/lib/lessons/en/provider/provider';
import { expectClean, sideways } from './axe';
import { addRule, bar, importSettings, main, openItem, openProvider, pressSave } from './provider-page';
import { expect, test } from './site';
import { press } from './walk';

test.describe.configure({ timeout: 180_000 });

/** Each page with what it can show: an open record, marked fields, the question to who leaves, a trial, a refused file. */
const scenes: Record<string, (page: Page, url: string) => Promise<void>> = {
	overview: async (page, url) => {
		await page.goto(`${url}/provider/`);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	},
	application: async (page, url) => {
		await openProvider(page, url);
		await openItem(page, 'applications', 'PKCE Playground');
	},
	fresh: async (page, url) => {
		await openProvider(page, url);
		await press(page, 'Add an application');
		await page.getByRole('textbox', { name: 'Client ID' }).fill('');
		await page.getByRole('combobox', { name: 'Authentication' }).selectOption('client_secret_basic');
		await pressSave(page);
		await expect(main(page).getByRole('alert').first()).toBeVisible();
		await page.getByRole('link', { name: 'Diagnose' }).click();
		await expect(bar(page).getByRole('alert')).toBeVisible();
	},
	rule: async (page, url) => {
		await openProvider(page, url, 'rules');
		await addRule(page, 'add-claim');
		await press(page, 'Try this rule');
		await expect(page.getByText('The person would be let in')).toBeVisible();
	},
	rules: (page, url) => openProvider(page, url, 'rules'),
	policy: (page, url) => openProvider(page, url, 'policy'),
	issued: (page, url) => openProvider(page, url, 'issued'),
	file: async (page, url) => {
		await openProvider(page, url, 'file');
		await importSettings(page, '{');
		await expect(main(page).getByRole('alert')).toBeVisible();
	}
};

test('axe finds nothing, in either theme', async ({ page, baseURL }) => {
	for (const [name, show] of Object.entries(scenes)) {
		await show(page, baseURL ?? '');
		await expectClean(page, name, 'body');
	}
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 } });

	test('nothing is wider than the screen', async ({ page, baseURL }) => {
		for (const [name, show] of Object.entries(scenes)) {
			await show(page, baseURL ?? '');
			expect(await sideways(page), name).toBe(0);
		}
	});
});

test('by keyboard: a setting is found, changed and saved', async ({ page, baseURL }) => {
	await page.goto(`${baseURL}/provider/`);
	await page.getByRole('navigation').getByRole('link', { name: 'Policy' }).focus();
	await page.keyboard.press('Enter');
	const setting = page.getByRole('checkbox', { name: 'Require PKCE of public clients' });
	await expect(setting).toBeEnabled();
	await setting.focus();
	await page.keyboard.press('Space');
	await page.keyboard.press('Enter');
	await expect(bar(page).getByText(/^Saved Policy/)).toBeVisible();
	await page.reload();
	await expect(setting).not.toBeChecked();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the pages say what there is, and nothing can be pressed in vain', async ({ page, baseURL }) => {
		await page.goto(`${baseURL}/provider/`);
		for (const { title, what } of Object.values(providerSections)) {
			await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible();
			await expect(page.getByText(what)).toBeVisible();
		}
		await page.goto(`${baseURL}/provider/applications/`);
		await expect(page.getByText('playground-spa')).toBeVisible();
		await expect(page.getByRole('button', { name: 'Add an application' })).toBeDisabled();
		await page.goto(`${baseURL}/provider/policy/`);
		await expect(page.getByRole('checkbox', { name: 'Require state' })).toBeDisabled();
		await page.goto(`${baseURL}/provider/file/`);
		await expect(page.getByRole('button', { name: 'Export the settings' })).toBeDisabled();
	});
});
