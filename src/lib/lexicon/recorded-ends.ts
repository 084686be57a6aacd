/**
 * The last that a recording shows of a sign-in that did not come back. Pages of the server: `login`, `login-refused` after
 * what was typed there, `consent`, `second-factor`, `sign-up`, `reset` of a password, `error`, and `page` where nothing tells
 * which one. `registered`, `registration-refused`: of the client, before any sign-in. `redirect`: it led on, and nothing is there of where to. `no-answer`: nothing came.
 */
export const recordedEnds = [
	...(['login', 'login-refused', 'consent', 'second-factor', 'sign-up', 'reset'] as const),
	...(['error', 'page', 'redirect', 'no-answer', 'registered', 'registration-refused'] as const)
] as const;

export type RecordedEnd = (typeof recordedEnds)[number];
