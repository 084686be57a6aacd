/** Why a token cannot be read or checked here, each with where that is documented. */
export const opaqueReasons = {
	/** Nobody but its server reads it (RFC 6749 §1.5). */
	'refresh-token': 'https://www.rfc-editor.org/rfc/rfc6749#section-1.5',
	'auth0-no-audience': 'https://auth0.com/docs/secure/tokens/access-tokens/get-access-tokens',
	'okta-organization': 'https://developer.okta.com/docs/concepts/auth-servers/',
	'entra-graph': 'https://learn.microsoft.com/en-us/entra/identity-platform/access-tokens',
	'microsoft-account': 'https://learn.microsoft.com/en-us/entra/identity-platform/access-tokens',
	google: 'https://developers.google.com/identity/protocols/oauth2',
	'always-opaque': 'https://www.rfc-editor.org/rfc/rfc6749#section-1.4',
	'opaque-by-default': 'https://www.ory.com/docs/oauth2-oidc/jwt-access-token',
	'no-resource': 'https://docs.logto.io/authorization/validate-access-tokens',
	'by-setting': 'https://www.rfc-editor.org/rfc/rfc6749#section-1.4',
	reference: 'https://docs.duendesoftware.com/identityserver/tokens/reference/',
	encrypted: 'https://www.rfc-editor.org/rfc/rfc7516#section-3.1'
} as const satisfies Record<string, string>;

export type OpaqueReason = keyof typeof opaqueReasons;
