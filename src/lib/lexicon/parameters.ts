/** The names of parameters on the wire that have a text, by the message in which each is met first. */
export const parameterNames = [
	// authorization request
	'response_type',
	'client_id',
	'redirect_uri',
	'scope',
	'audience',
	'resource',
	'state',
	'nonce',
	'code_challenge',
	'code_challenge_method',
	'prompt',
	'max_age',
	'login_hint',
	'acr_values',
	'ui_locales',
	'display',
	'id_token_hint',
	'claims',
	'response_mode',
	'request',
	'request_uri',
	'authorization_details',
	'dpop_jkt',
	'access_type',
	'connection',
	'organization',
	'invitation',
	'screen_hint',
	// authorization response
	'code',
	'iss',
	'error',
	'error_description',
	'error_uri',
	'session_state',
	// token request
	'grant_type',
	'code_verifier',
	'client_secret',
	'client_assertion_type',
	'client_assertion',
	'refresh_token',
	// token response
	'access_token',
	'token_type',
	'expires_in',
	'id_token',
	// revocation, introspection, logout
	'token',
	'token_type_hint',
	'post_logout_redirect_uri',
	'logout_hint'
] as const;

export type ParameterName = (typeof parameterNames)[number];
