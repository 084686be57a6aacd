/** What a person does with a provider that others wrote: types it into the form, and signs in on its pages. */
import type { Page } from 'playwright/test';
import { expectDone, openWalk, press, walkTo } from '../e2e/walk';

/** The first step as a person types it, not yet sent. */
export async function typeProvider(
	page: Page,
	url: string,
	wanted: { issuer: string; clientId: string; scope: string; apiUrl?: string }
): Promise<void> {
	await openWalk(page, url);
	await press(page, 'Your own');
	await page.getByRole('textbox', { name: 'Issuer' }).fill(wanted.issuer);
	await page.getByRole('textbox', { name: 'Client ID' }).fill(wanted.clientId);
	await page.getByRole('textbox', { name: 'Scope' }).fill(wanted.scope);
	if (wanted.apiUrl) await page.getByRole('textbox', { name: 'API to call' }).fill(wanted.apiUrl);
}

/** Extra parameters for the authorization request. */
export async function typeExtra(page: Page, extra: readonly [name: string, value: string][]): Promise<void> {
	await page.getByText('Extra parameters for the authorization request').click();
	for (const [index, [name, value]] of extra.entries()) {
		await press(page, 'Add a row');
		await page.getByRole('textbox', { name: `Name ${index + 1}` }).fill(name);
		await page.getByRole('textbox', { name: `Value of ${name}`, exact: true }).fill(value);
	}
}

/** From the typed form to the authorization step. */
export async function toAuthorize(page: Page): Promise<void> {
	await walkTo(page, 'authorize');
}

/**
 * On the pages of oidc-provider, from `start`, which leads there. They ask a font of a third party, and nothing
 * leaves this machine in a test; afterwards nothing is intercepted, as that would answer preflight requests too.
 */
export async function signInAtPeer(page: Page, start: () => Promise<unknown>): Promise<void> {
	await page.context().route(/^https:/, (route) => route.abort());
	await start();
	await page.getByPlaceholder('Enter any login').fill('ada');
	await page.getByPlaceholder('and password').fill('any');
	await press(page, 'Sign-in');
	await press(page, 'Continue');
	// A popup closes itself there, often before it has loaded.
	await page.waitForURL('**/callback/**', { waitUntil: 'commit' });
	await page.context().unroute(/^https:/);
}

/** Signs in at oidc-provider in this tab; the callback is on screen, every check of it passed. */
export async function signInHereAtPeer(page: Page): Promise<void> {
	await signInAtPeer(page, () => press(page, 'Sign in, in this tab'));
	await expectDone(page, 'callback');
}
