/** The page about the embedded provider: its head, its lists and its buttons. */
export const dashboardTexts = {
	title: 'The built-in provider',
	description: 'Applications, APIs, users, policy and rules of the authorization server inside this site.',
	what: 'A real authorization server runs inside this site. Here is what it is configured with, as in the dashboard of any provider. A change is met by the next request; it stays in this browser.',
	sections: 'Sections',
	noScript: {
		title: 'This page needs JavaScript to change anything',
		why: 'The server and its settings live in the browser. You can read what there is to set without it.'
	},
	issuer: 'Issuer',
	copyIssuer: 'Copy the issuer',
	unreadable: {
		title: 'What was kept here could not be read',
		before:
			'The server works with the settings of the start. What is kept stays as it is, and no change is saved over it, until you ',
		link: 'import settings or reset them',
		after:
			'. Export it there first: an import of that file says which of its members is at fault, and mended it comes back.'
	}
} as const;

/** A list of items, and the form of one. */
export const itemTexts = {
	none: 'There is none.',
	/** `one`: an item of this kind, with its article. */
	add: (one: string): string => `Add ${one}`,
	save: 'Save',
	discard: 'Discard',
	notAdd: 'Do not add it',
	delete: 'Delete',
	deleteNamed: (name: string): string => `Delete ${name}`,
	keep: 'Keep',
	faulty: 'Not saved: see the fields that are marked.',
	saved: 'Saved: the next request meets it.',
	failed: (why: string, where: string): string => `${why} ${where}`,
	generate: 'Generate'
} as const;

/** What a new item is called until it gets a name, and a rule in the list. */
export const newItemNames = {
	applications: 'New application',
	apis: 'New API',
	users: 'New person',
	rules: 'New rule'
} as const;

export const ruleFacts = (kind: string, enabled: boolean): string => `${kind}, ${enabled ? 'on' : 'off'}`;

export const policyTexts = {
	title: 'Policy',
	save: 'Save the policy',
	keys: 'Signing keys',
	key: (algorithm: string, made: string, replaced: boolean): string =>
		`${algorithm}, made ${made} UTC${replaced ? ', replaced' : ''}`,
	noKeys: 'None yet: they are made when somebody asks for the metadata.',
	rotate: 'Rotate the keys now',
	rotated: 'The next token is signed with a new key. The old ones stay in the key set for a while.'
} as const;

/** How an application is used. */
export const hintTexts = {
	title: 'In a client, type',
	clientId: 'Client ID',
	copy: (label: string): string => `Copy ${label}`,
	obstacle: (why: string): string => `Not in the walk as it is: ${why}`,
	open: 'Open it in the walk'
} as const;
