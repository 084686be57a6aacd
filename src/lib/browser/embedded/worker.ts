import type { IntakeFailure } from '$lib/lexicon/failure';
import { fail, ok, type Result } from '$lib/lexicon/result';

const controlTime = 10_000;

/** What a browser has of service workers: none in an insecure context, and none in some private windows. */
interface WorkerPlatform {
	isSecureContext: boolean;
	workers?: ServiceWorkerContainer;
}

const ofThisPage = (): WorkerPlatform => ({
	isSecureContext,
	...('serviceWorker' in navigator ? { workers: navigator.serviceWorker } : {})
});

const unavailable = (where: string): Result<never, IntakeFailure> =>
	fail({ reason: 'worker-unavailable', where });

/** Resolves with true when this page is controlled, with false when that takes too long. */
function controlled(workers: ServiceWorkerContainer, patience: number): Promise<boolean> {
	if (workers.controller) return Promise.resolve(true);
	return new Promise((resolve) => {
		const timer = setTimeout(() => resolve(false), patience);
		const done = (): void => {
			clearTimeout(timer);
			resolve(true);
		};
		workers.addEventListener('controllerchange', done, { once: true });
		// `ready` comes before the page is controlled, and after a hard reload the page never is, unless it asks.
		void workers.ready.then(({ active }) => {
			if (workers.controller) done();
			else active?.postMessage('claim');
		});
	});
}

/**
 * Installs the service worker of the site at `base` and waits until it answers for this page. Fails where there
 * are no service workers: an insecure context, a private window of some browsers, a policy.
 */
export async function startWorker(
	base: string,
	{ isSecureContext, workers }: WorkerPlatform = ofThisPage(),
	patience = controlTime
): Promise<Result<ServiceWorkerRegistration, IntakeFailure>> {
	if (!isSecureContext) return fail({ reason: 'insecure-context' });
	if (!workers) return unavailable('navigator.serviceWorker');
	try {
		const registration: ServiceWorkerRegistration | undefined = await workers.register(
			`${base}/service-worker.js`,
			// A module also in the build: the glue of the rules sandbox reads `import.meta`.
			{ scope: `${base}/`, type: 'module' }
		);
		if (!registration) return unavailable('register');
		return (await controlled(workers, patience)) ? ok(registration) : unavailable('controller');
	} catch (error) {
		return unavailable(error instanceof Error ? error.message : String(error));
	}
}

/** What a browser says of a person who has asked it to save data. Firefox and Safari know no such wish. */
interface SavingPlatform {
	connection?: { saveData?: boolean };
	serviceWorker?: ServiceWorkerContainer;
}

/** Has the worker fetch the whole site for use without a network. True: all of it is there. */
export function keepForOffline(platform: SavingPlatform = navigator): Promise<boolean> {
	const worker = platform.serviceWorker?.controller;
	// Megabytes that nobody may need: what such a person opens is kept, and nothing else.
	if (!worker || platform.connection?.saveData) return Promise.resolve(false);
	const { port1, port2 } = new MessageChannel();
	return new Promise((resolve) => {
		port1.onmessage = (event) => {
			port1.close();
			resolve(event.data === true);
		};
		worker.postMessage('keep', [port2]);
	});
}
