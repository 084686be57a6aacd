import { proofAlgorithms } from '$lib/message/dpop-proof';
import type { Api } from './api';
import { operations } from './operations';

/** RFC 9728 §3.1: the well-known path goes between the host and the API's own path. */
export function metadataUrl({ resource }: Pick<Api, 'resource'>): string {
	const { origin, pathname } = new URL(resource);
	return `${origin}/.well-known/oauth-protected-resource${pathname.replace(/\/$/, '')}`;
}

/**
 * What a client has to know to get a token for this API.
 * @see [RFC 9728 §2](https://www.rfc-editor.org/rfc/rfc9728#section-2)
 */
export const metadata = ({ resource, issuer }: Api) => ({
	resource,
	authorization_servers: [issuer],
	scopes_supported: [...new Set(operations.map(({ scope }) => scope))],
	bearer_methods_supported: ['header'],
	dpop_signing_alg_values_supported: proofAlgorithms,
	resource_name: 'Timesheets'
});
