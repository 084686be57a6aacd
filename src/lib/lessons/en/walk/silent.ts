/** Silent renewal: the authorization request again, by a frame that nobody sees. */
export const silentTexts = {
	title: 'Silent renewal: a hidden frame, and why it fails',
	why: 'Before refresh tokens were given to pages, a page asked for new tokens in a hidden frame: the same authorization request with prompt=none, which forbids the server to show anything. Signed in, it answers with a code; else with an error.',
	attempt:
		'Try it: a new attempt with a code verifier of its own. The attempt that you are in stays as it is, with its tokens.',
	start: 'Prepare a silent attempt',
	browsers: 'It depends on the cookie of the provider, and three browsers differ',
	safari:
		'Safari, and every browser of iOS that is built on WebKit: sends no cookies of another site in a frame.',
	firefox:
		'Firefox: gives a site in a frame a cookie jar of its own for each page around it. The session of the provider is in another jar.',
	chrome:
		'Chrome and Edge: send them, if the cookie is SameSite=None, until the person or an administrator blocks third-party cookies. A private window of Chrome blocks them.',
	sameSite:
		'A provider under the same site as the application is no third party: there it works in all of them.',
	instead:
		'What to do instead: refresh tokens with rotation, or a backend for frontend that keeps the tokens on a server and gives the page a cookie of its own site.',
	/** What came of it. */
	waiting: 'The hidden frame is on its way',
	waitingWhy: (seconds: number): string => `It is taken away after ${seconds} seconds.`,
	nothing: 'Nothing came back from the hidden frame',
	nothingWhy:
		'Your callback page was not reached in it with the state of this attempt. What a frame of another site shows, and whether the browser refused to show it, no page can see. It can be:',
	reasons: [
		'The provider showed a page in spite of prompt=none: its sign-in, or an error that it may send nowhere. Most providers forbid frames around their pages, with X-Frame-Options or frame-ancestors.',
		'The cookie that it needs was not sent, and it does not answer with an error as it should.',
		'It goes on by script or by another site, and that ends in a frame.',
		'The network failed, or it took longer.'
	],
	nothingNext: 'Ask once more in this tab: then you see the page that nobody saw.',
	code: 'The hidden frame brought a code',
	codeWhy:
		'The provider found its session in the frame. The code is exchanged like any other: this is how the tokens are renewed.',
	error: (error: string): string => `The hidden frame brought the error ${error}`,
	errorWhy:
		'The provider answers without a page. Whether nobody is signed in there, or the browser kept its cookie back in the frame, the answer does not say.',
	otherError: 'The provider answers without a page, and the error says why.',
	errorNext:
		'Ask once more in this tab, where its cookies go along: a code there means that the frame was the reason.',
	other: 'The hidden frame came back, with neither a code nor an error',
	oneOrigin:
		'The provider is at the origin of this page. No cookie is a third party’s here: at a provider of another site it can end differently.',
	toRequest: 'To the authorization request'
} as const;
