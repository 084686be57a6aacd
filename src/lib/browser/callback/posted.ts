import type { IntakeFailure } from '$lib/lexicon/failure';
import { fail, ok, type Result } from '$lib/lexicon/result';
import type { CallbackMessage } from '$lib/trace/fact';
import { parsePosted, postedAddress, postedCache } from '$lib/wire/posted-form';

/** Takes the form that the service worker put aside: it is there once. */
export async function takePosted(base: string, id: string): Promise<Result<CallbackMessage, IntakeFailure>> {
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
