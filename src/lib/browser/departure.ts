/** The name of the window in which a popup signs in: a second click uses the same one. */
const popupName = 'pkce-playground-sign-in';

/**
 * Takes the person to a URL. False: the browser opened no window. A new tab gets no opener, so that nothing at the
 * provider can reach back into this page; a popup keeps it, so that it may be closed when it is done.
 */
export function depart(url: string, way: 'tab' | 'popup' | 'new-tab'): boolean {
	// An edited URL may be anything; a page is left for the web only.
	if (!/^https?:\/\//i.test(url)) return false;
	if (way === 'tab') {
		location.assign(url);
		return true;
	}
	if (way === 'popup') return window.open(url, popupName, 'popup,width=520,height=720') !== null;
	// With noopener the browser always answers null: whether the tab came up cannot be known.
	window.open(url, '_blank', 'noopener');
	return true;
}

/** Whether this page is the window that a popup sign-in opened. */
export const isSignInPopup = (): boolean => window.name === popupName && window.opener !== null;
