/** The walk towards a server that does not let itself be read, and what the page says of it. */
import type { Page } from 'playwright/test';
import type { NetworkReason, ProbeKind, ProbeResult } from '../../src/lib/lexicon/failure';
import { failureTexts, type FailureText } from '../../src/lib/lessons/en/failures/failures';
import { json, openMisbehavingServer, type MisbehavingServer } from '../e2e/misbehaving-server';
import { expect, test as base } from '../e2e/own-server';
import type { SilentServer } from './silent-servers';

export { choose, expect, expectFailure, issuerField, toExchange } from '../e2e/own-server';

type Open = (server: Promise<SilentServer>) => Promise<SilentServer>;

/** Servers that end with their test. */
export const test = base.extend<{ open: Open }>({
	// eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from the pattern
	open: async ({}, use) => {
		const opened: SilentServer[] = [];
		await use(async (opening) => {
			const server = await opening;
			opened.push(server);
			return server;
		});
		await Promise.all(opened.map((server) => server.close()));
	}
});

export type Came = Partial<Record<ProbeKind, ProbeResult>>;

/** The reason on screen, and each probe with how far it came: in the panel and, folded, on the wire. */
export async function expectReason(
	page: Page,
	reason: NetworkReason,
	came: Came,
	text: FailureText = failureTexts[reason]
): Promise<void> {
	const main = page.getByRole('main');
	await expect(main.getByText(text.title).first()).toBeVisible();
	await expect(main.getByText(text.fix).first()).toBeVisible();
	// On the wire a message has its details once it is opened; it comes there a moment after the sentence, as the list does.
	const folded = page.getByRole('complementary').locator('li > details:not([open]) > summary');
	for (const zone of [main, page.getByRole('complementary')]) {
		const rows = zone.locator('[data-probe]');
		const read = () => rows.evaluateAll((all) => all.map(({ dataset }) => [dataset.probe, dataset.came]));
		await expect
			.poll(async () => {
				await folded.evaluateAll((all: HTMLElement[]) => all.forEach((one) => one.click()));
				return Object.fromEntries(await read());
			})
			.toEqual(came);
	}
	if (Object.keys(came).length === 0) return;
	await main.getByText('What was tried to find out').first().click();
	await expect(main.getByRole('list', { name: 'Probes' }).first()).toBeVisible();
}

/** A server whose token endpoint is another one. */
export function withTokenEndpoint(tokenEndpoint: string): Promise<MisbehavingServer> {
	return openMisbehavingServer({
		discovery: (metadata) => json({ ...metadata, token_endpoint: tokenEndpoint })
	});
}
