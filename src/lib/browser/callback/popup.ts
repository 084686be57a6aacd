/**
 * The window in which a popup signs in. It starts on a page of ours, which cuts its tie to the opening page before it
 * goes to the provider: no page that is shown there later has an opener to navigate or to speak to. The opening page
 * keeps its handle, and says through it where to go, at our own origin alone: no address stands in a URL of ours.
 */
import { listenTo, sayTo } from './windows';

/** What the two windows speak about. */
export const subjectOf = (base: string): string => `pkce-playground ${base}/ popup`;

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
