/** Gets the browsers that the tests run in, when they are not there. Only Chromium is a must. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium, findFirefox, findWebKit, sayBrowsers } from './find-browser';

const downloadTime = 300_000;
const installTime = 600_000;

function run(
	program: string,
	options: string[],
	timeout: number,
	environment: Record<string, string>
): boolean {
	console.log(`${program} ${options.join(' ')}`);
	const { status } = spawnSync(program, options, {
		stdio: ['ignore', 'ignore', 'ignore'],
		timeout,
		env: { ...process.env, ...environment }
	});
	return status === 0;
}

/** Playwright's own download. A network that cannot reach it gives up after seconds a try. */
const download = (): boolean =>
	run('npx', ['playwright', 'install', '--only-shell', 'chromium'], downloadTime, {
		PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '8000'
	});

const hasPackages = (): boolean => existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;

function installPackages(names: string[]): void {
	const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
	const patience = ['-o', 'DPkg::Lock::Timeout=300'];
	run('apt-get', ['update'], installTime, quiet);
	run('apt-get', [...patience, 'install', '-y', '--no-install-recommends', ...names], installTime, quiet);
}

if (!findChromium()) download();

const missing = [
	...(findChromium() ? [] : ['chromium-headless-shell']),
	...(findFirefox() ? [] : ['firefox-esr']),
	...(findWebKit() ? [] : ['webkit2gtk-driver', 'xvfb'])
];
if (missing.length > 0 && hasPackages()) installPackages(missing);

console.log(sayBrowsers());
if (!findChromium()) {
	console.error(
		'The end-to-end tests need a Chromium: install Chrome or Chromium, or name one in PLAYGROUND_CHROMIUM, and run npm test again.'
	);
	process.exitCode = 1;
}
