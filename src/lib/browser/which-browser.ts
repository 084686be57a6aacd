/** The browser that a page is open in, by how it names itself; undefined where it is none of these, or hides it. */
export function whichBrowser(
	agent = navigator.userAgent
): 'chrome' | 'edge' | 'firefox' | 'safari' | undefined {
	if (/\bEdg(?:A|iOS)?\//.test(agent)) return 'edge';
	if (/\b(?:Firefox|FxiOS)\//.test(agent)) return 'firefox';
	if (/(?:Chrome|Chromium|CriOS)\//.test(agent)) return 'chrome';
	return /\bSafari\//.test(agent) ? 'safari' : undefined;
}
