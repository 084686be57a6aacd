/** Headings of the forms of the provider: what belongs together, and what it is for. */
export const groupTexts = {
	application: { title: 'Application', what: 'What it is called, and what kind of program it is.' },
	addresses: { title: 'Addresses', what: 'Compared character by character.' },
	authentication: { title: 'Authentication', what: 'How it proves at the token endpoint who it is.' },
	grants: { title: 'Grants and tokens', what: 'What it may ask for, and how that is signed.' },
	stricter: { title: 'Stricter than the policy', what: 'What only this application has to do.' },
	api: { title: 'API', what: 'The audience of its access tokens, and its scopes.' },
	apiTokens: { title: 'Tokens and consent', what: 'Met by the next token.' },
	person: { title: 'Signing in', what: 'By being picked, or with the password.' },
	claims: { title: 'Claims', what: 'What the ID token and UserInfo say.' },
	forRules: {
		title: 'For rules and the API',
		what: 'Rules see both; an access token for an API carries the roles.'
	},
	rule: { title: 'Rule', what: 'Rules run in the order of the list.' },
	code: { title: 'Code', what: 'Runs at each sign-in.' },
	proof: { title: 'PKCE', what: 'What a code must come with.' },
	requests: { title: 'Authorization requests', what: 'What a request must have, and how it is sent.' },
	dpop: { title: 'DPoP', what: 'Tokens that are bound to a key of the client.' },
	answers: {
		title: 'Answers and consent',
		what: 'What is sent back, what is remembered, and who may register.'
	},
	lifetimes: { title: 'Lifetimes', what: 'Met by what is issued next.' },
	target: { title: 'Audience', what: 'Where a request names none.' },
	clock: { title: 'Clock', what: 'To see what a client makes of a wrong one.' },
	keys: { title: 'Signing keys', what: 'What the key set publishes.' },
	inClient: { title: 'In a client', what: 'What to type there.' },
	trial: { title: 'Try it', what: 'On a sign-in that nobody makes, as it is typed.' },
	exporting: { title: 'Export', what: 'With the passwords and client secrets in it.' },
	importing: { title: 'Import', what: 'A file that was exported here.' },
	resetting: { title: 'Reset', what: 'Back to the settings of the start.' },
	terminal: { title: 'In a terminal', what: 'The same provider for clients of any kind.' },
	removal: { title: 'Delete', what: 'The next request does not know it any more.' }
} as const;
