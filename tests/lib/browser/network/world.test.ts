import { describe, expect, it } from 'vitest';
import { createWorld } from '$lib/browser/network/world';
import type { Platform } from '$lib/browser/network/platform';
import type { HttpRequest } from '$lib/wire/http';

const request: HttpRequest = {
	method: 'POST',
	url: 'https://provider.example/token?x=secret',
	headers: [['content-type', 'application/x-www-form-urlencoded']],
	body: 'grant_type=authorization_code'
};

const never = new AbortController().signal;

/** A platform that answers by `fetch` and notes what it was asked. */
function platformOf(fetch: Platform['fetch'], more: Partial<Platform> = {}) {
	const asked: Request[] = [];
	const platform: Platform = {
		fetch: (sent) => {
			asked.push(sent);
			return fetch(sent);
		},
		sendWatched: () => Promise.resolve({ sent: false }),
		online: () => true,
		origin: 'http://localhost:4173',
		embedded: 'http://localhost:4173/idp',
		networkPermission: () => Promise.resolve('unknown'),
		watchViolations: () => ({ blocked: [], stop: () => undefined }),
		...more
	};
	return { platform, asked };
}

const refuse = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'));
const hang = (sent: Request): Promise<Response> =>
	new Promise((_resolve, reject) => sent.signal.addEventListener('abort', () => reject(sent.signal.reason)));

async function reasonOf(fetch: Platform['fetch'], more: Partial<Platform> = {}, asked = request) {
	const { platform } = platformOf(fetch, more);
	return (await createWorld(platform, 50).send(asked, never)).failure?.reason;
}

describe('an answer', () => {
	it('is recorded whole, with the request as given', async () => {
		const { platform } = platformOf(
			async () => new Response('{"a":1}', { status: 400, headers: { 'x-one': '1' } })
		);
		const exchange = await createWorld(platform).send(request, never);
		expect(exchange.request).toBe(request);
		expect(exchange.response).toMatchObject({ status: 400, body: '{"a":1}' });
		expect(exchange.response?.headers).toContainEqual(['x-one', '1']);
		expect(exchange.failure).toBeUndefined();
		expect(exchange.ms).toBeGreaterThanOrEqual(0);
		expect(exchange.via).toBe('page');
	});

	it('is asked for without cookies, referrer or cache, and without following redirects', async () => {
		const { platform, asked } = platformOf(async () => new Response('ok'));
		await createWorld(platform).send(request, never);
		expect(asked[0]).toMatchObject({
			method: 'POST',
			redirect: 'manual',
			credentials: 'omit',
			cache: 'no-store',
			referrerPolicy: 'no-referrer'
		});
		expect(await asked[0]!.text()).toBe(request.body);
	});

	it('may have no body', async () => {
		const { platform } = platformOf(async () => new Response(null, { status: 204 }));
		expect((await createWorld(platform).send(request, never)).response?.body).toBe('');
	});

	it('keeps characters that are split between two chunks', async () => {
		const bytes = new TextEncoder().encode('é');
		const body = new ReadableStream({
			start(controller) {
				controller.enqueue(bytes.slice(0, 1));
				controller.enqueue(bytes.slice(1));
				controller.close();
			}
		});
		const { platform } = platformOf(async () => new Response(body));
		expect((await createWorld(platform).send(request, never)).response?.body).toBe('é');
	});

	it('longer than a trace holds is given up', async () => {
		const endless = () =>
			new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1_000_000)) });
		expect(await reasonOf(async () => new Response(endless()))).toBe('answer-too-large');
	});

	it('has an id of its own each time', async () => {
		const { platform } = platformOf(async () => new Response('ok'));
		const world = createWorld(platform);
		const ids = [await world.send(request, never), await world.send(request, never)].map(({ id }) => id);
		expect(ids[0]).not.toBe(ids[1]);
	});
});

describe('no answer', () => {
	it.each([301, 302, 303, 307, 308])('redirect %i is told, not followed', async (status) => {
		expect(await reasonOf(async () => new Response(null, { status, headers: { location: '/x' } }))).toBe(
			'redirected'
		);
	});

	it('cancelled by the person', async () => {
		const controller = new AbortController();
		const { platform } = platformOf(hang);
		const sending = createWorld(platform).send(request, controller.signal);
		controller.abort();
		expect((await sending).failure?.reason).toBe('cancelled');
	});

	it('time-out of a server that hangs', async () => {
		expect(await reasonOf(hang)).toBe('timeout');
	});

	it('offline', async () => {
		expect(await reasonOf(refuse, { online: () => false })).toBe('offline');
	});

	it('loopback does not need a network', async () => {
		const local = { ...request, url: 'http://127.0.0.1:9400/token' };
		expect(await reasonOf(refuse, { online: () => false }, local)).toBe('no-answer');
	});

	it('nobody there', async () => {
		expect(await reasonOf(refuse)).toBe('no-answer');
	});

	it('blocked by the policy of the page, reported before or after the rejection', async () => {
		const blocked: string[] = [];
		const watchViolations = () => ({ blocked, stop: () => undefined });
		const late = () => {
			setTimeout(() => blocked.push('https://provider.example/token'), 0);
			return refuse();
		};
		expect(await reasonOf(late, { watchViolations })).toBe('blocked-by-policy');
	});

	it('a violation by another origin is not this one', async () => {
		const watchViolations = () => ({ blocked: ['https://provider.example.evil'], stop: () => undefined });
		expect(await reasonOf(refuse, { watchViolations })).toBe('no-answer');
	});

	it('a header that cannot be sent is refused, not dropped', async () => {
		expect(await reasonOf(refuse, {}, { ...request, headers: [['bad header', 'x']] })).toBe(
			'refused-by-browser'
		);
		expect(await reasonOf(refuse, {}, { ...request, headers: [['x', 'a\nb']] })).toBe('refused-by-browser');
	});

	it('a connection that breaks in the middle of the body', async () => {
		const body = new ReadableStream({
			pull: (controller) => controller.error(new TypeError('network error'))
		});
		expect(await reasonOf(async () => new Response(body))).toBe('interrupted');
	});
});

describe('the decision log', () => {
	const decision = { endpoint: 'token', at: 1, checks: [], outcome: 'issued' };
	const issuer = 'http://localhost:4173/idp';
	const log = `${issuer}/decisions`;

	it('is asked by request id or by state', async () => {
		const { platform, asked } = platformOf(async () => Response.json([decision]));
		const world = createWorld(platform);
		expect(await world.look({ log, issuer }, { requestId: 'r 1' })).toEqual([decision]);
		expect(await world.look({ log, issuer }, { state: 's' })).toEqual([decision]);
		expect(asked.map(({ url }) => url)).toEqual([`${log}?request_id=r+1`, `${log}?state=s`]);
	});

	it.each([
		['not JSON', async () => new Response('<p>')],
		['another shape', async () => Response.json([{ endpoint: 1 }])],
		['nobody there', refuse]
	])('%s: no decisions', async (_name, fetch) => {
		const { platform, asked } = platformOf(fetch);
		expect(await createWorld(platform).look({ log, issuer }, { state: 's' })).toEqual([]);
		expect(asked).toHaveLength(1);
	});

	it('of a server elsewhere is not asked at all', async () => {
		const { platform, asked } = platformOf(async () => Response.json([decision]));
		const elsewhere = { log: 'https://p.example/decisions', issuer: 'https://p.example' };
		expect(await createWorld(platform).look(elsewhere, { state: 's' })).toEqual([]);
		expect(asked).toEqual([]);
	});
});
