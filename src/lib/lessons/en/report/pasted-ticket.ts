/** Of a text that was pasted. */
export const pastedTicketTexts = {
	title: 'For a ticket',
	why: 'What was read, as Markdown. Secrets that could be recognised in the line are replaced.'
} as const;
