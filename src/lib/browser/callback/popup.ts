/**
 * The window in which a popup signs in. It starts on a page of ours, which cuts its tie to the opening page before it
 * goes to the provider: no page that is shown there later has an opener to navigate or to speak to. The opening page
 * keeps its handle, and says through it where to go, at our own origin alone: no address stands in a URL of ours.
 */
import * as v from 'valibot';
import { listenTo, sayTo } from './windows';

const subjectOf = (base: string): string => `pkce-playground ${base}/ popup`;

const startSchema = v.object({ go: v.pipe(v.string(), v.maxLength(100_000), v.regex(/^https?:\/\//i)) });

/** How long a popup waits for the page that opened it to say where to go, in milliseconds. */
const patience = 5_000;

/** The popup of the newest sign-in: the handle that only the opening page has. */
let newest: Window | undefined;

export const signInWindow = (): Window | undefined => newest;

/** Opens the start page in a new window, and sends it on to `url`. Undefined: the browser opened no window. */
export function openPopup(base: string, url: string): Window | undefined {
	// Chromium refuses while a page of another site is in it: then two are open, and the newer one counts.
	newest?.close();
	// Without a name: no page elsewhere can have a window of that name ready, or find this one by it.
	const popup = window.open(`${base}/popup/`, '_blank', 'popup,width=520,height=720') ?? undefined;
	newest = popup;
	if (!popup) return undefined;
	const stop = listenTo(subjectOf(base), (_message, from) => {
		if (from !== popup) return;
		stop();
		sayTo(popup, subjectOf(base), { go: url });
	});
	return popup;
}

const markOf = (base: string): string => `pkce-playground ${base}/ popup`;

/**
 * Whether this page is in the window of a popup sign-in. Kept for the window: its name does not survive a provider of
 * another site in Firefox, nor one that isolates its pages anywhere, and its opener is cut off on purpose.
 */
export function isSignInPopup(base: string): boolean {
	try {
		return sessionStorage.getItem(markOf(base)) !== null;
	} catch {
		return false;
	}
}

function mark(base: string): void {
	try {
		sessionStorage.setItem(markOf(base), 'yes');
	} catch {
		// Where nothing can be kept, the person closes the window.
	}
}

/**
 * In the popup: cuts the tie, then goes where the opening page says. Resolves with the host of that place; with
 * undefined when no page of this site has opened this window, or it is not heard of.
 */
export function startPopup(base: string): Promise<string | undefined> {
	const opener: Window | null = window.opener;
	window.opener = null;
	if (!opener) return Promise.resolve(undefined);
	mark(base);
	return new Promise((resolve) => {
		const end = (host?: string): void => {
			clearTimeout(timer);
			stop();
			resolve(host);
		};
		const timer = setTimeout(end, patience);
		const stop = listenTo(subjectOf(base), (message, from) => {
			const start = v.safeParse(startSchema, message);
			if (from !== opener || !start.success || !URL.canParse(start.output.go)) return;
			end(new URL(start.output.go).host);
			// In place of this page: going back from the provider does not lead here.
			location.replace(start.output.go);
		});
		sayTo(opener, subjectOf(base), 'ready');
	});
}
