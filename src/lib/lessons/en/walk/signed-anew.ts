/** What is said of a request that is signed again at the moment of sending. */
export const signedAnewTexts = {
	exact: 'The request, exactly as it will be sent',
	almost: 'The request as it will be sent, but for its signature',
	edited: 'The request as you edited it',
	/** `part`: a header or a parameter, by its name on the wire. */
	again: (part: string): string =>
		`The value of ${part} is made again when you send: with the time of that moment, and so with another signature. All else goes out as shown, and the wire shows what went.`,
	whileShown:
		'The signature in request has the time in it and is good for a minute: it is made again every half a minute while this is shown. What you see is what the browser takes along. An edit keeps the signature that it has.',
	editedParts: (parts: readonly string[]): string =>
		`What you left alone of ${parts.join(' and ')} is signed again when you send. What you changed there goes out as you wrote it.`
} as const;
