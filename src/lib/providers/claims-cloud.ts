/** Claims of Auth0, Google, Keycloak and Cognito, each with the page that documents it. */

const auth0 = 'https://auth0.com/docs';
const auth0Profiles = `${auth0}/secure/tokens/access-tokens/access-token-profiles` as const;
const auth0Organizations = `${auth0}/manage-users/organizations/using-tokens` as const;

export const auth0Claims = {
	azp: auth0Profiles,
	gty: auth0Profiles,
	scope: auth0Profiles,
	aud: `${auth0}/secure/tokens/access-tokens/get-access-tokens`,
	permissions: `${auth0}/get-started/apis/enable-role-based-access-control-for-apis`,
	org_id: auth0Organizations,
	org_name: auth0Organizations,
	sid: `${auth0}/authenticate/login/logout/back-channel-logout`,
	updated_at: `${auth0}/manage-users/user-accounts/user-profiles/user-profile-structure`
} as const satisfies Record<string, string>;

const google = 'https://developers.google.com/identity/openid-connect/openid-connect';

export const googleClaims = {
	sub: google,
	hd: google,
	at_hash: google,
	azp: google,
	email: google,
	email_verified: google
} as const satisfies Record<string, string>;

const keycloak = 'https://github.com/keycloak/keycloak/blob/main';
const keycloakAccess =
	`${keycloak}/core/src/main/java/org/keycloak/representations/AccessToken.java` as const;
const keycloakId = `${keycloak}/core/src/main/java/org/keycloak/representations/IDToken.java` as const;
const keycloakTypes = `${keycloak}/core/src/main/java/org/keycloak/util/TokenUtil.java` as const;

export const keycloakClaims = {
	typ: keycloakTypes,
	azp: keycloakId,
	realm_access: keycloakAccess,
	resource_access: keycloakAccess,
	'allowed-origins': keycloakAccess,
	'trusted-certs': keycloakAccess,
	session_state: keycloakId,
	sid: keycloakId,
	acr: keycloakId,
	scope: keycloakAccess
} as const satisfies Record<string, string>;

const aws = 'https://docs.aws.amazon.com/cognito/latest/developerguide';
const cognitoAccess = `${aws}/amazon-cognito-user-pools-using-the-access-token.html` as const;
const cognitoId = `${aws}/amazon-cognito-user-pools-using-the-id-token.html` as const;

export const cognitoClaims = {
	token_use: cognitoAccess,
	client_id: cognitoAccess,
	username: cognitoAccess,
	version: cognitoAccess,
	device_key: cognitoAccess,
	event_id: cognitoAccess,
	origin_jti: cognitoAccess,
	scope: cognitoAccess,
	'cognito:groups': cognitoAccess,
	'cognito:username': cognitoId,
	'cognito:roles': cognitoId,
	'cognito:preferred_role': cognitoId,
	identities: cognitoId
} as const satisfies Record<string, string>;
