/** What the sandbox says about rules, in words. */
export const claimRefusalTexts = {
	'not-namespaced': 'its name is not an http or https URL',
	reserved: 'a standard has given that name a meaning',
	'too-long': 'its name is too long'
} as const;

export const noteTexts = {
	'scope-added': 'Added the scope',
	'scope-removed': 'Removed the scope',
	'claim-added': 'Added the claim',
	'claim-removed': 'Removed the claim',
	'claim-dropped': 'Dropped the claim',
	'log-cut': 'Lines of the console that were left out:'
} as const;

export const tokenNames = { access_token: 'access token', id_token: 'ID token' } as const;

export const runResultTexts = {
	passed: 'passed',
	denied: 'denied',
	disabled: 'switched off',
	'not-reached': 'not reached'
} as const;

/** Rules in their order, and a trial of them. */
export const rulesTexts = {
	on: 'On',
	off: 'Off',
	switchedOn: (name: string): string => `${name}: switched on`,
	up: 'Up',
	down: 'Down',
	moveUp: (name: string): string => `Move ${name} up`,
	moveDown: (name: string): string => `Move ${name} down`,
	tryOne: 'Try this rule',
	templates: 'Start from a template',
	form: 'Form',
	forms: { rule: 'As a rule', action: 'As an action' },
	tryKept: 'Try all rules, in order, as they are kept',
	tryAll: 'Try all rules'
} as const;

/** Ready rules: a name that says what it does, and what it is good for. */
export const templateTexts = {
	'change-scopes': {
		name: 'Change the scopes',
		what: 'The access token gets other scopes than were asked for.'
	},
	'scopes-by-role': { name: 'Only managers may approve', what: 'A scope is taken from who lacks a role.' },
	'add-claim': {
		name: 'Custom claim: the roles, in both tokens',
		what: 'A claim that is named by a URL of yours (a namespace).'
	},
	'add-claim-from-metadata': {
		name: 'Custom claim: the department, in the ID token',
		what: 'A claim from the metadata of the person.'
	},
	'deny-by-email-domain': {
		name: 'Deny addresses outside example.com',
		what: 'Who has another e-mail address gets access_denied.'
	},
	'deny-unverified-email': {
		name: 'Deny unverified addresses',
		what: 'Who has not verified the e-mail address gets access_denied. Omar has not.'
	},
	'only-for-one-application': {
		name: 'Custom claim for one application only',
		what: 'A claim for playground-spa, and for no other.'
	},
	'look-inside': {
		name: 'Log what a rule sees',
		what: 'Changes nothing. Its console shows what it was given.'
	}
} as const;

export const trialTexts = {
	user: 'Who signs in',
	application: 'At which application',
	scope: 'Asking for the scope',
	denied: 'Denied: the client would get access_denied',
	deniedBy: (rule: string, why: string): string => `${rule}: ${why}`,
	letIn: 'The person would be let in',
	runs: 'What each rule did',
	ran: (result: string, milliseconds: string): string => `${result}, ${milliseconds} ms`,
	console: (rule: string): string => `Console of ${rule}`,
	scopeOf: 'Scope of the access token',
	claimsOf: (token: string): string => `Claims added to the ${token}`,
	noClaims: 'none',
	note: (what: string, value: string | number): string => `${what} ${value}`,
	noteOfToken: (what: string, claim: string, token: string): string => `${what} ${claim} (${token})`,
	noteOfRefusal: (what: string, claim: string, token: string, why: string): string =>
		`${what} ${claim} (${token}): ${why}`
} as const;

/** What stands in their code: comments, and what a rule says. */
export const templateWords = {
	exactScopes: 'The access token gets exactly these scopes, whatever was asked for.',
	namespace:
		'A custom claim is named by a URL of yours. It is a name only: nothing is ever fetched from there.',
	onlyOfDomain: 'Only people of example.com may sign in.',
	verifyFirst: 'Please verify your e-mail address first.',
	hello: 'Hello from '
} as const;
