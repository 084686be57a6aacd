import type { CauseText } from './cause-text';

/** PKCE, redirect URIs and the authorization code. */
export const requestCauses = {
	'pkce-challenge-missing': {
		title: 'No code_challenge was sent',
		happened: 'The server refused a flow that was not started with PKCE.',
		why: 'The client or the server is set to require PKCE; the authorization request had no code_challenge.',
		change:
			'Send code_challenge and code_challenge_method=S256 in the authorization request, then start again.'
	},
	'pkce-challenge-malformed': {
		title: 'code_challenge has a wrong form',
		happened: 'The server could not accept the form of code_challenge.',
		why: 'It carries padding (=), plus or slash of ordinary base64, or a hexadecimal digest.',
		change: 'Encode the 32 raw bytes of SHA-256 as base64url without padding: that is 43 characters.'
	},
	'pkce-method-unsupported': {
		title: 'The challenge method is not accepted',
		happened: 'The server refused how the challenge was made.',
		why: 'Most servers accept S256 alone, written with a capital S.',
		change: 'Send a method that the server lists: S256 and a challenge made with SHA-256, wherever it does.'
	},
	'pkce-verifier-mismatch': {
		title: 'The verifier does not fit the challenge',
		happened:
			'The server transformed code_verifier and got something other than the code_challenge it had kept.',
		why: 'A second attempt or tab overwrote the stored verifier, or the challenge was encoded in another way.',
		change: 'Keep the verifier under the state of its attempt, start again, and send that very verifier.'
	},
	'pkce-verifier-missing': {
		title: 'No code_verifier was sent',
		happened: 'The token request lacked the proof that belongs to the code.',
		why: 'The verifier was lost on the way (another tab, cleared storage, another process) or never added.',
		change: 'Add code_verifier to the body of the token request.'
	},
	'pkce-verifier-malformed': {
		title: 'code_verifier has a wrong form',
		happened: 'The server refused the form of code_verifier before comparing it.',
		why: 'It is too short, too long, or has characters that are not allowed.',
		change: 'Make the verifier of 32 random bytes as base64url, which gives 43 allowed characters.'
	},
	'pkce-verifier-without-challenge': {
		title: 'A verifier without a challenge',
		happened: 'The server refused a verifier that it has nothing to compare with.',
		why: 'The challenge was dropped from the authorization request, by a bug or by somebody in between.',
		change: 'Send code_challenge with the authorization request; look whether a proxy or library removes it.'
	},
	'redirect-uri-not-registered': {
		title: 'The redirect URI is not registered',
		happened:
			'The server did not find redirect_uri among those of the client, and stopped before going back.',
		why: 'A slash, a port, http in place of https, localhost in place of 127.0.0.1: any difference counts.',
		change:
			'Make the two the same, character by character: send the address that is registered, or register the one that is sent.'
	},
	'redirect-uri-differs-at-token': {
		title: 'Two different redirect URIs in one flow',
		happened: 'The server compared both redirect URIs and they differ.',
		why: 'The value is built twice, for example once with a final slash or from another host name.',
		change: 'Send the same stored string in both requests.'
	},
	'redirect-uri-form-not-allowed': {
		title: 'The provider forbids this form of redirect URI',
		happened: 'The server refused the form of redirect_uri, whether it is registered or not.',
		why: 'The policy of the provider for redirect URIs is stricter than the standard.',
		change:
			'Use an https address with a host name, or the form that the provider names for local development.'
	},
	'post-logout-redirect-uri-not-registered': {
		title: 'The address after sign-out is not registered',
		happened: 'The server did not go back to the address that was asked for after sign-out.',
		why: 'Sign-out addresses are a list of their own at most providers.',
		change: 'Add the exact address to the sign-out (post logout) redirect URIs of the client.'
	},
	'code-expired': {
		title: 'The code has expired',
		happened: 'The code reached the token endpoint too late.',
		why: 'Codes live from half a minute to ten minutes; the page waited or a person was slow.',
		change: 'Start again and redeem the code at once.'
	},
	'code-already-used': {
		title: 'The code was used before, or is unknown',
		happened: 'The server has no unused code of this value.',
		why: 'The callback page ran twice (reload, back, double effect), an earlier answer was lost or hidden, or only part of the code was copied.',
		change: 'Redeem each code once, clear it from the address bar, and start again.'
	},
	'code-issued-to-another-client': {
		title: 'The code belongs to another client',
		happened: 'The server compared the client of the code with the client that asks.',
		why: 'The two requests were built from two configurations.',
		change: 'Send the same client_id in both requests.'
	},
	'issuer-mismatch': {
		title: 'Wrong issuer or tenant',
		happened:
			'What was used or what answered belongs to another issuer than the client, the code or the request.',
		why: 'A tenant, realm or server id is misspelt, the endpoints of two issuers were mixed, or another server answered.',
		change:
			'Take all endpoints from one discovery document, that of the tenant in which the client is registered, and configure the issuer letter by letter as that document names it.'
	}
} as const satisfies Record<string, CauseText>;
