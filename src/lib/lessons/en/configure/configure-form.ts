/** The words of the first form. */
export const unusedTexts = {
	title: 'The configuration was changed, and the change is not in use yet',
	here: 'The walk still goes by the configuration from before. The button below takes the change over: the later steps then start again.',
	discard: 'Discard the change',
	elsewhere: 'This step still goes by the configuration from before.',
	show: 'Use it or discard it'
} as const;

export const formTexts = {
	filled: 'Everything is filled in: look at it or change it',
	open: 'The configuration',
	withoutIssuer: 'Name the issuer: then the request for its metadata stands here.',
	unpublished: 'Ask for metadata all the same'
} as const;
