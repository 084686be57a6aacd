/** The step in which the browser leaves. */
export const authorizeTexts = {
	stepUp: 'This attempt asks for what the API wanted',
	silent: 'This attempt asks for no page: prompt=none',
	silentWhy:
		'In a hidden frame it is the silent renewal of older applications. In this tab it is the same question with all cookies: what differs between the two answers is due to the frame.',
	frame: 'In a hidden frame',
	tab: 'Sign in, in this tab',
	/** Of a walk inside a page of another site. */
	inFrame: 'Sign in, in this frame',
	/** Why fewer ways are there than in a tab of its own. */
	fewer: {
		here: 'The built-in provider runs inside this page, and its sign-in opens here. Another window would meet a provider that knows nothing of this walk.',
		popup:
			'This walk is inside another page, where almost no provider lets its sign-in be shown. So it opens in a window of its own, which brings the answer back here.'
	},
	popup: 'In a popup',
	newTab: 'In a new tab',
	copy: 'Copy for another device',
	copied: 'Copied. Open it anywhere, then paste the callback URL in the next step.',
	copyRefused: 'The browser refused: select the URL above and copy it by hand.',
	renew: 'New state and nonce',
	blocked: {
		title: 'The browser did not open the window',
		why: 'Allow popups for this site, or sign in in this tab. An edited address must begin with https or http.',
		inFrame:
			'Allow popups for this site, or copy the URL, open it in a tab and paste the callback URL here. If the frame has a sandbox, it needs allow-popups. An edited address must begin with https or http.'
	},
	waiting: {
		title: 'Waiting for the callback',
		why: 'When you have signed in, this tab takes the answer over by itself. Did it end on another device?',
		/** Where no other window can tell this page. */
		byHand: 'When you have signed in, copy the address at which it ends: it does not come here by itself.',
		paste: 'Paste the callback URL'
	},
	parameters: 'Every parameter, and why it is there',
	parametersOf: 'Parameters of the authorization request'
} as const;
