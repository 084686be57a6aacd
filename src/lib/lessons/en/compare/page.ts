/** The page on which two attempts, tokens or documents are compared. */
export const comparePageTexts = {
	title: 'Compare',
	description:
		'Compare two sign-ins, two tokens or two metadata documents, and see what differs, what matters most first. Nothing leaves your browser.',
	what: 'The sign-in that worked beside the one that does not: two attempts, two files, two tokens, or two metadata documents. What differs is told in the order of what it means.',
	promise: 'Everything stays in the memory of this page. A reload forgets it.',
	noScript: 'Comparing needs JavaScript, which is switched off in this browser.',
	side: { one: 'First', other: 'Second' },
	hint: { one: 'for example the one that worked', other: 'for example the one that does not' },
	choose: 'Choose a file',
	chooseFor: (side: string): string => `Choose a file: ${side}`,
	paste: (side: string): string => `Paste a token, a document or a URL: ${side}`,
	placeholder: 'A token, metadata as JSON, a callback URL, a curl command',
	drop: 'Two files that are dropped together, on any page of this site, are compared at once.',
	tab: 'This tab',
	fromTab: 'Take it from this tab',
	remove: 'Take it away',
	removeFrom: (side: string): string => `Take it away: ${side}`,
	swap: 'Swap the sides',
	attempt: (side: string): string => `Attempt: ${side}`,
	pasted: 'Pasted text',
	kinds: {
		walk: 'Sign-in',
		token: 'Token',
		'encrypted-token': 'Encrypted token: only its header can be read',
		metadata: 'Metadata of a server',
		'key-set': 'Key set'
	},
	/** Why nothing of it can be compared. */
	refused: {
		nothing: 'There is nothing in it.',
		'no-attempt': 'There is no attempt of a sign-in in it.',
		'opaque-token': 'This token is opaque: only the server that gave it knows what is in it.',
		'token-answer': 'This is an answer with several tokens. Take the one that is to be compared out of it.',
		'not-compared':
			'This is no sign-in, token, metadata document or key set, or it is damaged. Nothing of it can be compared.',
		unreadable: 'This cannot be read.'
	},
	tabUnreadable: 'What this tab keeps cannot be read: the walk says more.',
	reading: 'Reading…',
	answer: 'What differs',
	waiting: 'What differs stands here as soon as both sides are there.',
	oneUnread: 'A side cannot be read, and why stands under it. Nothing is compared with it.',
	oneMissing: 'One side is still missing.',
	mixed: (one: string, other: string): string =>
		`These are of two kinds and have nothing to compare: ${one} and ${other}.`,
	mixedWhy: 'Take two of the same kind.',
	cases: 'Saved cases'
} as const;
