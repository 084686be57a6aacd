/** The element with the real site in it, in a page of a site that whoever built it has allowed, and in one of another. */
import { longestSilence } from '../../src/lib/element/silence';
import { elementTexts } from '../../src/lib/lessons/en/embed/element';
import { framingTexts } from '../../src/lib/lessons/en/failures/framing';
import { stepTexts } from '../../src/lib/lessons/en/walk/steps';
import { everyBrowser, expect, openHost, test, type Host } from './site';
import { frameIn, listenTo, openDocs } from './stand-in';
import type { Stranger } from './stranger';

type OpenAllowed = (browserName: string, html: string) => Promise<Stranger>;

const html = (host: Host, attributes = ''): string =>
	`<script type="module" src="${host.url}/embed.js"></script><pkce-playground id="one" ${attributes}></pkce-playground>`;

/** To be called where tests at the address of the allowed site run one after the other. */
export function elementInAllowedPage(openAllowed: OpenAllowed): void {
	test(
		'shows the site by the element, which hears it and speaks to it',
		everyBrowser,
		async ({ page, browserName }) => {
			const host = await openHost('build-sub-path', '/docs/pkce');
			const docs = await openAllowed(browserName, html(host, 'step="verifier" theme="dark"'));
			const heard = await listenTo(page);
			await page.goto(docs.origin);
			const frame = frameIn(page);
			await expect(frame.getByRole('heading', { name: stepTexts.verifier.title })).toBeVisible();
			await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
			await expect.poll(heard).toContainEqual({ name: 'ready', detail: expect.anything(), id: 'one' });
			await page.locator('#one').evaluate((element) => element.setAttribute('theme', 'light'));
			await expect(frame.locator('html')).toHaveAttribute('data-theme', 'light');
			await page.locator('#one').evaluate((element) => element.setAttribute('step', 'configure'));
			await expect(frame.getByRole('heading', { name: stepTexts.configure.title })).toBeVisible();
			await frame.getByRole('button', { name: 'Fetch the metadata' }).click();
			await expect
				.poll(heard)
				.toContainEqual({ name: 'outcome', detail: { step: 'configure', ok: true }, id: 'one' });
			const sizes = (await heard()).filter(({ name }) => name === 'resize');
			expect(sizes.length).toBeGreaterThan(0);
			// One frame in which the whole page has room: nothing of it is scrolled.
			await expect
				.poll(() => frame.locator('html').evaluate((root) => root.scrollHeight - root.clientHeight))
				.toBeLessThanOrEqual(0);
			for (const one of [docs, host]) await ('stop' in one ? one.stop() : one.close());
		}
	);

	test(
		'says by the element that the site does not answer where it was not allowed',
		everyBrowser,
		async ({ page }) => {
			const host = await openHost('build-sub-path', '/docs/pkce');
			const docs = await openDocs(host, '<pkce-playground id="one"></pkce-playground>');
			await page.clock.install({ time: 0 });
			await page.clock.pauseAt(1_000);
			await page.goto(docs.origin);
			await expect(frameIn(page).getByRole('heading', { name: framingTexts.title })).toBeVisible();
			await page.clock.runFor(longestSilence);
			await expect(page.getByRole('status')).toContainText(elementTexts.silent(new URL(host.url).origin));
			await expect(page.getByRole('status')).toContainText(elementTexts.may(docs.origin));
			await docs.close();
			await host.stop();
		}
	);
}
