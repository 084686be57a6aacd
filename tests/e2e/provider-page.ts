/** The provider's pages as a person uses them. */
import type { Locator, Page } from 'playwright/test';
import { isList, type SectionId } from '../../src/lib/dashboard/sections';
import type { Rule } from '../../src/lib/authorization-server/settings';
import { dashboardTexts, itemTexts, saveTexts } from '../../src/lib/lessons/en/provider/dashboard';
import { fileTexts } from '../../src/lib/lessons/en/provider/file';
import { issuedTexts } from '../../src/lib/lessons/en/provider/issued';
import { providerSections } from '../../src/lib/lessons/en/provider/provider';
import { rulesTexts, templateTexts } from '../../src/lib/lessons/en/provider/rules';
import { expect } from './site';

const signs = { policy: 'Rotate the keys now', issued: issuedTexts.look, file: fileTexts.export } as const;

/** The page can be used: what is kept was read. */
const untilReady = (page: Page, id: SectionId): Promise<void> =>
	expect(
		page.getByRole('button', { name: isList(id) ? itemTexts.add(providerSections[id].one) : signs[id] })
	).toBeEnabled();

export async function openProvider(page: Page, url: string, id: SectionId = 'applications'): Promise<void> {
	await page.goto(`${url}/provider/${id}/`);
	await untilReady(page, id);
}

/** Goes to a section by its link. */
export async function openSection(page: Page, id: SectionId): Promise<void> {
	const sections = page.getByRole('navigation', { name: dashboardTexts.sections });
	await sections.getByRole('link', { name: new RegExp(`^${providerSections[id].title}`) }).click();
	await untilReady(page, id);
}

export const main = (page: Page): Locator => page.getByRole('main');

/** The records of the section that is open. */
export const list = (page: Page, id: SectionId): Locator =>
	page.getByRole('region', { name: providerSections[id].title, exact: true });

export const bar = (page: Page): Locator => page.getByRole('region', { name: saveTexts.bar, exact: true });

/** Opens a record of the section that is open, by its name. */
export async function openItem(page: Page, id: SectionId, name: string): Promise<Locator> {
	await list(page, id)
		.getByRole('link', { name: new RegExp(`^${name}`) })
		.click();
	const form = page.getByRole('form', { name });
	await expect(form).toBeVisible();
	return form;
}

export const pressSave = (page: Page): Promise<void> =>
	bar(page).getByRole('button', { name: saveTexts.save, exact: true }).click();

export async function save(page: Page): Promise<void> {
	await pressSave(page);
	await expect(bar(page).getByText(/^(Saved|Added) .*The next request meets it/)).toBeVisible();
}

/** Adds a rule from a template, and waits until it is kept. */
export async function addRule(
	page: Page,
	use: keyof typeof templateTexts,
	kind: Rule['kind'] = 'rule'
): Promise<Locator> {
	await openSection(page, 'rules');
	await page.getByRole('button', { name: rulesTexts.forms[kind] }).click();
	await main(page)
		.getByRole('link', { name: new RegExp(`^${templateTexts[use].name}`) })
		.click();
	await save(page);
	return page.getByRole('form', { name: templateTexts[use].name });
}

/** Takes in a file of settings. */
export const importSettings = (page: Page, text: string): Promise<void> =>
	page
		.getByLabel(fileTexts.import)
		.setInputFiles({ name: 'settings.json', mimeType: 'application/json', buffer: Buffer.from(text) });

/** What the export button hands out. */
export async function exportSettings(page: Page): Promise<string> {
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: fileTexts.export }).click();
	const stream = await (await download).createReadStream();
	let text = '';
	for await (const part of stream) text += String(part);
	return text;
}
