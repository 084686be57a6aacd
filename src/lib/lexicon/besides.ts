/** What a recording shows that is no message of a walk, and what a file can lack. */

/**
 * An exchange that bears on a walk without being a message of it.
 * `preflight`: asks whether a page may send one (Fetch §4.8). `unseen`: one more try of a message, without an answer of
 * its own. `redirect`: between the two ends of the walk. `hop`: a sign-in of the server at another server.
 * `silent`: a sign-in that nobody sees, in a frame. `login`: a page or a form of the server on which the person signs in.
 * `registration`: of the client, before the walk (RFC 7591). `start`: of the application, before the person left: it leads to
 * the server, or sets cookies.
 */
export const besideKinds = [
	'preflight',
	'unseen',
	'redirect',
	'hop',
	'silent',
	'login',
	'registration',
	'start'
] as const;

export type BesideKind = (typeof besideKinds)[number];

/**
 * What no entry of a file has: headers that some recorders leave out, `answers` (the bodies of responses), `times`.
 * `sent`: the bodies of requests.
 */
export const fileLacks = ['cookies', 'authorization', 'headers', 'answers', 'sent', 'times'] as const;

export type FileLack = (typeof fileLacks)[number];
