import type { ClientMessageTexts } from './client-message-text';

export const msalJsTexts = {
	'msal-js/interaction-in-progress': {
		means:
			'A sign-in or token call was started while another one was still open, or a redirect was never handled.',
		look: 'Await handleRedirectPromise on every page that may be a redirect URI before any other call, and await each call.'
	},
	'msal-js/window-timeout': {
		means:
			'The hidden frame or the popup did not come back to the redirect URI in time with an answer that could be read.',
		look: 'See whether the redirect page removes the fragment or navigates on: a blank page is best. Look for X-Frame-Options in the network log too.'
	},
	'msal-js/hash-empty': {
		means: 'The answer in the fragment of the redirect page was gone before it was read.',
		look: 'Use a blank page without a router as redirectUri for popup and silent calls.'
	},
	'msal-js/hash-changed': {
		means: 'The redirect page changed the fragment, and no answer is left in it.',
		look: 'Use a blank page without a router as redirectUri for popup and silent calls.'
	},
	'msal-js/frame-reload': {
		means: 'The redirect page, in the hidden frame, itself tried to start a sign-in.',
		look: 'Use a redirect page that does not run MSAL, or start no sign-in where the page is in a frame.'
	},
	'msal-js/popup-in-popup': {
		means: 'The page within a sign-in popup tried to get a token itself.',
		look: 'Use a redirect page that calls nothing of MSAL while it is in a popup.'
	},
	'msal-js/not-from-msal': {
		means: 'The answer has no state that this library made.',
		look: 'See whether something else starts the sign-in, or whether the server or a proxy changes state.'
	},
	'msal-js/state-differs': {
		means: 'The state in the answer is not the one of the request that is kept.',
		look: 'See whether the storage was cleared between, or an old answer was opened again.'
	},
	'msal-js/nonce-differs': {
		means: 'The ID token carries another nonce than the request.',
		look: 'See whether several requests run at once and overwrite each other’s entry.'
	},
	'msal-js/no-account': {
		means: 'A silent call was made, and it was not said for which account.',
		look: 'Call setActiveAccount after the sign-in, or hand an account to the request.'
	},
	'msal-js/popup-blocked': {
		means: 'The browser did not open the popup.',
		look: 'Open it directly in a click, without waiting for anything before, or use the redirect calls.'
	},
	'msal-js/popup-closed': {
		means: 'The sign-in window was closed before it had brought an answer.',
		look: 'If nobody closed it, look at Cross-Origin-Opener-Policy of the pages in it.'
	},
	'msal-js/post-failed': {
		means: 'The token request brought no answer that the page may read.',
		look: 'Look into the console for CORS: the redirect URI must be registered under the platform Single-page application.'
	},
	'msal-js/no-metadata': {
		means: 'The metadata of the authority could not be loaded, or lacks endpoints.',
		look: 'Open the authority with /.well-known/openid-configuration behind it in a tab.'
	},
	'msal-js/authority-not-known': {
		means: 'The authority is none that the library trusts by itself.',
		look: 'Name its host in knownAuthorities: B2C, external tenants and other servers need that.'
	},
	'msal-js/no-request-kept': {
		means: 'An answer came back, and the request to it is no longer in the storage.',
		look: 'See whether the storage was cleared, or the answer was handled twice or in another tab.'
	},
	'msal-js/redirect-in-frame': {
		means: 'A redirect call was made in a page that is shown in a frame.',
		look: 'Use the popup calls there, or start the sign-in in the top window.'
	},
	'msal-js/authority-of-account': {
		means: 'The account belongs to another cloud or host than the authority of the request.',
		look: 'Compare environment of the account with the authority, and choose a matching account.'
	},
	'msal-js/not-initialized': {
		means: 'A call was made before initialize had finished.',
		look: 'Await initialize of the application object first.'
	}
} satisfies ClientMessageTexts;
