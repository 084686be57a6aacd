/** Error codes of OAuth 2.0 and OpenID Connect that have a text, by where they are met first. */
export const errorCodes = [
	// authorization endpoint
	'invalid_request',
	'unauthorized_client',
	'access_denied',
	'unsupported_response_type',
	'invalid_scope',
	'server_error',
	'temporarily_unavailable',
	'login_required',
	'interaction_required',
	'account_selection_required',
	'consent_required',
	'invalid_request_uri',
	'invalid_request_object',
	'request_not_supported',
	'request_uri_not_supported',
	'registration_not_supported',
	'invalid_target',
	'invalid_authorization_details',
	// token endpoint
	'invalid_client',
	'invalid_grant',
	'unsupported_grant_type',
	'unsupported_token_type',
	'invalid_dpop_proof',
	'use_dpop_nonce',
	// resource server
	'invalid_token',
	'insufficient_scope',
	'insufficient_user_authentication',
	// registration
	'invalid_redirect_uri',
	'invalid_client_metadata'
] as const;

export type ErrorCode = (typeof errorCodes)[number];
