import { known, type Preset } from './preset';

/** More directories of companies. */
export const presetsDirectory: readonly Preset[] = [
	{
		id: 'pingone',
		name: 'Ping Identity (PingOne)',
		issuer: known('https://auth.pingone.{tld}/{environmentId}/as', 'The region is in the host.', [
			'https://github.com/pingidentity/agent-plugins',
			'https://auth.pingone.com/<environment_id>/as/.well-known/openid-configuration'
		]),
		variables: [
			{
				name: 'tld',
				label: 'Region',
				kind: 'choice',
				example: 'com',
				choices: ['com', 'eu', 'ca', 'asia', 'com.au']
			},
			{
				name: 'environmentId',
				label: 'Environment id',
				kind: 'segment',
				example: '00000000-0000-4000-8000-000000000000'
			}
		],
		hosts: [
			'auth.pingone.com',
			'auth.pingone.eu',
			'auth.pingone.ca',
			'auth.pingone.asia',
			'auth.pingone.com.au'
		],
		scopes: ['openid', 'profile', 'email'],
		parameters: known([], '', []),
		browser: known('yes', 'Allow this origin in the application’s CORS settings.', [
			'https://github.com/pingidentity/agent-plugins',
			'https://docs.pingidentity.com/pingfederate/13.0/introduction_to_pingfederate/pf_cors_support_oauth_endpoints.md',
			'https://developer.pingidentity.com'
		]),
		cors: known('per-client', 'Applications > (application) > Configuration > CORS Settings.', [
			'https://github.com/pingidentity/agent-plugins',
			'https://docs.pingidentity.com/pingfederate/13.0/introduction_to_pingfederate/pf_cors_support_oauth_endpoints.md'
		]),
		publicClient: known(true, 'Token endpoint authentication None, with PKCE enforced.', [
			'https://developer.pingidentity.com'
		]),
		plain: known(true, 'Unless PKCE enforcement is S256_REQUIRED.', ['https://developer.pingidentity.com']),
		logout: known('own', '{issuer}/signoff; the hint must have been issued by the same host.', [
			'https://developer.pingidentity.com/pingone-api/auth/openid-connect-oauth-2/signoff.html'
		]),
		notes: known(true, 'A wrong redirect URI shows a general page only.', [
			'https://docs.pingidentity.com/pingone/pingone_tutorials/p1_troubleshooting_nodejs_express_app.html'
		])
	},
	{
		id: 'onelogin',
		name: 'OneLogin',
		issuer: known('https://{subdomain}.onelogin.com/oidc/2', '', [
			'https://developers.onelogin.com/openid-connect/api/provider-config'
		]),
		variables: [{ name: 'subdomain', label: 'Subdomain', kind: 'label', example: 'example' }],
		hosts: ['.onelogin.com'],
		scopes: ['openid', 'profile', 'email'],
		parameters: known(
			[{ name: 'acr_values', note: 'onelogin:nist:level:1:re-auth asks for a fresh sign-in.' }],
			'',
			['https://developers.onelogin.com/openid-connect/api-v1/authorization-code']
		),
		browser: known(
			'unknown',
			'Nothing was found on whether the token endpoint answers pages.',
			['https://developers.onelogin.com/openid-connect/api-v1/authorization-code'],
			false
		),
		publicClient: known(true, 'Token endpoint authentication method None (PKCE).', [
			'https://developers.onelogin.com/openid-connect/api-v1/authorization-code'
		]),
		notes: known(true, 'The official PKCE sample runs on a server.', [
			'https://github.com/onelogin/onelogin-oidc-node/blob/master/5.%20Auth%20Flow%20-%20PKCE/README.md'
		])
	},
	{
		id: 'salesforce',
		name: 'Salesforce',
		issuer: known(
			'https://{myDomain}.my.salesforce.com',
			'login.salesforce.com and test.salesforce.com have documents as well, but never answer pages at the token endpoint.',
			['https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_endpoints_cors.htm']
		),
		variables: [{ name: 'myDomain', label: 'My Domain', kind: 'label', example: 'example' }],
		hosts: ['.salesforce.com', '.force.com'],
		scopes: ['openid', 'profile', 'email', 'refresh_token'],
		parameters: known([], '', []),
		browser: known(
			'yes',
			'A My Domain host, CORS for OAuth endpoints on, and this origin on the allowlist.',
			[
				'https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_endpoints_cors.htm',
				'https://github.com/forcedotcom/mcp-hosted/issues/23',
				'https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_pkce.htm'
			]
		),
		cors: known(
			'per-tenant',
			'Setup > CORS: “Enable CORS for OAuth endpoints”, and this origin on the allowlist; My Domain and Experience Cloud hosts only.',
			['https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_endpoints_cors.htm']
		),
		publicClient: known(true, 'Require PKCE, and do not require the secret for the web server flow.', [
			'https://github.com/forcedotcom/mcp-hosted/issues/23',
			'https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_pkce.htm'
		]),
		refreshToken: known(
			true,
			'Scope refresh_token (or offline_access) allowed on the connected app.',
			['https://github.com/forcedotcom/mcp-hosted/issues/23'],
			false
		),
		accessToken: known(
			'depends',
			'An opaque session id, or a JWT where the app is set so.',
			['https://github.com/forcedotcom/mcp-hosted/issues/23'],
			false
		),
		notes: known(
			true,
			'Partner apps must use PKCE and rotation.',
			['https://github.com/PostHog/posthog/pull/70054', 'https://help.salesforce.com'],
			false
		)
	}
];
