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
	| 'tokens'
	/** Of a recording: the content of the answer to the code is not in it. */
	| 'answered'
	/** Of a recording: a page of the server is the last of it. */
	| 'unfinished'
	| 'renewed'
	| 'registered'
	| 'called';

/** Which message of a sign-in was answered with an error. `page`: the server said it on a page of its own. */
export type RefusedEnd =
	| 'error'
	| 'refused'
	| 'not-pushed'
	| 'page'
	| 'login-refused'
	| 'registration-refused'
	| 'renewal-refused'
	| 'call-refused';
