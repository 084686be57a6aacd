/** The picture that other sites show beside a link to this one: the head of the first page and its diagram, nothing to press. */
import type { Browser } from 'playwright';
import { siteTexts } from '../../src/lib/lessons/en/site/site';

/** What services that preview links cut nothing off of. */
const size = { width: 1200, height: 630 };

/** What is of use on the page only, and where the rest stands. */
const styles = `
	body > div > header, main p:has(> a), main > header a, main > header a ~ span, main button, section > p[aria-live], main > :nth-child(n + 3) { display: none !important }
	main > header .wrap { grid-template-columns: 11fr 9fr; padding-block: 2rem; align-items: end }
	main > header h1 { font-size: 3rem; line-height: 1.05 }
	main > header h1::before { content: '${siteTexts.name}'; display: block; margin-bottom: 0.75rem; font-size: 1.25rem; letter-spacing: 0 }
	main > div { border: 0 !important }
	html { overflow: hidden }`;

export async function takeSocialPicture(browser: Browser, url: string, path: string): Promise<void> {
	const page = await browser.newPage({
		...{ viewport: size, colorScheme: 'light', reducedMotion: 'reduce', bypassCSP: true }
	});
	await page.goto(`${url}/`);
	await page.locator('[aria-labelledby=seven] [aria-current=true]').first().waitFor();
	await page.addStyleTag({ content: styles });
	await page.screenshot({ path });
	await page.context().close();
}
