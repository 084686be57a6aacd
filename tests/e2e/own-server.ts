/** The walk against a server of the test's own. */
import type { Locator, Page } from 'playwright/test';
import type { FailureReason } from '../../src/lib/lexicon/failure';
import { failureTexts } from '../../src/lib/lessons/en/failures/failures';
import { openMisbehavingServer, type MisbehavingServer } from './misbehaving-server';
import { startWalkAt } from './prepared-walk';
import { expect, test as base } from './site';
import { openWalk, press } from './walk';

export { expect };

export const test = base.extend<{ server: MisbehavingServer }>({
	// eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from the pattern
	server: async ({}, use) => {
		const server = await openMisbehavingServer();
		await use(server);
		await server.close();
	}
});

export const issuerField = (page: Page): Locator => page.getByRole('textbox', { name: 'Issuer' });

export async function choose(page: Page, url: string, issuer: string): Promise<void> {
	await openWalk(page, url);
	await press(page, 'Your own');
	await issuerField(page).fill(issuer);
	await page.getByRole('textbox', { name: 'Client ID' }).fill('client-of-the-test');
}

export const expectFailure = (page: Page, reason: FailureReason): Promise<void> =>
	expect(page.getByRole('main').getByText(failureTexts[reason].title).first()).toBeVisible();

/** At the token request, with a code of this server. */
export const toExchange = (page: Page, url: string, { issuer }: MisbehavingServer): Promise<unknown> =>
	startWalkAt(page, url, 'exchange', { issuer, clientId: 'client-of-the-test' });
