/** Whose error it is, where a number or a name in it is that product's alone. */

export interface ProviderSign {
	/** Of our presets, where there is one. */
	id?: string;
	name: string;
}

const signs: readonly [RegExp, ProviderSign][] = [
	// https://learn.microsoft.com/azure/active-directory-b2c/error-codes
	[/\bAADB2C ?\d{5}\b/, { name: 'Azure AD B2C' }],
	// https://learn.microsoft.com/entra/identity-platform/reference-error-codes
	[/\bAADSTS ?\d{4,7}\b/, { id: 'entra', name: 'Microsoft Entra ID' }],
	// Every message of its own begins so, in its events and in its answers.
	[/\bMSIS\d{3,5}\b/, { id: 'adfs', name: 'AD FS' }],
	// https://developer.okta.com/docs/reference/error-codes/
	[/\bE0000\d{3}\b/, { id: 'okta', name: 'Okta' }],
	// https://www.keycloak.org/docs-api/latest/javadocs/org/keycloak/events/EventType.html
	[/\borg\.keycloak\.|\btype="?[A-Z_]{5,40}_ERROR"?, realmI/, { id: 'keycloak', name: 'Keycloak' }],
	// The codes of its error pages and of its log, in the administrator’s guide.
	[/\bOAM(?:SSA)?-\d{1,6}\b/, { name: 'Oracle Access Manager' }],
	// https://pub.dev/documentation/fusionauth_dart_client/latest/fusionauth_dart_client/OAuthErrorReason.html
	[
		/\berror_reason["']?\s{0,3}[:=]\s{0,3}["']?(?:auth_code_not_found|refresh_token_not_found|grant_type_disabled|invalid_(?:client_id|grant_type|pkce_\w+|origin\w*|user_credentials|redirect_uri)|missing_\w+|access_token_\w+)\b/,
		{ id: 'fusionauth', name: 'FusionAuth' }
	],
	// https://documentation.openiddict.com/errors/
	[/\bdocumentation\.openiddict\.com\/errors\//, { name: 'OpenIddict' }],
	// https://www.authelia.com: the name of its packages in a log.
	[/\bgithub\.com\/authelia\/authelia\b/, { name: 'Authelia' }],
	// https://developers.facebook.com/docs/graph-api/guides/error-handling
	[/\bfbtrace_id\b/, { name: 'Facebook' }],
	// https://developer.intuit.com/app/developer/qbo/docs/develop/troubleshooting/handling-errors
	[/\bintuit_tid\b/, { name: 'Intuit' }],
	[/\burn:cerner:error:/, { name: 'Cerner (Oracle Health)' }]
];

/** The product whose sign stands in a text; undefined where none does, or those of two. */
export function providerSign(text: string): ProviderSign | undefined {
	const found = signs.filter(([pattern]) => pattern.test(text)).map(([, sign]) => sign);
	return found.length === 1 ? found[0] : undefined;
}
