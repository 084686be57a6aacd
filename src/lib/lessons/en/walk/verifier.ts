/** The step of the code verifier. */
export const verifierTexts = {
	legend: 'The code verifier',
	generate: 'Generate a code verifier',
	another: 'Generate another',
	length: 'Length',
	size: (characters: number, bytes: number): string => `${characters} characters from ${bytes} random bytes`,
	placeholder: 'Generate one, or type your own',
	count: (characters: number, least: number, most: number): string =>
		`${characters} characters; ${least} to ${most} are allowed`,
	use: 'Use this verifier',
	useBroken: 'Use it all the same',
	discard: 'Discard what was typed',
	broken: 'A server should refuse it: see what yours does.',
	rules: 'The rules for a code verifier',
	where:
		'It comes from the browser’s own random generator and is kept for this tab alone. With S256 it is not sent to anybody before the token request.'
} as const;
