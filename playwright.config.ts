import { homedir } from 'node:os';
import { defineConfig } from 'playwright/test';
import { findChromium, findFirefox, findWebKit, sayBrowsers } from './tests/e2e/find-browser';

const chromium = findChromium();
const firefox = findFirefox();

if (process.env.TEST_WORKER_INDEX === undefined) console.log(sayBrowsers());

/** A project whose browser is not here is not in the list: nothing is skipped in silence, the line above says it. */
export default defineConfig({
	testDir: 'tests',
	testMatch: '{e2e,peers,examples}/**/*.spec.ts',
	workers: 2,
	fullyParallel: true,
	forbidOnly: true,
	retries: 0,
	timeout: 120_000,
	expect: { timeout: 20_000 },
	reporter: [['list']],
	outputDir: 'test-results',
	use: { screenshot: 'only-on-failure' },
	projects: [
		// What takes its turn at one address goes first, or one worker waits for it at the end.
		...(firefox === undefined
			? []
			: [
					{
						name: 'firefox',
						// What differs between browsers; the rest would only take longer here.
						grep: /@every-browser/,
						use: {
							browserName: 'firefox' as const,
							// Firefox as it is installed, by WebDriver BiDi.
							channel: 'moz-firefox',
							launchOptions: {
								executablePath: firefox,
								env: { ...process.env, HOME: homedir(), MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
								firefoxUserPrefs: {
									'services.settings.server': 'data:,#remote-settings-dummy/v1',
									// One process for all sites: a new page takes half the time.
									'fission.autostart': false,
									// Drawn by the processor: a tenth of the time of these tests went into frames that nobody sees.
									'layout.frame_rate': 20,
									// Else going back waits for ever.
									'browser.sessionhistory.max_total_viewers': 0
								}
							}
						}
					}
				]),
		...(findWebKit() === undefined ? [] : [{ name: 'webkit', testMatch: '**/*.webkit.spec.ts' }]),
		...(chromium === undefined
			? []
			: [
					{
						name: 'chromium',
						testIgnore: '**/*.webkit.spec.ts',
						use: {
							browserName: 'chromium' as const,
							launchOptions: { executablePath: chromium, args: ['--disable-gpu', '--disable-quic'] }
						}
					}
				])
	]
});
