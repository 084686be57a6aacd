/** The page on which tokens are read and held against what is known. */
export const tokensPageTexts = {
	title: 'Tokens',
	description:
		'Decode a token and hold it against the keys, the issuer and the client that it should be of: every check with what was compared. Nothing leaves your browser.',
	what: 'Paste a token, several, or a whole token response. It is taken apart, and held against what you know of it: keys, issuer, client.',
	stays:
		'It stays in the memory of this page: a reload forgets it, and nothing is sent unless you press a button that names where it goes.',
	noScript: 'Reading tokens needs JavaScript, which is switched off in this browser.',
	/** A token stood in the address of this page. */
	inAddress: {
		title: 'There was a token in the address of this page. It was not read.',
		why: 'A browser keeps addresses, and what stands behind a question mark was sent to the host of this page. It was taken out of the address bar: paste the token here instead. If it still counts, revoke it.'
	},
	paste: {
		label: 'Tokens',
		hint: 'a JWT, a token response, a header',
		placeholder: 'eyJhbGciOi…  or  {"access_token": "…", "id_token": "…"}',
		choose: 'Choose a file',
		clear: 'Clear',
		example: 'Try it with an example',
		change: 'Change',
		long: (characters: number): string => `Pasted text, ${characters.toLocaleString('en')} characters`
	},
	empty: 'Its parts, its claims, its times and every check stand here as soon as there is a token.',
	reading: 'Reading…',
	from: {
		example:
			'An example: an ID token and an access token, signed a moment ago in this page with a key that was made for it. They are good for five minutes, at no server.',
		walk: 'From the walk of this tab, with its keys, its metadata and what was sent.'
	},
	tabs: 'Tokens',
	/** Of one of several. */
	names: {
		id_token: 'ID token',
		access_token: 'Access token',
		refresh_token: 'Refresh token'
	} as Readonly<Partial<Record<string, string>>>,
	token: 'Token',
	kinds: {
		id: 'ID token',
		access: 'Access token',
		refresh: 'Refresh token',
		logout: 'Logout token',
		proof: 'DPoP proof',
		assertion: 'Client assertion',
		request: 'Request object',
		event: 'Security event',
		introspection: 'Introspection answer',
		credential: 'Credential'
	},
	forms: {
		jws: 'JWT',
		jwe: 'Encrypted token',
		'sd-jwt': 'SD-JWT',
		broken: 'Broken token',
		opaque: 'Opaque token'
	},
	numbered: (name: string, number: number): string => `${name} ${number}`,
	compare: 'Compare these two',
	many: (shown: number, all: number): string => `The first ${shown} of ${all} tokens are shown.`,
	verdicts: 'What becomes of it',
	nothing: {
		title: 'There is no token in it.',
		why: 'A token is one word: three parts with dots between them, five where it is encrypted, or random letters and digits.'
	}
} as const;

/** One line of a header or of claims. */
export const claimRowTexts = {
	source: 'Where it is documented',
	list: (count: number): string => `A list of ${count.toLocaleString('en')}`,
	members: (count: number): string =>
		count === 1 ? 'An object with 1 member' : `An object with ${count.toLocaleString('en')} members`,
	noMembers: 'It has no members.',
	emptyList: 'The list is empty.'
} as const;

/** What a token is held against: all of it optional. */
export const againstTexts = {
	title: 'What it is held against',
	what: 'All of it is optional. What you leave out is not checked, and its checks say so.',
	titleEncrypted: 'What it is opened with',
	whatEncrypted: 'A private key, or the secret that both sides share. It stays in this page.',
	use: 'It is checked as',
	uses: {
		unsaid: 'any JWT: it does not say what it is',
		auto: (found: string): string => `what it says it is: ${found}`,
		id: 'an ID token',
		access: 'an access token',
		logout: 'a logout token',
		proof: 'a DPoP proof',
		'user-info': 'a signed UserInfo answer',
		assertion: 'a client assertion',
		request: 'a request object',
		other: 'any JWT'
	},
	fields: {
		issuer: { label: 'Issuer that you trust', hint: '' },
		audience: {
			label: 'Audience: the API that it must be for',
			hint: 'As the API names itself, often an address.'
		},
		clientId: { label: 'client_id of the client that it must be for', hint: '' },
		secretForm: { label: 'How the secret is written', hint: '' },
		keys: {
			label: 'Keys',
			hint: 'A JWKS, a JWK, PEM or a certificate; a private key or a secret opens an encrypted token.'
		},
		secret: { label: 'Secret', hint: 'For HS256, HS384 and HS512. Whoever has it can make such tokens.' },
		nonce: { label: 'nonce that was sent', hint: '' },
		accessToken: {
			label: 'Access token of the same answer',
			hint: 'at_hash and ath are hashes of it. Left empty, the one of the same paste is taken.'
		},
		code: { label: 'Code', hint: 'c_hash is a hash of it.' },
		state: { label: 'state', hint: 's_hash is a hash of it.' },
		subject: { label: 'sub of the ID token', hint: '' },
		method: { label: 'HTTP method', hint: '' },
		url: { label: 'URL of the request', hint: '' }
	},
	own: (issuer: string): string => `The token names ${issuer}`,
	take: 'Trust it',
	takeWhy: 'A token can name anybody. Trust the issuer that you know from elsewhere.',
	fetch: (host: string): string => `Fetch the keys from ${host}`,
	fetching: (host: string): string => `Asking ${host}…`,
	fetchWhy: (host: string): string =>
		`Metadata and keys are asked of ${host}: public documents. The token is not in these requests.`,
	fetchKeySetWhy: (address: string): string =>
		`Only ${address} is asked, and the token is not in the request. What comes takes the place of what is in the field.`,
	fetched: (host: string, count: number): string =>
		`Metadata and ${count === 1 ? 'one key' : `${count} keys`} of ${host} are here.`,
	fetchedNoKeys: 'The metadata is here, without keys.',
	forget: 'Forget them',
	more: 'More that is known',
	secretForms: { text: 'as text', base64url: 'in base64url', base64: 'in Base64', hex: 'in hex' },
	failures: {
		'not-published': 'No metadata is at any place where this issuer may have it.',
		'other-issuer': 'The metadata that is there is of another issuer, so it is not used (RFC 8414 §3.3):',
		'no-jwks-uri': 'The metadata names no jwks_uri: paste the keys, if the server has any.',
		'no-keys': 'What is at jwks_uri is no key set.'
	},
	byHand:
		'You can fetch both in a tab of their own, or with curl, and paste the key set under “Keys”: a page may only read what a server allows it to.'
} as const;

