import { isLoopback } from '$lib/message/loopback';

/**
 * Whether a server's word about where it tells its decisions may be followed. Nobody clicks for that question, and it
 * carries the `state`: so it goes to the servers inside this site, and to a server on this machine that names a log of
 * its own origin. `issuer` is the one that the person chose, not one that a document claims; `embedded` is that of the
 * servers inside. Undefined: nothing is asked.
 */
export function believedLog(log: string, issuer: string, embedded: string): URL | undefined {
	if (!URL.canParse(log) || !URL.canParse(issuer)) return undefined;
	const url = new URL(log);
	const chosen = new URL(issuer);
	if (url.username !== '' || url.password !== '' || url.origin !== chosen.origin) return undefined;
	const isInside = [url, chosen].every(({ href }) => `${href}/`.startsWith(`${embedded}/`));
	return isInside || (isLoopback(url) && isLoopback(chosen)) ? url : undefined;
}
