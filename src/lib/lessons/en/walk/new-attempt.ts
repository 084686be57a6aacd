/** The way from a failure to the next sign-in. */
export const newAttemptTexts = {
	start: 'Start a new attempt',
	with: 'With a new code verifier, code challenge, state and nonce.'
} as const;
