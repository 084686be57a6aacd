/** Secrets that are known by their look, where they have no name: more phrases. */
export const secretPhrases = {
	'private-key': [],
	'api-key': [],
	'some-token': [],
	'user-name-and-password': [],
	'long-value': []
} as const satisfies Record<string, readonly string[]>;
