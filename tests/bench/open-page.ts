import type { Browser, Page } from 'playwright';

/** A page of somebody who was never here. */
export async function openPage(browser: Browser): Promise<Page> {
	const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
	// tsx names functions by this helper, also those that are sent to the page.
	await page.addInitScript('globalThis.__name = (named) => named');
	return page;
}
