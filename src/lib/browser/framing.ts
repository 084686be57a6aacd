/** What of a window tells who is around its page. */
export interface FramedWindow {
	/** `null` as text inside a sandbox. */
	origin: string;
	location: { origin: string; ancestorOrigins?: ArrayLike<string> };
	document: { referrer: string };
	parent: FramedWindow;
	top: FramedWindow | null;
}

/**
 * Why a page does not act in the frame that it is in. `stranger`: pages of these origins are around it, and whoever built
 * the site did not allow them. `unknown`: a browser or a page does not say who is. `sandbox`: the frame took the page's
 * origin away, and with it all that it could keep. `never`: a page that no frame may show.
 */
interface Framed {
	why: 'stranger' | 'unknown' | 'sandbox' | 'never';
	origins: readonly string[];
}

/** The origin of a page around this one when this one may look at it: then it is our own. */
function readableOrigin(outer: FramedWindow): string | undefined {
	try {
		return outer.location.origin;
	} catch {
		return undefined;
	}
}

/**
 * Without a list from the browser: our own pages can be looked at one after the other, and the outermost of them was
 * loaded by the page around it, which it knows as its referrer. Undefined where that proves nothing: that page has one
 * around it in turn, or it is not named, or one of our own pages led here.
 */
function ancestorsByReferrer(page: FramedWindow): string[] | undefined {
	const ancestors: string[] = [];
	let inner = page;
	while (inner.top !== inner) {
		const outer = inner.parent;
		const own = readableOrigin(outer);
		if (own === undefined) {
			const { referrer } = inner.document;
			if (outer !== outer.top || !URL.canParse(referrer)) return undefined;
			const { origin } = new URL(referrer);
			return origin === page.origin ? undefined : [...ancestors, origin];
		}
		ancestors.push(own);
		inner = outer;
	}
	return ancestors;
}

/** The origins of all pages around this one, the nearest first. Undefined: they are not known. */
function ancestorsOf(page: FramedWindow): string[] | undefined {
	const { ancestorOrigins } = page.location;
	const told = ancestorOrigins ? Array.from(ancestorOrigins) : ancestorsByReferrer(page);
	// A sandbox, or a page that hides itself, is told as `null`.
	return told && told.length > 0 && !told.includes('null') ? told : undefined;
}

/**
 * Whether a page may act where it is shown: undefined when it may. Pages of its own origin and of `allowed` ones may be
 * around it, all of them or none; with `nobody`, no page at all.
 */
export function judgeFraming(page: FramedWindow, allowed: readonly string[] | 'nobody'): Framed | undefined {
	if (page.top === page) return undefined;
	if (page.origin !== page.location.origin) return { why: 'sandbox', origins: [] };
	const around = ancestorsOf(page);
	if (allowed === 'nobody') return { why: 'never', origins: around ?? [] };
	if (!around) return { why: 'unknown', origins: [] };
	const strangers = around.filter((origin) => origin !== page.origin && !allowed.includes(origin));
	return strangers.length > 0 ? { why: 'stranger', origins: [...new Set(strangers)] } : undefined;
}

/**
 * The same for this page, with the origins that whoever built the site has allowed. `loadedSignIn`: the browser was sent
 * to the sign-in itself, whose answer says that no frame may show it; a page of ours that opens it in its own view is
 * judged like any other.
 */
export const framedHere = (loadedSignIn: boolean): Framed | undefined =>
	judgeFraming(window, loadedSignIn ? 'nobody' : __EMBED_HOSTS__);

/** Origins of the pages that may show this site. */
export const embedHosts: readonly string[] = __EMBED_HOSTS__;
