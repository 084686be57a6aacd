/** The list of everything that has crossed the network. Its title is among the words of the frame. */
export const wireTexts = {
	empty: 'Nothing has crossed the network yet. Every request and every answer appears here, in order.',
	emptyRecording:
		'The recording has no message of the sign-in itself. What it has beside it stands in the steps.',
	/** A button, over the newest messages. */
	before: (count: number): string => `Show the ${count === 1 ? 'one' : count} before these`,
	endless: 'This page leads in a circle, so it is not shown. Go back to the walk and start again.'
} as const;
