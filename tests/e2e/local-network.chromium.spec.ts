/** A page of the public network and a server of this machine: what the browser's permission makes of that. */
import type { BrowserContext, Page } from 'playwright/test';
import { findChromium } from './find-browser';
import { openMisbehavingServer, type MisbehavingServer } from './misbehaving-server';
import { choose, expect, expectFailure, test } from './own-server';
import { press } from './walk';

const site = 'https://playground.example';
const around = 'https://docs.example';

// The names lead nowhere: what Playwright answers for them counts as public.
test.use({
	serviceWorkers: 'block',
	launchOptions: { executablePath: findChromium() ?? '', args: ['--disable-gpu', '--disable-quic'] }
});

/** The built site under a name of the public network. */
async function publish(page: Page, host: string): Promise<void> {
	await page.route(`${site}/**`, async (route) => {
		const url = new URL(route.request().url());
		await route.fulfill({ response: await route.fetch({ url: host + url.pathname + url.search }) });
	});
}

/** As the person would in the settings of the browser. Playwright itself can only grant. */
async function answer(context: BrowserContext, page: Page, setting: 'granted' | 'denied'): Promise<void> {
	const own = await context.newCDPSession(page);
	const { targetInfo } = await own.send('Target.getTargetInfo');
	const whole = await context.browser()?.newBrowserCDPSession();
	for (const name of ['loopback-network', 'local-network'])
		await whole?.send('Browser.setPermission', {
			permission: { name },
			setting,
			origin: site,
			...(targetInfo.browserContextId ? { browserContextId: targetInfo.browserContextId } : {})
		});
}

async function fetchMetadata(page: Page, { issuer }: Pick<MisbehavingServer, 'issuer'>): Promise<void> {
	await choose(page, site, issuer.replace('localhost', '127.0.0.1'));
	await press(page, 'Fetch the metadata');
}

test.beforeEach(({ page, baseURL }) => publish(page, baseURL ?? ''));
test.afterEach(({ page }) => page.unrouteAll({ behavior: 'ignoreErrors' }));

test('without a yes nothing is sent, and that is said', async ({ page, server }) => {
	await fetchMetadata(page, server);
	await expectFailure(page, 'local-network-unanswered');
	expect(server.seen).toEqual([]);
});

test('a no is told apart from that', async ({ page, context, server }) => {
	await answer(context, page, 'denied');
	await fetchMetadata(page, server);
	await expectFailure(page, 'local-network-denied');
	expect(server.seen).toEqual([]);
});

test('with a yes the server is asked', async ({ page, context, server }) => {
	await answer(context, page, 'granted');
	await fetchMetadata(page, server);
	await expect.poll(() => server.seen.length).toBeGreaterThan(0);
});

test('with a yes and nobody there, nobody is there', async ({ page, context }) => {
	const gone = await openMisbehavingServer();
	await gone.close();
	await answer(context, page, 'granted');
	await fetchMetadata(page, gone);
	await expectFailure(page, 'local-network-empty');
});

test('a frame has to be let in by the page around it', async ({ page, server }) => {
	const permissionIn = async (allow: string): Promise<unknown[]> => {
		await page.route(`${around}/**`, (route) =>
			route.fulfill({
				contentType: 'text/html',
				body: `<iframe title="The frame" src="${site}/diagnose/" ${allow}></iframe>`
			})
		);
		await page.goto(`${around}/`);
		await expect(page.frameLocator('iframe').getByRole('heading').first()).toBeVisible();
		return page
			.frames()
			.at(1)!
			.evaluate(async (name) => {
				const { state } = await navigator.permissions.query({ name: name as PermissionName });
				const { featurePolicy } = document as { featurePolicy?: { allowsFeature(name: string): boolean } };
				return [state, featurePolicy?.allowsFeature(name)];
			}, 'loopback-network');
	};
	expect(await permissionIn('')).toEqual(['denied', false]);
	expect(await permissionIn('allow="loopback-network"')).toEqual(['prompt', true]);
	expect(server.seen).toEqual([]);
});
