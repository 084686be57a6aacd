import { isInFrame, standsAlone } from '../storage/place';

/** Whether a URL is one of the embedded authorization server. */
export const isEmbedded = (base: string, url: string): boolean =>
	url.startsWith(`${location.origin}${base}/idp/`);

/**
 * The ways from this page to a sign-in. `here`: only in this page, as no other window shares the embedded server in it.
 * `popup`: in a frame almost no provider lets itself be shown, and another tab would not know who waits for its answer.
 */
export type SignInWays = 'any' | 'here' | 'popup';

export function waysTo(base: string, url: string): SignInWays {
	if (isEmbedded(base, url)) return standsAlone() ? 'here' : 'any';
	return isInFrame() ? 'popup' : 'any';
}
