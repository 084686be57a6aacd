/** Where a page begins, no control stands half under the bar at its foot: on a phone it could not be hit there. */
import type { Page } from 'playwright/test';
import { sectionIds } from '../../src/lib/dashboard/sections';
import { frameTexts } from '../../src/lib/lessons/en/walk/frame';
import { stepIds } from '../../src/lib/lexicon/steps';
import { settle } from './measure';
import { startWalk } from './prepared-walk';
import { expect, test } from './site';

const phones = [
	{ width: 390, height: 844 },
	{ width: 360, height: 640 },
	{ width: 412, height: 823 }
];

const paths = [
	'',
	...stepIds.map((id) => `flow/${id}/`),
	...[
		'flow/end/',
		'flow/report/',
		'diagnose/',
		'compare/',
		'tokens/',
		'case/',
		'provider/',
		...sectionIds.map((id) => `provider/${id}/`)
	]
];

/** What is pressed, and stands partly under what stays in place over the page. Words of a sentence may. */
const halfCovered = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const isOver = (element: Element): boolean =>
			['sticky', 'fixed'].includes(getComputedStyle(element).position) && element.checkVisibility();
		const bars = [...document.querySelectorAll('body *')].filter(isOver);
		const controls = [...document.querySelectorAll('a[href], button, summary, input, select, textarea')]
			.filter((one) => one.checkVisibility() && !one.closest('.sr-only'))
			.filter((one) => getComputedStyle(one).display !== 'inline');
		return bars.flatMap((bar) => {
			const over = bar.getBoundingClientRect();
			return controls
				.filter((one) => !bar.contains(one))
				.filter((one) => {
					const { top, bottom } = one.getBoundingClientRect();
					const isUnder = bottom > over.top + 1.5 && top < over.bottom;
					// Below the screen there is enough of it to be hit (WCAG 2.5.8), or nothing.
					const beyond = bottom - over.bottom;
					return isUnder && (top < over.top - 0.5 || (beyond > 0.5 && beyond < 23.5));
				})
				.map((one) => one.outerHTML.slice(0, 120));
		});
	});

for (const phone of phones)
	test(`no control is half under the bar, ${phone.width} by ${phone.height}`, async ({ page, baseURL }) => {
		await page.setViewportSize(phone);
		for (const path of paths) {
			await page.goto(`${baseURL}/${path}`);
			await settle(page);
			expect(await halfCovered(page), path).toEqual([]);
		}
	});

test('the measure sees a control that is half under a bar', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 400 });
	await page.setContent(`<div style="height: 320px">text</div><button style="height: 32px">half</button>
		<p style="height: 900px">text</p><div style="position: fixed; bottom: 0; height: 64px">bar</div>`);
	expect(await halfCovered(page)).toEqual([expect.stringContaining('half')]);
});

test('who goes to the bar by keys stays where they read', async ({ page, baseURL }) => {
	await startWalk(page, baseURL ?? '', 'tokens');
	await settle(page);
	const region = page.getByRole('region', { name: frameTexts.bar });
	const scrolled = () =>
		page.evaluate(() => [scrollY, document.documentElement.scrollHeight > 2 * innerHeight]);
	expect(await scrolled()).toEqual([0, true]);
	await region.getByRole('button').first().focus();
	await page.keyboard.press('Tab');
	await expect(region.getByRole('button').nth(1)).toBeFocused();
	expect(await scrolled()).toEqual([0, true]);
});
