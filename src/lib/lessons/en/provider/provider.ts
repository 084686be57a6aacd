/** The page about the embedded provider: its sections, and the choices in its forms. */
export const providerSections = {
	applications: {
		title: 'Applications',
		what: 'Who may ask for tokens: their callback URLs, their grants, and how they prove who they are.',
		one: 'an application'
	},
	apis: {
		title: 'APIs',
		what: 'What access tokens are for: an audience, its scopes, and whether offline access is allowed.',
		one: 'an API'
	},
	users: {
		title: 'Users',
		what: 'Who can sign in, with a password or by being picked, and what tokens say about them.',
		one: 'a user'
	},
	policy: {
		title: 'Policy',
		what: 'What the server insists on, how long things live, and which keys it signs with.',
		one: ''
	},
	rules: {
		title: 'Rules',
		what: 'Code of yours that runs at each sign-in, in order: it changes scopes, adds claims, or denies.',
		one: 'a rule'
	},
	issued: {
		title: 'Sessions',
		what: 'Who is signed in, what people allowed, and which applications registered themselves.',
		one: ''
	},
	file: {
		title: 'File',
		what: 'All settings as one JSON file: to export, to import, or to reset.',
		one: ''
	}
} as const;

export const optionLabels = {
	native: 'Native',
	spa: 'Single page',
	web: 'Regular web',
	machine: 'Machine to machine',
	none: 'None',
	client_secret_basic: 'client_secret_basic: in the Authorization header',
	client_secret_post: 'client_secret_post: in the body',
	client_secret: 'A client secret, in the header or in the body',
	private_key_jwt: 'private_key_jwt: signed with its key',
	authorization_code: 'authorization_code',
	refresh_token: 'refresh_token',
	client_credentials: 'client_credentials',
	json: 'JSON, not signed',
	RS256: 'RS256',
	PS256: 'PS256',
	ES256: 'ES256',
	EdDSA: 'EdDSA',
	rule: 'Rule: function (user, context, callback)',
	action: 'Action: exports.onExecutePostLogin'
} as const;

/** Why a realm's file was not taken in. */
export const realmFileTexts = {
	'too-large': 'The file is larger than 1 MB.',
	'not-json': 'The file is not JSON.',
	'not-a-realm': 'The file is JSON, but not the settings of this provider.',
	'version-unknown':
		'The file is of a version that this site does not know. Open it with the site that made it.'
} as const;

/** Why settings could not be kept. */
export const writeFailureTexts = {
	invalid: 'The settings contradict each other, so they were not saved.',
	changed:
		'Not saved: another tab or window changed the same since you began. What it made is read in; what you typed is still here. Save again to put yours in its place, or undo to see the other.',
	unreadable:
		'Not saved: what is kept in this browser cannot be read, and a change would take its place. Under “File”, export it as it is, then import settings or reset them.',
	storage: 'The browser did not save them: its storage is full, or closed to this site.'
} as const;

/** What another tab did to an item that somebody is typing about. */
export const elsewhereTexts = {
	changed: 'Another tab or window changed this since you began to type.',
	deleted: 'Another tab or window deleted this. What you typed is still here: saving adds it again.'
} as const;

/** Why an application cannot be used in the walk as it is. */
export const walkObstacles = {
	machine: 'It is a machine: it has no person to send to the authorization endpoint.',
	grant: 'The authorization code grant is not among its grants.',
	callback: 'The callback URL of the walk is not registered:'
} as const;

/** What the walk asks for besides, by how the application authenticates. */
export const walkDemands = {
	secret: 'The walk asks for its client secret: no configuration holds one.',
	key: 'The walk signs with a key of its own. Put its public half into the public keys here.'
} as const;
