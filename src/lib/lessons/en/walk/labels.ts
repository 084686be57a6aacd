import type { MoveId, Status } from '$lib/lexicon/steps';

/** The state of a step, on the rail. */
export const statusLabels: Record<Status, string> = {
	locked: 'locked',
	ready: 'ready',
	done: 'done',
	failed: 'failed'
};

/** The messages of the walk. */
export const moveLabels: Record<MoveId, string> = {
	discovery: 'OpenID Connect metadata',
	'oauth-metadata': 'OAuth metadata',
	jwks: 'Key set',
	par: 'Pushed authorization request',
	authorization: 'Authorization request',
	token: 'Token request',
	api: 'API call',
	userinfo: 'UserInfo request',
	refresh: 'Refresh request',
	introspection: 'Introspection request',
	revocation: 'Revocation request',
	logout: 'Sign-out request'
};

/** What the button says where a signature waits for the server’s keys. */
export const verifyLabel = 'Fetch the keys and verify';
