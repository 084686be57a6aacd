/** Two tabs on the provider's pages: neither undoes what the other did, and nothing that was typed is lost. */
import type { BrowserContext, Locator, Page } from 'playwright/test';
import { elsewhereTexts } from '../../src/lib/lessons/en/provider/provider';
import { bar, list, main, openItem, openProvider, openSection, pressSave, save } from './provider-page';
import { expect, test } from './site';

async function openTwo(context: BrowserContext, url: string): Promise<[Page, Page]> {
	const pages: [Page, Page] = [await context.newPage(), await context.newPage()];
	for (const page of pages) await openProvider(page, url, 'users');
	return pages;
}

const fullName = (page: Page): Locator => main(page).getByRole('textbox', { name: 'Full name' });

const named = (page: Page, name: string): Locator =>
	list(page, 'users').getByRole('link', { name: new RegExp(`^${name}`) });

/** The person comes back to a tab. */
const look = (page: Page): Promise<void> => page.evaluate(() => void dispatchEvent(new Event('focus')));

test('what is not the same is kept from both, and each sees it', async ({ context, baseURL }) => {
	const [one, other] = await openTwo(context, baseURL ?? '');
	await openItem(one, 'users', 'Erin Example');
	await fullName(one).fill('Erin Elsewhere');
	await openSection(other, 'policy');
	await other.getByRole('checkbox', { name: 'Require state' }).check();
	await save(other);
	await save(one);
	await expect(named(one, 'Erin Elsewhere')).toBeVisible();
	await openSection(one, 'policy');
	await expect(one.getByRole('checkbox', { name: 'Require state' })).toBeChecked();
	await look(other);
	await openSection(other, 'users');
	await expect(named(other, 'Erin Elsewhere')).toBeVisible();
});

test('the later is told when both changed the same, and saves only when told', async ({
	context,
	baseURL
}) => {
	const [one, other] = await openTwo(context, baseURL ?? '');
	await openItem(one, 'users', 'Erin Example');
	await fullName(one).fill('Mine');
	await openItem(other, 'users', 'Erin Example');
	await fullName(other).fill('Theirs');
	await save(other);

	await pressSave(one);
	await expect(bar(one).getByText('Not saved: another tab or window changed the same')).toBeVisible();
	await expect(named(one, 'Theirs')).toBeVisible();
	await expect(fullName(one)).toHaveValue('Mine');
	await save(one);
	await expect(named(one, 'Mine')).toBeVisible();
});

test('what is typed stays when another tab changes or deletes the record', async ({ context, baseURL }) => {
	const [one, other] = await openTwo(context, baseURL ?? '');
	await openItem(one, 'users', 'Erin Example');
	await fullName(one).fill('Still typed');
	const theirs = await openItem(other, 'users', 'Erin Example');
	await theirs.getByRole('textbox', { name: 'E-mail' }).fill('new@example.com');
	await save(other);
	await look(one);
	await expect(bar(one).getByText(elsewhereTexts.changed)).toBeVisible();

	await other.getByRole('button', { name: 'Delete' }).click();
	await other.getByRole('button', { name: 'Delete Erin Example' }).click();
	// Who deleted it begins at the list.
	await expect(other.getByRole('heading', { level: 1 })).toBeFocused();
	await expect(named(other, 'Erin Example')).toHaveCount(0);
	await look(one);
	await expect(bar(one).getByText(elsewhereTexts.deleted)).toBeVisible();
	await expect(fullName(one)).toHaveValue('Still typed');
	await save(one);
	await expect(named(one, 'Still typed')).toBeVisible();
	await one.reload();
	await expect(named(one, 'Still typed')).toBeVisible();
});
