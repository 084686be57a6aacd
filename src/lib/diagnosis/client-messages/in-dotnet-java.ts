import type { ClientMessage, MessageSource } from './client-message';

const aspNet = 'https://github.com/dotnet/aspnetcore/blob';
const aspNetCookies: MessageSource = {
	library: 'aspnet-core',
	docs: 'https://learn.microsoft.com/aspnet/core/security/samesite'
};
const aspNetOidc: MessageSource = {
	library: 'aspnet-core',
	docs: `${aspNet}/00d9b4ccb17c9ec14c15fe84f325e9c67d53d74c/src/Security/Authentication/OpenIdConnect/src/OpenIdConnectHandler.cs`
};
const aspNetOauth: MessageSource = {
	library: 'aspnet-core',
	docs: `${aspNet}/42e7009e6813a3db5fc69e87dbbb6d3833e75768/src/Security/Authentication/OAuth/src/OAuthHandler.cs`
};
const aspNetRemote: MessageSource = {
	library: 'aspnet-core',
	docs: `${aspNet}/00d9b4ccb17c9ec14c15fe84f325e9c67d53d74c/src/Security/Authentication/Core/src/RemoteAuthenticationHandler.cs`
};

const identityModel = (path: string): MessageSource[] => [
	{
		library: 'identity-model',
		docs: `https://github.com/AzureAD/azure-activedirectory-identitymodel-extensions-for-dotnet/blob/${path}/LogMessages.cs`
	}
];
const tokens = identityModel('006b7f138bcdc90f907b1b261f938c94156e83da/src/Microsoft.IdentityModel.Tokens');
const oidcProtocol = identityModel(
	'0976a8583d3106691cae5d571bc3df5cda1dc093/src/Microsoft.IdentityModel.Protocols.OpenIdConnect'
);
const protocols = identityModel(
	'2bb103b1f8ff46d844526261fb9c7f7d754c6304/src/Microsoft.IdentityModel.Protocols'
);

const msalNetSource: MessageSource = {
	library: 'msal-dotnet',
	docs: 'https://github.com/AzureAD/microsoft-authentication-library-for-dotnet/blob/90d29a6212b00c1f037691510c96eaee5fc6356c/src/client/Microsoft.Identity.Client/MsalErrorMessage.cs'
};
const msalJava: MessageSource = {
	library: 'msal-java',
	docs: 'https://github.com/AzureAD/microsoft-authentication-library-for-java/blob/d627b7a6eb5970cfa112dc1498fced91e006a282/msal4j-sdk/src/main/java/com/microsoft/aad/msal4j/AcquireTokenByInteractiveFlowSupplier.java'
};

const springPath = 'oauth2/oauth2-client/src/main/java/org/springframework/security/oauth2/client';
const spring = (commit: string, file: string): MessageSource[] => [
	{
		library: 'spring-security',
		docs: `https://github.com/spring-projects/spring-security/blob/${commit}/${springPath}/${file}`
	}
];
const springOidc = spring(
	'0947e176ba8c966d3278f0b29a115e6115782506',
	'oidc/authentication/OidcAuthorizationCodeAuthenticationProvider.java'
);
const springRegistrations = spring(
	'0427e51bd8c551eeb22895d33cdfe03f82dde110',
	'registration/ClientRegistrations.java'
);

const quarkusRepository = 'https://github.com/quarkusio/quarkus/blob';
const quarkus: MessageSource[] = [
	{
		library: 'quarkus-oidc',
		docs: `${quarkusRepository}/01b7e873fdc9deeab53d07d79ae67044e2dc30e0/extensions/oidc/runtime/src/main/java/io/quarkus/oidc/runtime/CodeAuthenticationMechanism.java`
	}
];
const quarkusGuide: MessageSource[] = [
	{
		library: 'quarkus-oidc',
		docs: `${quarkusRepository}/6f2f1d9cf334f356cb1fa805525ea1faeaacddeb/docs/src/main/asciidoc/security-oidc-code-flow-authentication.adoc`
	}
];

