/** The provider's dashboard as a person uses it. */
import type { Locator, Page } from 'playwright/test';
import { providerSections } from '../../src/lib/lessons/en/provider/provider';
import { expect } from './site';

export async function openProvider(page: Page, url: string): Promise<void> {
	await page.goto(`${url}/provider/`);
	await expect(page.getByRole('button', { name: 'Add an application' })).toBeEnabled();
}

export const section = (page: Page, id: keyof typeof providerSections): Locator =>
	page.getByRole('region', { name: providerSections[id].title });

/** Opens the form of an item by its name. */
export async function openItem(
	page: Page,
	id: 'applications' | 'apis' | 'users' | 'rules',
	name: string
): Promise<Locator> {
	const form = section(page, id).getByRole('form', { name });
	if (!(await form.isVisible())) await section(page, id).getByText(`${name} ·`).click();
	await expect(form).toBeVisible();
	return form;
}

export async function save(form: Locator): Promise<void> {
	await form.getByRole('button', { name: /^Save/ }).click();
	await expect(form.getByText('Saved: the next request meets it.')).toBeVisible();
}

/** Adds a rule from the template of that label, and waits until it is kept. */
export async function addRule(page: Page, label: string): Promise<void> {
	const rules = section(page, 'rules');
	await rules.getByLabel('Or start from a template').selectOption({ label });
	await rules.getByRole('button', { name: 'Add from the template' }).click();
	await rules.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(rules.getByRole('button', { name: 'Add from the template' })).toBeEnabled();
	await expect(rules.getByRole('button', { name: 'Do not add it' })).toHaveCount(0);
}

/** Takes in a file of settings. */
export const importSettings = (page: Page, text: string): Promise<void> =>
	section(page, 'file')
		.getByLabel('Import settings: they replace all that is here')
		.setInputFiles({ name: 'settings.json', mimeType: 'application/json', buffer: Buffer.from(text) });

/** What the export button hands out. */
export async function exportSettings(page: Page): Promise<string> {
	const download = page.waitForEvent('download');
	await section(page, 'file').getByRole('button', { name: 'Export the settings' }).click();
	const stream = await (await download).createReadStream();
	let text = '';
	for await (const part of stream) text += String(part);
	return text;
}
