import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveSite, type Site } from '../../../src/node/serve';

const folder = mkdtempSync(join(tmpdir(), 'site-'));
const seen: string[] = [];
let site: Site;

beforeAll(async () => {
	mkdirSync(join(folder, 'callback'));
	writeFileSync(join(folder, 'index.html'), 'first');
	writeFileSync(join(folder, 'callback/index.html'), 'callback');
	writeFileSync(join(folder, '404.html'), 'not here');
	site = await serveSite({
		folder,
		base: '/docs/pkce',
		onRequest: (method, url) => seen.push(`${method} ${url}`)
	});
});

afterAll(async () => {
	await site.close();
	rmSync(folder, { recursive: true });
});

const get = async (path: string) => {
	const response = await fetch(site.url + path, { redirect: 'manual' });
	return { status: response.status, body: await response.text(), location: response.headers.get('location') };
};

describe('the static host', () => {
	it('serves a folder by its index, under the path it was built for', async () => {
		expect(site.url).toMatch(/^http:\/\/localhost:\d+\/docs\/pkce$/);
		expect(await get('/')).toMatchObject({ status: 200, body: 'first' });
		expect(await get('/callback/?code=1')).toMatchObject({ status: 200, body: 'callback' });
	});

	it('has the page for what is not there, with its true status', async () => {
		expect(await get('/idp/authorize')).toMatchObject({ status: 404, body: 'not here' });
		const { origin } = new URL(site.url);
		expect((await fetch(`${origin}/index.html`)).status).toBe(404);
		expect((await fetch(`${origin}/docs/pkceless/`)).status).toBe(404);
	});

	it('sends who forgot the slash to the first page', async () => {
		expect(await get('')).toMatchObject({ status: 301, location: '/docs/pkce/' });
	});

	it('does not serve what is outside the folder', async () => {
		expect((await get('/..%2f..%2fetc/passwd')).status).toBe(404);
	});

	it('tells every request line that reached it, query included', async () => {
		await get('/callback/?code=secret');
		expect(seen.at(-1)).toBe('GET /docs/pkce/callback/?code=secret');
	});
});

describe('the opener policy', () => {
	it('is sent with every page but those that a popup shows, where the host is told to', async () => {
		const told = await serveSite({ folder, base: '/docs', openerPolicy: true });
		const policyAt = async (path: string, host = told) =>
			(await fetch(host.url + path)).headers.get('cross-origin-opener-policy');
		for (const path of ['/', '/provider/', '/nowhere/', '/callbacks/'])
			expect(await policyAt(path), path).toBe('same-origin-allow-popups');
		for (const path of ['/callback/', '/callback', '/callback/?code=1', '/popup/', '/idp/authorize?state=s'])
			expect(await policyAt(path), path).toBeNull();
		expect(await policyAt('/', site)).toBeNull();
		await told.close();
	});
});
