/** Whether a page at that address is in a secure context (`loopback.ts`). This file has no import: the build's settings read it. */
type IsSecure = (url: URL) => boolean;

/** Why an entry is no origin that may be allowed, and what to write; undefined when it is one. */
function problemOf(entry: string, isSecure: IsSecure): string | undefined {
	if (entry.includes('*')) return 'a star stands for nothing here. Write every origin out.';
	// A host may have them in it, so that nothing else would refuse them.
	if (/[,;]/.test(entry)) return 'separate origins by spaces alone.';
	const url = URL.canParse(entry) ? new URL(entry) : undefined;
	if (!url || !/^https?:\/\//i.test(entry))
		return 'write an origin with its scheme, as https://docs.example.com.';
	if (url.origin !== entry) return `write ${url.origin}, with nothing behind the host and the port.`;
	if (!isSecure(url))
		return 'a page over plain http cannot hold this site, which needs a secure context. Use https.';
	return undefined;
}

/**
 * The origins that may show the site in a frame, from the text that whoever builds it gives: separated by spaces, none
 * when it is empty. Throws on an entry that is no origin, so that a build fails and nobody believes in a wrong list.
 */
export function parseEmbedHosts(text: string, isSecure: IsSecure): string[] {
	const entries = text.split(/\s+/).filter((entry) => entry !== '');
	for (const entry of entries) {
		const problem = problemOf(entry, isSecure);
		if (problem) throw new Error(`EMBED_HOSTS has "${entry}": ${problem}`);
	}
	return [...new Set(entries)];
}
