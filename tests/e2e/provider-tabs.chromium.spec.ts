/** Two tabs on the provider's page: neither undoes what the other did, and nothing that was typed is lost. */
import type { BrowserContext, Locator, Page } from 'playwright/test';
import { elsewhereTexts } from '../../src/lib/lessons/en/provider/provider';
import { openItem, openProvider, save, section } from './provider-page';
import { expect, test } from './site';

async function openTwo(context: BrowserContext, url: string): Promise<[Page, Page]> {
	const pages: [Page, Page] = [await context.newPage(), await context.newPage()];
	for (const page of pages) await openProvider(page, url);
	return pages;
}

const fullName = (form: Locator): Locator => form.getByRole('textbox', { name: 'Full name' });

/** The person comes back to a tab. */
const look = (page: Page): Promise<void> => page.evaluate(() => void dispatchEvent(new Event('focus')));

test('what is not the same is kept from both, and each sees it', async ({ context, baseURL }) => {
	const [one, other] = await openTwo(context, baseURL ?? '');
	const erin = await openItem(one, 'users', 'Erin Example');
	await fullName(erin).fill('Erin Elsewhere');
	await save(await changePolicy(other));
	await erin.getByRole('button', { name: 'Save' }).click();
	await expect(section(one, 'users').getByText('Erin Elsewhere ·')).toBeVisible();
	await expect(one.getByRole('checkbox', { name: 'Require state' })).toBeChecked();
	await look(other);
	await expect(section(other, 'users').getByText('Erin Elsewhere ·')).toBeVisible();
});

async function changePolicy(page: Page): Promise<Locator> {
	const policy = section(page, 'policy').getByRole('form', { name: 'Policy' });
	await policy.getByRole('checkbox', { name: 'Require state' }).click();
	return policy;
}

test('the later is told when both changed the same, and saves only when told', async ({
	context,
	baseURL
}) => {
	const [one, other] = await openTwo(context, baseURL ?? '');
	const mine = await openItem(one, 'users', 'Erin Example');
	await fullName(mine).fill('Mine');
	const theirs = await openItem(other, 'users', 'Erin Example');
	await fullName(theirs).fill('Theirs');
	await theirs.getByRole('button', { name: 'Save' }).click();
	await expect(section(other, 'users').getByText('Theirs ·')).toBeVisible();

	await mine.getByRole('button', { name: 'Save' }).click();
	const form = section(one, 'users').getByRole('form', { name: 'Theirs' });
	await expect(form.getByText('Not saved: another tab or window changed the same')).toBeVisible();
	await expect(fullName(form)).toHaveValue('Mine');
	await form.getByRole('button', { name: 'Save' }).click();
	await expect(section(one, 'users').getByText('Mine ·')).toBeVisible();
});

test('what is typed stays when another tab changes or deletes the item', async ({ context, baseURL }) => {
	const [one, other] = await openTwo(context, baseURL ?? '');
	const erin = await openItem(one, 'users', 'Erin Example');
	await fullName(erin).fill('Still typed');
	const theirs = await openItem(other, 'users', 'Erin Example');
	await theirs.getByRole('textbox', { name: 'E-mail' }).fill('new@example.com');
	await save(theirs);
	await look(one);
	await expect(erin.getByText(elsewhereTexts.changed)).toBeVisible();

	await theirs.getByRole('button', { name: 'Delete' }).click();
	await theirs.getByRole('button', { name: 'Delete Erin Example' }).click();
	await expect(section(other, 'users').getByText('Erin Example ·')).toHaveCount(0);
	await look(one);
	await expect(erin.getByText(elsewhereTexts.deleted)).toBeVisible();
	await expect(fullName(erin)).toHaveValue('Still typed');
	await erin.getByRole('button', { name: 'Save' }).click();
	await expect(section(one, 'users').getByText('Still typed ·')).toBeVisible();
	await one.reload();
	await expect(section(one, 'users').getByText('Still typed ·')).toBeVisible();
});
