/** The other side of `popup.ts`: the page on which the window of a popup sign-in starts. */
import * as v from 'valibot';
import { startWorker } from '../embedded/worker';
import { subjectOf } from './popup';
import { listenTo, sayTo } from './windows';

const startSchema = v.object({ go: v.pipe(v.string(), v.maxLength(100_000), v.regex(/^https?:\/\//i)) });

/** How long a popup waits for the page that opened it to say where to go, in milliseconds. */
const patience = 5_000;

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
	// A frame starts no worker. Here one is needed for an answer in a form, which comes much later than it is ready.
	if (opener.parent !== opener) void startWorker(base);
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
