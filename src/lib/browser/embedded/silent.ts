import type { CallbackMessage } from '$lib/trace/fact';
import { startConfiguration } from '../storage/start-configuration';
import { fetchWithEmbedded } from './embedded';
import { signIn } from './sign-in';

/**
 * What a hidden frame would bring back, where the server is in this page: nobody presses anything, so a page that asks
 * something is the end. Undefined: no answer came.
 */
export function openSilentVisit(base: string): (url: string) => Promise<CallbackMessage | undefined> {
	const { issuer, redirectUri } = startConfiguration(location.origin, base);
	const knows = (url: string): boolean => url.startsWith(`${issuer}/`);
	const send = fetchWithEmbedded(base);
	return (url) => signIn(url, { knows, callback: redirectUri, send, presses: false });
}
