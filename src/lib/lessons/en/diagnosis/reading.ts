import { peekTexts } from '../intake/intake';

/** What was found in a text that was pasted, and what else may be the error in it. */
export const readingTexts = {
	title: 'What was read',
	/** Over the text with its mark. */
	taken: (lines: number): string =>
		lines > 1 ? 'These lines were taken as the error' : 'This line was taken as the error',
	above: (lines: number): string => (lines === 1 ? '1 line above it' : `${lines} lines above it`),
	below: (lines: number): string => (lines === 1 ? '1 line below it' : `${lines} lines below it`),
	whole: 'The whole text, with the error marked',
	choose: 'Which line is the error?',
	chooseHint: 'The answer is always that of the line that is chosen.',
	byCode: (provider: string): string => `By its code this is ${provider}.`,
	references: 'For the ticket',
	referencesHint: 'With these the provider finds the failure in its own log.',
	nothing: {
		authorization: peekTexts.nothingFailed,
		'callback-code': 'This is a callback with a code. Nothing has failed in it so far.'
	},
	open: {
		authorization: 'Open the authorization request in the walk',
		'token-request': 'Open the token request in the walk',
		'callback-code': 'Open the callback in the walk',
		'callback-error': 'Open the callback in the walk'
	},
	openHint: 'In the walk every check is made of what was sent, also where the answer says little.'
} as const;
