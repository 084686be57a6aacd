/** An answer, with all that is said about it. */
export const outcomeTexts = {
	checks: 'What the client checks',
	views: 'View of the response',
	bodyAlone: 'The body alone',
	formatted: 'Formatted',
	formattedBody: 'Formatted body',
	sent: 'Request as sent',
	response: 'Response',
	parts: 'Parts of the answer',
	inside: 'Inside the server',
	/** Short, on the tab of the checks. */
	all: (passed: number, of: number): string => (passed === of ? `${of}` : `${passed} of ${of}`)
} as const;
