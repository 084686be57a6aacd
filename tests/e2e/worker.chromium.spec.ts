/** What only Chromium lets a test do: stop a worker, reload past it. */
import type { BrowserContext, Page } from 'playwright/test';
import { authorizationUrl, codeInResponse, redeem, untilControlled } from './embedded';
import { expect, test } from './site';

async function stopWorkers(context: BrowserContext, page: Page): Promise<void> {
	const session = await context.newCDPSession(page);
	await session.send('ServiceWorker.enable');
	await session.send('ServiceWorker.stopAllWorkers');
	await session.detach();
}

test('a worker that is stopped at every turn forgets nothing', async ({ page, context, host }) => {
	await page.goto(`${host.url}/flow/configure/`);
	await untilControlled(page);
	await page.goto(authorizationUrl(host, 'stopped'));
	await stopWorkers(context, page);
	await page.getByRole('button', { name: 'Sign in as Erin Example' }).click();
	await expect(page).toHaveTitle(/Allow/);
	await stopWorkers(context, page);
	const code = codeInResponse(page);
	await page.getByRole('button', { name: 'Allow' }).click();
	const arrived = await code;
	await page.waitForLoadState();
	await stopWorkers(context, page);
	expect((await redeem(page, host, arrived)).status).toBe(200);
	await stopWorkers(context, page);
	expect(await redeem(page, host, arrived)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
});

async function hardReload(context: BrowserContext, page: Page): Promise<void> {
	const session = await context.newCDPSession(page);
	const loaded = page.waitForEvent('load');
	await session.send('Page.reload', { ignoreCache: true });
	await loaded;
	await session.detach();
}

test('a hard reload goes past the worker, and the page takes it back', async ({ page, context, host }) => {
	await page.goto(`${host.url}/flow/configure/`);
	await untilControlled(page);
	await hardReload(context, page);
	await untilControlled(page);
	const status = await page.evaluate(async (url) => (await fetch(`${url}/idp/jwks`)).status, host.url);
	expect(status).toBe(200);
	expect(host.seen.filter((line) => line.includes('/idp/'))).toEqual([]);
});

test('a hard reload of the sign-in page meets the host, and comes back to the sign-in page', async ({
	page,
	context,
	host
}) => {
	await page.goto(`${host.url}/flow/configure/`);
	await untilControlled(page);
	await page.goto(authorizationUrl(host, 'hard'));
	await hardReload(context, page);
	await expect(page.getByRole('button', { name: 'Sign in as Erin Example' })).toBeVisible();
	expect(host.seen.filter((line) => line.includes('/idp/authorize'))).toHaveLength(1);
});
