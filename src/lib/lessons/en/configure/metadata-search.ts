import type { MetadataCase } from '$lib/lexicon/metadata-cases';

/** What may be the matter when no metadata could be read, and what to do then. */
export const metadataCaseTexts: Record<MetadataCase, string> = {
	'not-there':
		'There is no document at this address. Many servers answer 404 without leave for pages to read it, which looks the same from here.',
	'not-readable': 'There is a document, and the server lets no page of this origin read it.',
	unreachable:
		'The server is not reached from this browser: a wrong name, nobody there, or a certificate that is refused.',
	blocked: 'Something on this side stops the request: an extension, a proxy, or a rule of the browser.',
	moved: 'The document is at another address. Browsers do not tell a page where a redirect leads.'
};

export const metadataSearchTexts = {
	one: 'What is the matter, as far as a page can tell',
	several: 'A page cannot tell which of these is the matter',
	open: 'Open the address in a new tab: what the browser shows there tells it.',
	title: 'Other places where the metadata may be',
	why: 'OpenID Connect puts the document behind the issuer. Plain OAuth puts it between the host and the path. Some servers do otherwise.',
	list: 'Addresses of the metadata',
	asked: 'asked',
	notAsked: 'not asked yet',
	action: (host: string, count: number): string =>
		count === 1
			? `Ask ${host} at this address`
			: `Ask ${host} at these ${count} addresses, one after the other`,
	none: 'All of them were asked. If you know the address, enter it below. Otherwise paste the document or type the endpoints.',
	addressLabel: 'The final address of the metadata',
	addressHint:
		'The whole address of the document, as the browser shows it in a tab of its own or curl prints it. The issuer of the form stays as it is.',
	addressError: 'This is no https address. Copy it with its https:// in front.',
	askThere: (host: string): string =>
		host === '' ? 'Ask at the address entered' : `Ask ${host} at the address entered`
} as const;
