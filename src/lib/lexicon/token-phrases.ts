/** What checks of a token alone say besides `phrases.ts`, each with the names of the values in it. */
export const tokenPhrases = {
	/** A member of the context, and what the token is checked as. */
	'not-told': ['need', 'use'],
	kind: ['use'],
	'kind-by': ['kind', 'members'],
	'kind-unsaid': [],
	'an-algorithm': [],
	'algorithms-not-listed': [],
	'no-hmac': [],
	'not-by-public-key-as-secret': [],
	'by-public-key-as-secret': ['key'],
	'public-keys-tried': ['count'],
	'no-key-in-header': [],
	'signed-by-own-key': [],
	'brings-key': ['member'],
	'of-metadata': [],
	'a-plain-kid': [],
	'no-text': ['found'],
	'some-text': [],
	'the-claim': ['name'],
	'names-of-audiences': [],
	'no-typ': [],
	'by-clock-of-server': ['when', 'tolerance'],
	'by-clock-of-device': ['when', 'tolerance'],
	'signed-in-at-most': ['seconds', 'tolerance']
} as const satisfies Record<string, readonly string[]>;
