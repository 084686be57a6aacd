import type { ClientMessage, MessageSource } from './client-message';

const goOidc = (commit: string, file: string): MessageSource[] => [
	{ library: 'go-oidc', docs: `https://github.com/coreos/go-oidc/blob/${commit}/oidc/${file}` }
];
const verify = goOidc('e5d768dbcfcad509678897ff457eccc7ef82bbdc', 'verify.go');
const goOauth2 = (commit: string, file: string): MessageSource[] => [
	{
		library: 'x-oauth2',
		docs: `https://github.com/golang/oauth2/blob/${commit}/${file}`
	}
];
const goToken = goOauth2('e7a48207996f497ea86f5736d08d99d45c0b6461', 'internal/token.go');

const proxyRepository = 'https://github.com/oauth2-proxy/oauth2-proxy/blob';
const proxy = (path: string): MessageSource[] => [
	{ library: 'oauth2-proxy', docs: `${proxyRepository}/${path}` }
];
const proxyCallback = proxy('5e5e8b7350bd3f22ec67048adde27ad4b79abd34/oauthproxy.go');

const league = (commit: string, file: string): MessageSource[] => [
	{
		library: 'league-oauth2-client',
		docs: `https://github.com/thephpleague/oauth2-client/blob/${commit}/src/${file}`
	}
];
const leagueProvider = league('a275f3fadb1378cf6e9262bc6ec679c5ede50890', 'Provider/AbstractProvider.php');

const omniauth = (path: string): MessageSource[] => [
	{ library: 'omniauth', docs: `https://github.com/omniauth/${path}` }
];

export const goPhpRubyMessages: readonly ClientMessage[] = [
	{
		id: 'go-oidc/issuer-of-token',
		says: ['oidc: id token issued by a different provider, expected * got *'],
		of: verify,
		code: 'issuer-mismatch'
	},
	{
		id: 'go-oidc/issuer-of-metadata',
		says: ['oidc: issuer did not match the issuer returned by provider, expected * got *'],
		of: goOidc('d8273d84bc47058fa407d8e6b299646d77a427bb', 'oidc.go'),
		code: 'issuer-mismatch'
	},
	{ id: 'go-oidc/audience', says: ['oidc: expected audience * got *'], of: verify },
	{ id: 'go-oidc/expired', says: ['oidc: token is expired'], of: verify },
	{
		id: 'go-oidc/not-yet-valid',
		says: ['oidc: current time * before the nbf (not before) time: *'],
		of: verify
	},
	{
		id: 'go-oidc/algorithm',
		says: ['oidc: id token signed with unsupported algorithm, expected * got *'],
		of: verify
	},
	{
		id: 'go-oidc/signature',
		says: ['failed to verify signature: failed to verify id token signature'],
		of: goOidc('39ccf59ce1221411e896f8491143476dea5a9384', 'jwks.go'),
		open: true
	},
	{ id: 'go-oidc/malformed', says: ['oidc: malformed jwt: *'], of: verify },
	{
		id: 'go-oauth2/token-request-failed',
		says: ['oauth2: cannot fetch token: *'],
		of: goToken,
		wraps: true
	},
	{
		id: 'go-oauth2/no-token',
		says: ['oauth2: server response missing access_token'],
		of: goToken
	},
	{
		id: 'go-oauth2/no-refresh-token',
		says: ['oauth2: token expired and refresh token is not set'],
		of: goOauth2('89bf15b58349ea9575fc131de6a3bb922b244b10', 'oauth2.go')
	},
	{
		id: 'oauth2-proxy/no-cookie',
		says: [
			'Invalid authentication via OAuth2: unable to obtain CSRF cookie',
			'Login Failed: Unable to find a valid CSRF token'
		],
		of: proxyCallback,
		code: 'state-mismatch'
	},
	{
		id: 'oauth2-proxy/state-differs',
		says: ['CSRF token mismatch, potential attack'],
		of: proxyCallback,
		code: 'state-mismatch'
	},
	{
		id: 'oauth2-proxy/audience',
		says: ['audience from claim * with value * does not match with any of allowed audiences *'],
		of: proxy('acb1a197b0f98b606efe71d7578ed5762e21c224/pkg/providers/oidc/verifier.go')
	},
	{
		id: 'oauth2-proxy/email-not-verified',
		says: ["email in id_token (*) isn't verified"],
		of: proxy('93cb575d7c94ea8ec5056c100fd0a4779ffcd8c5/providers/oidc.go')
	},
	{
		id: 'league/not-json',
		says: ['Invalid response received from Authorization Server. Expected JSON'],
		of: leagueProvider
	},
	{
		id: 'league/server-error',
		says: ['An OAuth server error was encountered that did not contain a JSON body'],
		of: leagueProvider
	},
	{
		id: 'league/parameter-missing',
		says: ['Required parameter not passed: *'],
		of: league('bb02e5d0e4441d1bc97e4e92d29517b9271113f3', 'Tool/RequiredParameterTrait.php')
	},
	{
		id: 'socialite/state-differs',
		says: ['Laravel\\Socialite\\Two\\InvalidStateException'],
		of: [
			{
				library: 'socialite',
				docs: 'https://github.com/laravel/socialite/blob/f3e3bdf9368b96b82635cb88ab02944b7d036669/src/Two/AbstractProvider.php'
			}
		],
		code: 'state-mismatch'
	},
	{
		id: 'omniauth/state-differs',
		says: ['csrf_detected | CSRF detected', 'Authentication failure! csrf_detected'],
		of: omniauth(
			'omniauth-oauth2/blob/013afb6ff917abf7bb4ee861155bfba736c88490/lib/omniauth/strategies/oauth2.rb'
		),
		code: 'state-mismatch'
	},
	{
		id: 'omniauth/form-token',
		says: ['Attack prevented by OmniAuth::AuthenticityTokenProtection', 'OmniAuth::AuthenticityError'],
		of: omniauth(
			'omniauth/blob/2e6140a8361fe5ec84aa43725e2380c5456b9ca0/lib/omniauth/authenticity_token_protection.rb'
		)
	},
	{
		id: 'omniauth/invalid-credentials',
		says: ['Authentication failure! invalid_credentials'],
		of: omniauth(
			'omniauth-oauth2/blob/013afb6ff917abf7bb4ee861155bfba736c88490/lib/omniauth/strategies/oauth2.rb'
		),
		wraps: true
	}
];
