/** The page about the embedded provider: its head, its lists and its buttons. */
export const dashboardTexts = {
	title: 'The built-in provider',
	description: 'Applications, APIs, users, policy and rules of the authorization server inside this site.',
	what: 'A real authorization server runs inside this site. Here is what it is configured with, as in the dashboard of any provider. A change is met by the next request; it stays in this browser.',
	sections: 'Sections',
	overview: 'Overview',
	short: 'Built-in provider',
	titleIn: (page: string): string => `${page} · The built-in provider`,
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

/** A list of records, and the form of one. */
export const itemTexts = {
	/** `one`: a record of this kind, with its article. */
	add: (one: string): string => `Add ${one}`,
	filter: 'Filter',
	noMatch: 'None has these letters in its name.',
	changed: 'changed',
	back: (title: string, count: number): string => `${title}, ${count}`,
	gone: { title: 'There is none at this address', why: 'It was deleted, or the address is not complete.' },
	delete: 'Delete',
	deleteNamed: (name: string): string => `Delete ${name}`,
	keep: 'Keep',
	failed: (why: string, where: string): string => `${why} ${where}`,
	generate: 'Generate'
} as const;

/** The bar at the foot: what would change, what was saved, and the question to who leaves. */
export const saveTexts = {
	bar: 'Save',
	count: (changes: number): string => (changes === 1 ? '1 change' : `${changes} changes`),
	change: (label: string, from?: string, to?: string): string =>
		from === undefined || to === undefined ? label : `${label} ${from} → ${to}`,
	list: (changes: readonly string[], more: number): string =>
		changes.join(', ') + (more === 0 ? '' : `, and ${more} more`),
	on: 'on',
	off: 'off',
	fresh: 'New',
	freshWhat: 'Not kept until you save it.',
	nothing: 'Nothing to save.',
	saved: (name: string, what: string): string => `Saved ${name}: ${what}. The next request meets it.`,
	added: (name: string): string => `Added ${name}. The next request meets it.`,
	deleted: (name: string): string => `Deleted ${name}.`,
	faulty: 'Not saved: see the fields that are marked.',
	save: 'Save',
	undo: 'Undo',
	notAdd: 'Do not add it',
	asks: (name: string): string => `${name} has changes that are not saved.`,
	asksNew: (name: string): string => `${name} is not saved yet.`,
	stay: 'Stay here',
	discardAndGo: 'Discard and go on',
	saveAndGo: 'Save and go on'
} as const;

/** Where a list has nothing: what to do next. */
export const emptyTexts = {
	applications: 'No application yet. Add one, register the callback URL of the walk, and use it there.',
	apis: 'No API yet. Add one with a scope or two; a client then asks for tokens with its identifier.',
	users: 'Nobody yet, so nobody can sign in. Add somebody.',
	rules: 'No rule yet. Start from a template, and try it before anybody meets it.'
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
	key: (algorithm: string, made: string, replaced: boolean): string =>
		`${algorithm}, made ${made} UTC${replaced ? ', replaced' : ''}`,
	noKeys: 'None yet: they are made when somebody asks for the metadata.',
	rotate: 'Rotate the keys now',
	rotated: 'The next token is signed with a new key. The old ones stay in the key set for a while.'
} as const;

/** How an application, or an API, is used in the walk. */
export const walkUseTexts = {
	use: 'Use in the walk',
	api: 'With the API',
	noApi: 'No API: for UserInfo alone',
	application: 'With the application',
	obstacle: (application: string, why: string): string => `${application} cannot be used as it is. ${why}`,
	add: 'Add it',
	none: 'No application can be used in the walk. Add one with the authorization code grant.',
	copy: (label: string): string => `Copy ${label}`,
	clientId: 'Client ID'
} as const;
