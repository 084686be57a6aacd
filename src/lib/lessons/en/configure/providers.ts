/** What is said about providers before the first request, and about the values of a preset. */
export const browserTexts: Record<'yes' | 'with-secret' | 'no' | 'unknown', string> = {
	yes: 'A page can finish the flow here',
	'with-secret': 'A page can finish the flow only with a client secret',
	no: 'A page cannot finish the flow here',
	unknown: 'Nobody has said whether a page can finish the flow here'
};

export const corsTexts: Record<'always' | 'per-client' | 'per-tenant' | 'never', string> = {
	always: 'Every origin may read the token endpoint',
	'per-client': 'Switched on for each client',
	'per-tenant': 'Switched on for the whole tenant',
	never: 'No page may read the token endpoint'
};

export const accessTokenTexts: Record<'jwt' | 'opaque' | 'depends', string> = {
	jwt: 'A JWT',
	opaque: 'Opaque',
	depends: 'It depends'
};

export const logoutTexts: Record<'discovery' | 'own', string> = {
	discovery: 'By the end_session_endpoint of the metadata',
	own: 'In a way of the provider’s own'
};

/** The facts of the card, in the order in which they are shown. */
export const capabilityTexts = {
	title: (provider: string): string => `What is known about ${provider}`,
	source: (place: number, site: string): string => `Source ${place}, ${site}`,
	promise:
		'These are facts as they were found, not promises. What the server’s own metadata says counts more.',
	cors: 'CORS',
	publicClient: 'Client secret',
	plain: 'The plain method',
	refreshToken: 'Refresh token',
	accessToken: 'Access token',
	logout: 'Logout',
	issuer: 'Issuer',
	parameters: 'Parameters',
	notes: 'Good to know'
} as const;

export const secretTexts = { none: 'None is needed', needed: 'Needed' } as const;
export const plainTexts = {
	accepted: 'Accepted; S256 is still the one to use',
	refused: 'Refused'
} as const;
export const nothingFound = 'Nothing was found on this.';
export const notVerified = 'not from the provider itself';

/** What is wrong with a value that a preset asks for. */
export const variableTexts: Record<
	| 'no-discovery'
	| 'variable-empty'
	| 'variable-space'
	| 'variable-path'
	| 'variable-host'
	| 'variable-label'
	| 'variable-begins'
	| 'variable-admin'
	| 'variable-tenant'
	| 'variable-region'
	| 'variable-scheme'
	| 'variable-choice'
	| 'variable-characters'
	| 'variable-too-long',
	string
> = {
	'no-discovery': 'This provider publishes no metadata: its endpoints are filled in below.',
	'variable-empty': 'Fill this in: the issuer is made of it.',
	'variable-space': 'A space is in it. An address has none: take it out.',
	'variable-path': 'Only the name belongs here, without a path, a query or a slash inside.',
	'variable-host': 'This is no host name. Write it as in the example, without spaces and signs.',
	'variable-label':
		'This is no such name. Write it as in the example: letters, digits and hyphens, without anything around it.',
	'variable-begins': 'It begins with another region than the one given. Take both from one user pool.',
	'variable-admin': 'This is the address of the admin console, which is no issuer. Leave out -admin.',
	'variable-tenant':
		'This is no tenant. Give its id, one of its domains, or common, organizations or consumers.',
	'variable-region': 'This is no region. Write it as in the example, such as us-east-1.',
	'variable-scheme': 'Only https and http addresses can be used.',
	'variable-choice': 'Choose one of the list.',
	'variable-characters': 'It has characters that an address cannot have.',
	'variable-too-long': 'It is longer than any such name can be.'
};

/** What a preset and the metadata disagree about, and what the preset says where it is no value. */
export const contradictionTexts: Record<
	'issuer' | 'plain-accepted' | 'plain-refused' | 'secret-needed' | 'secret-not-needed' | 'logout' | 'scopes',
	{ subject: string; known?: string }
> = {
	issuer: { subject: 'The issuer' },
	'plain-accepted': { subject: 'The plain method', known: 'plain is accepted' },
	'plain-refused': { subject: 'The plain method', known: 'plain is refused' },
	'secret-needed': { subject: 'The client secret', known: 'a client secret is needed' },
	'secret-not-needed': { subject: 'The client secret', known: 'a client without a secret is possible' },
	logout: { subject: 'Logout', known: 'end_session_endpoint of discovery' },
	scopes: { subject: 'Scopes that are not listed' }
};

export const contradictionWords = {
	title: (provider: string): string => `The server says otherwise than what was known about ${provider}`,
	counts: 'Its metadata counts, and the walk goes by it.',
	about: (subject: string): string => `${subject}:`,
	known: 'known was',
	says: ', the server says',
	found: (member: string, values: string): string => `${member}: ${values}`,
	without: (member: string): string => `no ${member}`
} as const;

export const recognisedTitle = (provider: string): string =>
	`This is an address of ${provider}: what is known about it`;
