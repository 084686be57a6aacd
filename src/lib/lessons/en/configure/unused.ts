/** What is said of a configuration that was typed and is not in use. */
export const unusedTexts = {
	title: 'The configuration was changed, and the change is not in use yet',
	here: 'The walk still goes by the configuration from before. The button below takes the change over: the later steps then start again.',
	discard: 'Discard the change',
	elsewhere: 'This step still goes by the configuration from before.',
	show: 'Use it or discard it'
} as const;
