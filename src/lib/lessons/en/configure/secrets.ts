/** Where a client secret or a signing key is given to the page. */
export const secretBoxTexts = { label: 'Client secret', use: 'Use this secret' } as const;

export const signingKeyTexts = {
	title: 'Signing key',
	make: 'Make a new P-256 key',
	paste: 'Or paste a private key as a JWK',
	use: 'Use this key',
	register: 'The public key to register:',
	publicKey: 'Public key'
} as const;

/** What is said of the secrets that the tab holds in its memory alone. */
export const heldTexts = {
	secret:
		'Held in this page’s memory alone, for this issuer and client: another one, other endpoints or a reload forget it.',
	key: 'The application must be registered with its public part. The private part stays in this page’s memory, for this issuer and client. Another one, other endpoints or a reload forget it.'
} as const;
