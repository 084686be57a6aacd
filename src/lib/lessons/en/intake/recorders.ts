/** What recorders call themselves, where people call them otherwise. */
const recorderNames: Readonly<Record<string, string>> = {
	WebInspector: 'the developer tools of Chrome or Edge',
	Firefox: 'the developer tools of Firefox',
	'WebKit Web Inspector': 'the developer tools of Safari',
	'Charles Proxy': 'Charles',
	'mitmproxy exporthar': 'mitmproxy',
	burp2har: 'Burp, through burp2har',
	playwright: 'Playwright',
	Playwright: 'Playwright',
	'PKCE Playground': 'this site'
};

/** A recorder with its version, as people call it: `WebInspector 537.36`. */
export function recorderName(named: string): string {
	const known = Object.keys(recorderNames).find((name) => named === name || named.startsWith(`${name} `));
	return known === undefined ? named : `${recorderNames[known]}${named.slice(known.length)}`;
}
