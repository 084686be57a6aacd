/** The one thing to do now is in sight, in every state of a walk: on a wide screen, on a phone, and at 200 % zoom. */
import type { Page } from 'playwright/test';
import { stepIds } from '../../src/lib/lexicon/steps';
import { expect, test } from './site';
import { partTexts } from '../../src/lib/lessons/en/failures/parts';
import { bar, perform, startWalk, visit, walkOnScreen } from './walk';

const screens = [
	{ width: 1440, height: 900 },
	{ width: 390, height: 844 },
	{ width: 720, height: 450 },
	{ width: 640, height: 400 }
];

async function expectInView(page: Page, where: string): Promise<void> {
	for (const screen of screens) {
		await page.setViewportSize(screen);
		const filled = bar(page).locator('a.bg-action, button.bg-action');
		await expect(filled, where).toHaveCount(1);
		await expect(filled, `${where}, ${screen.width} wide`).toBeInViewport({ ratio: 1 });
		// One row of it, with a line about it at most: what it is for is above it.
		const height = (await bar(page).boundingBox())?.height;
		expect(height, `${where}, ${screen.width} wide`).toBeLessThan(110);
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

test('after a whole walk no step is higher than two screens', async ({ page, baseURL }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await startWalk(page, baseURL ?? '', 'tokens');
	for (const id of ['tokens', 'call', 'renew'] as const) {
		await visit(page, id);
		await perform(page, id);
	}
	for (const id of stepIds) {
		await visit(page, id);
		await page.waitForLoadState('networkidle');
		await expect(page.getByText(partTexts.waiting)).toHaveCount(0);
		const height = await page.evaluate(() => document.documentElement.scrollHeight);
		expect(height, id).toBeLessThanOrEqual(2 * 900);
	}
});
