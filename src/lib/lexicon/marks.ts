/**
 * The values that are followed by eye through the walk. Each keeps one hue and one label in every panel, URL,
 * body and diagram. The CSS of a mark is `.mark-<id>` in app.css.
 */
export const markIds = [
	'code_verifier',
	'code_challenge',
	'state',
	'nonce',
	'code',
	'access_token',
	'id_token',
	'refresh_token'
] as const;

export type MarkId = (typeof markIds)[number];
