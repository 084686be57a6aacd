/** What stands around every step: the rail, the way on, and the parts of the page. */
export const frameTexts = {
	head: (place: number, title: string): string => `${place}. ${title}`,
	place: (place: number, of: number): string => `Step ${place} of ${of}`,
	noScript: {
		title: 'This page needs JavaScript to send requests',
		why: 'You can read every step without it.'
	},
	goTo: (title: string): string => `Go to “${title}”`,
	lesson: 'Why and how',
	neighbours: 'Neighbouring steps',
	steps: 'Steps of the walk',
	parts: 'Parts of this page',
	show: 'What to show',
	step: 'Step',
	wire: 'On the wire',
	wireWith: (messages: number): string => `On the wire (${messages})`
} as const;
