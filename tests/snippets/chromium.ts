/** Code in a page of the origin that the provider knows, in a real browser. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { chromium, type Browser, type Page, type Route } from 'playwright-core';
import { findChromium } from '../e2e/find-browser';
import { packageVersion, type Ran } from './ran';

const origin = 'http://localhost:4173';

/** What a bundler would do: the name of the package is an address. */
const html = `<!doctype html><title>.</title>
<script type="importmap">{ "imports": { "jose": "/node_modules/jose/dist/webapi/index.js" } }</script>`;

async function answer(route: Route, code: string): Promise<void> {
	const { pathname } = new URL(route.request().url());
	if (pathname === '/code.js') return route.fulfill({ contentType: 'text/javascript', body: code });
	if (!pathname.startsWith('/node_modules/')) return route.fulfill({ contentType: 'text/html', body: html });
	const body = readFileSync(join('node_modules', normalize(pathname.slice('/node_modules/'.length))), 'utf8');
	return route.fulfill({ contentType: 'text/javascript', body });
}

async function runIn(page: Page, code: string): Promise<Ran> {
	const lines: string[] = [];
	page.on('console', (message) => message.type() === 'log' && lines.push(`${message.text()}\n`));
	await page.route(`${origin}/**`, (route) => answer(route, code));
	await page.goto(origin);
	const refused = await page.evaluate<string>(`import('${origin}/code.js').then(() => '', String)`);
	return { stdout: lines.join(''), stderr: refused, status: refused === '' ? 0 : 1 };
}

let launched: Promise<Browser> | undefined;

function launch(): Promise<Browser> {
	const executablePath = findChromium();
	// The page is answered by this file and has no address, which the check of the local network takes for a public one.
	const args = ['--disable-features=LocalNetworkAccessChecks'];
	return (launched ??= chromium.launch({ args, ...(executablePath ? { executablePath } : {}) }));
}

export const inChromium = {
	missing: 'Chromium',
	version: (): string | undefined => {
		const path = findChromium();
		const said = path === undefined ? '' : spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout;
		const version = /(\d+\.[\d.]+)/.exec(said)?.[1];
		return version && `Chromium ${version}, jose ${packageVersion('jose')}`;
	},
	client: { clientId: 'playground-spa', redirectUri: `${origin}/callback/` },
	async run(_file: string, code: string): Promise<Ran> {
		const context = await (await launch()).newContext();
		try {
			return await runIn(await context.newPage(), code);
		} finally {
			await context.close();
		}
	},
	async close(): Promise<void> {
		await (await launched)?.close();
	}
};
