/** The answer, with every check. */
export const responseTexts = {
	title: 'What came back',
	url: 'The callback URL',
	foreign: {
		title: 'This answer belongs to another attempt',
		why: (left: string): string =>
			`Its state is that of the attempt that left at ${left}. Its code needs that attempt’s code verifier: with the current one the server refuses it.`,
		again: 'Sign in again for the current attempt'
	},
	secured: 'The answer is a signed JWT: its signature waits for the server’s keys',
	/** Of a recording. */
	unverifiable:
		'The answer is a signed JWT, and the keys of the server are not in the recording: it is not verified here',
	parametersOf: 'Parameters of the callback'
} as const;
