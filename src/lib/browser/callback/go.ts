import type { CallbackMessage } from '$lib/trace/fact';
import { startEmbedded } from '../embedded/embedded';
import { openFrame } from './frame';
import { openPopup, signInWindow } from './popup';
import { isEmbedded } from './ways';

/** How often a popup is looked at, in milliseconds: no event tells that a window of another origin is gone. */
const lookEvery = 500;

/** Calls back when a popup is closed, or when a page in it has cut its tie to this one: both look the same from here. */
function watchPopup(popup: Window, gone: () => void): void {
	const timer = setInterval(() => {
		if (!popup.closed) return;
		clearInterval(timer);
		// One that a newer popup took the place of was closed by this page.
		if (popup === signInWindow()) gone();
	}, lookEvery);
}

/** What a page does itself where the embedded server is in it: nothing is loaded, so what it holds stays. */
export interface InPage {
	/** Shows the page of the server at that URL. */
	open(url: string): void;
	/** In the place of a hidden frame, which would ask a server that is not the one of this page. */
	ask(url: string): Promise<CallbackMessage | undefined>;
	/** Takes over an answer of the server. */
	take(arrived: CallbackMessage): void;
}

async function goToEmbedded(
	base: string,
	url: string,
	way: 'tab' | 'frame',
	page: InPage,
	gone?: () => void
): Promise<void> {
	const isHere = (await startEmbedded(base)).by === 'page';
	if (way === 'tab') return isHere ? page.open(url) : location.assign(url);
	if (!isHere) return openFrame(url, () => gone?.());
	const arrived = await page.ask(url);
	if (arrived) page.take(arrived);
	else gone?.();
}

/**
 * Takes the person to a URL. False: the browser opened no window. Neither a new tab nor a popup gets an opener, so that
 * nothing at the provider can reach back into this page. `gone`: what to do when the popup is no more, or the time of the
 * hidden frame is over.
 */
export function depart(
	base: string,
	url: string,
	way: 'tab' | 'popup' | 'new-tab' | 'frame',
	page: InPage,
	gone?: () => void
): boolean {
	// An edited URL may be anything; a page is left for the web only.
	if (!/^https?:\/\//i.test(url)) return false;
	if ((way === 'tab' || way === 'frame') && isEmbedded(base, url)) {
		void goToEmbedded(base, url, way, page, gone);
		return true;
	}
	if (way === 'tab') {
		location.assign(url);
		return true;
	}
	if (way === 'frame') {
		openFrame(url, () => gone?.());
		return true;
	}
	if (way === 'popup') {
		const popup = openPopup(base, url);
		if (popup && gone) watchPopup(popup, gone);
		return popup !== undefined;
	}
	// With noopener the browser always answers null: whether the tab came up cannot be known.
	window.open(url, '_blank', 'noopener');
	return true;
}
