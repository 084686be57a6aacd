import { describe, expect, it } from 'vitest';
import { createShell, type SiteFiles } from '../../../src/service-worker/shell';
import { addressOf, createCaches, navigationTo } from '../../fixtures/worker';

const origin = 'http://localhost:4173';
const base = '/docs';

const siteFiles: SiteFiles = {
	base,
	version: '1',
	build: [`${base}/_app/immutable/entry.abc.js`],
	files: [`${base}/icon.svg`],
	prerendered: [`${base}/`, `${base}/callback/`, `${base}/flow/tokens/`]
};

/** A fixed clock and bytes. */
const ports = { now: () => 1, random: (count: number) => new Uint8Array(count) };

/** A shell over a host that answers with the address it was asked for; `online: false` is no host at all. */
function createScene(files: SiteFiles = siteFiles, caches = createCaches()) {
	const asked: string[] = [];
	const scene = { online: true, status: (url: string): number => (url.endsWith('/404.html') ? 404 : 200) };
	const fetch = async (input: Request | string): Promise<Response> => {
		const url = addressOf(input);
		asked.push(url);
		if (!scene.online) throw new TypeError('Failed to fetch');
		return new Response(`${files.version}:${url}`, { status: scene.status(url) });
	};
	return { scene, asked, caches, shell: createShell(files, { ...ports, origin, caches, fetch }) };
}

const navigation = (path: string): Request => navigationTo(origin + path);

const textOf = async (answer: Promise<Response> | undefined): Promise<string | undefined> =>
	(await answer)?.text();

describe('the offline shell', () => {
	it('asks the host for a callback without its query, and keeps it without', async () => {
		const { shell, asked, caches } = createScene();
		const work: Promise<unknown>[] = [];
		await shell.answer(navigation(`${base}/callback/?code=secret&state=s`), (more) => work.push(more));
		await Promise.all(work);
		expect(asked).toEqual([`${origin}${base}/callback/`]);
		expect([...caches.stored.values()].flatMap((entries) => [...entries.keys()])).toEqual([
			`${origin}${base}/callback/`
		]);
	});

	it('answers also where nothing can be kept', async () => {
		const caches = createCaches();
		const full = Promise.reject(new DOMException('no room', 'QuotaExceededError'));
		const open = async (): Promise<Cache> =>
			({ match: async () => undefined, put: () => full }) as unknown as Cache;
		const { shell } = createScene(siteFiles, { ...caches, open });
		const work: Promise<unknown>[] = [];
		const answer = shell.answer(navigation(`${base}/flow/tokens/`), (more) => work.push(more));
		expect(await textOf(answer)).toBe(`1:${origin}${base}/flow/tokens/`);
		await expect(Promise.all(work)).resolves.toEqual([undefined]);
	});

	it('takes an address without its last slash for the page itself', async () => {
		const { shell, asked } = createScene();
		await shell.answer(navigation(`${base}/callback?code=secret`));
		expect(asked).toEqual([`${origin}${base}/callback/`]);
	});

	it('asks the host once only', async () => {
		const { shell, asked } = createScene();
		const first = await textOf(shell.answer(navigation(`${base}/flow/tokens/`)));
		expect(await textOf(shell.answer(navigation(`${base}/flow/tokens/?x=1`)))).toBe(first);
		expect(asked).toHaveLength(1);
	});

	it('has the whole site after it was told to keep it, and asks for what is missing only', async () => {
		const { scene, shell, asked } = createScene();
		expect(await shell.keepEverything()).toBe(true);
		expect(asked).toHaveLength(6);
		expect(await shell.keepEverything()).toBe(true);
		expect(asked).toHaveLength(6);
		scene.online = false;
		for (const path of [...siteFiles.prerendered, ...siteFiles.build, ...siteFiles.files])
			expect(await textOf(shell.answer(navigation(path)))).toBe(`1:${origin}${path}`);
	});

	it('says when the site is not whole, and a page that failed is not kept', async () => {
		const { scene, shell, caches } = createScene();
		scene.status = (url) => (url.endsWith('/flow/tokens/') ? 503 : 200);
		expect(await shell.keepEverything()).toBe(false);
		expect([...caches.stored.values()].some((kept) => kept.has(`${origin}${base}/flow/tokens/`))).toBe(false);
		scene.status = () => 200;
		expect(await shell.keepEverything()).toBe(true);
		const offline = createScene();
		offline.scene.online = false;
		expect(await offline.shell.keepEverything()).toBe(false);
	});

	it('shows the page for what is not there when there is no host to ask, with its status', async () => {
		const { scene, shell } = createScene();
		await shell.keepEverything();
		expect((await shell.answer(navigation(`${base}/nowhere/`)))?.status).toBe(200);
		scene.online = false;
		expect((await shell.answer(navigation(`${base}/nowhere/`)))?.status).toBe(404);
	});

	it('leaves alone what is not its own', () => {
		const { shell } = createScene();
		expect(shell.answer(new Request('https://provider.example/token'))).toBeUndefined();
		for (const path of ['/callback/', `${base}/nowhere/`, '/'])
			expect(shell.answer(new Request(origin + path, { method: 'POST', body: 'a=1' }))).toBeUndefined();
		expect(shell.answer(new Request(`${origin}${base}/_app/version.json`))).toBeUndefined();
	});

	it('cuts the tie to whoever opened a page, but not on pages that a popup shows', async () => {
		const prerendered = ['', 'callback/', 'popup/', 'flow/tokens/'].map((path) => `${base}/${path}`);
		const { shell, scene } = createScene({ ...siteFiles, prerendered });
		const policyOf = async (path: string) =>
			(await shell.answer(navigation(path)))?.headers.get('cross-origin-opener-policy');
		await shell.keepEverything();
		for (const online of [true, false]) {
			scene.online = online;
			for (const path of ['/', '/flow/tokens/', '/flow/tokens'])
				expect(await policyOf(base + path), path).toBe('same-origin-allow-popups');
			for (const path of ['/callback/?code=c', '/callback?code=c', '/popup/'])
				expect(await policyOf(base + path), path).toBeNull();
		}
		expect(await policyOf(`${base}/nowhere/`)).toBe('same-origin-allow-popups');
	});

	it('answers a redirected page as if it had not been', async () => {
		const caches = createCaches();
		const redirected = new Proxy(new Response('page'), {
			get: (target, name) => {
				const value: unknown = name === 'redirected' ? true : Reflect.get(target, name);
				return typeof value === 'function' ? value.bind(target) : value;
			}
		});
		const shell = createShell(siteFiles, { ...ports, origin, caches, fetch: async () => redirected });
		const answer = await shell.answer(navigation(`${base}/`));
		expect(answer?.redirected).toBe(false);
		expect(await answer?.text()).toBe('page');
	});
});

