import type { ClientMessageTexts } from './client-message-text';

export const nodeTexts = {
	'openid-client/state-differs': {
		means: 'The state in the callback is not the one that the application handed over to be checked.',
		look: 'See whether the session or cookie in which state was kept is the same one at the callback.'
	},
	'openid-client/no-state-kept': {
		means: 'The callback has a state, and the application had none to compare it with.',
		look: 'See whether the session cookie reached the callback: SameSite, https, another host name.'
	},
	'openid-client/no-state': {
		means: 'A state was sent, and the callback has none.',
		look: 'Look at the whole callback URL: whether the server or a proxy dropped state.'
	},
	'openid-client/issuer-differs': {
		means: 'The issuer in the answer or the ID token is not the one that is configured.',
		look: 'Compare the two values in the message letter by letter: tenant, http or https, slash at the end.'
	},
	'openid-client/audience-differs': {
		means: 'The token was issued to another client than the one that is configured.',
		look: 'Compare the client ID in the message with aud of the token.'
	},
	'openid-client/expired': {
		means: 'By the clock of this machine the token has expired or is not valid yet.',
		look: 'Compare the two numbers, which are seconds, and set the clock right.'
	},
	'openid-client/algorithm': {
		means: 'The token is signed with another algorithm than the client is configured for.',
		look: 'Set id_token_signed_response_alg to what the server uses, or change it at the server.'
	},
	'openid-client/no-session': {
		means: 'At the callback the session has no request any more.',
		look: 'See whether the session cookie came back (SameSite, secure, host name) and whether all instances share one session store.'
	},
	'openid-client/discovered-issuer': {
		means: 'The metadata names another issuer than the address from which it was asked for.',
		look: 'Hand over exactly the issuer that the metadata names.'
	},
	'openid-client/see-its-cause': {
		means: 'An answer or a token failed a check. Which one is in the cause of the error.',
		look: 'Print error.cause: it names the claim or property, what was expected and what came. Paste that here.'
	},
	'openid-client/other-answer': {
		means: 'The server answered with another status or content than this endpoint should.',
		look: 'Print error.cause, which is the response: often an address is wrong or a proxy answers with a page.'
	},
	'oauth4webapi/state-differs': {
		means: 'The state in the callback is not the expected one.',
		look: 'See whether the callback belongs to this attempt, and whether state was kept where the callback finds it.'
	},
	'oauth4webapi/no-state': {
		means: 'A state was expected and none came, or one came and none was expected.',
		look: 'Compare the callback URL with what is handed over as the expected state.'
	},
	'oauth4webapi/issuer-differs': {
		means: 'The issuer in the answer or in the token is not the one of the metadata in use.',
		look: 'Compare both letter by letter. Where several servers are in use, see which one this answer is from.'
	},
	'oauth4webapi/metadata-issuer': {
		means: 'The metadata names another issuer than the one that was asked for.',
		look: 'Compare issuer in the metadata with the expected one, the slash at the end as well.'
	},
	'oauth4webapi/audience-differs': {
		means: 'The token was issued for somebody else than who checks it.',
		look: 'Compare aud of the token with the client ID, or with the expected audience of the API.'
	},
	'oauth4webapi/nonce-differs': {
		means: 'The ID token carries another nonce than the expected one.',
		look: 'See whether the nonce of this very attempt is handed over, and whether two sign-ins ran at once.'
	},
	'oauth4webapi/expired': {
		means: 'By the clock of this machine the token has expired.',
		look: 'Compare exp with the time, and set the clock right or allow some tolerance.'
	},
	'oauth4webapi/no-key': {
		means: 'The key set of the server has no key that fits the header of the token.',
		look: 'Compare kid and alg in the header with the keys at jwks_uri.'
	},
	'oauth4webapi/other-answer': {
		means: 'The endpoint answered with a status that it may not answer with.',
		look: 'Look at the response in error.cause: a redirect or a web page means that the address is wrong.'
	},
	'oauth4webapi/https-only': {
		means: 'An endpoint is plain http, and the library asks none such.',
		look: 'Use https, or allow http for development with the option that the library has for it.'
	},
	'oauth4webapi/error-of-server': {
		means: 'The server refused. What it said is in the error beside this message.',
		look: 'Print error and error_description, or cause: paste those here.'
	},
	'passport/no-state-kept': {
		means: 'At the callback the session holds no request of this strategy.',
		look: 'See whether the session cookie came back: SameSite, secure behind a proxy (trust proxy), another host name.'
	},
	'passport/state-differs': {
		means: 'The state in the callback is not the one in the session.',
		look: 'See whether a second sign-in was started in another tab, or an old callback was opened again.'
	},
	'passport/no-session': {
		means: 'state is in use, and the request has no session.',
		look: 'Put the session middleware before passport in the application.'
	},
	'passport/token-request-failed': {
		means: 'The token request failed, and the answer was no error that could be read.',
		look: 'Print err.oauthError: it has the status and the body, or the failure of the network.'
	}
} satisfies ClientMessageTexts;
