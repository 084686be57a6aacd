import type { BroughtKind } from '$lib/lexicon/brought';

/** What a text that was brought is called, and what is done with it. */
export const broughtTexts: Record<BroughtKind, { tag: string; next: string }> = {
	nothing: { tag: '', next: 'Read in this page. Nothing is sent.' },
	issuer: { tag: 'Issuer', next: 'It is filled into the first step of the walk. Nothing is sent.' },
	domain: {
		tag: 'Domain of a provider',
		next: 'It is filled in as issuer, in the first step of the walk. Nothing is sent.'
	},
	endpoint: {
		tag: 'Endpoint of a server',
		next: 'This address is no issuer. Nothing is sent.'
	},
	resource: {
		tag: 'API or MCP server',
		next: 'Asked, it may say at which server one signs in for it. Those are a few requests, without a token.'
	},
	address: { tag: 'Web address', next: 'The address does not say whether an issuer or an API is there.' },
	'callback-code': {
		tag: 'Callback URL with a code',
		next: 'Opened in the walk: as the answer to the request of this tab, or as an attempt of its own where this tab has not asked. Nothing is sent.'
	},
	'callback-perhaps': {
		tag: 'Address with a code',
		next: 'It may be a callback: only its code speaks for that, and shops have codes too. If it is one, open it in the walk. Nothing is sent.'
	},
	'callback-error': {
		tag: 'Callback URL with an error',
		next: 'Explained, or opened in the walk like one with a code. Nothing is sent.'
	},
	authorization: {
		tag: 'Authorization URL',
		next: 'Opened in the walk as an attempt, as it was sent. Or use its settings for a sign-in of your own. Nothing is sent.'
	},
	'token-request': {
		tag: 'Token request',
		next: 'Opened in the walk as an attempt, with the answer if it is pasted under a curl command. Nothing is sent.'
	},
	'token-form': {
		tag: 'Form of a token request',
		next: 'Its values can be read here. For an attempt in the walk the address is missing: paste it as curl. Nothing is sent.'
	},
	request: {
		tag: 'Request',
		next: 'Read in this page. It is no token request of a sign-in for a person.'
	},
	jwt: {
		tag: 'Token, a JWT',
		next: 'On the bench for tokens it is decoded, and held against keys, issuer and client. Nothing is sent.'
	},
	'encrypted-token': {
		tag: 'Encrypted token, a JWE',
		next: 'Only whoever has the key can read it: on the bench for tokens, with the key, you can.'
	},
	'opaque-token': {
		tag: 'Looks like an opaque token',
		next: 'Only its server can say what it stands for. The bench for tokens says what is known of its form.'
	},
	paseto: {
		tag: 'Token, a PASETO',
		next: 'It is no JWT. The bench for tokens shows what of it can be read. Nothing is sent.'
	},
	'broken-token': {
		tag: 'Damaged token',
		next: 'The bench for tokens says which part and which character is wrong, and shows what can be read. Nothing is sent.'
	},
	tokens: {
		tag: 'Tokens',
		next: 'On the bench for tokens each of them is taken apart. Nothing is sent.'
	},
	'token-answer': {
		tag: 'Answer with tokens',
		next: 'On the bench for tokens each token in it is decoded and checked. It makes no attempt: paste the token request with it for that. Nothing is sent.'
	},
	'key-set': {
		tag: 'Keys, a JWKS',
		next: 'Each key is shown. On the bench a token is checked with them.'
	},
	har: {
		tag: 'Recording of a browser, HAR',
		next: 'Opened in the walk its sign-ins are read like one of your own.'
	},
	walk: {
		tag: 'A walk from this site',
		next: 'Opened in the walk it is replayed: every check is made again.'
	},
	cases: {
		tag: 'Cases from this site',
		next: 'They are kept on the page of cases, each with its name and notes.'
	},
	metadata: {
		tag: 'Metadata of an authorization server',
		next: 'Its issuer is filled into the first step of the walk, and the document stands there to be read. Nothing is sent.'
	},
	'resource-metadata': {
		tag: 'Metadata of an API',
		next: 'The server that it names is filled into the first step of the walk. Nothing is sent.'
	},
	saml: {
		tag: 'SAML, not OAuth',
		next: 'A message of another protocol for signing in. It is not read here: there is no code, no PKCE and no JWT in it.'
	},
	'error-page': {
		tag: 'Address that tells of an error',
		next: 'Explained as far as the address says what failed. Nothing is sent.'
	},
	error: { tag: 'Error text or log', next: 'Read in this page. Nothing is sent.' },
	unknown: { tag: 'Not recognised', next: 'It is read for what it may mean. Nothing is sent.' }
};

export const intakeTexts = {
	placeholder: 'A text, an address, a token, a command',
	file: (name: string): string => `File: ${name}`,
	longText: (characters: number): string => `pasted text, ${characters.toLocaleString('en')} characters`,
	pasted: 'the pasted text',
	choose: 'Choose a file',
	clear: 'Clear',
	secret: {
		title: 'A secret is in what you brought',
		why: (names: readonly string[]): string =>
			`In it: ${names.join(', ')}. It stays in this tab and ends with it. If it still counts, revoke it, and take it out before you show the text to anybody.`
	},
	names: {
		token: 'a token',
		recording: 'a recording of everything that a browser sent, passwords and cookies with it',
		private_key: 'a private key',
		credentials: 'a user name with its password',
		cookie: 'a cookie'
	} as Readonly<Record<string, string>>,
	explain: 'Explain it',
	look: 'Look into it',
	bench: 'Open on the bench',
	open: 'Open it in the walk',
	openCases: 'Go to the cases',
	sanitise: 'Take the secrets out',
	useIssuer: 'Use it as the issuer',
	useSettings: 'Use its settings',
	useApi: 'Use it as the API',
	useDocument: 'Use this document',
	ask: (host: string): string => `Ask ${host}`,
	asking: (host: string): string => `Asking ${host}`,
	signInAt: (host: string): string => `Sign in at ${host}`,
	found:
		'The API says where one signs in for it. Pick the server: it is filled into the first step of the walk.',
	notFound: {
		'not-published': 'The API publishes no metadata: its answer was',
		'not-metadata': 'The API answered, but with no metadata of a protected resource.',
		'other-resource': 'Its metadata is of another API, so it is not used (RFC 9728 §3.3):',
		'no-server': 'Its metadata names no authorization server that can be used.'
	},
	byHand: 'You can name the issuer yourself: the API is filled in.',
	notOpened: 'It was not opened.'
} as const;

/** A token, keys or a request, looked into beside the walk. */
export const peekTexts = {
	token: (name: string): string => (name === '' ? 'The token, decoded' : `The ${name}, decoded`),
	opaque: 'No token in it is a JWT. Only its server can say what such a token stands for.',
	unchecked:
		'Decoded, not checked: anybody can write a token that reads like this. The bench for tokens checks one.',
	header: 'Header',
	claims: 'Claims',
	keys: 'The keys',
	key: (place: number): string => `Key ${place}`,
	nothingFailed: 'This is an authorization request. Nothing has failed in it so far.',
	noResponseType:
		'This is an authorization request without response_type, which is required (RFC 6749 §4.1.1): for the flow with a code it is code. Some servers do without it.',
	request: 'The request',
	goesTo: (method: string, url: string): string => `${method} ${url}`,
	challenge: 'The challenge that this verifier belongs to (S256)'
} as const;
