/** `test` with the built site behind it: one static host per worker, and what reached it. */
import { test as base } from 'playwright/test';
import { serveSite, type Site } from '../../src/node/serve';

export { expect } from 'playwright/test';

export interface Host {
	url: string;
	/** `GET /path?query` of every request that reached the host, oldest first. */
	seen: string[];
	/** The host goes away, as a network does. */
	stop(): Promise<void>;
}

export async function openHost(folder = process.env.BUILD_FOLDER ?? 'build', path = ''): Promise<Host> {
	const seen: string[] = [];
	const site: Site = await serveSite({
		folder,
		base: path,
		onRequest: (method, url) => seen.push(`${method} ${url}`)
	});
	return { url: site.url, seen, stop: () => site.close() };
}

/** For a test of what differs between browsers: it runs in each of them, others in Chromium alone. */
export const everyBrowser = { tag: '@every-browser' } as const;

interface Fixtures {
	/**
	 * Whoever saves data is sent what they open, and not the whole site after it: that takes longer than most tests. For a
	 * test that goes on without the host: `test.use({ savesData: false })`.
	 */
	savesData: boolean;
	/** A host of this test's own, which it may stop. */
	host: Host;
}

interface WorkerFixtures {
	/** The host that the tests of one worker share; `baseURL` is its. */
	sharedHost: Host;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
	sharedHost: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from the pattern
		async ({}, use) => {
			const host = await openHost();
			await use(host);
			await host.stop();
		},
		{ scope: 'worker' }
	],
	savesData: [true, { option: true }],
	context: async ({ context, savesData }, use) => {
		if (savesData)
			await context.addInitScript(() =>
				Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true })
			);
		await use(context);
	},
	baseURL: ({ sharedHost }, use) => use(sharedHost.url),
	// eslint-disable-next-line no-empty-pattern -- as above
	host: async ({}, use) => {
		const host = await openHost();
		await use(host);
		await host.stop();
	}
});
