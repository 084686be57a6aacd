import type { CheckStatus } from '$lib/lexicon/check';

/** The words of a ticket. Values are put in by who writes it, as code. */
export const ticketTexts = {
	title: {
		failed: (step: string): string => `Sign-in failed: ${step}`,
		pasted: 'Sign-in error',
		other: 'Sign-in report'
	},
	/** What is not known, by where the report is made from. */
	missing: {
		live: 'not sent so far',
		recorded: 'not recorded',
		pasted: 'not in the text'
	},
	unknownProvider: 'not known',
	withSecrets: 'This report holds secrets: nothing was taken out of it.',
	redacted: 'Secrets and names are replaced by placeholders, equal values by equal ones.',
	about: {
		provider: 'Provider',
		issuer: 'issuer',
		client: 'Client',
		application: 'application',
		redirectUri: 'redirect URI',
		asked: 'Asked for',
		scope: 'scope',
		audience: 'audience',
		flow: 'Flow',
		status: 'How far it came',
		failing: 'Failing step',
		then: 'Failed after it',
		request: 'request',
		answer: 'answer',
		at: 'at (UTC)'
	},
	error: 'The error, word for word',
	noError: 'No error was reported.',
	cutOff: (lines: number): string =>
		lines === 1 ? '1 more line is left out.' : `${lines} more lines are left out.`,
	references: 'Ids and times (UTC)',
	noReferences: 'no request, correlation or trace id in what is known',
	cause: {
		title: (confidence: string): string => `First cause (${confidence})`,
		untold: 'Cause',
		unknown: 'The cause is not known.',
		change: 'Change:',
		at: (provider: string): string => (provider === '' ? 'At the provider:' : `At ${provider}:`),
		where: 'Where:',
		source: 'Source:',
		restsOn: 'Rests on:',
		sections: 'Sections:',
		rivals: 'May also be',
		decides: 'what decides:'
	},
	checks: {
		title: 'Checks',
		none: 'Nothing was checked.',
		columns: ['', 'Check', 'Expected', 'Found'],
		signs: { pass: '✓', fail: '✗', warn: '!', skipped: '–' } satisfies Record<CheckStatus, string>,
		counts: (sign: string, count: number): string => `${sign} ${count}`,
		more: (counts: string): string => `Not listed: ${counts}.`
	},
	attempts: {
		title: 'What was tried',
		none: 'Nothing was sent.',
		one: (place: number): string => `Attempt ${place}`,
		told: 'this report',
		more: (count: number): string =>
			count === 1 ? 'One attempt before these is left out.' : `${count} attempts before these are left out.`
	},
	link: 'The same configuration:',
	/** The seven questions of a help desk. */
	questions: {
		doing: 'What were you trying to do?',
		expected: 'What did you expect to happen?',
		where: 'Where does it happen?',
		errors: 'Which errors do you see?',
		before: 'Did it work before?',
		everyone: 'Does it happen to all users?',
		tried: 'What have you tried?'
	},
	/** A line that only a person can fill in. */
	open: {
		doing: 'Please add: what the application does at this point.',
		expected: 'Please add: what should have happened.',
		before: 'Please add: since when, and what changed.',
		everyone: 'Please add: all users, some, or one; other browsers and networks.',
		tried: 'Please add: what else was tried.',
		user: 'Please add: user principal name, if the case is about one user.'
	},
	worked: (count: number): string =>
		count === 1
			? 'In this walk one attempt of the same client ended with tokens.'
			: `In this walk ${count} attempts of the same client ended with tokens.`,
	entra: {
		correlation: 'Correlation ID',
		trace: 'Trace ID',
		timestamp: 'Timestamp',
		/** The answer names no time. */
		sent: 'Timestamp (the request was sent, UTC)',
		code: 'Error code',
		tenant: 'Tenant',
		application: 'Application (client) ID',
		user: 'User',
		missing: 'not in the answer'
	},
	details: { checks: 'All checks', more: 'More about the walk' }
} as const;

/** The words for choosing one. */
export const variantTexts = {
	label: 'For',
	general: 'Any ticket',
	questions: 'Auth0, Okta',
	entra: 'Entra',
	github: 'GitHub issue'
} as const;
