/** How far a sign-in came that no server refused. */
export type UnrefusedEnd =
	| 'prepared'
	| 'waiting'
	| 'replaced'
	| 'unanswered'
	/** By a page of the server, and what it said there. */
	| 'turned-away'
	| 'unusable'
	| 'code'
	| 'code-only'
	| 'hidden'
	| 'tokens'
	/** Of a recording: what was answered to the code is not in it. */
	| 'answered'
	/** Of a recording: a page of the server is the last of it. */
	| 'unfinished'
	| 'renewed'
	| 'registered'
	| 'called';

/** Which message of a sign-in was answered with an error. `lost`: by no server. `page`: on a page. `application`: it was the application that failed. */
export type RefusedEnd =
	| 'error'
	| 'refused'
	| 'lost'
	| 'not-pushed'
	| 'page'
	| 'application'
	| 'login-refused'
	| 'registration-refused'
	| 'renewal-refused'
	| 'call-refused';