describe('a new build', () => {
	const newer: SiteFiles = { ...siteFiles, version: '2', build: [`${base}/_app/immutable/entry.def.js`] };
	const newest: SiteFiles = { ...siteFiles, version: '3', build: [`${base}/_app/immutable/entry.ghi.js`] };

	it('has pages of its own, and the files of the build before for those who still need them', async () => {
		const old = createScene();
		await old.shell.keepEverything();
		const next = createScene(newer, old.caches);
		await next.shell.keepEverything();
		await next.shell.dropOldCaches();
		next.scene.online = false;
		expect(await textOf(next.shell.answer(navigation(`${base}/`)))).toBe(`2:${origin}${base}/`);
		const earlier = new Request(`${origin}${base}/_app/immutable/entry.abc.js`);
		expect(await textOf(next.shell.answer(earlier))).toBe(`1:${earlier.url}`);
	});

	it('drops the builds before the last one, and nothing that belongs to another site on the host', async () => {
		const caches = createCaches();
		await caches.open('somebody else');
		await caches.open('pkce-playground /other/ abc');
		for (const files of [siteFiles, newer, newest]) await createScene(files, caches).shell.keepEverything();
		await createScene(newest, caches).shell.dropOldCaches();
		const left = await caches.keys();
		expect(left).toHaveLength(4);
		expect(left.slice(0, 2)).toEqual(['somebody else', 'pkce-playground /other/ abc']);
		expect(await caches.match(`${origin}${newer.build[0]}`)).toBeDefined();
		expect(await caches.match(`${origin}${siteFiles.build[0]}`)).toBeUndefined();
	});
});
