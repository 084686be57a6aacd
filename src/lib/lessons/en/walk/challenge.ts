/** The step of the code challenge. */
export const challengeTexts = {
	method: 'Method',
	methods: 'Code challenge method',
	about: {
		S256: 'The one to use: the challenge does not give the verifier away.',
		plain: 'Discouraged: whoever sees the challenge has the verifier.'
	},
	steps: 'From verifier to challenge',
	verifier: {
		title: 'The code verifier',
		detail: (characters: number): string => `${characters} ASCII characters`
	},
	digest: {
		title: 'SHA-256 of its ASCII bytes',
		detail: '32 bytes, here in hexadecimal. The hexadecimal form itself is never sent.'
	},
	encoded: {
		title: 'base64url of these bytes, without padding',
		detail: '43 characters: the code challenge'
	},
	same: { title: 'The code challenge is the same text', detail: 'No transformation' },
	use: (method: string): string => `Use the ${method} challenge`,
	again: 'Use it again, for a new attempt',
	rules: 'The rules for a code challenge'
} as const;
