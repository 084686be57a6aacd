/** The name of the window in which a popup signs in: a second click uses the same one. */
const popupName = 'pkce-playground-sign-in';

/** How often a popup is looked at, in milliseconds: no event tells that a window of another origin is gone. */
const lookEvery = 500;

/** Calls back when a popup is closed, or when a page in it has cut its tie to this one: both look the same from here. */
function watchPopup(popup: Window, gone: () => void): void {
	const timer = setInterval(() => {
		if (!popup.closed) return;
		clearInterval(timer);
		gone();
	}, lookEvery);
}

/**
 * Takes the person to a URL. False: the browser opened no window. A new tab gets no opener, so that nothing at the
 * provider can reach back into this page; a popup keeps it, so that it may be closed when it is done. `gone`: what to
 * do when the popup is no more.
 */
export function depart(url: string, way: 'tab' | 'popup' | 'new-tab', gone?: () => void): boolean {
	// An edited URL may be anything; a page is left for the web only.
	if (!/^https?:\/\//i.test(url)) return false;
	if (way === 'tab') {
		location.assign(url);
		return true;
	}
	if (way === 'popup') {
		const popup = window.open(url, popupName, 'popup,width=520,height=720');
		if (popup && gone) watchPopup(popup, gone);
		return popup !== null;
	}
	// With noopener the browser always answers null: whether the tab came up cannot be known.
	window.open(url, '_blank', 'noopener');
	return true;
}

/** Whether this page is the window that a popup sign-in opened. */
export const isSignInPopup = (): boolean => window.name === popupName && window.opener !== null;
