/** Our pages inside pages of others: who was not allowed gets a page that cannot act. */
import type { FrameLocator, Page } from 'playwright/test';
import { framingTexts } from '../../src/lib/lessons/en/failures/framing';
import { stepTexts } from '../../src/lib/lessons/en/walk/steps';
import { authorizationUrl, untilControlled } from './embedded';
import { openMisbehavingServer } from './misbehaving-server';
import { everyBrowser, expect, openHost, test } from './site';
import { openStranger, type Stranger } from './stranger';
import { heading, perform } from './walk';
import { elementInAllowedPage } from './element-in-page';

const framed = (url: string, attributes = ''): string =>
	`<iframe ${attributes} title="The frame" src="${url}" width="360" height="420"></iframe>`;

const frameOf = (page: Page): FrameLocator => page.frameLocator('iframe');

/** The frame says why it does not act, and holds nothing but a link that leads out of it. */
async function expectRefusal(frame: FrameLocator, why: keyof typeof framingTexts.why): Promise<void> {
	await expect(frame.getByRole('heading', { name: framingTexts.title })).toBeVisible();
	await expect(frame.getByText(framingTexts.why[why])).toBeVisible();
	await expect(frame.getByRole('link')).toHaveCount(1);
	for (const role of ['button', 'textbox', 'checkbox', 'radio', 'combobox'] as const)
		await expect(frame.getByRole(role)).toHaveCount(0);
}

/** The sites that whoever built the sub-path build has allowed (tests/run.ts): one for each browser. */
const ports: Record<string, number> = { chromium: 47_311, firefox: 47_312 };

const openAllowed = (browserName: string, html: string): Promise<Stranger> =>
	openStranger(() => html, { port: ports[browserName] ?? 0 });

test.describe('a page of another site around ours', () => {
	test('gets nothing that acts, of whichever page', everyBrowser, async ({ page, host }) => {
		for (const path of [
			'/',
			'/flow/configure/',
			'/flow/callback/',
			'/provider/',
			'/diagnose/',
			'/compare/',
			'/tokens/',
			'/case/',
			'/sanitise/',
			'/collect/',
			'/popup/'
		])
			await test.step(path, async () => {
				const stranger = await openStranger(() => framed(host.url + path));
				await page.goto(stranger.origin);
				await expectRefusal(frameOf(page), 'stranger');
				await expect(frameOf(page).getByText(stranger.origin, { exact: true })).toBeVisible();
				await stranger.close();
			});
	});

	test('gets nothing of an answer that is in the address', everyBrowser, async ({ page, host }) => {
		const stranger = await openStranger(() => framed(`${host.url}/callback/?code=secret&state=s`));
		await page.goto(stranger.origin);
		await expectRefusal(frameOf(page), 'stranger');
		await expect(frameOf(page).getByRole('link')).toHaveAttribute('href', `${host.url}/`);
		expect(await frameOf(page).locator('body').innerText()).not.toContain('secret');
		await stranger.close();
	});

	test(
		'also on a later visit, from the worker, and around the sign-in',
		everyBrowser,
		async ({ page, host }) => {
			await page.goto(`${host.url}/provider/`);
			await untilControlled(page);
			const stranger = await openStranger(({ pathname }) =>
				framed(
					pathname === '/idp' ? authorizationUrl(host, 's').replaceAll('&', '&amp;') : `${host.url}/provider/`
				)
			);
			await page.goto(stranger.origin);
			await expectRefusal(frameOf(page), 'stranger');
			await page.goto(`${stranger.origin}/idp`);
			await expect(frameOf(page).getByRole('button')).toHaveCount(0);
			await stranger.close();
		}
	);

	test('in which the frame is two deep', everyBrowser, async ({ page, host }) => {
		const inner = await openStranger(() => framed(`${host.url}/provider/`), { host: 'localhost' });
		const outer = await openStranger(() => framed(inner.origin));
		await page.goto(outer.origin);
		const frame = frameOf(page).frameLocator('iframe');
		await expectRefusal(frame, 'stranger');
		for (const { origin } of [inner, outer])
			await expect(frame.getByText(origin, { exact: true })).toBeVisible();
		await inner.close();
		await outer.close();
	});

	test(
		'that takes the origin away gets a page without script, where no button does anything',
		everyBrowser,
		async ({ page, host }) => {
			const stranger = await openStranger(() =>
				framed(`${host.url}/flow/configure/`, 'sandbox="allow-scripts allow-forms allow-popups"')
			);
			await page.goto(stranger.origin);
			await expect(frameOf(page).getByRole('heading', { level: 1 })).toBeVisible();
			const before = host.seen.length;
			await frameOf(page)
				.locator('button')
				.evaluateAll((buttons: HTMLElement[]) => buttons.forEach((button) => button.click()));
			// The page has no script that could hear of it: its modules are of an origin that is not its own.
			await expect(frameOf(page).getByRole('heading', { level: 1 })).toHaveText(stepTexts.configure.title);
			expect(host.seen.slice(before)).toEqual([]);
			await stranger.close();
		}
	);

	test('may be left for a tab in which the page works', everyBrowser, async ({ page, context, host }) => {
		const address = `${host.url}/flow/configure/`;
		const stranger = await openStranger(() => framed(address));
		await page.goto(stranger.origin);
		const opened = context.waitForEvent('page');
		await frameOf(page).getByRole('link', { name: framingTexts.open }).click();
		const tab = await opened;
		await expect(heading(tab, 'configure')).toBeVisible();
		await perform(tab, 'configure');
		await stranger.close();
	});
});

