import type { EmbedPage, EmbedTheme } from '$lib/lexicon/embedding';
import { formatLook, landingOf, parseEmbed, type EmbedAsked, type EmbedLook } from '$lib/trace/embed-look';
import { isInFrame } from '../storage/place';
import { frameKey } from './frame-key';

/** Kept for this frame alone, so that a page that it loads next looks the same; a tab keeps nothing. */
export function keepLook(look: EmbedLook): void {
	if (!isInFrame()) return;
	try {
		sessionStorage.setItem(frameKey('embed'), formatLook(look));
	} catch {
		return;
	}
}

/** The theme of this frame as the page around it wants it. What the person chose for the site is left as it is. */
export function wearTheme(theme: EmbedTheme, root: HTMLElement = document.documentElement): void {
	if (theme === 'auto') delete root.dataset.theme;
	else root.dataset.theme = theme;
}

/**
 * What is asked for by this text, which is the address's own or what was kept. `page`: which one it is, undefined where it
 * is none with a compact form. The address of a sign-in is never read for it.
 */
export function readLook(
	text: string,
	page: EmbedPage | undefined
): { asked: EmbedAsked; isFromAddress: boolean } {
	const isFromAddress = text === location.search;
	const asked = parseEmbed(text, isFromAddress ? page : 'walk');
	keepLook(asked.look);
	return { asked, isFromAddress };
}

export { formatLook, isInFrame, landingOf };
