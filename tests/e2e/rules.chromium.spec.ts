/** Rules run wherever the embedded server runs: without the network, and in the page where there is no worker. */
import { untilControlled } from './embedded';
import { addRule, openProvider } from './provider-page';
import { expect, test } from './site';
import { expectCheck, expectStatus, heading, press, walkOnScreen, walkTo } from './walk';

test.describe('without the network', () => {
	test.use({ savesData: false });

	test('from what was kept', async ({ page, host }) => {
		await openProvider(page, host.url);
		await addRule(page, 'deny-unverified-email');
		await untilControlled(page);
		await expect
			.poll(() =>
				page.evaluate(async () => {
					const names = await Promise.all(
						(await caches.keys()).map(async (name) => (await caches.open(name)).keys())
					);
					const kept = names.flat().map(({ url }) => url);
					return (
						kept.some((url) => url.endsWith('.wasm')) && kept.some((url) => url.endsWith('/flow/callback/'))
					);
				})
			)
			.toBe(true);
		await page.goto(`${host.url}/flow/configure/`);
		await host.stop();
		await walkTo(page, 'authorize');
		await press(page, 'Sign in, in this tab');
		await press(page, 'Sign in as Omar Sample');
		await expectStatus(page, 'callback', 'failed');
		await expectCheck(page, 'as-rules-run', 'fail');
		await expect(page.getByText('Please verify your e-mail address first.').first()).toBeVisible();
	});
});

test.describe('without service workers', () => {
	test.use({ serviceWorkers: 'block' });

	test('in the page itself', async ({ page, host }) => {
		await openProvider(page, host.url);
		await addRule(page, 'add-claim-from-metadata', 'action');
		await walkOnScreen(page, host.url, 'authorize');
		await press(page, 'Sign in, in this tab');
		await press(page, 'Sign in as Erin Example');
		await press(page, 'Allow');
		await expect(heading(page, 'callback')).toBeVisible();
		await expectCheck(page, 'as-rules-run', 'pass');
		await expect(
			page.getByText(/\+ claim https:\/\/timesheets\.example\.com\/department \(id_token\)/).first()
		).toBeAttached();
	});
});
