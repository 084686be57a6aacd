/** An answer, with all that is said about it. */
export const outcomeTexts = {
	checks: 'What the client checks',
	views: 'View of the response',
	formatted: 'Formatted',
	formattedBody: 'Formatted body',
	sent: 'The request as it was sent'
} as const;
