import type { ProbeKind, ProbeResult } from '$lib/lexicon/failure';

/** What was tried after a request came to nothing, in words. */
export interface ProbeText {
	title: string;
	/** What it tells. */
	why: string;
}

export const probeTexts: Record<ProbeKind, ProbeText> = {
	plain: {
		title: 'A bare GET, to be read',
		why: 'Tells whether the server lets this page read any answer from that address.'
	},
	unread: {
		title: 'A bare GET, not to be read',
		why: 'Tells whether anybody answers at that address at all. The browser hides what was said.'
	},
	preflight: {
		title: 'An empty POST with a preflight request',
		why: 'Tells whether the server says yes when the browser asks first. Header values are placeholders.'
	},
	origin: {
		title: 'A bare GET to the root of the server, not to be read',
		why: 'Tells whether the server is there and only this address is cut off.'
	}
};

export const probeResultLabels: Record<ProbeResult, string> = {
	readable: 'An answer came, and the page could read it',
	redirected: 'A redirect came',
	sent: 'The preflight request was allowed, but the answer could not be read',
	answered: 'Somebody answered',
	nothing: 'Nothing came that the page could see',
	late: 'Nothing came in time'
};

/** The list of probes. */
export const probesTitle = (requests: number): string => `What was tried to find out: ${requests} requests`;
export const probesLabel = 'Probes';

/** Above the list of probes. */
export const probesNote =
	'To find the reason, the page sent these requests. They carry no query, no token and no code.';
