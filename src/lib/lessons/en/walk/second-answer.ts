/** What is said of an answer that came when the attempt had one. */
export const secondAnswerTexts = {
	title: 'Another answer came, and this walk has one already',
	titleSame: 'A second answer came for the same attempt',
	kept: 'Nothing was replaced: the walk goes by the answer that it had.',
	same: 'Going back to the provider may do that: it still knows who signed in, and sends a new answer at once.',
	unknown: 'Its state is not the one that this attempt sent: it may be an answer that nobody here asked for.',
	brings: {
		code: 'The new one brings a code.',
		error: (error: string): string => `The new one brings the error “${error}”.`,
		neither: 'The new one brings neither a code nor an error.'
	},
	replaces:
		'Using it takes the later steps back: tokens and what was done with them leave the steps, and stay on the wire.',
	url: 'The second callback URL',
	keep: 'Keep the walk as it is',
	use: 'Use this answer instead'
};
