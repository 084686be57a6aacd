import type { AskFailure } from '$lib/lexicon/failure';
import { ok, type Result } from '$lib/lexicon/result';
import type { HttpRequest } from '$lib/wire/http';
import type { ServerMetadata } from './discovery';
import { parseEndpoint } from './endpoint';

interface LogoutParameters {
	client_id: string;
	id_token_hint?: string | undefined;
	/** Where the browser goes afterwards; it has to be registered. Empty: it stays at the provider. */
	post_logout_redirect_uri: string;
}

/**
 * The URL that ends the session at the provider, opened by the browser. Refused: a server without that endpoint.
 * @see [OIDC RP-Initiated Logout §2](https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout)
 */
export function askLogout(
	server: ServerMetadata,
	parameters: LogoutParameters
): Result<HttpRequest, AskFailure> {
	const endpoint = parseEndpoint(server.end_session_endpoint, 'end_session_endpoint');
	if (!endpoint.ok) return endpoint;
	const url = endpoint.value;
	for (const [name, value] of Object.entries(parameters)) if (value) url.searchParams.set(name, value);
	return ok({ method: 'GET', url: url.href, headers: [] });
}
