import type { Citation } from '$lib/lexicon/citations';
import type { Terms } from '../../terms';

/** The words of the choices that go beyond the plain flow of a public client. */
interface OptionText {
	label: string;
	what: string;
	terms?: Terms;
}

export const methodTexts: Record<
	'none' | 'client_secret_basic' | 'client_secret_post' | 'private_key_jwt',
	OptionText
> = {
	none: {
		label: 'none: a public client',
		what: 'The right one for a page or a native app. PKCE protects the code instead.',
		terms: { pkce: 'PKCE' }
	},
	client_secret_basic: {
		label: 'client_secret_basic',
		what: 'The secret travels in the Authorization header. The browser then sends a preflight request first.',
		terms: { 'confidential-client': 'The secret', cors: 'preflight request' }
	},
	client_secret_post: {
		label: 'client_secret_post',
		what: 'The secret travels in the body of the token request.',
		terms: { 'confidential-client': 'The secret' }
	},
	private_key_jwt: {
		label: 'private_key_jwt',
		what: 'The client signs a short-lived assertion with its own key, and no secret travels.'
	}
};

export const responseModeTexts: Record<
	'default' | 'query' | 'fragment' | 'query.jwt' | 'fragment.jwt',
	string
> = {
	default:
		'For a code that is the query. A page alone cannot receive form_post; the service worker of this site can, once it is there.',
	query: 'The answer stands in the query of the callback URL.',
	fragment: 'The answer stands behind the number sign, which browsers do not send to any server.',
	'query.jwt': 'The answer is one signed JWT in the query (JARM): it cannot be changed on the way.',
	'fragment.jwt': 'The answer is one signed JWT behind the number sign (JARM).'
};

/** What of these a newcomer may not know. */
export const responseModeTerms: Terms = { jarm: 'JARM' };

export const extensionTexts: Record<'par' | 'dpop' | 'request-object', OptionText & { rfc: Citation }> = {
	par: {
		label: 'Pushed authorization requests (PAR)',
		what: 'The client sends the request to the server first, and the browser carries a short reference to it.',
		terms: { par: 'a short reference' },
		rfc: 'RFC 9126 §2.1'
	},
	dpop: {
		label: 'Proof of possession (DPoP)',
		what: 'Tokens are bound to a key of this attempt: whoever steals a token cannot use it without the key.',
		terms: { dpop: 'bound to a key' },
		rfc: 'RFC 9449 §4.2'
	},
	'request-object': {
		label: 'Signed request object (JAR)',
		what: 'The client signs the request, so that nobody can change a parameter in the browser.',
		rfc: 'RFC 9101 §4'
	}
};
