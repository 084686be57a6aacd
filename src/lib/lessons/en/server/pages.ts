/**
 * The words of the built-in authorization server’s own pages, with the language that they are in. A function hands back
 * the words around values that the page sets in type of their own.
 */
export const pageTexts = {
	language: 'en',
	server: 'Authorization server',
	titleOf: (page: string): string => `${page} · Authorization server`,
	footer: 'A sample identity provider for learning. Its users are made up.',
	home: 'Back to the start page of this site',
	cancel: 'Cancel',
	scopes: {
		openid: 'Know who you are',
		profile: 'See your name and user name',
		email: 'See your e-mail address',
		offline_access: 'Keep its access while you are away'
	},
	recipient: {
		goesTo: <P>(address: P) => ['The answer goes to ', address, '.'],
		app: <P>(scheme: P) => ['an app on this device that opens addresses beginning with ', scheme],
		selfRegistered: <P>(application: P) => [
			'This application registered itself under the name ',
			application,
			'; nobody checked it. Go on only if you know this address and have just come from there.'
		]
	},
	signIn: {
		title: 'Sign in',
		wrongTitle: 'Sign in: wrong password',
		wrong: 'The user name or the password is wrong.',
		wants: <P>(application: P, wishes: readonly string[]) => [
			'to go on to ',
			application,
			`, which wants to: ${wishes.join(', ').toLowerCase()}.`
		],
		pick: 'Pick a person',
		as: (person: string): string => `Sign in as ${person}`,
		password: 'Or use a password',
		usernameLabel: 'User name',
		passwordLabel: 'Password',
		noUsername: 'Type a user name, or pick a person above.',
		noPassword: 'Type the password.',
		action: 'Sign in'
	},
	confirm: {
		title: 'Confirm that it is you',
		why: <P>(person: P, application: P) => [
			'You are signed in as ',
			person,
			'. ',
			application,
			' wants to do something for which that is not enough. A real server would ask for a second factor now: a passkey, a code, a fingerprint.'
		],
		action: 'It is me'
	},
	consent: {
		title: (application: string): string => `Allow ${application}?`,
		wants: <P>(person: P, application: P, api: { name: P; identifier: P } | undefined) => [
			'You are signed in as ',
			person,
			'. ',
			application,
			' wants to do this for you',
			...(api ? [' with ', api.name, ' (', api.identifier, ')'] : []),
			':'
		],
		allow: 'Allow',
		deny: 'Deny',
		switch: 'Use another account'
	},
	account: {
		title: 'Your account',
		none: 'You have allowed nothing yet.',
		applications: 'Applications that may act for you',
		allowed: <P>(
			application: P,
			{ selfRegistered, api }: { selfRegistered: boolean; api: string | undefined }
		) => [
			application,
			selfRegistered ? ' (it registered itself)' : '',
			api === undefined ? '' : ` at ${api}`
		],
		revoke: (application: string): string => `Take back what ${application} may do`,
		signOut: 'Sign out'
	},
	signOut: {
		title: 'Sign out?',
		why: <P>(person: P) => ['You are signed in as ', person, '. An application asks to end this session.'],
		action: 'Sign out',
		stay: 'Stay signed in'
	},
	stayed: { title: 'Still signed in', what: 'Nothing has changed. You can close this page.' },
	signedOut: { title: 'Signed out', what: 'Nobody is signed in here now. You can close this page.' },
	formPost: { head: 'Going back', title: 'Going back to the application', action: 'Go on' },
	answered: {
		head: 'Answered already',
		title: 'You have answered this already',
		why: 'Each page here takes one answer, and this one has had it. Nothing was sent a second time.',
		onward: 'Go on from there',
		back: <P>(application: P, host: string) => ['Go back to ', application, ` at ${host}`],
		backWhy: 'If you are not signed in there, start again.',
		close: 'You can close this page. If you were signing in somewhere, go back there and start again.'
	},
	lost: {
		title: 'This page has ended',
		why: 'A page here waits 15 minutes for its answer. This one waited longer, or its address is not complete.',
		fix: 'Go back to the application that sent you here, and start again there.'
	},
	problem: {
		title: 'This request cannot be answered',
		what: (description: string): string => `${description}.`,
		error: <P>(code: P) => [
			'The error is ',
			code,
			'. It is shown here and not sent back to the application, because no address is certain to be the application’s.'
		],
		explained: 'Back to the walk: what was decided about this request, and why',
		otherWindow:
			'If this page opened in a window of its own, close it: the walk is in the one that you came from.'
	}
};
