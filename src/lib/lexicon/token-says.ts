/** What a token says of itself, without any trust in it. `by`: the members that say so. */
export interface TokenKind {
	kind: 'id' | 'access' | 'refresh' | 'logout' | 'proof' | 'unsaid';
	by: string[];
}

/** `at`: in seconds. `malformed`: it is no number of seconds, and what it would mean is not judged. */
export type TokenTime =
	{ kind: 'expired' | 'good' | 'not-yet'; at: number } | { kind: 'malformed' | 'unsaid' };
