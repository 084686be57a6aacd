import type { ClientMessage, MessageSource } from './client-message';

const msalRepository = 'https://github.com/AzureAD/microsoft-authentication-library-for-js/blob';
const msal = (path: string): MessageSource[] => [{ library: 'msal-js', docs: `${msalRepository}/${path}` }];
const msalErrors = msal('dev/lib/msal-browser/docs/errors.md');
const msalCommon = msal('dev/lib/msal-common/docs/errors.md');
const msalSource = msal(
	'02258124b42341c699aa68dbd51afe6dc4f0b854/lib/msal-browser/src/error/BrowserAuthError.ts'
);

export const msalJsMessages: readonly ClientMessage[] = [
	{
		id: 'msal-js/interaction-in-progress',
		says: [
			'Interaction is currently in progress. Please ensure that this interaction has been completed',
			'BrowserAuthError: interaction_in_progress',
			'aka.ms/msal.js.errors#interaction_in_progress'
		],
		of: msalErrors
	},
	{
		id: 'msal-js/window-timeout',
		says: [
			'Token acquisition in iframe failed due to timeout',
			'Token acquisition in popup failed due to timeout',
			'BrowserAuthError: monitor_window_timeout'
		],
		of: msalErrors
	},
	{
		id: 'msal-js/hash-empty',
		says: [
			'Hash value cannot be processed because it is empty. Please verify that your redirectUri is not clearing the hash. Given Url: *',
			'Hash value cannot be processed because it is empty',
			'BrowserAuthError: hash_empty_error'
		],
		of: msalErrors
	},
	{
		id: 'msal-js/hash-changed',
		says: [
			'Hash does not contain known properites. Please verify that your redirectUri is not changing the hash',
			'BrowserAuthError: hash_does_not_contain_known_properties'
		],
		of: msalErrors
	},
	{
		id: 'msal-js/frame-reload',
		says: [
			'Request was blocked inside an iframe because MSAL detected an authentication response',
			'BrowserAuthError: block_iframe_reload'
		],
		of: msalErrors
	},
	{
		id: 'msal-js/popup-in-popup',
		says: ['Request was blocked inside a popup because MSAL detected it was running in a popup'],
		of: msalSource
	},
	{
		id: 'msal-js/not-from-msal',
		says: [
			'Hash does not contain state. Please verify that the request originated from msal',
			'Unable to parse state. Please verify that the request originated from msal'
		],
		of: msalSource,
		open: true
	},
	{
		id: 'msal-js/state-differs',
		says: ['State mismatch error. Please check your network', 'ClientAuthError: state_mismatch'],
		of: msalCommon,
		code: 'state-mismatch'
	},
	{
		id: 'msal-js/nonce-differs',
		says: ['Nonce mismatch error. This may be caused by a race condition', 'ClientAuthError: nonce_mismatch'],
		of: msalCommon
	},
	{
		id: 'msal-js/no-account',
		says: ['No account object provided to acquireTokenSilent and no active account has been set'],
		of: msalSource
	},
	{
		id: 'msal-js/popup-blocked',
		says: ['Error opening popup window. This can happen if you are using IE or if popups are blocked'],
		of: msalSource
	},
	{
		id: 'msal-js/popup-closed',
		says: ['BrowserAuthError: user_cancelled', 'user_cancelled: User cancelled the flow'],
		of: msalSource,
		open: true
	},
	{
		id: 'msal-js/post-failed',
		says: [
			'Network request failed: If the browser threw a CORS error, check that the redirectUri is registered'
		],
		of: msalSource,
		open: true
	},
	{
		id: 'msal-js/no-metadata',
		says: [
			'Could not retrieve endpoints. Check your authority and verify the .well-known/openid-configuration endpoint',
			'endpoints_resolution_error: Error: could not resolve endpoints'
		],
		of: msalCommon,
		open: true
	},
	{
		id: 'msal-js/authority-not-known',
		says: [
			'The provided authority is not a trusted authority',
			'ClientConfigurationError: untrusted_authority'
		],
		of: msalCommon
	},
	{
		id: 'msal-js/no-request-kept',
		says: ['No token request found in cache', 'BrowserAuthError: no_token_request_cache_error'],
		of: msalSource,
		open: true
	},
	{
		id: 'msal-js/redirect-in-frame',
		says: ['Code flow is not supported inside an iframe. Please ensure you are using MSAL.js in a top frame'],
		of: msalSource
	},
	{
		id: 'msal-js/authority-of-account',
		says: ['Authority mismatch error. Authority provided in login request or PublicClientApplication config'],
		of: msalCommon
	},
	{
		id: 'msal-js/not-initialized',
		says: ['You must call and await the initialize function before attempting to call any other MSAL API'],
		of: msalErrors
	}
];
