import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { takePosted } from '$lib/browser/callback/posted';
import { longestForm, postedIn } from '$lib/wire/posted-form';
import { createShell, type SiteFiles } from '../../../src/service-worker/shell';
import { addressOf, createCaches, navigationTo } from '../../fixtures/worker';

const origin = 'http://localhost:4173';
const form = 'application/x-www-form-urlencoded';

/** A worker over a host, and the page that it sends the browser to. `asked`: everything that reached the host. */
function createScene(base = '/docs') {
	const asked: string[] = [];
	const caches = createCaches();
	const files: SiteFiles = {
		base,
		version: '1',
		build: [],
		files: [`${base}/icon.svg`],
		prerendered: ['', 'callback/', 'provider/', 'flow/configure/', 'flow/tokens/'].map(
			(path) => `${base}/${path}`
		)
	};
	const scene = { time: 1_000_000, count: 0 };
	const shell = createShell(files, {
		origin,
		caches,
		now: () => scene.time,
		random: (count) => new Uint8Array(count).fill((scene.count += 1)),
		fetch: async (input) => {
			asked.push(addressOf(input));
			return new Response('page');
		}
	});
	vi.stubGlobal('caches', caches);
	vi.stubGlobal('location', { origin });
	const post = (path: string, body: BodyInit, type: string | null = form) =>
		shell.answer(
			navigationTo(`${origin}${base}${path}`, {
				method: 'POST',
				body,
				...(type === null ? {} : { headers: { 'content-type': type } })
			})
		);
	/** What the page has of it, by the address that it was sent to. */
	async function taken(answer: Promise<Response> | undefined) {
		const location = (await answer)?.headers.get('location') ?? '';
		return takePosted(base, postedIn(new URL(location).hash) ?? '');
	}
	return { scene, asked, caches, shell, post, taken };
}

let { scene, asked, caches, shell, post, taken } = createScene();
beforeEach(() => ({ scene, asked, caches, shell, post, taken } = createScene()));
afterEach(() => vi.unstubAllGlobals());

const body = 'code=secret+code&state=s%2Fs&iss=https%3A%2F%2Fidp.example';

