/** Asks a server what a token stands for (RFC 7662), for one that was brought alone: part of no walk. */
import { clientAuthentication } from '$lib/client/client-authentication';
import { readServer } from '$lib/client/discovery';
import { askIntrospection, readIntrospection } from '$lib/client/introspection';
import type { OAuthError } from '$lib/client/oauth-error';
import type { Check } from '$lib/lexicon/check';
import type { AskFailure, NetworkFailure } from '$lib/lexicon/failure';
import type { JsonObject } from '$lib/message/json-body';
import type { Probe } from '$lib/wire/http';
import { refusedByGate } from './gate';
import type { World } from './world';

export interface Introspected {
	failure?: AskFailure | NetworkFailure;
	probes?: readonly Probe[];
	checks: readonly Check[];
	value?: JsonObject;
	error?: OAuthError;
}

/** `secret`: empty for a public client, which most servers refuse. The token is in the request. */
export async function introspect(
	{ send }: Pick<World, 'send'>,
	{ metadata, token, clientId, secret }: Record<'metadata' | 'token' | 'clientId' | 'secret', string>
): Promise<Introspected> {
	const server = readServer(metadata);
	if (!server)
		return { checks: [], failure: { reason: 'endpoint-missing', field: 'introspection_endpoint' } };
	const authentication = clientAuthentication(
		secret === '' ? { method: 'none' } : { method: 'client_secret_basic', secret }
	);
	const asked = await askIntrospection(server, clientId, token, 'access_token', { authentication });
	if (!asked.ok) return { checks: [], failure: asked.failure };
	const refused = refusedByGate({ plainHosts: [] }, asked.value.url);
	if (refused) return { checks: [], failure: refused };
	const { response, failure, probes } = await send(asked.value, new AbortController().signal);
	if (failure || !response)
		return { checks: [], ...(failure ? { failure } : {}), ...(probes ? { probes } : {}) };
	return readIntrospection(server, clientId, response);
}
