import { known, type Preset } from './preset';

/** More directories of companies. */
export const presetsDirectory = [
	{
		id: 'pingone',
		name: 'Ping Identity (PingOne)',
		issuer: known('https://auth.pingone.{tld}/{environmentId}/as', [
			'https://github.com/pingidentity/agent-plugins',
			'https://auth.pingone.com/<environment_id>/as/.well-known/openid-configuration'
		]),
		variables: [
			{
				name: 'tld',
				kind: 'choice',
				example: 'com',
				choices: ['com', 'eu', 'ca', 'asia', 'com.au']
			},
			{
				name: 'environmentId',
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
		parameters: known([], []),
		browser: known('yes', [
			'https://github.com/pingidentity/agent-plugins',
			'https://docs.pingidentity.com/pingfederate/13.0/introduction_to_pingfederate/pf_cors_support_oauth_endpoints.md',
			'https://developer.pingidentity.com'
		]),
		cors: known('per-client', [
			'https://github.com/pingidentity/agent-plugins',
			'https://docs.pingidentity.com/pingfederate/13.0/introduction_to_pingfederate/pf_cors_support_oauth_endpoints.md'
		]),
		publicClient: known(true, ['https://developer.pingidentity.com']),
		plain: known(true, ['https://developer.pingidentity.com']),
		logout: known('own', [
			'https://developer.pingidentity.com/pingone-api/auth/openid-connect-oauth-2/signoff.html'
		]),
		notes: known(true, [
			'https://docs.pingidentity.com/pingone/pingone_tutorials/p1_troubleshooting_nodejs_express_app.html'
		])
	},
	{
		id: 'onelogin',
		name: 'OneLogin',
		issuer: known('https://{subdomain}.onelogin.com/oidc/2', [
			'https://developers.onelogin.com/openid-connect/api/provider-config'
		]),
		variables: [{ name: 'subdomain', kind: 'label', example: 'example' }],
		hosts: ['.onelogin.com'],
		scopes: ['openid', 'profile', 'email'],
		parameters: known(
			[{ name: 'acr_values' }],
			['https://developers.onelogin.com/openid-connect/api-v1/authorization-code']
		),
		browser: known(
			'unknown',
			['https://developers.onelogin.com/openid-connect/api-v1/authorization-code'],
			false
		),
		publicClient: known(true, ['https://developers.onelogin.com/openid-connect/api-v1/authorization-code']),
		notes: known(true, [
			'https://github.com/onelogin/onelogin-oidc-node/blob/master/5.%20Auth%20Flow%20-%20PKCE/README.md'
		])
	},
	{
		id: 'salesforce',
		name: 'Salesforce',
		issuer: known('https://{myDomain}.my.salesforce.com', [
			'https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_endpoints_cors.htm'
		]),
		variables: [{ name: 'myDomain', kind: 'label', example: 'example' }],
		hosts: ['.salesforce.com', '.force.com'],
		scopes: ['openid', 'profile', 'email', 'refresh_token'],
		parameters: known([], []),
		browser: known('yes', [
			'https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_endpoints_cors.htm',
			'https://github.com/forcedotcom/mcp-hosted/issues/23',
			'https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_pkce.htm'
		]),
		cors: known('per-tenant', [
			'https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_endpoints_cors.htm'
		]),
		publicClient: known(true, [
			'https://github.com/forcedotcom/mcp-hosted/issues/23',
			'https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_pkce.htm'
		]),
		refreshToken: known(true, ['https://github.com/forcedotcom/mcp-hosted/issues/23'], false),
		accessToken: known('depends', ['https://github.com/forcedotcom/mcp-hosted/issues/23'], false),
		notes: known(
			true,
			['https://github.com/PostHog/posthog/pull/70054', 'https://help.salesforce.com'],
			false
		)
	}
] as const satisfies readonly Preset[];
