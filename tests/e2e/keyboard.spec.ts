/** The whole walk with Tab, Enter and Space alone. */
import type { Locator, Page } from 'playwright/test';
import { stepIds, type StepId } from '../../src/lib/lexicon/steps';
import { termTexts } from '../../src/lib/lessons/en/glossary/glossary';
import { stepTexts } from '../../src/lib/lessons/en/walk/steps';
import { everyBrowser, expect, test } from './site';
import { actLabels, bar, edit, expectDone, expectStatus, heading, openWalk, startWalk } from './walk';

const mostStops = 150;

const isFocused = (target: Locator): Promise<boolean> =>
	target.evaluate((element) => element === document.activeElement);

/** Presses Tab until the target has the focus, which must be seen. */
async function tabTo(page: Page, target: Locator): Promise<void> {
	await expect(target).toBeEnabled();
	for (let stops = 0; stops < mostStops; stops += 1) {
		await page.keyboard.press('Tab');
		if (!(await isFocused(target))) continue;
		const outline = await target.evaluate((element) => getComputedStyle(element).outlineStyle);
		expect(outline).not.toBe('none');
		return;
	}
	throw new Error(`Not reached with ${mostStops} presses of Tab: ${target}`);
}

const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });

const actions: Partial<Record<StepId, string>> = actLabels;

async function signIn(page: Page): Promise<void> {
	await tabTo(page, button(page, 'Sign in, in this tab'));
	await page.keyboard.press('Enter');
	await tabTo(page, button(page, 'Sign in as Erin Example'));
	await page.keyboard.press('Enter');
	await tabTo(page, button(page, 'Allow'));
	await page.keyboard.press('Space');
	await expect(heading(page, 'callback')).toBeVisible();
}

test('the whole walk without a mouse', async ({ page, baseURL }) => {
	await openWalk(page, baseURL ?? '');
	for (const [place, id] of stepIds.entries()) {
		const action = actions[id];
		if (action) {
			await tabTo(page, button(page, action));
			await page.keyboard.press(place % 2 === 0 ? 'Enter' : 'Space');
		}
		if (id === 'authorize') await signIn(page);
		await expectStatus(page, id, 'done');
		if (id === 'authorize' || id === 'renew') continue;
		const next = page.getByRole('link', { name: stepTexts[id].next });
		await tabTo(page, next);
		await page.keyboard.press('Enter');
		const following = stepIds[place + 1] ?? id;
		await expect(heading(page, following)).toBeVisible();
		// A screen reader hears the new page's title.
		await expect(page.getByText(new RegExp(`${place + 2}\\. ${stepTexts[following].title}`))).toBeAttached();
	}
	await expectDone(page, 'renew');
});

test('the first stop skips to the content', async ({ page, baseURL }) => {
	await openWalk(page, baseURL ?? '');
	const skip = page.getByRole('link', { name: 'Skip to the content' });
	await tabTo(page, skip);
	await expect(skip).toBeInViewport();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	const inMain = await page.getByRole('main').evaluate((main) => main.contains(document.activeElement));
	expect(inMain).toBe(true);
});

test('who pressed the button stands on the way on when its answer has come', async ({ page, baseURL }) => {
	await openWalk(page, baseURL ?? '');
	const fetching = button(page, 'Fetch the metadata');
	await tabTo(page, fetching);
	await page.keyboard.press('Enter');
	await expectStatus(page, 'configure', 'done');
	// The way on stands where the button was.
	await expect(page.getByRole('link', { name: stepTexts.configure.next })).toBeFocused();
});

test('the menu of the walk opens, takes the focus, and gives it back', async ({ page, baseURL }) => {
	await openWalk(page, baseURL ?? '');
	const menu = button(page, 'This walk…');
	await tabTo(page, menu);
	await page.keyboard.press('Enter');
	const dialog = page.getByRole('dialog', { name: 'This walk' });
	await expect(dialog).toBeVisible();
	expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	await expect(menu).toBeFocused();
});

test('a word says what it means, and Escape leads back to it', everyBrowser, async ({ page, baseURL }) => {
	await page.goto(`${baseURL}/flow/verifier/`);
	const name = stepTexts.verifier.terms['public-client'] ?? '';
	const word = button(page, name);
	await tabTo(page, word);
	await page.keyboard.press('Enter');
	const about = page.getByRole('note', { name });
	await expect(about).toContainText(termTexts['public-client'].what);
	await tabTo(page, about.getByRole('link'));
	await page.keyboard.press('Escape');
	await expect(about).toBeHidden();
	await expect(word).toBeFocused();
});

test('who sends a request that is refused stands on what there is to do then', async ({ page, baseURL }) => {
	await startWalk(page, baseURL ?? '', 'exchange');
	await edit(page, 'code_verifier', 'A'.repeat(43));
	const send = button(page, actLabels.exchange);
	await send.focus();
	await page.keyboard.press('Enter');
	await expectStatus(page, 'exchange', 'failed');
	await expect(bar(page).locator('.bg-action')).toBeFocused();
});
