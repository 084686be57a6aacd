import type { Citation } from '$lib/lexicon/citations';
import { metadataNames, type MetadataName } from '$lib/lexicon/metadata';

/** The words of a member of a metadata document. */
export interface MetadataText {
	what: string;
	rfc: Citation;
}

export const metadataTexts: Record<MetadataName, MetadataText> = {
	issuer: {
		what: 'The server’s identifier. It must be identical to the issuer that you asked, and tokens carry it in iss.',
		rfc: 'RFC 8414 §2'
	},
	authorization_endpoint: { what: 'Where the browser goes to sign in and consent.', rfc: 'RFC 8414 §2' },
	token_endpoint: { what: 'Where the client exchanges codes and refresh tokens.', rfc: 'RFC 8414 §2' },
	userinfo_endpoint: {
		what: 'Where the client reads claims about the user with an access token.',
		rfc: 'OIDC Discovery §3'
	},
	jwks_uri: { what: 'Where the public keys are that verify the server’s signatures.', rfc: 'RFC 8414 §2' },
	registration_endpoint: { what: 'Where a client can register itself.', rfc: 'RFC 8414 §2' },
	introspection_endpoint: {
		what: 'Where an API can ask whether a token is active and what it means.',
		rfc: 'RFC 8414 §2'
	},
	revocation_endpoint: {
		what: 'Where a client can give a token back so that it stops working.',
		rfc: 'RFC 8414 §2'
	},
	end_session_endpoint: { what: 'Where the browser goes to log out.', rfc: 'OIDC RP-Initiated Logout §2.1' },
	pushed_authorization_request_endpoint: {
		what: 'Where a client can send its authorization request beforehand, away from the browser.',
		rfc: 'RFC 9126 §5'
	},
	device_authorization_endpoint: {
		what: 'Where a device without a browser starts a sign-in.',
		rfc: 'RFC 8628 §4'
	},
	check_session_iframe: {
		what: 'A page for a hidden frame that tells a client in the same browser whether the session has changed. Safari and Firefox by default keep the cookie that it needs from a frame of another site.',
		rfc: 'OIDC Session Management §3.3'
	},
	decision_log_endpoint: {
		what: 'An extension of the embedded server: what it decided on each request. No production server should have it.',
		rfc: 'RFC 8414 §2'
	},
	scopes_supported: {
		what: 'The scopes that the server knows. It need not list them all.',
		rfc: 'RFC 8414 §2'
	},
	claims_supported: {
		what: 'The claims that the server may give. It need not list them all.',
		rfc: 'OIDC Discovery §3'
	},
	claim_types_supported: {
		what: 'The kinds of claims: normal, aggregated or distributed. Without it, normal only.',
		rfc: 'OIDC Discovery §3'
	},
	claims_parameter_supported: {
		what: 'Whether single claims can be requested with the parameter claims. Without it, no.',
		rfc: 'OIDC Discovery §3'
	},
	claims_locales_supported: { what: 'The languages of values in claims.', rfc: 'OIDC Discovery §3' },
	response_types_supported: {
		what: 'What the authorization endpoint can return. This walk needs code.',
		rfc: 'RFC 8414 §2'
	},
	response_modes_supported: {
		what: 'How it can return it. Without the member: query and fragment.',
		rfc: 'RFC 8414 §2'
	},
	grant_types_supported: {
		what: 'What the token endpoint accepts. Without the member: authorization_code and implicit.',
		rfc: 'RFC 8414 §2'
	},
	code_challenge_methods_supported: {
		what: 'The PKCE methods. Without the member, PKCE counts as not supported, though some servers support it and leave this out.',
		rfc: 'RFC 8414 §2'
	},
	token_endpoint_auth_methods_supported: {
		what: 'How clients authenticate at the token endpoint. Public clients need none. Without the member: client_secret_basic.',
		rfc: 'RFC 8414 §2'
	},
	token_endpoint_auth_signing_alg_values_supported: {
		what: 'The algorithms of signed client assertions at the token endpoint.',
		rfc: 'RFC 8414 §2'
	},
	introspection_endpoint_auth_methods_supported: {
		what: 'How callers authenticate at the introspection endpoint.',
		rfc: 'RFC 8414 §2'
	},
	introspection_endpoint_auth_signing_alg_values_supported: {
		what: 'The algorithms of signed client assertions at the introspection endpoint.',
		rfc: 'RFC 8414 §2'
	},
	revocation_endpoint_auth_methods_supported: {
		what: 'How clients authenticate at the revocation endpoint.',
		rfc: 'RFC 8414 §2'
	},
	revocation_endpoint_auth_signing_alg_values_supported: {
		what: 'The algorithms of signed client assertions at the revocation endpoint.',
		rfc: 'RFC 8414 §2'
	},
	authorization_response_iss_parameter_supported: {
		what: 'Whether each authorization response carries iss. If so, a client must refuse an answer without it.',
		rfc: 'RFC 9207 §3'
	},
	subject_types_supported: {
		what: 'Whether a user has the same sub for all clients (public) or one per client (pairwise).',
		rfc: 'OIDC Discovery §3'
	},
	id_token_signing_alg_values_supported: {
		what: 'The algorithms that sign ID tokens. RS256 must be among them.',
		rfc: 'OIDC Discovery §3'
	},
	id_token_encryption_alg_values_supported: {
		what: 'The algorithms that encrypt the key of ID tokens.',
		rfc: 'OIDC Discovery §3'
	},
	id_token_encryption_enc_values_supported: {
		what: 'The algorithms that encrypt the content of ID tokens.',
		rfc: 'OIDC Discovery §3'
	},
	userinfo_signing_alg_values_supported: {
		what: 'The algorithms that sign UserInfo answers.',
		rfc: 'OIDC Discovery §3'
	},
	userinfo_encryption_alg_values_supported: {
		what: 'The algorithms that encrypt the key of UserInfo answers.',
		rfc: 'OIDC Discovery §3'
	},
	userinfo_encryption_enc_values_supported: {
		what: 'The algorithms that encrypt the content of UserInfo answers.',
		rfc: 'OIDC Discovery §3'
	},
	request_object_signing_alg_values_supported: {
		what: 'The algorithms that may sign request objects.',
		rfc: 'OIDC Discovery §3'
	},
	request_object_encryption_alg_values_supported: {
		what: 'The algorithms that may encrypt the key of request objects.',
		rfc: 'OIDC Discovery §3'
	},
	request_object_encryption_enc_values_supported: {
		what: 'The algorithms that may encrypt the content of request objects.',
		rfc: 'OIDC Discovery §3'
	},
	request_parameter_supported: {
		what: 'Whether the parameter request is read. Without the member, no.',
		rfc: 'OIDC Discovery §3'
	},
	request_uri_parameter_supported: {
		what: 'Whether the parameter request_uri is read. Without the member, yes.',
		rfc: 'OIDC Discovery §3'
	},
	require_request_uri_registration: {
		what: 'Whether values of request_uri must be registered beforehand.',
		rfc: 'OIDC Discovery §3'
	},
	require_signed_request_object: {
		what: 'Whether the server takes requests as signed JWTs only.',
		rfc: 'RFC 9101 §10.5'
	},
	require_pushed_authorization_requests: {
		what: 'Whether the server takes requests only that were pushed beforehand.',
		rfc: 'RFC 9126 §5'
	},
	authorization_details_types_supported: {
		what: 'The types of fine-grained rights that the server knows.',
		rfc: 'RFC 9396 §10'
	},
	authorization_signing_alg_values_supported: {
		what: 'The algorithms with which the server signs authorization responses, where the response mode is one of JARM.',
		rfc: 'JARM §4'
	},
	dpop_signing_alg_values_supported: {
		what: 'The algorithms of DPoP proofs. If the member is there, the server supports DPoP.',
		rfc: 'RFC 9449 §5.1'
	},
	tls_client_certificate_bound_access_tokens: {
		what: 'Whether access tokens can be bound to a client certificate.',
		rfc: 'RFC 8705 §3.3'
	},
	mtls_endpoint_aliases: {
		what: 'Other addresses of the endpoints, for clients that use a certificate.',
		rfc: 'RFC 8705 §5'
	},
	acr_values_supported: {
		what: 'The classes of authentication that the server can provide.',
		rfc: 'OIDC Discovery §3'
	},
	display_values_supported: {
		what: 'The values of display that the server supports.',
		rfc: 'OIDC Discovery §3'
	},
	ui_locales_supported: { what: 'The languages of the server’s pages.', rfc: 'RFC 8414 §2' },
	frontchannel_logout_supported: {
		what: 'Whether the server tells clients of a logout through the browser.',
		rfc: 'OIDC Front-Channel Logout §3'
	},
	frontchannel_logout_session_supported: {
		what: 'Whether that notice names the session.',
		rfc: 'OIDC Front-Channel Logout §3'
	},
	backchannel_logout_supported: {
		what: 'Whether the server tells clients of a logout directly.',
		rfc: 'OIDC Back-Channel Logout §2.1'
	},
	backchannel_logout_session_supported: {
		what: 'Whether that notice names the session.',
		rfc: 'OIDC Back-Channel Logout §2.1'
	},
	protected_resources: {
		what: 'The APIs that can be used with this authorization server.',
		rfc: 'RFC 9728 §4'
	},
	signed_metadata: {
		what: 'The same metadata as a signed JWT. A client that reads it lets its values take precedence.',
		rfc: 'RFC 8414 §2.1'
	},
	service_documentation: { what: 'A page for developers.', rfc: 'RFC 8414 §2' },
	op_policy_uri: { what: 'A page about how a client may use the data.', rfc: 'RFC 8414 §2' },
	op_tos_uri: { what: 'The terms of service.', rfc: 'RFC 8414 §2' }
};

/** The text of a member by name; undefined for one that nobody here knows. */
export function metadataText(name: string): MetadataText | undefined {
	const known = metadataNames.find((member) => member === name);
	return known && metadataTexts[known];
}
