import type { CheckStatus } from '$lib/lexicon/check';
import type { NetworkReason } from '$lib/lexicon/failure';
import type { MoveId, Status } from '$lib/lexicon/steps';

/** The state of a step, on the rail. */
export const statusLabels: Record<Status, string> = {
	locked: 'locked',
	ready: 'ready',
	done: 'done',
	failed: 'failed'
};

/** The result of a check. */
export const checkStatusLabels: Record<CheckStatus, string> = {
	pass: 'passed',
	fail: 'failed',
	warn: 'warning',
	skipped: 'not checked'
};

/** The messages of the walk. */
export const moveLabels: Record<MoveId, string> = {
	discovery: 'OpenID Connect metadata',
	'oauth-metadata': 'OAuth metadata',
	jwks: 'Key set',
	authorization: 'Authorization request',
	token: 'Token request',
	api: 'API call',
	userinfo: 'UserInfo request',
	refresh: 'Refresh request'
};

/** What a network failure is called in a list of exchanges. */
export const networkLabels: Record<NetworkReason, string> = {
	offline: 'offline',
	'no-answer': 'no answer',
	cors: 'answer withheld by CORS',
	timeout: 'timed out',
	cancelled: 'cancelled',
	redirected: 'redirect not followed',
	'blocked-by-policy': 'blocked by policy'
};

/** The three roles of RFC 6749 §1.1 that exchange messages here, and the user’s browser. */
export const partyLabels = {
	browser: 'Browser',
	client: 'Client',
	authorizationServer: 'Authorization server',
	resourceServer: 'Resource server (API)'
} as const;

/** The endpoints that a decision names. */
export const endpointLabels = {
	authorize: 'Authorization endpoint',
	token: 'Token endpoint',
	userinfo: 'UserInfo endpoint',
	api: 'API'
} as const;

/** Names that a failure's `field` may have beside those of parameters. */
export const fieldLabels: Record<string, string> = {
	issuer: 'Issuer',
	client_id: 'Client ID',
	redirect_uri: 'Redirect URI',
	scope: 'Scope',
	audience: 'Audience',
	api_url: 'API address',
	method: 'Method',
	authorization_endpoint: 'Authorization endpoint',
	token_endpoint: 'Token endpoint',
	userinfo_endpoint: 'UserInfo endpoint',
	jwks_uri: 'Key set address',
	code_verifier: 'Code verifier',
	code_challenge: 'Code challenge',
	code: 'Authorization code',
	access_token: 'Access token',
	refresh_token: 'Refresh token'
};
