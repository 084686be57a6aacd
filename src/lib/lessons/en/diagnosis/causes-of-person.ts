import type { CauseText } from './cause-text';

/** The person and their session, `state`, tokens in use, and DPoP. */
export const personCauses = {
	'session-expired': {
		title: 'The sign-in session has ended',
		happened: 'The server no longer knows the sign-in that this flow belongs to.',
		why: 'The sign-in page stood open too long, its cookies were lost, or the session was ended elsewhere.',
		change: 'Start again from the application, not from the sign-in page or a bookmark of it.'
	},
	'login-required': {
		title: 'No session for prompt=none',
		happened: 'The server may not show a page, and cannot go on without one.',
		why: 'Nobody is signed in, or the browser keeps the provider’s cookies from a frame, as Safari and Firefox do by default.',
		change: 'Start the flow without prompt=none.'
	},
	'silent-frame-without-session': {
		title: 'The silent sign-in ran in a frame of another site',
		happened: 'The server saw nobody signed in, in a request that a hidden frame made.',
		why: 'Browsers keep the session cookie of the provider from a frame of another site, so that it is not sent; or nobody is signed in there.',
		change:
			'Renew with a refresh token, or give the provider a domain of the application’s own site. Otherwise start without prompt=none.'
	},
	'interaction-required': {
		title: 'The person must do something more',
		happened: 'The server stopped before the person had done a step that it asks for.',
		why: 'A second factor, an account choice, new terms or a changed password is due.',
		change: 'Start the flow again, and let the person do that step. With prompt=none the server may not ask.'
	},
	'consent-required': {
		title: 'Consent is missing',
		happened: 'The server needs a consent that it does not have.',
		why: 'The person did not agree, new scopes were added since, or the server may not ask (prompt=none).',
		change:
			'Let the person sign in and agree: with prompt=consent where the provider knows it, never with none.'
	},
	'admin-consent-required': {
		title: 'An administrator must consent',
		happened: 'The person who signed in may not grant what the client asks for.',
		why: 'The permission is of a kind, or the tenant of a setting, that leaves consent to administrators.',
		change: 'Let an administrator grant it for the tenant, or ask for less.'
	},
	'user-denied': {
		title: 'The person declined',
		happened: 'The server sends the person back without a code.',
		why: 'Cancel was pressed, or the consent was refused.',
		change: 'Nothing is broken: let the person try again.'
	},
	'account-not-allowed': {
		title: 'This account may not use the client',
		happened: 'The sign-in worked, but this account is not let through to this client.',
		why: 'The client is limited to some accounts, or the account itself is limited.',
		change: 'Assign the account to the client, or sign in with another one.'
	},
	'access-policy-denied': {
		title: 'A policy denied the request',
		happened: 'A rule of the tenant stopped the flow.',
		why: 'Conditional access, an access policy, or code that runs at sign-in.',
		change: 'Ask an administrator for the sign-in log: it names the rule.'
	},
	'refresh-token-expired': {
		title: 'The refresh token has expired',
		happened: 'The server refused to renew with this token.',
		why: 'Refresh tokens of pages are short-lived at many providers (24 hours at Entra).',
		change: 'Start the flow again; raise the lifetime in the settings if that is wanted.'
	},
	'refresh-token-reused': {
		title: 'A rotated refresh token came a second time',
		happened:
			'The server saw an old refresh token again. Servers that look for that end the whole family then, the newest token with it.',
		why: 'Two tabs renewed at once, an answer was lost or hidden, or the new token was not stored.',
		change: 'Store the new refresh token at once, renew in one place only, and start again.'
	},
	'refresh-token-revoked': {
		title: 'The refresh token is not accepted any more',
		happened: 'The server does not know the refresh token as valid.',
		why: 'Password change, sign-out, an administrator, or another client_id.',
		change: 'Start the flow again with the same client.'
	},
	'state-invalid': {
		title: 'The server refuses state',
		happened: 'The server checked state before going on.',
		why: 'Some servers require state, and a length of at least eight characters.',
		change: 'Send a random state of 16 or more letters and digits.'
	},
	'state-mismatch': {
		title: 'state was lost or changed',
		happened: 'The answer could not be matched with a request of this page.',
		why: 'Another tab, cleared storage, an old callback URL, or an answer that nobody here asked for.',
		change: 'Start again in one tab and do not reuse callback URLs.'
	},
	'callback-cookie-lost': {
		title: 'The cookie of the application did not come back',
		happened:
			'The application answered the callback with an error, and a cookie that it had set before was missing there.',
		why: 'An application keeps state and the verifier under a cookie. SameSite, Secure, Path, or another host kept the browser from sending it.',
		change:
			'Begin and end the sign-in on one host and over https. Use SameSite=Lax for an answer in the address, and SameSite=None with Secure for one that is posted as a form.'
	},
	'state-altered': {
		title: 'state was changed on its way',
		happened: 'The answer carries the state of this request in another spelling, or a part of it.',
		why: 'Something between the server and the application encoded or decoded it once more, cut it, or took + for a space.',
		change:
			'Send a state of letters, digits, - and _ alone, and keep what it stands for in the browser. Decode the callback once.'
	},
	'dpop-required': {
		title: 'DPoP is required',
		happened: 'The server refused a request without a DPoP proof.',
		why: 'DPoP is switched on for the client or the token.',
		change: 'Switch on DPoP in this configuration: a proof with each request, and the DPoP scheme at APIs.'
	},
	'dpop-nonce-required': {
		title: 'The proof needs the server’s nonce',
		happened: 'The proof had no nonce, or an old one. At the first request this is no failure: so it begins.',
		why: 'The server keeps proofs fresh with nonces, and hands them out in its answers.',
		change:
			'Send the request again: the nonce is in the next proof. A page reads it only where DPoP-Nonce is exposed.'
	},
	'dpop-proof-invalid': {
		title: 'The proof does not fit the request',
		happened: 'The server compared the proof with the request and they differ.',
		why: 'A proof made for another address or method, or behind a proxy that changes the address.',
		change: 'Make a new proof for each request, with the exact method and address without query.'
	},
	'dpop-proof-time-invalid': {
		title: 'The proof’s time is wrong',
		happened: 'The server does not accept the time inside the proof.',
		why: 'The clock of the device is wrong, or the proof was kept and sent later.',
		change: 'Set the clock, and make each proof just before it is sent.'
	},
	'access-token-invalid': {
		title: 'The access token is not valid here',
		happened: 'The endpoint refused the access token.',
		why: 'Its time is over, its audience or issuer is another one, or an ID token was sent in its place. At a registration of a client it is the initial access token.',
		change: 'Compare aud, iss and exp of the token with what this API expects; request the right audience.'
	}
} as const satisfies Record<string, CauseText>;
