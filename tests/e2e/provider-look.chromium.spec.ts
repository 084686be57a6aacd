/** The provider's page: axe finds nothing, a phone has no sideways, the keyboard gets everywhere, no script is needed to read. */
import type { Page } from 'playwright/test';
import { providerSections } from '../../src/lib/lessons/en/provider/provider';
import { expectClean, sideways } from './axe';
import { addRule, openProvider, section } from './provider-page';
import { expect, test } from './site';
import { press } from './walk';

test.describe.configure({ timeout: 180_000 });

/** The page with everything on it that it can show: open forms, marked fields, a trial's result, a refused file. */
async function showEverything(page: Page, url: string): Promise<void> {
	await openProvider(page, url);
	await addRule(page, 'Add the roles to both tokens (rule)');
	await press(page, 'Add an application');
	const form = section(page, 'applications').getByRole('form', { name: 'New application' });
	await form.getByRole('textbox', { name: 'Client ID' }).fill('');
	await form.getByRole('combobox', { name: 'Authentication' }).selectOption('client_secret_basic');
	await form.getByRole('button', { name: 'Save' }).click();
	await expect(form.getByRole('alert').first()).toBeVisible();
	await page.evaluate(() => {
		for (const fold of document.querySelectorAll('details')) fold.open = true;
	});
	await press(page, 'Try this rule');
	await expect(page.getByText('The person would be let in')).toBeVisible();
	await page
		.getByLabel('Import settings: they replace all that is here')
		.setInputFiles({ name: 'no.json', mimeType: 'application/json', buffer: Buffer.from('{') });
	await expect(section(page, 'file').getByRole('alert')).toBeVisible();
}

test('axe finds nothing, and on a phone nothing is wider than the screen', async ({ page, baseURL }) => {
	await showEverything(page, baseURL ?? '');
	await expectClean(page, 'the provider with everything on it', 'body');
	await page.setViewportSize({ width: 390, height: 844 });
	expect(await sideways(page)).toBe(0);
});

test('by keyboard: a setting is found, changed and saved', async ({ page, baseURL }) => {
	await openProvider(page, baseURL ?? '');
	await page.getByRole('link', { name: 'Policy' }).focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('checkbox', { name: 'Require PKCE of public clients' })).toBeFocused();
	await page.keyboard.press('Space');
	await page.keyboard.press('Enter');
	await expect(page.getByText('Saved: the next request meets it.')).toBeVisible();
	await page.reload();
	await expect(page.getByRole('checkbox', { name: 'Require PKCE of public clients' })).not.toBeChecked();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the page says what there is, and nothing can be pressed in vain', async ({ page, baseURL }) => {
		await page.goto(`${baseURL}/provider/`);
		for (const { title, what } of Object.values(providerSections)) {
			await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible();
			await expect(page.getByText(what)).toBeVisible();
		}
		await expect(page.getByText('PKCE Playground · playground-spa')).toBeVisible();
		for (const name of ['Add an application', 'Save the policy', 'Export the settings'])
			await expect(page.getByRole('button', { name })).toBeDisabled();
	});
});
