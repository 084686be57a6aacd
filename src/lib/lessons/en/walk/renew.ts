/** The last step. `without`: where the walk brought no refresh token. */
export const renewTexts = {
	scope: 'Scope (optional)',
	scopeHint: 'Empty for the same as before. You may ask for less, never for more.',
	action: 'Refresh the access token',
	answer: 'The refresh response',
	again: 'Refresh once more',
	newToken: {
		title: 'The new access token',
		purpose: 'The old one stays valid until it expires, unless the server revoked it.'
	},
	without: 'There is no refresh token, so nothing can be refreshed',
	can: (endpoints: readonly string[]): string =>
		`What can be done here with the tokens that you hold: ${endpoints.join(', ')}.`,
	cannot: 'This server announces nothing else for this step either: the walk ends here.',
	introspection_endpoint: 'ask the server about one',
	revocation_endpoint: 'revoke one',
	end_session_endpoint: 'sign out at the provider',
	how: 'A refresh token comes only when the scope offline_access was requested and the API allows offline access. Some providers also want it enabled for the application.'
} as const;
