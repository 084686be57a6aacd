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

/** How many pixels the page is wider than the screen. */
export const sideways = (page: Page): Promise<number> =>
	page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) - window.innerWidth);
