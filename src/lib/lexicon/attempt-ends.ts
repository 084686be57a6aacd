/** How far a sign-in came that no server refused. */
export type UnrefusedEnd =
	| 'prepared'
	| 'waiting'
	| 'replaced'
	| 'unanswered'
	| 'unusable'
	| 'code'
	| 'code-only'
	| 'hidden'
	| 'tokens';

/** Which message of a sign-in was answered with an error. */
export type RefusedEnd = 'error' | 'refused' | 'not-pushed';