/** What a token comes to, before its checks. */
export const verdictTexts = {
	verified: 'Verified: a key that you gave made the signature, and no check failed',
	refused: (why: string): string => `Refused: ${why}`,
	unverified: (why: string): string => `Not verified: ${why}`,
	/** Checks that were not made, for want of something to compare with. */
	notTold: (labels: readonly string[]): string =>
		`Not checked, because nothing was given to compare with: ${labels.join('; ')}.`,
	checks: 'Checks',
	checking: 'Checking…',
	signature: 'The signature',
	warnings: 'Worth knowing',
	keys: 'The keys that were pasted'
} as const;

/** A token that may still count, and what can be done. */
export const liveTexts = {
	access: {
		title: 'This access token is good now: whoever reads it can use it',
		why: 'It stays in this page. If others have seen it, revoke it at its server (RFC 7009), or end the session there; an API that never asks its server goes on accepting it until it expires.'
	},
	refresh: {
		title: 'A refresh token gets new access tokens until it is revoked',
		why: 'It stays in this page. If others have seen it, revoke it at its server (RFC 7009): that ends the tokens that came from it as well.'
	},
	id: {
		title: 'This ID token is good now, and names a person',
		why: 'It stays in this page. It opens no API, but a client that does not check its nonce would sign somebody in with it. It cannot be revoked: it ends at exp.'
	},
	opaque: {
		title: 'This may be a secret that still counts',
		why: 'It stays in this page. Nothing in it says when it ends. If others have seen it, revoke it where it was made.'
	},
	revoke: (address: string): string => `The revocation endpoint of this server is ${address}.`
} as const;

/** An encrypted token, and what was inside. */
export const openedTexts = {
	locked: {
		title: 'It is encrypted: only whoever has the key can read the claims',
		why: 'Paste the private key, or the secret, under “Keys”. It stays in this page.'
	},
	opened: 'Opened with the key that you gave',
	inside: (title: string): string => `Inside: ${title}`,
	claims: 'The claims inside',
	text: 'The text inside',
	/** In the header of what is encrypted. */
	alg: 'How the key of the content is agreed upon or encrypted.',
	bytes: 'What is inside is no text.'
} as const;

/** How a token is written. */
export const notesTexts = {
	broken: 'It is broken: what follows can be read, and nothing of it can be checked',
	faults: 'How it is written'
} as const;

/** A token that cannot be taken apart, and the server that can be asked for it. */
export const opaqueTexts = {
	title: 'It is opaque: it cannot be taken apart',
	introspect: (host: string): string => `Ask ${host} what it stands for`,
	asking: (host: string): string => `Asking ${host}…`,
	introspectWhy: (address: string): string =>
		`The token is sent to ${address} (RFC 7662), with the client_id and the secret that you type: most servers answer registered clients alone.`,
	without:
		'A server that offers introspection (RFC 7662) can be asked: name its issuer, and fetch its metadata.',
	noEndpoint: 'The metadata of this issuer names no introspection endpoint: it cannot be asked.',
	secret: 'Client secret',
	answer: 'What the server says',
	active: 'The server says: it is active',
	inactive: 'The server says: it is not active. It expired, was revoked, or this client may not ask for it'
} as const;

/** What an SD-JWT discloses (RFC 9901). */
export const disclosureTexts = {
	title: (count: number): string => `Disclosures: ${count}`,
	digest: 'Hash',
	salt: 'Salt',
	element: 'an element of a list',
	place: (place: string): string => `at ${place}`
} as const;
