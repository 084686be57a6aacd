import { keepPosted } from '../callback/posted';
import { noteTyped } from '../storage/fill-walk';
import { isInFrame, standsAlone } from '../storage/place';

/** Where the person goes from a page of the server in this page: on this site, or away from it. */
export type WayOn = { open: string } | { load: string } | { elsewhere: string; byLink: boolean };

const signOutPages = ['/idp/end-session', '/idp/sign-out'];

/**
 * `led`: the address of the server that led to `request`. `back`: the page of the walk from which the server was opened.
 * Where the server is in this page no other tab shows where a sign-out has ended: it is typed in for the person.
 */
export async function wayOn(base: string, request: Request, led: string, back: string): Promise<WayOn> {
	const { url, method } = request;
	if (standsAlone() && signOutPages.includes(new URL(led).pathname.slice(base.length))) {
		await noteTyped(base, 'signed out at', url);
		return { open: back };
	}
	if (url.startsWith(`${location.origin}${base}/`))
		return { open: method === 'POST' ? keepPosted(base, url, await request.text()) : url };
	return isInFrame() ? { elsewhere: url, byLink: method === 'GET' } : { load: url };
}

/** Gives this place in the history the address of another page: loaded again, or gone back to, it shows that one. */
export const nameEntry = (address: string): void => history.replaceState(history.state, '', address);
