/** What the server holds of people and of applications that registered themselves. */
export const issuedTexts = {
	utc: (time: string): string => `${time} UTC`,
	noApi: 'no API',
	sessions: {
		title: 'Signed in',
		since: (time: string): string => `since ${time}`,
		end: 'Sign out',
		endOf: (person: string): string => `Sign ${person} out`,
		none: 'Nobody.'
	},
	consents: {
		title: 'Allowed',
		list: 'Consents',
		allowed: (person: string, application: string, api: string): string =>
			`${person} allowed ${application}, ${api}:`,
		revoke: 'Revoke',
		revokeOf: (person: string, application: string): string =>
			`Revoke the consent of ${person} for ${application}`,
		none: 'Nothing.',
		why: 'Revoking a consent also ends every token that was issued under it.'
	},
	registered: {
		title: 'Registered by themselves',
		remove: 'Remove',
		removeOf: (name: string): string => `Remove ${name}`,
		none: 'None.'
	},
	look: 'Look again'
} as const;
