import type { Configuration } from '$lib/trace/configuration';

/** The configuration that works at once: the servers that this site brings along, at this origin. */
export const startConfiguration = (origin: string, base: string): Configuration => ({
	issuer: `${origin}${base}/idp`,
	clientId: 'playground-spa',
	redirectUri: `${origin}${base}/callback/`,
	scope: 'openid profile email offline_access read:timesheets create:timesheets',
	audience: `${origin}${base}/api`,
	extra: [],
	apiUrl: `${origin}${base}/api/timesheets`
});
