import type { MetadataName } from '$lib/lexicon/metadata';

/** The endpoints that a person may type for a server that publishes none, in order. */
export const typedEndpoints = [
	{ name: 'authorization_endpoint', needed: true },
	{ name: 'token_endpoint', needed: true },
	{ name: 'jwks_uri', needed: false },
	{ name: 'userinfo_endpoint', needed: false },
	{ name: 'revocation_endpoint', needed: false },
	{ name: 'introspection_endpoint', needed: false },
	{ name: 'end_session_endpoint', needed: false }
] as const satisfies readonly { name: MetadataName; needed: boolean }[];

export const ownMetadataTexts = {
	fold: 'A server without metadata, or one that no page may read: type its endpoints',
	why: 'Some servers publish no metadata, and some do not let a page read it. Type the endpoints from the provider’s documentation, or paste the whole document.',
	documentLabel: 'The metadata document',
	documentHint:
		'Open its address in a new tab and copy everything. The same checks are made as on a fetched one.',
	documentError: 'This is no JSON object. Copy the whole document, from the first curly brace to the last.',
	endpointError: 'This is no https address. Copy it with its https:// in front.',
	otherTitle: 'The document names another issuer',
	otherWhy:
		'It calls its server as shown here. Use this issuer if you trust it: it goes into the form above, and the next request fetches its own metadata.',
	spellingTitle: 'The document spells its issuer otherwise: a strict client stops here',
	spellingWhy:
		'You can go on all the same: from here on the document’s spelling counts. To mend it, use this spelling here and in your application. It goes into the form above, and the next request fetches the metadata again.',
	otherAction: 'Use this issuer',
	action: 'Use these endpoints',
	documentAction: 'Read this document'
} as const;
