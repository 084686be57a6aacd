import type { FramedWindow } from '../framing';

/** What a page says of its own origin when it may be looked at. */
function readable(outer: FramedWindow): string | undefined {
	try {
		return outer.location.origin;
	} catch {
		return undefined;
	}
}

/**
 * The origin of the page right around this one, if one of ours or an allowed one is there. A browser that does not list
 * what is around a page names it as the referrer of the first page in a frame; what was `known` then is for the next ones.
 * A wrong one does no harm: what is said is said to that origin alone.
 */
export function hostOrigin(
	page: FramedWindow,
	allowed: readonly string[],
	known: string | undefined
): string | undefined {
	if (page.parent === page) return undefined;
	const { referrer } = page.document;
	const named = URL.canParse(referrer) ? new URL(referrer).origin : undefined;
	const origins = [readable(page.parent), page.location.ancestorOrigins?.[0], named, known];
	const isOwn = origins[0] !== undefined;
	return isOwn ? page.origin : origins.find((origin) => origin !== undefined && allowed.includes(origin));
}
