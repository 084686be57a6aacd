/** The one thing to do now is in sight, in every state of a walk: on a wide screen, on a phone, and at 200 % zoom. */
import type { Page } from 'playwright/test';
import { stepIds } from '../../src/lib/lexicon/steps';
import { expect, test } from './site';
import { bar, perform, startWalk, walkOnScreen } from './walk';

const screens = [
	{ width: 1440, height: 900 },
	{ width: 390, height: 844 },
	{ width: 720, height: 450 }
];

async function expectInView(page: Page, where: string): Promise<void> {
	for (const screen of screens) {
		await page.setViewportSize(screen);
		const filled = bar(page).locator('a.bg-action, button.bg-action');
		await expect(filled, where).toHaveCount(1);
		await expect(filled, `${where}, ${screen.width} wide`).toBeInViewport({ ratio: 1 });
		// Nowhere else on the page is another.
		await expect(page.locator('a.bg-action, button.bg-action'), where).toHaveCount(1);
	}
}

for (const id of stepIds)
	test(`at ${id}: when it can be done, and when it is done`, async ({ page, baseURL }) => {
		if (id === 'configure') await walkOnScreen(page, baseURL ?? '', id);
		else await startWalk(page, baseURL ?? '', id);
		await expect(page.locator('article[data-ready=true]')).toBeVisible();
		await expectInView(page, `${id}, ready`);
		// Signing in leads to the callback step by itself, and there is nothing to do there.
		if (id === 'authorize' || id === 'callback') return;
		await perform(page, id);
		await expectInView(page, `${id}, done`);
	});

test('at a locked step: it leads to the step that is missing', async ({ page, baseURL }) => {
	await page.goto(`${baseURL}/flow/exchange/`);
	await expect(page.locator('article[data-ready=true]')).toBeVisible();
	await expectInView(page, 'exchange, locked');
});
