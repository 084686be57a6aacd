/** What a text or a file that somebody brings can be. */
export const broughtKinds = [
	'nothing',
	'issuer',
	/** A host alone, mostly of a provider. */
	'domain',
	/** An API, or a server of MCP. */
	'resource',
	/** Of the web: what is there the address does not say. */
	'address',
	'callback-code',
	'callback-error',
	'authorization',
	'token-request',
	/** Another request, as a command. */
	'request',
	'jwt',
	'encrypted-token',
	'opaque-token',
	/** Written like a JWT, and none that can be decoded. */
	'broken-token',
	/** Several, or under a name. */
	'tokens',
	'token-answer',
	'key-set',
	/** A recording of a browser. */
	'har',
	/** A file of ours. */
	'walk',
	/** A file of cases of ours. */
	'cases',
	'metadata',
	'resource-metadata',
	'error',
	'unknown'
] as const;

export type BroughtKind = (typeof broughtKinds)[number];

/** What a text is that nothing has failed in, so that there is no cause to look for. */
export const quietKinds = [
	'callback-with-code',
	/** A client that asks for its tokens before the person is done: it goes on asking. */
	'waiting',
	/** An answer that sends the browser on, with neither code nor error. */
	'redirect',
	/** What an API answers first to a client that has no token: where its authorization server is named. */
	'challenge',
	/** A request, without an answer. */
	'asked',
	'settings',
	'question',
	/** An answer that grants what was asked for. */
	'succeeded',
	/** Anything else in which no word and no code says that something failed. */
	'silent'
] as const;

export type QuietKind = (typeof quietKinds)[number];

/** The form of a text that may be an error, as it is read to be explained. */
export type PastedKind =
	QuietKind | 'empty' | 'callback' | 'request' | 'response' | 'headers' | 'json' | 'page' | 'log' | 'text';

export const isQuiet = (kind: PastedKind): kind is QuietKind => quietKinds.some((one) => one === kind);
