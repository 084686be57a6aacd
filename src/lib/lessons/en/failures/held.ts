/** What is said of the secrets that the tab holds in its memory alone. */
export const heldTexts = {
	secret:
		'Held in this page’s memory alone, for this issuer and client: another one, other endpoints or a reload forget it.',
	key: 'The application must be registered with its public part. The private part stays in this page’s memory, for this issuer and client. Another one, other endpoints or a reload forget it.'
} as const;