const dotnetMessages: readonly ClientMessage[] = [
	{
		id: 'asp-net/correlation',
		says: ['Correlation failed'],
		of: [aspNetCookies],
		code: 'state-mismatch',
		alone: true
	},
	{
		id: 'asp-net/correlation-cookie',
		says: ['.AspNetCore.Correlation.* cookie not found'],
		of: [aspNetCookies],
		code: 'state-mismatch'
	},
	{
		id: 'asp-net/no-state',
		says: ['OpenIdConnectAuthenticationHandler: message.State is null or empty'],
		of: [aspNetOidc],
		open: true
	},
	{
		id: 'asp-net/state-not-readable',
		says: ['Unable to unprotect the message.State'],
		of: [aspNetOidc],
		code: 'state-mismatch'
	},
	{
		id: 'asp-net/oauth-state',
		says: ['The oauth state was missing or invalid'],
		of: [aspNetOauth],
		code: 'state-mismatch'
	},
	{
		id: 'asp-net/tokens-in-query',
		says: [
			'An OpenID Connect response cannot contain an identity token or an access token when using response_mode=query'
		],
		of: [aspNetOidc]
	},
	{
		id: 'asp-net/no-authorization-endpoint',
		says: ['Cannot redirect to the authorization endpoint, the configuration may be missing or invalid'],
		of: [aspNetOidc]
	},
	{
		id: 'asp-net/remote-login',
		says: ['An error was encountered while handling the remote login'],
		of: [aspNetRemote],
		wraps: true
	},
	{
		id: 'identity-model/nonce',
		says: ['IDX21320', 'IDX21321', 'IDX21323', 'IDX21349'],
		of: oidcProtocol
	},
	{ id: 'identity-model/nonce-expired', says: ['IDX21324'], of: oidcProtocol },
	{ id: 'identity-model/issuer', says: ['IDX10205'], of: tokens, code: 'issuer-mismatch' },
	{ id: 'identity-model/audience', says: ['IDX10206', 'IDX10214'], of: tokens, open: true },
	{ id: 'identity-model/time', says: ['IDX10222', 'IDX10223'], of: tokens },
	{ id: 'identity-model/signature', says: ['IDX10500', 'IDX10501', 'IDX10503', 'IDX10511'], of: tokens },
	{ id: 'identity-model/metadata', says: ['IDX20803', 'IDX20804'], of: protocols },
	{
		id: 'msal-net/no-account',
		says: ['No account or login hint was passed to the AcquireTokenSilent call'],
		of: [
			{
				library: 'msal-dotnet',
				docs: 'https://learn.microsoft.com/en-us/dotnet/api/microsoft.identity.client.msaluirequiredexception'
			}
		],
		open: true
	},
	{
		id: 'msal-net/state-differs',
		says: ['Returned state(*) from authorize endpoint is not the same as the one sent(*)'],
		of: [msalNetSource],
		code: 'state-mismatch'
	},
	{
		id: 'msal-net/loopback',
		says: ['Only loopback redirect uri is supported, but * was found'],
		of: [msalNetSource, msalJava],
		open: true
	}
];

const javaMessages: readonly ClientMessage[] = [
	{
		id: 'spring/no-request-kept',
		says: ['[authorization_request_not_found]'],
		of: spring('027ea78dab55ebe5d43ae79e81104886a77e5547', 'web/OAuth2LoginAuthenticationFilter.java'),
		code: 'state-mismatch'
	},
	{
		id: 'spring/state-differs',
		says: ['[invalid_state_parameter]'],
		of: springOidc,
		code: 'state-mismatch'
	},
	{
		id: 'spring/id-token-claims',
		says: ['The ID Token contains invalid claims: *'],
		of: spring('f234a5fbdbf43dbceecfdfe3d41f10b09aa5f197', 'oidc/authentication/OidcIdTokenValidator.java')
	},
	{
		id: 'spring/no-id-token',
		says: ['Missing (required) ID Token in Token Response for Client Registration: *'],
		of: springOidc
	},
	{
		id: 'spring/token-response',
		says: ['An error occurred while attempting to retrieve the OAuth 2.0 Access Token Response'],
		of: spring(
			'9443ef7091ed13ae254383898b65e90976ffc8ed',
			'endpoint/DefaultAuthorizationCodeTokenResponseClient.java'
		),
		wraps: true
	},
	{
		id: 'spring/no-metadata',
		says: ['Unable to resolve Configuration with the provided Issuer of *'],
		of: springRegistrations,
		open: true
	},
	{
		id: 'spring/issuer-differs',
		says: ['The Issuer * provided in the configuration metadata did not match the requested issuer *'],
		of: springRegistrations,
		code: 'issuer-mismatch'
	},
	{
		id: 'quarkus/state-differs',
		says: ['State cookie value does not match the state query parameter value'],
		of: quarkus,
		code: 'state-mismatch'
	},
	{
		id: 'quarkus/no-code',
		says: ["State cookie is present but neither 'code' nor 'error' query parameter is returned"],
		of: quarkus
	},
	{
		id: 'quarkus/no-error-path',
		says: ['Authorization code flow has failed, error code: *, error description: *'],
		of: quarkusGuide,
		wraps: true
	},
	{ id: 'quarkus/id-token', says: ['ID token verification has failed: *'], of: quarkus, wraps: true },
	{
		id: 'quarkus/no-server',
		says: ['OIDC Server is not available'],
		of: [
			{
				library: 'quarkus-oidc',
				docs: `${quarkusRepository}/e08d772479afd0d1b506b26d3eb4d7eb6509fc5d/extensions/oidc-common/runtime/src/main/java/io/quarkus/oidc/common/runtime/OidcCommonUtils.java`
			}
		],
		code: 'endpoint-unreachable'
	}
];

export const dotnetAndJavaMessages: readonly ClientMessage[] = [...dotnetMessages, ...javaMessages];
