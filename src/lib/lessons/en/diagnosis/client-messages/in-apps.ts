import type { ClientMessageTexts } from './client-message-text';

export const appTexts = {
	'appauth-android/state-differs': {
		means: 'The state that came back is not the one of the request that was sent, so the answer was dropped.',
		look: 'See whether two sign-ins ran at once, and whether another app or activity takes the same redirect URI.'
	},
	'appauth-ios/state-differs': {
		means: 'The state that came back is not the one of the request that was sent.',
		look: 'Compare the two in the message: an answer to an older request was handed over, or the server changed state.'
	},
	'appauth/nonce-differs': {
		means: 'The ID token carries another nonce than the request.',
		look: 'See whether the code is exchanged for the very request that asked for it, and whether the server puts nonce into the ID token.'
	},
	'appauth/issuer-differs': {
		means: 'iss of the ID token is not the issuer of the configuration.',
		look: 'Compare iss in the ID token with issuer in the metadata letter by letter, the slash at the end as well.'
	},
	'appauth/audience-differs': {
		means: 'The ID token was issued to another client than the one that asked.',
		look: 'Compare aud of the ID token with the client ID of the app.'
	},
	'appauth/clock': {
		means: 'The ID token was issued at a time that is far from the time of this device.',
		look: 'Set the clock of the device to automatic; then look at the clock of the server.'
	},
	'appauth-android/cancelled': {
		means: 'The browser was left before an answer came back.',
		look: 'If nobody left it, see whether the redirect URI leads back into the app: its scheme and the intent filter.'
	},
	'react-native-app-auth/no-metadata': {
		means: 'The metadata of the issuer could not be loaded.',
		look: 'Open issuer with /.well-known/openid-configuration behind it in the browser of the device.'
	},
	'expo/state-differs': {
		means: 'The state that came back is not the one that this request had kept.',
		look: 'See whether the request object was made anew between the start and the answer, or two sign-ins ran at once.'
	},
	'expo/session-open': {
		means: 'A sign-in was started while another one was still open.',
		look: 'Disable the button until the first one has come back.'
	},
	'insomnia-or-bruno/window-closed': {
		means: 'The window of the sign-in was closed before it had come to the callback URL.',
		look: 'If nobody closed it, see whether the callback URL that is set is the one to which the server sends back.'
	},
	'insomnia/no-token': {
		means: 'The token endpoint refused. Its status stands in the message, its answer in the timeline.',
		look: 'Open the response timeline of the token request, and paste what the server said here.'
	},
	'insomnia/no-fragment': {
		means: 'With the implicit grant tokens are expected in the fragment, and there is none.',
		look: 'See whether the server answers with a code instead: choose the authorization code grant.'
	}
} satisfies ClientMessageTexts;
