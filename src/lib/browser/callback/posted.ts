import type { IntakeFailure } from '$lib/lexicon/failure';
import { fail, ok, type Result } from '$lib/lexicon/result';
import type { CallbackMessage } from '$lib/trace/fact';
import { parsePosted, postedAddress, postedCache, toldOf } from '$lib/wire/posted-form';
import { randomWord } from '../random-word';

/** What the server in this page had posted: no page is loaded between the two, and no worker is asked. */
const postedHere = new Map<string, CallbackMessage>();

/** Keeps an answer in a form until the callback page takes it. The address that tells of it. */
export function keepPosted(base: string, url: string, body: string): string {
	const id = randomWord(24);
	postedHere.set(id, { url, body });
	return toldOf(location.origin, base, id);
}

/** Takes the form that the service worker put aside: it is there once. */
export async function takePosted(base: string, id: string): Promise<Result<CallbackMessage, IntakeFailure>> {
	const here = postedHere.get(id);
	if (here && postedHere.delete(id)) return ok(here);
	const gone = fail({ reason: 'form-gone' } as const);
	try {
		const cache = await caches.open(postedCache(base));
		const address = postedAddress(location.origin, base, id);
		const kept = await cache.match(address);
		await cache.delete(address);
		const posted = parsePosted(await kept?.json());
		if (!posted) return gone;
		const { kind, ...rest } = posted;
		return 'reason' in rest ? fail(rest) : ok(rest);
	} catch {
		return gone;
	}
}
