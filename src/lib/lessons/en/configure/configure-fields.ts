import type { Terms } from '../../terms';

/** What each field is. `start`: for the provider of this site, which knows everything already. */
export const fieldHints = {
	issuer:
		'The address of the authorization server, which is also its name in tokens. Its metadata is read from there.',
	clientId:
		'From the application that you registered at the provider, as a public client: one that cannot keep a secret, such as a page.',
	clientIdOfStart:
		'The name of this page at the server, where it is registered as a public client: one that cannot keep a secret.',
	redirectUri: 'Where the answer comes back to. Register exactly this address, to the last character.',
	redirectUriOfStart: 'Where the answer comes back to: a page of this site, registered at the server.',
	scope:
		'What the client asks for, in words with spaces between them. openid asks who signed in, offline_access for a refresh token.',
	audience:
		'Which API the access token is for, where the provider has this parameter. Elsewhere the scope says it.',
	apiUrl: 'The last steps call it with the access token.',
	extra: 'Anything that your provider asks for, such as prompt, login_hint, resource or organization.'
} as const;

/** What of these hints a newcomer may not know. */
export const hintTerms: Partial<Record<keyof typeof fieldHints, Terms>> = {
	issuer: { issuer: 'its name in tokens', metadata: 'metadata' },
	clientId: { 'public-client': 'public client' },
	clientIdOfStart: { 'public-client': 'public client' },
	scope: { scope: 'What the client asks for', 'refresh-token': 'refresh token' },
	audience: { audience: 'Which API the access token is for' }
};

export const clientMissingText = 'The server knows the client by this identifier: fill it in.';

export const extraTitle = 'Extra parameters for the authorization request';

/** What an issuer looks like. */
export const issuerExample = 'https://login.example.com';
