/** What is said of a walk whose file was saved without its secrets. */
export const redactedTexts = {
	title: 'The secrets of this walk were taken out before its file was saved',
	why: 'Secrets, and what says who a person is, stand here as placeholders such as redacted-code-1, and equal values as the same one. A token keeps the claims that checks need and has lost its signature. A check that needs the value itself is skipped. A request that is sent from here would carry the placeholders: for one that works, start a new attempt.',
	challenge:
		'The code verifier was taken out, so the steps from it to the challenge cannot be shown. This is the challenge that went out.'
} as const;
