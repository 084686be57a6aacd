import { proofAlgorithms } from '$lib/message/dpop-proof';
import { responseModes } from './authorize/context';
import { responseAlgorithm } from './authorization-response';
import { endpoint } from './call';
import { claimNames, openidScopes } from './user-claims';
import { clientAlgorithms } from './client-keys';
import { algorithmsOf } from './keys';
import type { Realm } from './realm';
import { acrValues } from './sessions';
import { clientAuthMethods, grantTypes } from './settings';

/**
 * What this server is and can do, no more: one document for OpenID Connect and for OAuth.
 * @see [OIDC Discovery §3](https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata)
 * @see [RFC 8414 §2](https://www.rfc-editor.org/rfc/rfc8414#section-2)
 */
export function metadata(realm: Realm) {
	const { policy, apis } = realm.settings;
	return {
		issuer: realm.issuer,
		authorization_endpoint: endpoint(realm, '/authorize'),
		token_endpoint: endpoint(realm, '/token'),
		pushed_authorization_request_endpoint: endpoint(realm, '/par'),
		userinfo_endpoint: endpoint(realm, '/userinfo'),
		jwks_uri: endpoint(realm, '/jwks'),
		introspection_endpoint: endpoint(realm, '/introspect'),
		revocation_endpoint: endpoint(realm, '/revoke'),
		end_session_endpoint: endpoint(realm, '/end-session'),
		...(policy.allowRegistration ? { registration_endpoint: endpoint(realm, '/register') } : {}),
		scopes_supported: [
			...new Set([...openidScopes, ...apis.flatMap(({ scopes }) => scopes.map(({ name }) => name))])
		],
		response_types_supported: ['code'],
		response_modes_supported: [...responseModes],
		grant_types_supported: [...grantTypes],
		subject_types_supported: ['public'],
		id_token_signing_alg_values_supported: algorithmsOf(realm),
		userinfo_signing_alg_values_supported: algorithmsOf(realm),
		token_endpoint_auth_methods_supported: [...clientAuthMethods],
		token_endpoint_auth_signing_alg_values_supported: [...clientAlgorithms],
		introspection_endpoint_auth_methods_supported: [...clientAuthMethods],
		introspection_endpoint_auth_signing_alg_values_supported: [...clientAlgorithms],
		revocation_endpoint_auth_methods_supported: [...clientAuthMethods],
		revocation_endpoint_auth_signing_alg_values_supported: [...clientAlgorithms],
		code_challenge_methods_supported: policy.allowPlain ? ['S256', 'plain'] : ['S256'],
		claims_supported: [
			'iss',
			'aud',
			'iat',
			'exp',
			'auth_time',
			'nonce',
			'acr',
			'azp',
			'sid',
			'at_hash',
			...claimNames
		],
		prompt_values_supported: ['none', 'login', 'consent', 'select_account'],
		acr_values_supported: acrValues,
		claims_parameter_supported: true,
		request_parameter_supported: true,
		/** Addresses to fetch requests from are not taken; those of pushed requests are (RFC 9126 §5). */
		request_uri_parameter_supported: false,
		request_object_signing_alg_values_supported: [...clientAlgorithms],
		require_signed_request_object: policy.requireSignedRequests ?? false,
		require_pushed_authorization_requests: policy.requirePushedRequests ?? false,
		dpop_signing_alg_values_supported: [...proofAlgorithms],
		authorization_signing_alg_values_supported: [responseAlgorithm],
		authorization_response_iss_parameter_supported: policy.issParameter,
		/** An extension of this server: where its decisions can be looked up. */
		decision_log_endpoint: endpoint(realm, '/decisions')
	};
}
