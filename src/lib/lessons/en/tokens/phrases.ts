import type { TokenUse } from '$lib/lexicon/token-uses';
import { namesIn, readerOf, type TokenPhraseTexts } from '../../said';
import { notKnown } from '../phrases/not-known';
import { phraseTexts } from '../phrases/phrases';

const kinds = {
	id: 'an ID token',
	access: 'an access token',
	logout: 'a logout token',
	proof: 'a DPoP proof',
	'user-info': 'an answer of the UserInfo endpoint',
	assertion: 'a client assertion',
	request: 'a request object',
	other: 'a JWT',
	refresh: 'a refresh token',
	event: 'a security event',
	introspection: 'an answer about another token',
	credential: 'a credential'
} satisfies Record<TokenUse, string> & Record<string, string>;

const kindOf = namesIn(kinds);

/** What to give, by the member of the context that is not known; `member@use` where it is another thing there. */
const lacks: Readonly<Record<string, string>> = {
	keys: 'no keys are known: paste the key set',
	server: 'the metadata of the server is not known: load or paste it',
	issuer: 'which issuer is trusted is not known: type the issuer',
	audience: 'whom it has to be for is not known: type the audience',
	'audience@id': 'which client it is for is not known: type the client_id',
	'audience@logout': 'which client it is for is not known: type the client_id',
	'audience@user-info': 'which client it is for is not known: type the client_id',
	'audience@access': 'which API it is for is not known: type the identifier of the API',
	clientId: 'which client made it is not known: type the client_id',
	nonce: 'the nonce of the request is not known: type it',
	'nonce@proof': 'whether the server wants a nonce is not known: type the one that it gave',
	accessToken: 'the access token that came with it is not known: paste it',
	'accessToken@proof': 'whether an access token goes with it is not known: paste it',
	code: 'the code that came with it is not known: paste it',
	state: 'the state of the request is not known: type it',
	subject: 'the sub of the ID token is not known: type it',
	method: 'the method of the request is not known: type it',
	url: 'the address of the request is not known: type it',
	maxAge: 'no max_age is known to have been asked for',
	acrValues: 'no acr_values are known to have been asked for'
};

const lackOf = (need: string, use: string): string => lacks[`${need}@${use}`] ?? lacks[need] ?? notKnown;

const tokenPhraseTexts = {
	'not-told': lackOf,
	kind: kindOf,
	'kind-by': (kind: string, members: string) => `${kindOf(kind)}, by ${members}`,
	'kind-unsaid': 'it does not say which kind it is',
	'an-algorithm': 'the name of an algorithm, and not none',
	'algorithms-not-listed': 'the metadata lists no algorithms for it',
	'no-hmac': 'not needed: it is no HMAC',
	'not-by-public-key-as-secret': 'a secret that nobody else knows',
	'by-public-key-as-secret': (key: string) => `the public key ${key} was the secret`,
	'public-keys-tried': (count: string) => `none of ${count} public keys was the secret, as PEM or DER`,
	'no-key-in-header': 'no key in the header',
	'signed-by-own-key': 'signed with the key that it brings itself',
	'brings-key': (member: string) => `a key by ${member}`,
	'brings-known-key': 'a key that is trusted already',
	'of-metadata': 'the address of the metadata',
	'secret-given': 'the secret that was typed',
	'secret-is-public-key': 'the secret that was typed is a public key',
	'secret-of-bytes': (count: string) => `a secret of ${count} bytes or more`,
	'secret-too-short': (count: string) => `a secret of ${count} bytes`,
	'made-with-secret': (alg: string) => `made with this secret, by ${alg}`,
	'made-with-another-secret': (alg: string) => `not made with this secret by ${alg}`,
	'a-plain-kid': 'a name without special characters',
	'no-text': (found: string) => `${found}, which is no text`,
	'the-claim': (name: string) => `the claim ${name}`,
	'names-of-audiences': 'text, or a list of texts',
	'audiences-besides': (azp: string, ...others: string[]) => `${azp}; also for ${others.join(', ')}`,
	'no-typ': 'no typ',
	'scopes-as-text': 'scopes as one text, a space between any two',
	'no-scope': 'no scope: not needed where none was asked for',
	'a-bound-key': 'a thumbprint of 43 characters',
	'bound-to-nothing': 'not bound to a key: whoever has it can use it',
	'bound-to-key': (thumbprint: string) =>
		`bound to the key ${thumbprint}: whether the sender holds it is shown by the DPoP proof of each request`,
	'bound-to-certificate': (thumbprint: string) =>
		`bound to the certificate ${thumbprint}: whether the sender has it is seen on the TLS connection alone`,
	'bound-otherwise': (...members: string[]) =>
		`bound by ${members.join(', ') || 'nothing that is named'}, which is not looked at here`,
	'algorithm-of-public-key': 'an algorithm of a public key',
	'claims-missing': (...names: string[]) => `without ${names.join(', ')}`,
	'with-query': (url: string) => `${url}, with a query or a fragment`,
	within: (first: string, last: string) => `between ${first} and ${last}`,
	'binding-not-readable': 'the access token cannot be read here: the server that made it knows its key',
	'token-not-bound': 'the access token is bound to no key',
	'two-proofs': 'more than one token, with a comma between them',
	'event-with-members': (...names: string[]) => `a logout event that holds ${names.join(', ')}`,
	'endpoint-as-audience': (name: string, url: string) => `${url}, the ${name}`,
	'not-issuer-perhaps-endpoint': (...audiences: string[]) =>
		`${audiences.join(', ') || 'nobody'}: whether that is an endpoint of the server is not known without the metadata`,
	'no-claims': (...names: string[]) => `no ${names.join(' and no ')}`,
	'not-the-client': 'not the client',
	'by-clock-of-server': (when: string, tolerance: string) =>
		`${when} by the server’s clock, with ${tolerance} seconds of tolerance`,
	'by-clock-of-device': (when: string, tolerance: string) =>
		`${when} by this device’s clock, with ${tolerance} seconds of tolerance`,
	'signed-in-at-most': (seconds: string, tolerance: string) =>
		`a sign-in at most ${seconds} seconds ago, with ${tolerance} seconds of tolerance`
} satisfies TokenPhraseTexts;

/** What a check of a token alone says, in words. */
export const tokenTextOf = readerOf({ ...phraseTexts, ...tokenPhraseTexts }, notKnown);
