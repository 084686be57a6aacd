import type { IntakeFailure } from '$lib/lexicon/failure';
import { keepForOffline, startWorker } from './worker';
import { loadPart } from '$lib/lexicon/part';
import { placeOf, standsAlone } from '../storage/place';

/**
 * Who answers for the embedded servers: the service worker, out of sight, or the page itself, as in every frame. `none`: neither can,
 * and `failure` says why.
 */
export type Embedded =
	| { by: 'worker' }
	| { by: 'page'; answer: (request: Request) => Promise<Response> | undefined }
	| { by: 'none'; failure: IntakeFailure };

/** Milliseconds in which a person has begun to walk, and needs the machine for that. */
const firstSteps = 3_000;

/** After the first steps, when nothing else is to be done. Safari has no idle callback. */
const whenIdle = (task: () => void): void => {
	setTimeout(() => {
		if ('requestIdleCallback' in window) window.requestIdleCallback(task, { timeout: 10_000 });
		else task();
	}, firstSteps);
};

async function start(base: string): Promise<Embedded> {
	const worker = standsAlone() && isSecureContext ? undefined : await startWorker(base);
	if (worker?.ok) {
		if (!import.meta.env.DEV) whenIdle(() => void keepForOffline());
		return { by: 'worker' };
	}
	if (worker?.failure.reason === 'insecure-context') return { by: 'none', failure: worker.failure };
	const { openInPageServers } = await loadPart(() => import('./in-page'));
	return { by: 'page', answer: await openInPageServers(base, placeOf(base)) };
}

const started = new Map<string, Promise<Embedded>>();

/** Starts what answers for `{base}/idp` and `{base}/api`, once per page. */
export function startEmbedded(base: string): Promise<Embedded> {
	const running =
		started.get(base) ??
		start(base).catch((error: unknown) => {
			// A start that failed, because a file did not arrive, is no answer for ever.
			started.delete(base);
			throw error;
		});
	started.set(base, running);
	return running;
}

/** `fetch` that waits for the embedded servers where, and only where, the request is for them. */
export function fetchWithEmbedded(base: string): (request: Request) => Promise<Response> {
	const roots = [`${location.origin}${base}/idp/`, `${location.origin}${base}/api/`];
	return async (request) => {
		if (!roots.some((root) => request.url.startsWith(root))) return fetch(request);
		const embedded = await startEmbedded(base);
		return (embedded.by === 'page' ? embedded.answer(request) : undefined) ?? fetch(request);
	};
}

/** Two loads of one address within this many milliseconds are a loop, not a person. */
const loopTime = 5_000;

/**
 * Loads this address again, now that the worker answers for it. False: it was loaded again just before and the
 * worker still did not answer, or nothing can be remembered here: then once more might be for ever.
 */
export function reloadOnce(base: string): boolean {
	const key = `pkce-playground ${base}/ reloaded`;
	try {
		const last = Number(sessionStorage.getItem(key) ?? 0);
		if (Date.now() - last < loopTime) return false;
		sessionStorage.setItem(key, String(Date.now()));
	} catch {
		return false;
	}
	location.reload();
	return true;
}
