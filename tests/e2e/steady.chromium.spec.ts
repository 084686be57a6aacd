/** Nothing jumps while a page starts: what is prerendered stands where it stands when the scripts have run. */
import type { Page } from 'playwright/test';
import { stepIds } from '../../src/lib/lexicon/steps';
import { settle } from './measure';
import { expect, test } from './site';

test.use({ viewport: { width: 412, height: 823 } });

/** Scripts come once the page has been painted without them, as on a slow network. */
async function openSlowly(page: Page, url: string): Promise<void> {
	await page.route('**/_app/**/*.js', async (route) => {
		await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
		await route.continue();
	});
	await page.goto(url);
	// Scripts run: what cannot be pressed without them can be, and no step waits for its walk.
	await expect(page.getByRole('banner').getByRole('button').first()).toBeEnabled();
	await expect(page.locator('article[data-ready=false]')).toHaveCount(0);
	await settle(page);
}

/** How far what is in sight has moved: the sum of layout shifts. */
const shifted = (page: Page): Promise<number> =>
	page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				const ofShifts = (list: PerformanceEntry[]): number =>
					list.reduce((sum, entry) => sum + Number(Reflect.get(entry, 'value')), 0);
				// The empty answer of a page that is still: an observer says nothing then.
				const observer = new PerformanceObserver((list) => resolve(ofShifts(list.getEntries())));
				observer.observe({ type: 'layout-shift', buffered: true });
				requestAnimationFrame(() => setTimeout(() => resolve(ofShifts(observer.takeRecords()))));
			})
	);

for (const path of [
	'',
	...stepIds.map((id) => `flow/${id}/`),
	'flow/end/',
	'flow/report/',
	'diagnose/',
	'compare/',
	'tokens/',
	'case/',
	'provider/'
])
	test(`nothing jumps at /${path}`, async ({ page, baseURL }) => {
		await openSlowly(page, `${baseURL}/${path}`);
		expect(await shifted(page)).toBeLessThan(0.01);
	});
