/** What stands around every step: the rail, the way on, and the parts of the page. */
export const frameTexts = {
	head: (place: number, title: string): string => `${place}. ${title}`,
	place: (place: number, of: number): string => `Step ${place} of ${of}`,
	noScript: {
		title: 'This page needs JavaScript to send requests',
		why: 'You can read every step without it.'
	},
	/** At the head of the first step. */
	tutorial: { who: 'New to this flow?', go: 'The tutorial explains it on one page.' },
	goTo: (title: string): string => `Go to “${title}”`,
	/** At the end of a part of it, in a frame. */
	whole: 'The whole walk, in a new tab',
	strip: 'The walk as a diagram',
	steps: 'Steps of the walk',
	wire: 'On the wire',
	code: 'Code for this step',
	/** The foot of the page. */
	bar: 'What to do now',
	breakIt: 'Break it',
	/** In its place, where nothing is sent. */
	recording: 'Recording, read-only'
} as const;
