/** The page on which a walk is handed on. */
export const reportTexts = {
	head: 'Report',
	description:
		'Hand a walk on: as a ticket, as a page without scripts, as a file for this site or for other tools.',
	what: 'What others need to help, in a form that they can take. You see it before it leaves, and nothing leaves by itself.',
	empty: {
		title: 'There is nothing to report yet',
		why: 'Nothing was sent in this walk.',
		act: 'Begin a walk'
	},
	forms: { label: 'Form', ticket: 'Ticket', page: 'Page', json: 'Walk file', har: 'HAR' },
	about: {
		page: 'One HTML file with the diagram, the checks and the messages. It loads nothing, runs nothing and prints well.',
		json: 'Opens here again, where every check is made anew.',
		har: 'HAR 1.2: for the tools that read recordings of a browser.'
	},
	preview: { ticket: 'The text that is copied', page: 'The page', json: 'The file', har: 'The file' },
	copy: { ticket: 'Copy for ticket', json: 'Copy the file', har: 'Copy the file' },
	download: {
		ticket: 'Download as Markdown',
		page: 'Download the page',
		json: 'Download the file',
		har: 'Download the file'
	},
	/** The button, after it. */
	isCopied: 'Copied',
	copied: (what: string): string => `Copied: ${what}.`,
	saved: (name: string): string => `Saved as ${name}.`,
	refused: 'The browser does not let this page copy. Select the text and copy it.',
	lines: (count: number): string => `${count} lines`,
	size: (characters: number): string => `${characters.toLocaleString('en')} characters`,
	shown: (characters: number): string =>
		`The first ${characters.toLocaleString('en')} characters are shown here. The file has all of it.`,
	scope: {
		label: 'Of',
		one: (place: number): string => `Attempt ${place}`,
		all: (count: number): string => `All ${count} attempts`
	},
	secrets: {
		title: 'With all secrets',
		why: 'What is here has none of them: secrets and what names a person are replaced by placeholders. Somebody who must repeat the very requests may need them.',
		gives: 'Whoever gets it also gets:',
		one: (name: string, count: number): string => (count === 1 ? name : `${name}, ${count} values`),
		more: (count: number): string => (count === 1 ? 'and one more value' : `and ${count} more values`),
		none: 'Nothing was taken out of this walk.',
		access: (until: string): string => `The access token works until ${until} (UTC), for whoever holds it.`,
		refresh: 'The refresh token gets new access tokens until it is revoked.',
		put: 'Put the secrets in',
		confirm: 'Yes, hand the secrets on',
		keep: 'No, leave them out',
		on: 'What is here now holds all secrets',
		onWhy: 'Hand it only to somebody whom you would give the tokens themselves.',
		out: 'Take the secrets out again'
	}
} as const;
