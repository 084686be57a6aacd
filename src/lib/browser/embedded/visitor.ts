import { loadPart } from '$lib/lexicon/part';
import type { CallbackMessage } from '$lib/trace/fact';

/** Who signs in at the embedded server in the place of the person, when they ask for it. */
export interface Visitor {
	/** Whether a URL is one of that server. */
	knows: (url: string) => boolean;
	/** With what the browser came back; undefined: the sign-in is for the person. */
	signIn: (url: string) => Promise<CallbackMessage | undefined>;
	/** The same of a visitor who presses nothing, as in a frame that nobody sees. */
	ask: (url: string) => Promise<CallbackMessage | undefined>;
}

/** `issuer` and `callback` of this site. `send`: what answers for the server. */
export function createVisitor(
	issuer: string,
	callback: string,
	send: (request: Request) => Promise<Response>
): Visitor {
	const knows = (url: string): boolean => url.startsWith(`${issuer}/`);
	const visit = (presses: boolean) => async (url: string) => {
		const { signIn } = await loadPart(() => import('./sign-in'));
		return signIn(url, { knows, callback, send, presses });
	};
	return { knows, signIn: visit(true), ask: visit(false) };
}
