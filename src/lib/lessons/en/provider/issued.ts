/** What the server holds of people and of applications that registered themselves. */
export const issuedTexts = {
	utc: (time: string): string => `${time} UTC`,
	noApi: 'no API',
	sessions: {
		title: 'Signed in',
		since: (time: string): string => `since ${time}`,
		end: 'Sign out',
		endOf: (person: string): string => `Sign ${person} out`,
		none: 'Nobody. Sign in during a walk: the session is listed here.'
	},
	consents: {
		title: 'Allowed',
		list: 'Consents',
		allowed: (person: string, application: string, api: string): string =>
			`${person} allowed ${application}, ${api}:`,
		revoke: 'Revoke',
		revokeOf: (person: string, application: string): string =>
			`Revoke the consent of ${person} for ${application}`,
		none: 'Nothing. What a person allows on the consent page of a walk is listed here.',
		why: 'Revoking a consent also ends every token that was issued under it.'
	},
	registered: {
		title: 'Registered by themselves',
		remove: 'Remove',
		removeOf: (name: string): string => `Remove ${name}`,
		none: 'None. An application registers itself at the registration endpoint (RFC 7591), where the policy lets it.'
	},
	walk: 'Take a walk',
	look: 'Look again'
} as const;
