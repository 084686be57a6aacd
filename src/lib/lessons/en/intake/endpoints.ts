import type { ServerPlace } from '$lib/lexicon/brought';

const asked = 'Applications ask it, and no person: opened in a browser it says little.';

/** What an address of a server is by its form, and what can be done with it. */
export const endpointTexts = {
	what: {
		authorization:
			'By its form this is the authorization endpoint. A request to it has client_id and redirect_uri in its query: paste the whole address to have it read.',
		token: `By its form this is the token endpoint. ${asked}`,
		keys: 'By its form the keys of a server are here. For the bench for tokens open it and paste what it shows.',
		userinfo: 'By its form this is the UserInfo endpoint: an access token is sent to it.',
		logout: 'By its form this address signs a person out.',
		introspection: `By its form this is the introspection endpoint. ${asked}`,
		revocation: `By its form this is the revocation endpoint. ${asked}`,
		push: `By its form requests are pushed here before the browser leaves (PAR). ${asked}`,
		device: `By its form this is the endpoint for devices without a browser. ${asked}`,
		registration: `By its form clients are registered here. ${asked}`,
		metadata:
			'This is the address of metadata with a query. The walk looks for metadata by the issuer, which has no query (RFC 8414 §2), and would find another document. Open it and paste the document here.',
		page: 'By its form this is a page that a person sees while signing in, and none that an application is set up with.'
	} satisfies Record<ServerPlace, string>,
	known: (issuer: string): string =>
		`Servers with such addresses have this issuer: ${issuer}. Discovery checks that.`,
	use: 'Use this issuer',
	unknown:
		'Which issuer it belongs to the address does not say. It stands in the settings of the provider, or in its metadata as issuer.'
} as const;
