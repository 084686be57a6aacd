/** axe in a page, in both themes. */
import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright/test';
import { expect } from './site';

/** All of its rules, or those of colour alone. Only what is wrong is gathered: the rest would be most of the work. */
const options = {
	all: { resultTypes: ['violations'] },
	colour: { resultTypes: ['violations'], runOnly: ['color-contrast', 'link-in-text-block'] }
} satisfies Record<string, RunOptions>;

/** What axe finds now, as rules and elements. */
const findViolations = (page: Page, rules: keyof typeof options, scope: string): Promise<object[]> =>
	page.evaluate(
		async ([place, chosen]) => {
			const { violations } = await (Reflect.get(globalThis, 'axe') as typeof axe).run(place, chosen);
			return violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }));
		},
		[scope, options[rules]] as const
	);

/**
 * Folded parts within are opened first: a person may open them too. Between the themes only colours differ. `scope`: where axe
 * looks; the whole page, unless something lies over a part of it.
 */
export async function expectClean(
	page: Page,
	where: string,
	within = 'main',
	scope = ':root'
): Promise<void> {
	const isThere = await page.evaluate((place) => {
		for (const fold of document.querySelectorAll<HTMLDetailsElement>(`${place} details`)) fold.open = true;
		// What is not in sight is not laid out, and axe would measure one thing over another.
		for (const one of document.querySelectorAll<HTMLElement>('.many'))
			one.style.contentVisibility = 'visible';
		return 'axe' in globalThis;
	}, within);
	if (!isThere) await page.evaluate(axe.source);
	await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
	expect(await findViolations(page, 'all', scope), `${where}, light`).toEqual([]);
	await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
	expect(await findViolations(page, 'colour', scope), `${where}, dark`).toEqual([]);
}

/** Names of buttons that copy which another in sight has too: who hears them could not tell which copies what. */
const namesTwice = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const names = [...document.querySelectorAll('main button')]
			.filter((one) => one.checkVisibility())
			.map((one) => one.textContent.replace(/\s+/g, ' ').trim())
			.filter((name) => name.startsWith('Copy'));
		return names.filter((name, index) => names.indexOf(name) !== index);
	});

/** What is pressed and is less than 24 pixels high or wide; words of a sentence and what the browser draws may be (WCAG 2.5.8). */
const smallTargets = (page: Page): Promise<string[]> =>
	page.evaluate(() =>
		[...document.querySelectorAll<HTMLElement>('a[href], button, summary, input, select, textarea')]
			.filter((one) => one.checkVisibility() && !one.closest('.sr-only, .asks'))
			.filter((one) => !one.matches('[type=checkbox], [type=radio], p > a, li > a, dd > a, td > a'))
			.filter((one) => {
				const { width, height } = one.getBoundingClientRect();
				return Math.min(width, height) < 23.9;
			})
			.map((one) => one.outerHTML.slice(0, 120))
	);

/** Who hears the buttons knows which is which, and who presses one hits it. */
export async function expectTold(page: Page, where: string): Promise<void> {
	expect(await namesTwice(page), `${where}, names`).toEqual([]);
	expect(await smallTargets(page), `${where}, targets`).toEqual([]);
}

/** How many pixels the page is wider than the screen. */
export const sideways = (page: Page): Promise<number> =>
	page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) - window.innerWidth);
