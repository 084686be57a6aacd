/** The settings of a configuration, as a person reads them. */
export const settingLabels = {
	issuer: 'Issuer',
	clientId: 'Client ID',
	redirectUri: 'Redirect URI',
	scope: 'Scope',
	audience: 'Audience',
	resource: 'Resource',
	preset: 'Provider',
	responseMode: 'Response mode',
	authentication: 'Client authentication',
	extensions: 'Extensions',
	extra: 'Extra parameters',
	apiUrl: 'API to call'
} as const;

/** A field that may stay empty. */
export const optional = (label: string): string => `${label} (optional)`;
