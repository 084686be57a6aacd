/** The words of the page that is handed on as a file. Those that a ticket has as well are in `ticket.ts`. */
export const reportPageTexts = {
	language: 'en',
	title: {
		failed: (step: string): string => `Sign-in failed: ${step}`,
		other: 'Sign-in report'
	},
	made: (at: string): string =>
		`Made on ${at} by PKCE Playground. Everything is in this file: it loads nothing and runs nothing.`,
	redacted:
		'Secrets and names of persons are replaced by placeholders. The same value has the same placeholder.',
	withSecrets: 'This page holds secrets: nothing was taken out. Whoever has it can use them.',
	about: 'What it is about',
	rows: {
		provider: 'Provider',
		issuer: 'Issuer',
		clientId: 'Client ID',
		application: 'Application',
		redirectUri: 'Redirect URI',
		flow: 'Flow',
		scope: 'Scope',
		audience: 'Audience',
		failing: 'Failing step',
		then: 'Failed after it',
		request: 'Request',
		answer: 'Answer',
		at: 'At (UTC)'
	},
	error: 'The error, word for word',
	cause: 'First cause',
	picture: 'What crossed',
	/** For who does not see the picture. */
	pictureLabel:
		'Diagram of the messages between browser, authorization server and API; the list below says the same.',
	checks: {
		title: 'Checks',
		columns: { sign: 'Result', name: 'Check', expected: 'Expected', actual: 'Found', section: 'Section' }
	},
	messages: {
		title: 'Messages',
		none: 'Nothing was sent.',
		answerMissing: 'The answer was not recorded.',
		browser: 'The browser went there: no page sees what came of it.',
		headers: (count: number): string => (count === 1 ? '1 header' : `${count} headers`),
		parameters: 'Parameters',
		body: 'Body',
		laidOut: 'Body, laid out',
		token: (name: string): string => `What ${name} says`,
		edited: 'It was edited by hand before it was sent.',
		pasted: 'Recorded or pasted: this page did not send it.',
		cut: (characters: number): string => `${characters.toLocaleString('en')} more characters are left out.`
	},
	references: 'Ids and times (UTC)',
	attempts: 'What was tried',
	link: 'The same configuration'
} as const;
