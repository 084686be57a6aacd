import type { Api, Application } from '$lib/authorization-server/settings';
import { onlyKnown } from '$lib/lexicon/only-known';
import type { Configuration } from '$lib/trace/configuration';

const identity = ['openid', 'profile', 'email'];

/** Offline access only where both the API and the application have it: else it would be asked for in vain. */
function scopeFor(start: Configuration, { grants }: Application, api: Api | undefined): string {
	if (!api) return identity.join(' ');
	const own =
		api.identifier === start.audience
			? start.scope.split(' ').filter((word) => api.scopes.some(({ name }) => name === word))
			: api.scopes.map(({ name }) => name);
	const offline = api.allowOfflineAccess && grants.includes('refresh_token') ? ['offline_access'] : [];
	return [...identity, ...offline, ...own].join(' ');
}

/**
 * A walk with this application at this API; `start`: the walk that works at once. Of another API than the sample nothing
 * is known but its name, so there is nothing to call.
 */
export function walkConfiguration(
	start: Configuration,
	application: Application,
	api: Api | undefined
): Configuration {
	const { issuer, redirectUri, apiUrl } = start;
	const { clientId, authMethod } = application;
	return {
		issuer,
		clientId,
		redirectUri,
		// RFC 6749 §2.3.1: of header and body, the header is the one that every server takes.
		authentication: authMethod === 'client_secret' ? 'client_secret_basic' : authMethod,
		scope: scopeFor(start, application, api),
		...onlyKnown({ audience: api?.identifier }),
		extra: [],
		apiUrl: api?.identifier === start.audience ? apiUrl : ''
	};
}
