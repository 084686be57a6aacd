/** What is said where a configuration comes by a link, goes out as one, or is kept for next time. */
export const linkTexts = {
	offer: 'A link brought this configuration',
	isFor: 'It is for',
	refuse: 'Do not use it',
	without: 'Go on without it',
	offerWhy:
		'Nothing of it is used and nothing is sent before you say so. Take it only from somebody you trust.',
	replacesForm: 'It takes the place of what is in the form.',
	replacesWalk: 'It takes the place of what is in the form, and ends the walk that this tab is in.',
	use: 'Use this configuration',
	useAndFetch: (host: string): string => `Use this configuration and fetch its metadata from ${host}`,
	goesOn: (title: string): string =>
		`It leads to “${title}”. After your yes the metadata is fetched from the address below. Then all is made that can be made without you. Nothing else is sent.`,
	withoutClient: (title: string): string =>
		`It leads to “${title}”, but names no client. Type the client ID into the form first.`,
	withoutMetadata: (title: string): string =>
		`It leads to “${title}”, but this provider publishes no metadata. Look at its endpoints in the form first.`,
	leads: (title: string): string => `The link leads to “${title}”`,
	fetched: 'Metadata from',
	otherCallback:
		'It sends the answer elsewhere than to this page: you would have to paste the callback URL here.',
	otherProvider: (name: string): string =>
		`It says that this is ${name}, and the issuer is none of ${name}. That name is left out.`,
	unknownProvider: (id: string): string =>
		`It names a provider that is not known here: “${id}”. That name is left out.`,
	apiGetsToken: 'The access token would be sent to',
	shareTitle: 'Share this configuration',
	share: 'A link to this configuration',
	copy: 'Copy the link',
	shareWhy:
		'Whoever opens it sees these settings and is asked before anything is sent. No secret, token or code is in it.',
	leftOut: 'Left out, because it is a secret by its name or its look:',
	notKept: 'Not kept for next time, because it is a secret by its name or its look:',
	saved: 'Configurations used before',
	savedWhy: 'They are kept in this browser, without secrets, until you forget them.'
} as const;
