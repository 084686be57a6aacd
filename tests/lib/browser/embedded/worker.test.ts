import { describe, expect, it } from 'vitest';
import { keepForOffline, startWorker } from '$lib/browser/embedded/worker';

type Container = ServiceWorkerContainer & { said: unknown[]; registered: unknown[][] };

/** A browser's container. `claims`: whether the worker takes the page when it is asked to. */
function containerOf(options: {
	controlled?: boolean;
	claims?: boolean;
	register?: () => Promise<unknown>;
}): Container {
	const events = new EventTarget();
	const said: unknown[] = [];
	const registered: unknown[][] = [];
	const worker = {
		postMessage: (message: unknown) => {
			said.push(message);
			if (options.claims) events.dispatchEvent(new Event('controllerchange'));
		}
	};
	const container = {
		said,
		registered,
		controller: options.controlled ? worker : null,
		ready: Promise.resolve({ active: worker }),
		register: (...given: unknown[]) => {
			registered.push(given);
			return options.register ? options.register() : Promise.resolve({ scope: '/docs/' });
		},
		addEventListener: events.addEventListener.bind(events)
	};
	return container as unknown as Container;
}

const start = (workers?: ServiceWorkerContainer, isSecureContext = true) =>
	startWorker('/docs', { isSecureContext, ...(workers ? { workers } : {}) }, 50);

describe('the service worker of the site', () => {
	it('is registered for the site and nothing above it', async () => {
		const workers = containerOf({ controlled: true });
		expect((await start(workers)).ok).toBe(true);
		expect(workers.registered[0]).toMatchObject(['/docs/service-worker.js', { scope: '/docs/' }]);
	});

	it('is asked to take a page that was reloaded past it', async () => {
		const workers = containerOf({ claims: true });
		expect((await start(workers)).ok).toBe(true);
		expect(workers.said).toEqual(['claim']);
	});

	it('that never takes the page is given up in time', async () => {
		expect(await start(containerOf({}))).toMatchObject({ failure: { reason: 'worker-unavailable' } });
	});

	it.each([
		['an insecure context', undefined, false, 'insecure-context'],
		['a browser without workers', undefined, true, 'worker-unavailable'],
		['a script that cannot be had', () => Promise.reject(new TypeError('404')), true, 'worker-unavailable'],
		['a browser that resolves to nothing', () => Promise.resolve(undefined), true, 'worker-unavailable']
	])('%s says so', async (_name, register, secure, reason) => {
		const workers = register ? containerOf({ register }) : undefined;
		expect(await start(workers, secure)).toMatchObject({ ok: false, failure: { reason } });
	});
});

describe('the whole site for use without a network', () => {
	/** A worker that answers by the port that comes with the message. */
	function answering(whole: boolean) {
		const asked: unknown[] = [];
		const controller = {
			postMessage(message: unknown, [port]: MessagePort[]) {
				asked.push(message);
				port?.postMessage(whole);
			}
		} as unknown as ServiceWorker;
		return { asked, serviceWorker: { controller } as ServiceWorkerContainer };
	}

	it.each([true, false])('is fetched by the worker, which says whether it is whole: %s', async (whole) => {
		const { asked, serviceWorker } = answering(whole);
		expect(await keepForOffline({ serviceWorker })).toBe(whole);
		expect(asked).toEqual(['keep']);
	});

	it('is not fetched for whoever saves data', async () => {
		const { asked, serviceWorker } = answering(true);
		expect(await keepForOffline({ serviceWorker, connection: { saveData: true } })).toBe(false);
		expect(asked).toEqual([]);
	});

	it('is not there where no worker answers for the page', async () => {
		expect(await keepForOffline({})).toBe(false);
	});
});
