import type { Citation } from '$lib/lexicon/citations';

/** What stands for whom in a `WWW-Authenticate` header, by names in lower case. */
interface Explained {
	what: string;
	rfc: Citation;
}

export const schemeTexts: Record<string, Explained> = {
	bearer: { what: 'An access token that works for whoever holds it.', rfc: 'RFC 6750 §3' },
	dpop: { what: 'An access token that is bound to a key, with a proof of that key.', rfc: 'RFC 9449 §7.1' }
};

export const challengeParameterTexts: Record<string, Explained> = {
	realm: {
		what: 'Names the part of the server that is protected. It is for people, and no client needs it.',
		rfc: 'RFC 6750 §3'
	},
	scope: {
		what: 'The scopes that this resource needs. They are not all that the token should have: ask for them together with those that you hold.',
		rfc: 'RFC 6750 §3'
	},
	error: {
		what: 'Why the call was refused, as a code. Without it, no token was sent.',
		rfc: 'RFC 6750 §3.1'
	},
	error_description: {
		what: 'The same in words for developers. They are not to be shown to users, and no program should depend on them.',
		rfc: 'RFC 6750 §3'
	},
	error_uri: { what: 'A page that explains the error to people.', rfc: 'RFC 6750 §3' },
	algs: { what: 'The algorithms with which a DPoP proof may be signed.', rfc: 'RFC 9449 §7.1' },
	acr_values: {
		what: 'How the person has to sign in for this call. It goes into the next authorization request as it is.',
		rfc: 'RFC 9470 §3'
	},
	max_age: {
		what: 'How many seconds ago the person may have signed in at most. It goes into the next authorization request as it is.',
		rfc: 'RFC 9470 §3'
	},
	resource_metadata: {
		what: 'Where the metadata of this API is: it names the authorization servers whose tokens it takes.',
		rfc: 'RFC 9728 §5.1'
	}
};

export const challengeTexts = {
	title: (count: number): string =>
		count === 1
			? 'What the API wants: one challenge'
			: `What the API wants: ${count} challenges, any of them will do`,
	otherScheme: 'This scheme is none of OAuth.',
	none: 'no scheme',
	otherParameter: 'No standard that is known here says what this is.',
	blob: 'A value without a name, which only this scheme understands.',
	noParameters: 'no parameters',
	code: (what: string, why: string): string => `${what} ${why}`,
	faults: {
		'no-scheme': 'These parameters stand without a scheme before them: a client cannot know how to answer.',
		'no-parameter':
			'The scheme Bearer needs at least one parameter after it. Many servers send it bare all the same.',
		unclosed: 'A quoted value does not end, so what follows it was taken for a part of it.'
	},
	doubled: (names: readonly string[]): string =>
		`A parameter may stand once in a challenge. Here it is doubled: ${names.join(', ')}.`,
	status: (error: string, expected: number, found: number): string =>
		`With ${error} the standard expects the status ${expected}, and this answer has ${found}.`,
	/** A 401 without the header. */
	missing: {
		title: 'The answer has no challenge',
		why: 'HTTP asks for a WWW-Authenticate header with every 401. Without it a client knows neither which scheme the API wants nor what was wrong with the token.',
		hidden:
			'It may be there all the same: from another origin a page sees it only when the API names it in Access-Control-Expose-Headers. The network log of the browser shows it.',
		next: 'Read the body: some APIs say the reason there. What the token says can be compared with what the API expects in the step before.'
	}
} as const;

/** What an API asked of the next authorization request. */
export const stepUpTexts = {
	title: 'The API wants more than this token brings',
	adds: 'This is added to the next authorization request:',
	scope: (added: readonly string[]): string =>
		`scope, with ${added.join(' ')} beside what was granted and asked for before:`,
	stays: 'Asking for the new scope alone would bring a token without the others.',
	brings:
		'A new attempt, with a code verifier of its own, may bring a token that the API accepts. Whether it does is for the server and the person to decide: compare the scope of its answer.',
	action: 'Sign in again as the API asks',
	unnamed: {
		title: 'The API wants more scope, and does not say which',
		why: 'Its challenge has insufficient_scope without the parameter scope. Its documentation, or its metadata, names the scopes.'
	}
} as const;
