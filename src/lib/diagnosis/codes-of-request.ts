import type { CodeText } from './code-text';

/** PKCE, redirect URIs and the authorization code. */
export const requestCodes = {
	'pkce-challenge-missing': {
		title: 'No code_challenge was sent',
		meaning: 'PKCE is required here, and the flow was started without a code challenge.',
		steps: ['authorize', 'token'],
		happened: 'The server refused a flow that was not started with PKCE.',
		why: 'The client or the server is set to require PKCE; the authorization request had no code_challenge.',
		change:
			'Send code_challenge and code_challenge_method=S256 in the authorization request, then start again.',
		citations: ['RFC 7636 §4.3', 'RFC 7636 §4.4.1']
	},
	'pkce-challenge-malformed': {
		title: 'code_challenge has a wrong form',
		meaning: 'The code challenge is not 43 to 128 characters of base64url.',
		steps: ['authorize'],
		happened: 'The server could not accept the form of code_challenge.',
		why: 'It carries padding (=), plus or slash of ordinary base64, or a hexadecimal digest.',
		change: 'Encode the 32 raw bytes of SHA-256 as base64url without padding: that is 43 characters.',
		citations: ['RFC 7636 §4.2', 'RFC 4648 §5']
	},
	'pkce-method-unsupported': {
		title: 'The challenge method is not accepted',
		meaning:
			'code_challenge_method is left out (which means plain), misspelt, or not one that the server takes.',
		steps: ['authorize'],
		happened: 'The server refused how the challenge was made.',
		why: 'Most servers accept S256 alone, written with a capital S.',
		change: 'Send a method that the server lists: S256 and a challenge made with SHA-256, wherever it does.',
		citations: ['RFC 7636 §4.3', 'RFC 7636 §4.4.1']
	},
	'pkce-verifier-mismatch': {
		title: 'The verifier does not fit the challenge',
		meaning:
			'The verifier of the token request does not give the challenge that this code was requested with.',
		steps: ['token'],
		happened:
			'The server transformed code_verifier and got something other than the code_challenge it had kept.',
		why: 'A second attempt or tab overwrote the stored verifier, or the challenge was encoded in another way.',
		change: 'Keep the verifier under the state of its attempt, start again, and send that very verifier.',
		citations: ['RFC 7636 §4.6']
	},
	'pkce-verifier-missing': {
		title: 'No code_verifier was sent',
		meaning: 'The code was requested with a challenge, but the token request has no verifier.',
		steps: ['token'],
		happened: 'The token request lacked the proof that belongs to the code.',
		why: 'The verifier was lost on the way (another tab, cleared storage, another process) or never added.',
		change: 'Add code_verifier to the body of the token request.',
		citations: ['RFC 7636 §4.5']
	},
	'pkce-verifier-malformed': {
		title: 'code_verifier has a wrong form',
		meaning: 'The verifier is not 43 to 128 letters, digits, hyphens, dots, underscores or tildes.',
		steps: ['token'],
		happened: 'The server refused the form of code_verifier before comparing it.',
		why: 'It is too short, too long, or has characters that are not allowed.',
		change: 'Make the verifier of 32 random bytes as base64url, which gives 43 allowed characters.',
		citations: ['RFC 7636 §4.1']
	},
	'pkce-verifier-without-challenge': {
		title: 'A verifier without a challenge',
		meaning: 'The token request has a verifier, but this code was requested without a challenge.',
		steps: ['token'],
		happened: 'The server refused a verifier that it has nothing to compare with.',
		why: 'The challenge was dropped from the authorization request, by a bug or by somebody in between.',
		change: 'Send code_challenge with the authorization request; look whether a proxy or library removes it.',
		citations: ['RFC 9700 §2.1.1', 'RFC 7636 §4.6']
	},
	'redirect-uri-not-registered': {
		title: 'The redirect URI is not registered',
		meaning: 'redirect_uri is not, character for character, one of those registered for this client.',
		steps: ['authorize', 'token'],
		happened:
			'The server did not find redirect_uri among those of the client, and stopped before going back.',
		why: 'A slash, a port, http in place of https, localhost in place of 127.0.0.1: any difference counts.',
		change: 'Copy redirect_uri from the authorization request into the list of the client, exactly as it is.',
		citations: ['RFC 6749 §3.1.2.4', 'RFC 9700 §4.1.3']
	},
	'redirect-uri-differs-at-token': {
		title: 'Two different redirect URIs in one flow',
		meaning: 'The token request names another redirect URI than the authorization request, or none.',
		steps: ['token'],
		happened: 'The server compared both redirect URIs and they differ.',
		why: 'The value is built twice, for example once with a final slash or from another host name.',
		change: 'Send the same stored string in both requests.',
		citations: ['RFC 6749 §4.1.3']
	},
	'redirect-uri-form-not-allowed': {
		title: 'The provider forbids this form of redirect URI',
		meaning: 'Plain http, an IP address, localhost, a fragment or a wildcard: never accepted here.',
		steps: ['authorize'],
		happened: 'The server refused the form of redirect_uri, whether it is registered or not.',
		why: 'The policy of the provider for redirect URIs is stricter than the standard.',
		change:
			'Use an https address with a host name, or the form that the provider names for local development.',
		citations: ['RFC 6749 §3.1.2', 'RFC 8252 §7.3']
	},
	'post-logout-redirect-uri-not-registered': {
		title: 'The address after sign-out is not registered',
		meaning: 'post_logout_redirect_uri is not one of the sign-out addresses of the client.',
		steps: ['logout'],
		happened: 'The server did not go back to the address that was asked for after sign-out.',
		why: 'Sign-out addresses are a list of their own at most providers.',
		change: 'Add the exact address to the sign-out (post logout) redirect URIs of the client.',
		citations: ['OIDC RP-Initiated Logout §2']
	},
	'code-expired': {
		title: 'The code has expired',
		meaning: 'The authorization code was redeemed after its short life was over.',
		steps: ['token'],
		happened: 'The code reached the token endpoint too late.',
		why: 'Codes live from half a minute to ten minutes; the page waited or a person was slow.',
		change: 'Start again and redeem the code at once.',
		citations: ['RFC 6749 §4.1.2', 'RFC 6749 §5.2']
	},
	'code-already-used': {
		title: 'The code was used before, or is unknown',
		meaning: 'Somebody redeemed this code already, or the server never issued it.',
		steps: ['token'],
		happened: 'The server has no unused code of this value.',
		why: 'The callback page ran twice (reload, back, double effect), an earlier answer was lost or hidden, or only part of the code was copied.',
		change: 'Redeem each code once, clear it from the address bar, and start again.',
		citations: ['RFC 6749 §4.1.2', 'RFC 6749 §10.5']
	},
	'code-issued-to-another-client': {
		title: 'The code belongs to another client',
		meaning: 'The client_id of the token request is not the one that the code was issued to.',
		steps: ['token'],
		happened: 'The server compared the client of the code with the client that asks.',
		why: 'The two requests were built from two configurations.',
		change: 'Send the same client_id in both requests.',
		citations: ['RFC 6749 §4.1.3', 'RFC 6749 §5.2']
	},
	'issuer-mismatch': {
		title: 'Wrong issuer or tenant',
		meaning:
			'The request reached an issuer that does not exist, does not know this client, or did not issue the code.',
		steps: ['authorize', 'token'],
		happened: 'The endpoints used do not belong to the tenant that the client or the code belongs to.',
		why: 'A tenant, realm or server id is misspelt, or the endpoints of two issuers were mixed.',
		change:
			'Take both endpoints from one discovery document, that of the tenant in which the client is registered.',
		citations: ['RFC 8414 §3.3', 'RFC 9207 §2.4']
	}
} as const satisfies Record<string, CodeText>;
