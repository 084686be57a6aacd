/**
 * What a token says of itself, without any trust in it. `by`: the members that say so. `event`: a security event of
 * RFC 8417 §2.2 that is no logout token. `credential`: what a person holds and shows, such as an SD-JWT VC.
 */
export interface TokenKind {
	kind:
		| ('id' | 'access' | 'refresh' | 'logout' | 'proof' | 'request' | 'assertion')
		| ('event' | 'introspection' | 'credential' | 'unsaid');
	by: string[];
}

/** `at`: in seconds. `malformed`: it is no number of seconds, and what it would mean is not judged. */
export type TokenTime =
	{ kind: 'expired' | 'good' | 'not-yet'; at: number } | { kind: 'malformed' | 'unsaid' };
