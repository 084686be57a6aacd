import type { MoveId, StepId } from '$lib/lexicon/steps';
import type { Terms } from '../../terms';

/** The short words of a step. The long text is in `steps/*.md`, one file per step, in order. */
export interface StepText {
	title: string;
	/** On the rail: one to three words. */
	short: string;
	/** What this step does, in one sentence. */
	what: string;
	/** Why it exists, in one sentence. */
	why: string;
	/** What of these two sentences a newcomer may not know. */
	terms: Terms;
	/** What the long text at the foot answers. */
	lesson: string;
	/** The label of the way on. */
	next: string;
	/** What is said where a later step waits for this one. */
	first: string;
}

export const stepTexts: Record<StepId, StepText> = {
	configure: {
		title: 'Choose an authorization server',
		short: 'Configure',
		what: 'You choose the authorization server and say who the client is, where answers go and what you ask for.',
		why: 'Client and server must agree on the client identifier and the redirect URI before any code may travel.',
		terms: {
			'authorization-server': 'authorization server',
			'client-identifier': 'client identifier',
			'redirect-uri': 'redirect URI'
		},
		lesson: 'Why one address is enough, and why a redirect URI must match exactly',
		next: 'On to the code verifier',
		first: 'Choose an authorization server first.'
	},
	verifier: {
		title: 'Create a code verifier',
		short: 'Verifier',
		what: 'The client makes a new random secret for this one attempt and keeps it to itself.',
		why: 'A public client has no secret of its own, so each attempt gets a fresh one that only its maker can show later.',
		terms: { 'public-client': 'public client' },
		lesson: 'Why a fresh secret for each attempt, and how random it must be',
		next: 'On to the code challenge',
		first: 'Create a code verifier first.'
	},
	challenge: {
		title: 'Derive the code challenge',
		short: 'Challenge',
		what: 'The client turns the code verifier into a code challenge that is safe to send in a URL.',
		why: 'The authorization server can recognise the code verifier later without anyone else having learned it.',
		terms: { 'code-verifier': 'code verifier', 'code-challenge': 'code challenge' },
		lesson: 'How S256 hides the verifier, and why plain does not',
		next: 'On to the authorization URL',
		first: 'Derive the code challenge first.'
	},
	authorize: {
		title: 'Send the user to sign in',
		short: 'Authorize',
		what: 'The browser goes to the authorization endpoint with everything that the server needs to know in its URL.',
		why: 'The user signs in and consents at the authorization server, so the client never sees a password.',
		terms: { 'authorization-endpoint': 'authorization endpoint' },
		lesson: 'Why state, nonce and PKCE: three values against three attacks',
		next: 'On to the callback',
		first: 'Send the user to sign in first.'
	},
	callback: {
		title: 'Receive the authorization code',
		short: 'Callback',
		what: 'The authorization server sends the browser back to the redirect URI with a code or with an error.',
		why: 'The client must know that this answer belongs to its own request before it uses the code.',
		terms: {
			'redirect-uri': 'redirect URI',
			'authorization-code': 'code',
			state: 'belongs to its own request'
		},
		lesson: 'Why a code comes back and no token, and who attacks this moment',
		next: 'On to the token request',
		first: 'Finish the callback first: receive a code, and verify a signed answer.'
	},
	exchange: {
		title: 'Exchange the code for tokens',
		short: 'Exchange',
		what: 'The client posts the code and the code verifier to the token endpoint and gets tokens back.',
		why: 'The code travelled in a URL, the tokens never do, and the code verifier proves who asks for them.',
		terms: { 'code-verifier': 'code verifier', 'token-endpoint': 'token endpoint' },
		lesson: 'What the server compares, and whom that stops',
		next: 'On to the tokens',
		first: 'Exchange the code for tokens first.'
	},
	tokens: {
		title: 'Read and verify the tokens',
		short: 'Tokens',
		what: 'The client checks the signature and every claim of the ID token, and treats the access token as opaque.',
		why: 'Only a verified ID token says who signed in, and only the API may judge the access token.',
		terms: {
			signature: 'signature',
			claim: 'claim',
			'id-token': 'ID token',
			'access-token': 'access token',
			opaque: 'opaque'
		},
		lesson: 'Whom each token is for, and why decoding is not verifying',
		next: 'On to the API call',
		first: 'Read and verify the tokens first.'
	},
	call: {
		title: 'Call the API',
		short: 'API call',
		what: 'The client sends the access token to the resource server, which validates it before it answers.',
		why: 'The API decides for itself, on each request, from the token alone.',
		terms: { 'access-token': 'access token', 'resource-server': 'resource server' },
		lesson: 'What an API must check before it answers',
		next: 'On to refresh and sign-out',
		first: 'Call the API first.'
	},
	renew: {
		title: 'Refresh the access, or end it',
		short: 'Refresh, end',
		what: 'The client trades its refresh token for a new access token, asks about a token, revokes one, or signs the user out.',
		why: 'Access tokens live for a short time, so that a stolen one soon stops working, and what nobody needs any more is ended at once.',
		terms: { 'refresh-token': 'refresh token', 'access-token': 'access token' },
		lesson: 'Why refresh tokens change, and what an old one that comes back means',
		next: 'See what happened',
		first: 'Refresh the access, or end it first.'
	}
};

/** The messages of the walk. */
export const moveLabels: Record<MoveId, string> = {
	discovery: 'OpenID Connect metadata',
	'oauth-metadata': 'OAuth metadata',
	jwks: 'Key set',
	par: 'Pushed authorization request',
	authorization: 'Authorization request',
	token: 'Token request',
	api: 'API call',
	userinfo: 'UserInfo request',
	refresh: 'Refresh request',
	introspection: 'Introspection request',
	revocation: 'Revocation request',
	logout: 'Sign-out request'
};
