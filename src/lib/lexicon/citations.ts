/**
 * Every section that this project cites, with its title: the house test refuses a citation that is not here.
 * `RFC nnnn §x` for RFCs; `OIDC Core §x`, `OIDC Discovery §x` for OpenID Connect; `WHATWG …` for web standards.
 */
export const citations = {
	'RFC 4648 §5': 'Base 64 Encoding with URL and Filename Safe Alphabet',
	'RFC 6749 §1.1': 'Roles',
	'RFC 6749 §1.5': 'Refresh Token',
	'RFC 6749 §2.1': 'Client Types',
	'RFC 6749 §2.2': 'Client Identifier',
	'RFC 6749 §2.3': 'Client Authentication',
	'RFC 6749 §2.3.1': 'Client Password',
	'RFC 6749 §3.1': 'Authorization Endpoint',
	'RFC 6749 §3.1.1': 'Response Type',
	'RFC 6749 §3.1.2': 'Redirection Endpoint',
	'RFC 6749 §3.1.2.3': 'Dynamic Configuration',
	'RFC 6749 §3.1.2.4': 'Invalid Endpoint',
	'RFC 6749 §3.2': 'Token Endpoint',
	'RFC 6749 §3.2.1': 'Client Authentication at the token endpoint',
	'RFC 6749 §3.3': 'Access Token Scope',
	'RFC 6749 §4.1': 'Authorization Code Grant',
	'RFC 6749 §4.1.1': 'Authorization Request',
	'RFC 6749 §4.1.2': 'Authorization Response',
	'RFC 6749 §4.1.2.1': 'Error Response of the authorization endpoint',
	'RFC 6749 §4.1.3': 'Access Token Request',
	'RFC 6749 §4.1.4': 'Access Token Response',
	'RFC 6749 §5.1': 'Successful Response',
	'RFC 6749 §5.2': 'Error Response of the token endpoint',
	'RFC 6749 §6': 'Refreshing an Access Token',
	'RFC 6749 §7.1': 'Access Token Types',
	'RFC 6749 §8.2': 'Defining New Endpoint Parameters',
	'RFC 6749 §10.3': 'Access Tokens',
	'RFC 6749 §10.4': 'Refresh Tokens',
	'RFC 6749 §10.5': 'Authorization Codes',
	'RFC 6749 §10.6': 'Authorization Code Redirection URI Manipulation',
	'RFC 6749 §10.12': 'Cross-Site Request Forgery',
	'RFC 6750 §2.1': 'Authorization Request Header Field',
	'RFC 6750 §3': 'The WWW-Authenticate Response Header Field',
	'RFC 6750 §3.1': 'Error Codes',
	'RFC 7009 §2.1': 'Revocation Request',
	'RFC 7515 §2': 'Terminology of JSON Web Signature',
	'RFC 7515 §3.1': 'JWS Compact Serialization Overview',
	'RFC 7515 §4.1.1': '"alg" (Algorithm) Header Parameter',
	'RFC 7515 §4.1.4': '"kid" (Key ID) Header Parameter',
	'RFC 7515 §4.1.9': '"typ" (Type) Header Parameter',
	'RFC 7515 §4.1.11': '"crit" (Critical) Header Parameter',
	'RFC 7515 §5.2': 'Message Signature or MAC Validation',
	'RFC 7517 §4': 'JSON Web Key (JWK) Format',
	'RFC 7517 §4.5': '"kid" (Key ID) Parameter',
	'RFC 7517 §5': 'JWK Set Format',
	'RFC 7518 §3.1': '"alg" Header Parameter Values for JWS',
	'RFC 7518 §3.6': 'Using the Algorithm "none"',
	'RFC 7519 §4.1.1': '"iss" (Issuer) Claim',
	'RFC 7519 §4.1.2': '"sub" (Subject) Claim',
	'RFC 7519 §4.1.3': '"aud" (Audience) Claim',
	'RFC 7519 §4.1.4': '"exp" (Expiration Time) Claim',
	'RFC 7519 §4.1.5': '"nbf" (Not Before) Claim',
	'RFC 7519 §4.1.6': '"iat" (Issued At) Claim',
	'RFC 7519 §4.1.7': '"jti" (JWT ID) Claim',
	'RFC 7519 §7.2': 'Validating a JWT',
	'RFC 7521 §4.2': 'Using Assertions for Client Authentication',
	'RFC 7636 §1': 'Introduction: the interception attack',
	'RFC 7636 §4.1': 'Client Creates a Code Verifier',
	'RFC 7636 §4.2': 'Client Creates the Code Challenge',
	'RFC 7636 §4.3': 'Client Sends the Code Challenge with the Authorization Request',
	'RFC 7636 §4.4': 'Server Returns the Code',
	'RFC 7636 §4.4.1': 'Error Response when the challenge is missing',
	'RFC 7636 §4.5': 'Client Sends the Authorization Code and the Code Verifier to the Token Endpoint',
	'RFC 7636 §4.6': 'Server Verifies code_verifier before Returning the Tokens',
	'RFC 7636 §7.1': 'Entropy of the code_verifier',
	'RFC 7636 §7.2': 'Protection against Eavesdroppers',
	'RFC 7636 Appendix B': 'Example for the S256 code_challenge_method',
	'RFC 8252 §7.1': 'Private-Use URI Scheme Redirection',
	'RFC 8252 §7.3': 'Loopback Interface Redirection',
	'RFC 8252 §8.1': 'Protecting the Authorization Code',
	'RFC 8414 §2': 'Authorization Server Metadata',
	'RFC 8414 §3': 'Obtaining Authorization Server Metadata',
	'RFC 8414 §3.3': 'Authorization Server Metadata Validation',
	'RFC 8707 §2': 'Resource Parameter',
	'RFC 8707 §2.2': 'Access Token Request',
	'RFC 9068 §2.1': 'Header of a JWT access token',
	'RFC 9068 §2.2': 'Data Structure of a JWT access token',
	'RFC 9068 §4': 'Validating JWT Access Tokens',
	'RFC 9101 §5': 'Authorization Request',
	'RFC 9110 §15.4': 'Redirection 3xx',
	'RFC 9111 §5.2.2.5': 'The no-store response directive',
	'RFC 9126 §4': 'Authorization Request',
	'RFC 9207 §2': 'Response Parameter iss',
	'RFC 9207 §2.4': 'Validating the Issuer Identifier',
	'RFC 9396 §2': 'Request Parameter "authorization_details"',
	'RFC 9449 §10': 'Authorization Code Binding to a DPoP Key',
	'RFC 9457 §3': 'Members of a Problem Details Object',
	'RFC 9700 §2.1': 'Protecting Redirect-Based Flows',
	'RFC 9700 §2.1.1': 'Authorization Code Grant, best current practice',
	'RFC 9700 §4.1.3': 'Countermeasures: exact redirect URI matching',
	'RFC 9700 §4.5.3': 'Countermeasures against authorization code injection',
	'RFC 9700 §4.14.2': 'Refresh Token Protection, recommendations',
	'OIDC Core §2': 'ID Token',
	'OIDC Core §3.1.2.1': 'Authentication Request',
	'OIDC Core §3.1.2.6': 'Authentication Error Response',
	'OIDC Core §3.1.3.3': 'Successful Token Response',
	'OIDC Core §3.1.3.6': 'ID Token of the code flow: at_hash',
	'OIDC Core §3.1.3.7': 'ID Token Validation',
	'OIDC Core §3.1.3.8': 'Access Token Validation',
	'OIDC Core §5.1': 'Standard Claims',
	'OIDC Core §5.3': 'UserInfo Endpoint',
	'OIDC Core §5.3.2': 'Successful UserInfo Response',
	'OIDC Core §5.3.4': 'UserInfo Response Validation',
	'OIDC Core §5.4': 'Requesting Claims using Scope Values',
	'OIDC Core §5.5': 'Requesting Claims using the "claims" Request Parameter',
	'OIDC Core §11': 'Offline Access',
	'OIDC Core §12.2': 'Successful Refresh Response',
	'OIDC Core §15.5.2': 'Nonce Implementation Notes',
	'OIDC Discovery §3': 'OpenID Provider Metadata',
	'OIDC Discovery §4': 'Obtaining OpenID Provider Configuration Information',
	'OIDC Discovery §4.3': 'OpenID Provider Configuration Validation',
	'OIDC RP-Initiated Logout §2': 'RP-Initiated Logout',
	'OIDC Session Management §2': 'Creating and Updating Sessions',
	'WHATWG Fetch §3.3': 'CORS protocol',
	'WHATWG URL §5.1': 'application/x-www-form-urlencoded parsing'
} as const;

