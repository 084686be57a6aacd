/** The pages of the embedded provider, reloaded, left by the Back button, and answered after the session ended. */
import type { Page } from 'playwright/test';
import { authorizationUrl } from './embedded';
import { everyBrowser, expect, test, type Host } from './site';

const person = (page: Page) => page.getByRole('button', { name: 'Sign in as Erin Example' });
const allow = (page: Page) => page.getByRole('button', { name: 'Allow' });
const arrived = (page: Page) => page.waitForURL((url) => !url.pathname.startsWith('/idp/'));

async function untilConsent(page: Page, host: Host, state: string): Promise<void> {
	await page.goto(authorizationUrl(host, state));
	await person(page).click();
	await expect(page).toHaveTitle(/Allow/);
}

for (const [where, serviceWorkers] of [
	['by the worker', 'allow'],
	['in the page', 'block']
] as const)
	test.describe(`answered ${where}`, () => {
		test.use({ serviceWorkers });

		test(
			'a reload of the consent page shows it again, and Allow still works',
			everyBrowser,
			async ({ page, host }) => {
				await untilConsent(page, host, 'reload');
				for (const _ of [1, 2]) {
					await page.reload();
					await expect(allow(page)).toBeVisible();
					await expect(page.getByText(`The answer goes to ${new URL(host.url).host}`)).toBeVisible();
				}
				await allow(page).click();
				await arrived(page);
				expect(host.seen.filter((line) => line.includes('code='))).toEqual([]);
			}
		);

		test('a reload after a wrong password keeps what was typed', async ({ page, host }) => {
			await page.goto(authorizationUrl(host, 'wrong'));
			await page.getByLabel('User name').fill('erin');
			await page.getByLabel('Password').fill('wrong');
			await page.getByLabel('Password').press('Enter');
			await expect(page.getByRole('alert')).toBeVisible();
			await page.reload();
			await person(page).click();
			await expect(allow(page)).toBeVisible();
		});

		test('Allow after a sign-out in another tab leads to a sign-in, and on to the application', async ({
			page,
			context,
			host
		}) => {
			await untilConsent(page, host, 'signed-out');
			const other = await context.newPage();
			await other.goto(`${host.url}/idp/account`);
			await other.getByRole('button', { name: 'Sign out' }).click();
			await expect(other.getByRole('heading', { name: 'Signed out' })).toBeVisible();
			await allow(page).click();
			await person(page).click();
			await allow(page).click();
			await arrived(page);
		});
	});

test('Back from the consent page and forth again is harmless', everyBrowser, async ({ page, host }) => {
	await untilConsent(page, host, 'back');
	await page.goBack();
	await expect(allow(page).or(person(page))).toBeVisible();
	await page.goForward();
	await allow(page).click();
	await arrived(page);
});

test('a page that was answered says so, with a way back to the application', async ({
	page,
	context,
	host
}) => {
	await untilConsent(page, host, 'answered');
	const address = page.url();
	await allow(page).click();
	await arrived(page);
	const other = await context.newPage();
	await other.goto(address);
	await expect(other.getByRole('heading', { name: 'You have answered this already' })).toBeVisible();
	await other.getByRole('link', { name: /^Go back to PKCE Playground/ }).click();
	await other.waitForURL(`${host.url}/`);
});

test('the filled button of the sign-in page signs in, and an empty form says what it lacks', async ({
	page,
	host
}) => {
	const filled = (button: ReturnType<typeof person>) =>
		button.evaluate((one) => getComputedStyle(one).backgroundColor !== 'rgba(0, 0, 0, 0)');
	const byPassword = page.getByRole('button', { name: 'Sign in', exact: true });
	await page.goto(authorizationUrl(host, 'filled'));
	expect([await filled(person(page)), await filled(byPassword)]).toEqual([true, false]);
	await byPassword.click();
	await expect(page.getByText('Type a user name')).toBeVisible();
	await expect(page.getByText('Type the password.')).toBeVisible();
	await page.getByLabel('User name').fill('erin');
	await page.mouse.move(0, 0);
	expect([await filled(person(page)), await filled(byPassword)]).toEqual([false, true]);
});

test('a request that cannot be answered leads back to the site', async ({ page, host }) => {
	await page.goto(authorizationUrl(host, 'warm'));
	await page.goto(`${host.url}/idp/authorize?client_id=nobody`);
	await page.getByRole('link', { name: 'Back to the start page of this site' }).click();
	await page.waitForURL(`${host.url}/`);
});
