import type { ClaimProvider, providerClaims } from '$lib/providers/claims';

type Texts<Provider extends ClaimProvider> = Record<keyof (typeof providerClaims)[Provider], string>;

const entra: Texts<'entra'> = {
	oid: 'The user or application as an object of its directory. It is the same in every application of the tenant: together with tid it is a good key.',
	tid: 'The tenant that the user signed in to. 9188040d-6c67-4c5b-b112-36a304b66dad is that of personal accounts.',
	sub: 'The user as this application sees them. Another application gets another value (pairwise), so it cannot be compared between two.',
	ver: 'The version of the token’s format: 1.0 or 2.0. The API’s registration decides which one comes.',
	idp: 'Who signed the user in, where that was not this tenant: a guest’s own directory, or another provider.',
	iss: 'The tenant that issued the token. The host is sts.windows.net in version 1.0 and login.microsoftonline.com in 2.0.',
	ipaddr: 'The address on the network that the user signed in from.',
	upn: 'The user principal name. It can change and is not for decisions about access.',
	unique_name:
		'A name of the user for display, in version 1.0. It need not be unique, whatever it is called.',
	preferred_username:
		'The user name for display, in version 2.0. It can change and is not for decisions about access.',
	email:
		'The mail address. It can be changed and may be unverified, so no decision about access may depend on it alone.',
	roles: 'Roles of the application that the user has, or permissions that an application has for itself.',
	groups:
		'Groups of the user by their object IDs. With too many groups it is left out, and _claim_names says so.',
	wids: 'Built-in roles of the whole tenant that the user has, by the IDs of their templates.',
	hasgroups:
		'The user is in at least one group. It stands in the place of groups, where these would make the address too long.',
	_claim_names: 'Claims that did not fit, mostly groups: where they are is in _claim_sources.',
	_claim_sources:
		'Where the claims are asked for that did not fit. Use Microsoft Graph, whatever address stands there.',
	acct: 'The status of the account in the tenant: 0 is a member, 1 is a guest.',
	acr: 'In version 1.0: 0 where the sign-in did not meet the requirements of ISO/IEC 29115.',
	acrs: 'Authentication contexts of Conditional Access that this sign-in has satisfied.',
	appid: 'The client that the token was issued to, in version 1.0.',
	azp: 'The client that the token was issued to, in version 2.0.',
	appidacr:
		'How the client proved who it is, in version 1.0: 0 not at all (a public client), 1 by a secret, 2 by a certificate.',
	azpacr:
		'How the client proved who it is, in version 2.0: 0 not at all (a public client), 1 by a secret, 2 by a certificate.',
	scp: 'The scopes that the client has on behalf of the user, separated by spaces. A token of an application alone has roles in its place.',
	uti: 'The token’s own identifier, like jti. It is found in the sign-in logs.',
	rh: 'Internal to Microsoft. Do not use it.',
	aio: 'Internal to Microsoft. Do not use it.',
	sid: 'The session of the user, for signing out of one session alone.',
	idtyp: 'app in a token of an application alone, user in one of a user. An optional claim.',
	ctry: 'The country of the user, where it is set.',
	tenant_ctry: 'The country of the tenant.',
	tenant_region_scope: 'The region of the tenant.',
	fwd: 'The address that the request came from, inside of a virtual network.',
	login_hint: 'A hint for the next sign-in of this user, for the parameter of the same name.',
	verified_primary_email: 'The user’s main mail addresses, verified.',
	verified_secondary_email: 'The user’s other mail addresses, verified.',
	onprem_sid: 'The user’s security identifier in the directory on site.',
	in_corp: 'The request came from the network of the company, as the tenant has set it.',
	pwd_exp: 'When the password expires.',
	pwd_url: 'Where the password can be changed.',
	xms_cc: 'What the client can do. cp1: it understands a claims challenge (Continuous Access Evaluation).',
	xms_edov: 'Whether the owner of the domain of the mail address was verified.',
	xms_pl: 'The user’s preferred language.',
	xms_tpl: 'The tenant’s preferred language.',
	xms_pdl: 'The preferred location of the user’s data.',
	'xms_*': 'Internal to Microsoft, or not documented. Do not depend on it.',
	app_displayname:
		'The name of the client for display. It stands in tokens for Microsoft’s own APIs and is not documented: do not depend on it.'
};

