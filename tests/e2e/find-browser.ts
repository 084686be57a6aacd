/**
 * Which browsers there are for the tests: what the environment names, what is installed, what Playwright has
 * downloaded before. Looks only; `get-browsers.ts` fetches what is missing.
 */
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

function isProgram(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

function onPath(...names: string[]): string | undefined {
	const folders = (process.env.PATH ?? '').split(delimiter);
	return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

/** The folders that Playwright downloads to. */
const caches = [
	process.env.PLAYWRIGHT_BROWSERS_PATH ?? '',
	join(homedir(), '.cache/ms-playwright'),
	join(homedir(), 'Library/Caches/ms-playwright')
].filter((folder) => folder !== '' && existsSync(folder));

const cachedPrograms = [
	'chrome-headless-shell',
	'headless_shell',
	'chrome',
	'Chromium.app/Contents/MacOS/Chromium',
	'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing'
];

/** `{cache}/chromium…-{revision}/{platform}/{program}`, the newest revision first. */
function inPlaywrightCache(): string | undefined {
	const builds = caches.flatMap((cache) =>
		readdirSync(cache)
			.filter((name) => /^chromium(_headless_shell)?-\d+$/.test(name))
			.sort()
			.reverse()
			.map((name) => join(cache, name))
	);
	const platforms = builds.flatMap((build) => readdirSync(build).map((name) => join(build, name)));
	return platforms.flatMap((folder) => cachedPrograms.map((name) => join(folder, name))).find(isProgram);
}

const applications = (...names: string[]): string | undefined =>
	names.map((name) => `/Applications/${name}`).find(isProgram);

export const findChromium = (): string | undefined =>
	process.env.PLAYGROUND_CHROMIUM ??
	onPath(
		'chromium-headless-shell',
		'chromium',
		'chromium-browser',
		'google-chrome-stable',
		'google-chrome'
	) ??
	applications('Google Chrome.app/Contents/MacOS/Google Chrome', 'Chromium.app/Contents/MacOS/Chromium') ??
	inPlaywrightCache();

export const findFirefox = (): string | undefined =>
	process.env.PLAYGROUND_FIREFOX ??
	onPath('firefox-esr', 'firefox') ??
	applications('Firefox.app/Contents/MacOS/firefox');

export interface WebKit {
	driver: string;
	browser: string;
	display: string;
}

/** WebKitGTK by its own driver; it needs a display, which Xvfb is. */
export function findWebKit(): WebKit | undefined {
	const driver = onPath('WebKitWebDriver');
	const display = onPath('Xvfb');
	const browser = ['x86_64', 'aarch64']
		.map((machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser`)
		.find(isProgram);
	return driver && browser && display ? { driver, browser, display } : undefined;
}

/** One line for whoever runs the tests. */
export function sayBrowsers(): string {
	const found = [
		['Chromium', findChromium()],
		['Firefox', findFirefox()],
		['WebKit', findWebKit()?.browser]
	] as const;
	return `Browsers: ${found.map(([name, path]) => `${name} ${path ?? 'not here, so not tested'}`).join(' · ')}`;
}
