/**
 * Whether this page is asked for in its compact form: `static/theme.js` has found that out before the first paint, in the
 * address or in what is kept for this frame, and left the query on the root. It is taken once.
 */
export function takeAsked(root: HTMLElement = document.documentElement): string | undefined {
	const { embed } = root.dataset;
	if (embed !== undefined) root.dataset.embed = '';
	return embed;
}