export type Citation = keyof typeof citations;

const openid: Record<string, string> = {
	'OIDC Core': 'https://openid.net/specs/openid-connect-core-1_0.html',
	'OIDC Discovery': 'https://openid.net/specs/openid-connect-discovery-1_0.html',
	'OIDC Session Management': 'https://openid.net/specs/openid-connect-session-1_0.html',
	'OIDC RP-Initiated Logout': 'https://openid.net/specs/openid-connect-rpinitiated-1_0.html'
};

/** The anchors of openid.net are names, not numbers. A section without one here links to the document's top. */
const openidAnchors: Partial<Record<Citation, string>> = {
	'OIDC Core §2': 'IDToken',
	'OIDC Core §3.1.2.1': 'AuthRequest',
	'OIDC Core §3.1.2.6': 'AuthError',
	'OIDC Core §3.1.3.3': 'TokenResponse',
	'OIDC Core §3.1.3.6': 'CodeIDToken',
	'OIDC Core §3.1.3.7': 'IDTokenValidation',
	'OIDC Core §3.1.3.8': 'CodeFlowTokenValidation',
	'OIDC Core §5.1': 'StandardClaims',
	'OIDC Core §5.3': 'UserInfo',
	'OIDC Core §5.3.2': 'UserInfoResponse',
	'OIDC Core §5.3.4': 'UserInfoResponseValidation',
	'OIDC Core §5.4': 'ScopeClaims',
	'OIDC Core §5.5': 'ClaimsParameter',
	'OIDC Core §11': 'OfflineAccess',
	'OIDC Core §12.2': 'RefreshTokenResponse',
	'OIDC Core §15.5.2': 'NonceNotes',
	'OIDC Discovery §3': 'ProviderMetadata',
	'OIDC Discovery §4': 'ProviderConfig',
	'OIDC Discovery §4.3': 'ProviderConfigurationValidation',
	'OIDC Session Management §2': 'CreatingUpdatingSessions',
	'OIDC RP-Initiated Logout §2': 'RPLogout'
};

/** The address of a cited section, e.g. `RFC 7636 §4.1` → `https://www.rfc-editor.org/rfc/rfc7636#section-4.1`. */
export function citationUrl(citation: Citation): string {
	const [document = '', section = ''] = citation.split(/ (?:§|(?=Appendix))/);
	const number = /^RFC (\d+)$/.exec(document)?.[1];
	if (number) {
		const appendix = /^Appendix (\w)$/.exec(section)?.[1];
		const anchor = appendix ? `appendix-${appendix}` : `section-${section}`;
		return `https://www.rfc-editor.org/rfc/rfc${number}#${anchor}`;
	}
	if (document.startsWith('WHATWG')) {
		return document === 'WHATWG Fetch'
			? 'https://fetch.spec.whatwg.org/#http-cors-protocol'
			: 'https://url.spec.whatwg.org/#urlencoded-parsing';
	}
	const anchor = openidAnchors[citation];
	return `${openid[document]}${anchor ? `#${anchor}` : ''}`;
}
