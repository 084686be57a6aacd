/** What is said of a walk whose file was saved without its secrets. */
export const redactedTexts = {
	title: 'The secrets of this walk were taken out before its file was saved',
	why: 'Secrets, and what says who a person is, stand here as placeholders such as redacted-code-1, and equal values as the same one. A token keeps the claims that checks need and has lost its signature. A check that needs the value itself is skipped. A request that is sent from here would carry the placeholders: for one that works, start a new attempt.',
	challenge:
		'The code verifier was taken out, so the steps from it to the challenge cannot be shown. This is the challenge that went out.',
	/** Of a recording that somebody else's tool, or a hand, took values out of. */
	removed: {
		title: 'Values were removed before this file came here',
		why: (names: readonly string[]): string =>
			`Marks stand in the place of: ${names.join(', ')}. A check that needs one of these values is skipped, and nothing is said against anybody because of it.`
	},
	/** Of a recording that lacks what its recorder left out of every message. */
	bare: {
		title: 'What this file was saved without',
		authorization:
			'No message of it has the header Authorization: browsers leave it out of an export without sensitive data. Calls of an API are known by their addresses and their refusals. Whether they carried a token, and which one, is not known.',
		answers:
			'Answers came, and their contents are not in this file. What they said is not known, and no server is to blame for it. To see it, save the file again with contents.'
	}
} as const;