const okta: Texts<'okta'> = {
	cid: 'The client that the token was issued to.',
	uid: 'The user by the ID that Okta has for them. A token of a client alone has none.',
	scp: 'The granted scopes, as a list.',
	ver: 'The version of the token’s format.',
	idp: 'The identity provider that signed the user in, by its ID. For Okta itself it is the ID of the organization.',
	amr: 'The methods of the sign-in. Okta uses the registered names.',
	sub: 'In an access token the login of the user, or the client_id of a client alone. In an ID token the user’s ID.',
	aud: 'In an access token the audience that is set at the authorization server.',
	groups: 'Groups of the user, where a groups claim is set up.'
};

const auth0: Texts<'auth0'> = {
	azp: 'The client that the token was issued to.',
	gty: 'The grant that it came by, such as client-credentials. It is missing where a user signed in in a browser.',
	scope: 'The granted scopes, separated by spaces.',
	aud: 'The identifier of the API that was asked for with audience. Where openid was asked for too, /userinfo stands beside it.',
	permissions:
		'The user’s permissions at the API. They come where access control by roles is switched on for the API, and is set to add them.',
	org_id: 'The organization that the user signed in to. Check it where your application serves several.',
	org_name: 'The name of that organization. It may change; the ID does not.',
	sid: 'The session of the user at Auth0, for logout.',
	updated_at:
		'When the profile last changed. Auth0 writes it as a text in ISO 8601, where the standard has a number.'
};

const google: Texts<'google'> = {
	sub: 'The Google account. It is unique among all and never used again: take it as the key, and not the mail address.',
	hd: 'The domain of the organization that the account belongs to. Check it where only one domain may sign in; the parameter hd of the request is no check.',
	at_hash: 'A hash of the access token. It is there where one came with the ID token.',
	azp: 'The client that asked for the token, where that differs from the audience.',
	email: 'The mail address. It may change, so it is no key.',
	email_verified: 'Whether the mail address was verified.'
};

const keycloak: Texts<'keycloak'> = {
	typ: 'What kind of token it is: Bearer for an access token, ID, Refresh, Offline or Logout.',
	azp: 'The client that the token was issued to.',
	realm_access: 'Roles of the user in the whole realm.',
	resource_access: 'Roles of the user at single clients, by client_id.',
	'allowed-origins': 'Web origins of the client, for the adapters of Keycloak. An API need not look at it.',
	'trusted-certs': 'Certificates that the adapters of Keycloak trust.',
	session_state: 'The session of the user, in older versions. Newer ones have sid.',
	sid: 'The session of the user at Keycloak.',
	acr: 'The level of the authentication. Without levels of its own Keycloak writes 1, or 0 where the user was signed in already.',
	scope: 'The granted scopes, separated by spaces.'
};

const cognito: Texts<'cognito'> = {
	token_use: 'Whether it is an access token or an ID token: access or id. An API must look at it.',
	client_id: 'The client that the token was issued to. Access tokens of Cognito have it in the place of aud.',
	username: 'The name of the user in the pool.',
	version: 'The version of the access token’s format.',
	device_key: 'The device of the user, where devices are remembered.',
	event_id: 'The event that made the token, for the logs.',
	origin_jti: 'The identifier that all tokens of one sign-in have. It revokes them together.',
	scope: 'The granted scopes, separated by spaces.',
	'cognito:groups': 'Groups of the user in the pool.',
	'cognito:username': 'The name of the user in the pool.',
	'cognito:roles': 'IAM roles of the user’s groups.',
	'cognito:preferred_role': 'The IAM role of the user’s first group.',
	identities: 'Providers that the user signs in with, where the account comes from elsewhere.'
};

const texts: { [Provider in ClaimProvider]: Texts<Provider> } = {
	entra,
	okta,
	auth0,
	google,
	keycloak,
	cognito
};

export const claimProviderNames: Record<ClaimProvider, string> = {
	entra: 'Microsoft Entra',
	okta: 'Okta',
	auth0: 'Auth0',
	google: 'Google',
	keycloak: 'Keycloak',
	cognito: 'Amazon Cognito'
};

/** What a provider means by a claim; `key` is its name among the provider’s claims. */
export function providerClaimText(provider: ClaimProvider, key: string): string | undefined {
	const own: Readonly<Record<string, string>> = texts[provider];
	return Object.hasOwn(own, key) ? own[key] : undefined;
}
