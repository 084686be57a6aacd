/** What the sandbox says about rules, in words. */
export const denialTexts = {
	denied: 'The rule denied the sign-in.',
	time: 'The rule ran for too long, or did too much.',
	memory: 'The rule took too much memory.',
	stack: 'The rule called itself too deeply.',
	threw: 'The rule threw an error.',
	syntax: 'The rule is not valid JavaScript.',
	shape: 'The rule did not hand back what it has to.',
	'callback-twice': 'The rule called its callback twice.',
	'callback-never': 'The rule never called its callback.',
	'never-settled': 'The promise of the action never settled.',
	forbidden: 'The rule reached for something that rules may not use.',
	prototype: 'The rule changed a built-in object.',
	output: 'The rule handed back too much.',
	engine: 'The sandbox could not be loaded, or it broke.'
} as const;

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