test('a page of our own origin may show ours', everyBrowser, async ({ page, host }) => {
	await page.route(`${host.url}/own.html`, (route) =>
		route.fulfill({ contentType: 'text/html', body: framed(`${host.url}/flow/configure/`) })
	);
	await page.goto(`${host.url}/own.html`);
	await expect(frameOf(page).getByRole('button', { name: 'Fetch the metadata' })).toBeEnabled();
});

test.describe('a site that was allowed', () => {
	// One at a time: each of these is at the same address.
	test.describe.configure({ mode: 'serial' });

	test(
		'shows a page that works, and a popup brings the answer into the frame',
		everyBrowser,
		async ({ page, context, browserName }) => {
			const host = await openHost('build-sub-path', '/docs/pkce');
			const server = await openMisbehavingServer();
			const query = new URLSearchParams({
				issuer: server.issuer,
				client_id: 'client-of-the-test',
				scope: 'openid'
			});
			const address = `${host.url}/flow/configure/?${query}`.replaceAll('&', '&amp;');
			const docs = await openAllowed(browserName, framed(address));
			await page.goto(docs.origin);
			const frame = frameOf(page);
			await frame.getByRole('button', { name: 'Use this configuration' }).click();
			for (const step of ['Fetch the metadata', 'Generate a code verifier', 'Use the S256 challenge']) {
				await frame.getByRole('button', { name: step }).click();
				await frame.getByRole('link', { name: /^On to / }).click();
			}
			const opened = context.waitForEvent('page');
			await frame.getByRole('button', { name: 'In a popup' }).click();
			await opened;
			await expect(frame.getByRole('heading', { name: 'What came back' })).toBeVisible();
			for (const one of [docs, server, host]) await ('stop' in one ? one.stop() : one.close());
		}
	);

	test('inside one that was not is not enough', everyBrowser, async ({ page, browserName }) => {
		const host = await openHost('build-sub-path', '/docs/pkce');
		const docs = await openAllowed(browserName, framed(`${host.url}/provider/`));
		const stranger = await openStranger(() => framed(docs.origin), { host: 'localhost' });
		await page.goto(stranger.origin);
		const frame = frameOf(page).frameLocator('iframe');
		await expectRefusal(frame, 'stranger');
		await expect(frame.getByText(stranger.origin, { exact: true })).toBeVisible();
		await expect(frame.getByText(docs.origin, { exact: true })).toHaveCount(0);
		for (const one of [docs, stranger, host]) await ('stop' in one ? one.stop() : one.close());
	});

	test('does not get the sign-in of the built-in provider', everyBrowser, async ({ page, browserName }) => {
		const host = await openHost('build-sub-path', '/docs/pkce');
		const docs = await openAllowed(browserName, framed(authorizationUrl(host, 's').replaceAll('&', '&amp;')));
		// The first visit comes from the host, where no worker answers for the provider yet.
		await page.goto(docs.origin);
		await expectRefusal(frameOf(page), 'never');
		for (const one of [docs, host]) await ('stop' in one ? one.stop() : one.close());
	});

	elementInAllowedPage(openAllowed);
});