describe('a form that is posted to a page of ours', () => {
	it('is taken by the page as it came, once, and is in no address', async () => {
		const answer = await post('/callback/', body);
		expect(answer?.status).toBe(303);
		const location = answer?.headers.get('location') ?? '';
		expect(location.startsWith(`${origin}/docs/callback/#`)).toBe(true);
		for (const secret of ['secret', 's%2Fs', 's/s', 'idp.example']) expect(location).not.toContain(secret);
		const first = await taken(Promise.resolve(answer!));
		expect(first).toEqual({ ok: true, value: { url: `${origin}/docs/callback/`, body } });
		expect(await taken(Promise.resolve(answer!))).toMatchObject({ failure: { reason: 'form-gone' } });
	});

	it.each([
		'/callback/',
		'/callback',
		'/callback//',
		'//callback/',
		'/callback/index.html',
		'/callback/?tenant=7',
		'/',
		'/provider/',
		'/provider',
		'/flow/tokens/',
		'/flow/tokens/index.html',
		'/404.html'
	])('never reaches the host: %s', async (path) => {
		expect(await taken(post(path, body))).toEqual({
			ok: true,
			value: { url: `${origin}/docs${path}`, body }
		});
		expect(asked).toEqual([]);
	});

	it('keeps doubled and unknown parameters and broken escapes', async () => {
		const odd = 'code=a&code=b&state=&&x&=y&z=%zz&session_state=%00';
		expect(await taken(post('/callback/', odd))).toMatchObject({ value: { body: odd } });
	});

	it('may name its character set', async () => {
		for (const type of [`${form};charset=UTF-8`, `${form.toUpperCase()} ; x=y`])
			expect(await taken(post('/callback/', body, type))).toMatchObject({ ok: true });
	});

	it('is told by what it is when it is no such form', async () => {
		const files = new FormData();
		files.set('code', 'secret');
		const unreadable = [post('/callback/', files, null), post('/callback/', 'code=secret', 'text/plain')];
		for (const answer of unreadable)
			expect(await taken(answer)).toMatchObject({ failure: { reason: 'form-unreadable' } });
		expect(await taken(post('/callback/', '{"code":"secret"}', 'application/json'))).toEqual({
			ok: false,
			failure: { reason: 'form-unreadable', where: 'application/json' }
		});
		expect(asked).toEqual([]);
		expect(JSON.stringify([...caches.stored])).not.toContain('secret');
	});

	it('may have a length, and one byte more is too long', async () => {
		const ofLength = (length: number) => `code=${'c'.repeat(length - 5)}`;
		expect(await taken(post('/callback/', ofLength(longestForm)))).toMatchObject({ ok: true });
		expect(await taken(post('/callback/', ofLength(longestForm + 1)))).toEqual({
			ok: false,
			failure: { reason: 'form-too-large', where: `${longestForm + 1}` }
		});
		expect(asked).toEqual([]);
	});

	it('whose body breaks off is told, and does not reach the host', async () => {
		const broken = new ReadableStream({ pull: (controller) => controller.error(new TypeError('broken')) });
		const request = navigationTo(`${origin}/docs/callback/`, {
			method: 'POST',
			body: broken,
			headers: { 'content-type': form },
			...{ duplex: 'half' }
		});
		expect(await taken(shell.answer(request))).toMatchObject({ failure: { reason: 'form-unreadable' } });
		expect(asked).toEqual([]);
	});

	it('of two tabs at once is kept for each', async () => {
		const answers = await Promise.all([post('/callback/', 'state=one'), post('/callback/', 'state=two')]);
		const both = answers.map((answer) => taken(Promise.resolve(answer!)));
		expect(await Promise.all(both)).toMatchObject([
			{ value: { body: 'state=one' } },
			{ value: { body: 'state=two' } }
		]);
	});

	it('that no page takes is thrown away with the next one after a minute', async () => {
		const first = await post('/callback/', 'code=first');
		scene.time += 60_000;
		const second = await post('/callback/', 'code=second');
		expect(JSON.stringify([...[...caches.stored.values()][0]!.keys()])).toContain(
			'/callback/posted/1000000-'
		);
		scene.time += 1;
		await post('/callback/', 'code=third');
		expect(await taken(Promise.resolve(first!))).toMatchObject({ failure: { reason: 'form-gone' } });
		expect(await taken(Promise.resolve(second!))).toMatchObject({ value: { body: 'code=second' } });
	});

	it('does not reach the host where nothing can be kept either', async () => {
		const closed = { ...caches, open: () => Promise.reject(new DOMException('full', 'QuotaExceededError')) };
		const fetch = async (): Promise<Response> => new Response('host');
		const files = { base: '', version: '1', build: [], files: [], prerendered: ['/callback/'] };
		const full = createShell(files, {
			origin,
			caches: closed,
			now: () => 1,
			random: () => new Uint8Array(1),
			fetch
		});
		const request = navigationTo(`${origin}/callback/`, {
			method: 'POST',
			body,
			headers: { 'content-type': form }
		});
		const answer = await full.answer(request);
		expect(answer?.status).toBe(303);
		vi.stubGlobal('caches', closed);
		expect(await taken(Promise.resolve(answer!))).toMatchObject({ failure: { reason: 'form-gone' } });
	});

	it('under another path is another site’s', () => {
		for (const path of ['/callback/', '/docs2/callback/', '/docs/idp/authorize', '/docs/nowhere/'])
			expect(
				shell.answer(navigationTo(origin + path, { method: 'POST', body, headers: { 'content-type': form } }))
			).toBeUndefined();
	});
});

describe('other methods', () => {
	it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
		'a script’s %s to a page is answered here',
		async (method) => {
			const request = new Request(`${origin}/docs/callback/?code=secret`, { method });
			const answer = await shell.answer(request);
			expect(answer?.status).toBe(405);
			expect(answer?.headers.get('allow')).toBe('GET, HEAD');
			expect(asked).toEqual([]);
		}
	);

	it('HEAD is answered as GET, without a body, and the host sees no query', async () => {
		const answer = await shell.answer(
			new Request(`${origin}/docs/callback/?code=secret`, { method: 'HEAD' })
		);
		expect(answer?.status).toBe(200);
		expect(await answer?.text()).toBe('');
		expect(asked).toEqual([`${origin}/docs/callback/`]);
	});
});

describe('an address that tells of a form', () => {
	it.each(['', '1000000-guess', '../../x', '%00'])('that is not there brings nothing: %s', async (id) => {
		expect(await takePosted('/docs', id)).toMatchObject({ failure: { reason: 'form-gone' } });
	});

	it('is none that a server sends', () => {
		for (const hash of ['', '#', '#code=1&state=2', '#posted=1', '#pkce-playground'])
			expect(postedIn(hash)).toBeUndefined();
	});
});
