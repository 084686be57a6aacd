/** The headers that the built site brings for its hosts, as real hosts send them. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { subPath } from '../sub-path';
import { hosts, startHost, unpackHosts, type HostName } from './host-programs';

const at = unpackHosts();
if (at === undefined) console.warn('No nginx, Apache and Caddy here: how they send the headers is not tested.');

const sites = [
	{ folder: 'build', base: '', framedBy: "frame-ancestors 'self'" },
	{
		folder: 'build-sub-path',
		base: '/docs/pkce',
		framedBy: `frame-ancestors 'self' ${subPath.EMBED_HOSTS}`
	}
];

describe.skipIf(at === undefined).each(sites)('the site at "$base"', ({ framedBy, ...site }) => {
	describe.each(Object.keys(hosts) as HostName[])('on %s', (name) => {
		let host: Awaited<ReturnType<typeof startHost>>;
		const get = (path: string) => fetch(host.url + path, { redirect: 'manual' });

		beforeAll(async () => {
			host = await startHost(name, at ?? '', site);
			await vi.waitFor(() => get('/'), { timeout: 15_000 }).catch(() => {
				throw new Error(`${name} does not answer: ${host.written()}`);
			});
		}, 30_000);
		afterAll(() => host.stop());

		it('has its pages, each tied to those that it opens', async () => {
			for (const path of ['/', '/flow/verifier/', '/provider/applications/']) {
				const answer = await get(path);
				expect([path, answer.status]).toEqual([path, 200]);
				expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
				expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin-allow-popups');
			}
		});

		it('leaves the pages of a popup tied to the page that opened it', async () => {
			for (const path of ['/popup/', '/callback/?code=1&state=2']) {
				const answer = await get(path);
				expect([path, answer.status]).toEqual([path, 200]);
				expect(answer.headers.get('cross-origin-opener-policy')).toBeNull();
			}
		});

		it('says with everything who may show it in a frame', async () => {
			for (const path of ['/', '/popup/', '/icon.svg', '/not-there/']) {
				const { headers } = await get(path);
				expect([path, headers.get('content-security-policy')]).toEqual([path, framedBy]);
				expect(headers.get('x-content-type-options')).toBe('nosniff');
				expect(headers.get('referrer-policy')).toBe('no-referrer');
			}
		});

		it('gives the element for pages of others to any origin, and no page', async () => {
			const origins = await Promise.all(
				['/embed.js', '/embed.d.ts', '/', '/flow/verifier/'].map(async (path) => {
					const answer = await fetch(host.url + path, { headers: { origin: 'https://docs.example' } });
					return [answer.status, answer.headers.get('access-control-allow-origin')];
				})
			);
			expect(origins).toEqual([
				[200, '*'],
				[200, '*'],
				[200, null],
				[200, null]
			]);
			const script = await fetch(`${host.url}/embed.js`);
			expect(script.headers.get('content-type')).toMatch(/^(?:text|application)\/(?:x-)?javascript/);
		});

		it('keeps for ever what is named by its content, and asks for the worker anew', async () => {
			const page = await (await get('/')).text();
			const [, script] = /"[^"]*?(\/_app\/immutable\/entry\/start\.[\w-]+\.js)"/.exec(page) ?? [];
			const kept = await get(script ?? '/no-script');
			expect(kept.status).toBe(200);
			expect(kept.headers.get('content-type')).toMatch(/^(?:text|application)\/javascript/);
			expect(kept.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
			expect((await get('/service-worker.js')).headers.get('cache-control')).toBe('no-cache');
			expect((await get('/')).headers.get('cache-control')).toBeNull();
		});

		it.runIf(name === 'nginx')('tells whoever asks that it is there', async () => {
			const answer = await fetch(new URL('/healthz', host.url));
			expect([answer.status, await answer.text()]).toEqual([200, 'ok']);
		});

		it('shows its own page for what is not there, with the true status', async () => {
			const answer = await get('/not-there/');
			expect(answer.status).toBe(404);
			expect(await answer.text()).toContain('/_app/immutable/entry/start.');
		});
	});
});
