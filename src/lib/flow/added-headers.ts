import type { MoveId } from '$lib/lexicon/steps';
import type { HttpRequest } from '$lib/wire/http';

/**
 * How a message travels: the browser goes there itself, the page asks, or the person sends it from elsewhere. `recorded`: it
 * has travelled, and stands as somebody wrote it down.
 */
export type Carrier = 'navigation' | 'page' | 'pasted' | 'recorded';

/** How a message leaves: to two addresses the browser itself goes, and all others are asked by the page. */
export const carrierOf = (move: MoveId): Carrier =>
	move === 'authorization' || move === 'logout' ? 'navigation' : 'page';

/**
 * What the sender adds to a message by itself. Fetch: a page's request names its `Origin` when it goes to another
 * one, or when it is neither GET nor HEAD; a navigation by GET does not.
 */
export function addedTo(
	{ method, url }: HttpRequest,
	carrier: Carrier,
	own: string
): 'origin' | 'no-origin' | 'unknown' | 'recorded' {
	if (carrier === 'pasted') return 'unknown';
	if (carrier === 'recorded') return 'recorded';
	const reads = ['GET', 'HEAD'].includes(method.toUpperCase());
	const elsewhere = carrier === 'page' && originOf(url) !== originOf(own);
	return elsewhere || !reads ? 'origin' : 'no-origin';
}

const originOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).origin : undefined);
