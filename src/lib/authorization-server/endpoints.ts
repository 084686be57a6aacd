import type { DecidingEndpoint } from '$lib/lexicon/outcomes';
import { json, type Answer } from './answer';
import { accountEndpoint, accountFormEndpoint } from './account-endpoint';
import { authorizationEndpoint } from './authorization-endpoint';
import type { Call } from './call';
import type { Readers } from './cors';
import { decisionsEndpoint } from './decision-log';
import { introspectionEndpoint } from './introspection-endpoint';
import { prepareKeys, publicKeys } from './keys';
import { logoutEndpoint, signOutEndpoint, signOutPageEndpoint } from './logout-endpoint';
import { metadata } from './metadata';
import { confirmEndpoint, consentEndpoint, pageEndpoint, signInEndpoint } from './page-endpoints';
import { style } from './pages/style';
import { registrationEndpoint } from './registration-endpoint';
import { parEndpoint } from './par-endpoint';
import { revocationEndpoint } from './revocation-endpoint';
import { tokenEndpoint } from './token-endpoint';
import { userinfoEndpoint } from './userinfo-endpoint';

export interface Endpoint {
	/** The one that a decision is by; it is left out where nothing is decided. */
	name?: DecidingEndpoint;
	/** The methods that it answers; the others are refused here, but for those that decide on it themselves. */
	methods: readonly string[];
	anyMethod?: true;
	readers: Readers;
	answer(call: Call): Answer | Promise<Answer>;
}

export const metadataEndpoint: Endpoint = {
	methods: ['GET', 'HEAD'],
	readers: 'everyone',
	answer: ({ realm }) => {
		prepareKeys(realm);
		return { response: json(metadata(realm), 200, { 'cache-control': 'no-cache' }) };
	}
};

const keysEndpoint: Endpoint = {
	methods: ['GET', 'HEAD'],
	readers: 'everyone',
	answer: async ({ realm }) => ({
		response: json({ keys: await publicKeys(realm) }, 200, {
			'content-type': 'application/jwk-set+json',
			'cache-control': 'no-cache'
		})
	})
};

const styleEndpoint: Endpoint = {
	methods: ['GET', 'HEAD'],
	readers: 'nobody',
	answer: () => ({
		response: new Response(style, {
			headers: { 'content-type': 'text/css; charset=utf-8', 'x-content-type-options': 'nosniff' }
		})
	})
};

/** A page that can be looked at as often as one likes, and its form, at one address. */
const pageWithForm = (
	name: DecidingEndpoint,
	look: Endpoint['answer'],
	answer: Endpoint['answer']
): Endpoint => ({
	name,
	methods: ['GET', 'POST'],
	readers: 'nobody',
	answer: (call) => (call.request.method === 'GET' ? look(call) : answer(call))
});

/** Every address under the issuer. */
export const endpoints: Readonly<Record<string, Endpoint>> = {
	'/.well-known/openid-configuration': metadataEndpoint,
	'/.well-known/oauth-authorization-server': metadataEndpoint,
	'/jwks': keysEndpoint,
	'/pages.css': styleEndpoint,
	'/authorize': {
		name: 'authorize',
		methods: ['GET', 'POST'],
		anyMethod: true,
		readers: 'nobody',
		answer: authorizationEndpoint
	},
	'/sign-in': pageWithForm('sign-in', pageEndpoint, signInEndpoint),
	'/consent': pageWithForm('consent', pageEndpoint, consentEndpoint),
	'/token': {
		name: 'token',
		methods: ['POST'],
		anyMethod: true,
		readers: 'registered',
		answer: tokenEndpoint
	},
	'/par': { name: 'par', methods: ['POST'], anyMethod: true, readers: 'registered', answer: parEndpoint },
	'/confirm': pageWithForm('confirm', pageEndpoint, confirmEndpoint),
	'/userinfo': {
		name: 'userinfo',
		methods: ['GET', 'POST'],
		readers: 'registered',
		answer: userinfoEndpoint
	},
	'/introspect': {
		name: 'introspect',
		methods: ['POST'],
		anyMethod: true,
		readers: 'registered',
		answer: introspectionEndpoint
	},
	'/revoke': {
		name: 'revoke',
		methods: ['POST'],
		anyMethod: true,
		readers: 'registered',
		answer: revocationEndpoint
	},
	'/end-session': {
		name: 'end-session',
		methods: ['GET', 'POST'],
		readers: 'nobody',
		answer: logoutEndpoint
	},
	'/sign-out': pageWithForm('sign-out', signOutPageEndpoint, signOutEndpoint),
	'/account': { name: 'account', methods: ['GET'], readers: 'nobody', answer: accountEndpoint },
	'/account/answer': { name: 'account', methods: ['POST'], readers: 'nobody', answer: accountFormEndpoint },
	'/register': { name: 'register', methods: ['POST'], readers: 'everyone', answer: registrationEndpoint },
	'/decisions': { methods: ['GET'], readers: 'everyone', answer: decisionsEndpoint }
};
