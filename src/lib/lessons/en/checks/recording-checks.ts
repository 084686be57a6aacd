import type { recordingChecks } from '$lib/lexicon/recording-checks';
import type { CheckText } from './check-text';

/** What only a recording can show. */
export const recordingCheckTexts: Record<keyof typeof recordingChecks, CheckText> = {
	'exchange-challenge': {
		label: 'Challenge is that of the verifier',
		fails:
			'The verifier in the token request does not give the challenge that the authorization request had. The server compares the same two, and refuses the code.',
		fix: 'Make the challenge of the characters of the verifier: SHA-256, then base64url without padding, with code_challenge_method=S256. Keep the verifier under the state of its attempt.'
	},
	'exchange-redirect-uri': {
		label: 'One redirect URI in both requests',
		fails:
			'The token request names another redirect URI than the authorization request. The server compares them as texts, so that a slash is enough.',
		fix: 'Send the same stored text in both requests. Behind a proxy, have the application know its public address.'
	},
	'exchange-code': {
		label: 'Code sent as it came',
		fails:
			'The code in the token request is not the one that the callback brought. The server knows no such code.',
		fix: 'Decode the callback once, take the code as it then is, and let the form encode it once.'
	},
	'exchange-code-once': {
		label: 'Code sent once',
		fails:
			'The same code was sent before. A server takes a code once, and may revoke the tokens that it brought.',
		fix: 'Redeem the code in one place: look for a callback page that runs twice, an effect that runs twice, or a retry.'
	},
	'exchange-code-soon': {
		label: 'Code sent in time',
		fails:
			'Time passed between the callback and the token request. Codes live from half a minute to ten minutes.',
		fix: 'Redeem the code as soon as it comes.'
	},
	'exchange-form': {
		label: 'Parameters in a form',
		fails:
			'The parameters were not sent as application/x-www-form-urlencoded in the body. Some servers read them all the same, and others find nothing.',
		fix: 'Send them as a form in the body of the POST. In the address they end in logs.'
	},
	'exchange-consent': {
		label: 'Consent asked for with offline_access',
		fails:
			'offline_access was asked for without prompt=consent, and no refresh token came. OpenID Connect has a server ignore offline_access then, unless it has another reason to give one.',
		fix: 'Add prompt=consent to the authorization request. Where that changes nothing, allow refresh tokens for the application.'
	},
	'callback-cookies': {
		label: 'Cookies of the application came back',
		fails:
			'A cookie that the application set before the person left did not come back with the answer. What it kept for this sign-in, such as state and the verifier, it then cannot find.',
		fix: 'Start and end the sign-in on one host, with https on both ends. Use SameSite=Lax for an answer in the address, SameSite=None with Secure for response_mode=form_post, and a Path that covers the callback.'
	},
	'callback-landing': {
		label: 'Application takes the answer',
		fails:
			'What the application answered at the callback is no step forward: the answer of the server got lost in a redirect, or the person was sent back.',
		fix: 'Register the address at which the application really answers, letter for letter, so that no redirect stands between. Where it sends the person to sign in again, look into its own log for why it did not keep the session.'
	},
	'callback-implicit': {
		label: 'No access token through the browser',
		fails:
			'The request asked for an access token in the authorization response: the implicit flow, or a hybrid one. There it stands in an address, may leak by history, logs and scripts, and nothing binds it to its client. Current practice is against it.',
		fix: 'Ask with response_type=code, and use PKCE: a browser redeems the code itself, and no token stands in an address.'
	},
	'recorded-clock': {
		label: 'Clocks agree',
		fails:
			'The time that the server says is another one than that of the device that recorded this. Tokens then seem to be expired, or not good yet.',
		fix: 'Set the clock of the device, or allow a tolerance of some seconds where times are compared.'
	},
	'recorded-cors': {
		label: 'Page may read the answer',
		fails:
			'A page of another origin asked, and the answer has no Access-Control-Allow-Origin for it. The browser kept the answer from the page.',
		fix: 'Allow the origin of the application at the server: many have a list of their own for it.'
	},
	'recorded-preflight': {
		label: 'Preflight allows the request',
		fails:
			'The browser asked before the request whether it may be sent as it is, and the answer did not allow all of it.',
		fix: 'Allow what is named at the server, or send the request without it: a form without headers of its own needs no preflight.'
	},
	'call-bearer': {
		label: 'Access token sent to the API',
		fails:
			'The call carried something else than the access token. An ID token is for the application alone: an API has to refuse it.',
		fix: 'Send the access token as Authorization: Bearer.'
	}
};
