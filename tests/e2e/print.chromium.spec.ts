/** On paper: whole, light, and without what only a screen can do. */
import type { Page } from 'playwright/test';
import { outcomeTexts } from '../../src/lib/lessons/en/walk/outcome';
import { stepTexts } from '../../src/lib/lessons/en/walk/steps';
import { sideways } from './axe';
import { expect, test } from './site';
import { openTutorial, readTo, take } from './tutorial-page';
import { bar, keptFacts, perform, startWalk } from './walk';

// The width of A4 between the margins of the browser, and a dark theme that is to stay on the screen.
test.use({ viewport: { width: 718, height: 1043 }, colorScheme: 'dark' });

/** What is wider than the box that cuts it off. What is for readers alone is cut on purpose. */
const clipped = (page: Page): Promise<string[]> =>
	page.evaluate(() =>
		[...document.querySelectorAll<HTMLElement>('main *')]
			.filter((one) => one.checkVisibility() && !one.closest('.sr-only'))
			.filter((one) => getComputedStyle(one).overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1)
			.map((one) => one.outerHTML.slice(0, 80))
	);

async function expectOnPaper(page: Page, where: string): Promise<void> {
	await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
	await expect(bar(page), where).toBeHidden();
	await expect(page.getByRole('navigation'), where).toHaveCount(0);
	expect(await clipped(page), where).toEqual([]);
	expect(await sideways(page), where).toBeLessThanOrEqual(0);
	const scheme = await page.evaluate(() =>
		[document.documentElement, ...document.querySelectorAll('.message')].map(
			(one) => getComputedStyle(one).colorScheme
		)
	);
	expect(new Set(scheme), where).toEqual(new Set(['light']));
	await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
}

test('a step is printed with all that its tabs show, the end of the walk and a diagnosis as they are', async ({
	page,
	baseURL
}) => {
	await startWalk(page, baseURL ?? '', 'exchange');
	await expectOnPaper(page, 'exchange, ready');
	await perform(page, 'exchange');
	await expect(page.getByRole('tab', { name: outcomeTexts.sent })).toBeVisible();
	await expectOnPaper(page, 'exchange, done');
	await page.emulateMedia({ media: 'print' });
	for (const panel of await page.getByRole('tabpanel', { includeHidden: true }).all())
		await expect(panel).toBeVisible();
	await page.emulateMedia({ media: 'screen' });
	await page.getByRole('link', { name: stepTexts.exchange.next }).click();
	await perform(page, 'tokens');
	await expectOnPaper(page, 'tokens');
	await page.goto(`${baseURL}/flow/end/`);
	await expect(page.locator('article[data-ready=true]')).toBeVisible();
	await expectOnPaper(page, 'the end');
	await page.goto(`${baseURL}/diagnose/`);
	await page.getByLabel('What you have', { exact: true }).fill('AADSTS9002327');
	await expect(page.locator('[data-cause]').first()).toBeVisible();
	await expectOnPaper(page, 'a diagnosis');
});

test('the tutorial is printed whole, without the steps and what they hold', async ({ page, baseURL }) => {
	await openTutorial(page, baseURL ?? '');
	await expectOnPaper(page, 'the tutorial');
	for (const id of ['configure', 'verifier', 'challenge', 'authorize', 'exchange'] as const)
		await take(page, id);
	await readTo(page, 'tokens');
	await expectOnPaper(page, 'the tutorial, with a walk');
	await page.emulateMedia({ media: 'print' });
	const printed = await page.locator('main').innerText();
	expect(printed).toContain('code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk');
	const secrets = JSON.stringify(await keptFacts(page)).match(/(?<="(?:code_verifier|state)":")[^"]+/g) ?? [];
	expect(secrets.length).toBeGreaterThan(1);
	expect(secrets.filter((secret) => printed.includes(secret))).toEqual([]);
});
