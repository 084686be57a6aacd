/** What a JSON document is metadata of, by its members. */
import type { JsonObject } from './json-body';

/** RFC 8414 §2. */
export const isServerMetadata = (document: JsonObject): boolean =>
	typeof document['issuer'] === 'string' &&
	['authorization_endpoint', 'token_endpoint', 'jwks_uri'].some((name) => typeof document[name] === 'string');

/** Members of RFC 9728 §2 beside `resource`. */
const ofResources =
	/^(?:authorization_servers|jwks_uri|scopes_supported|bearer_methods_supported|signed_metadata|authorization_details_types_supported|(?:resource|dpop|tls)_\w+)$/;

/**
 * RFC 9728 §2: `resource` is the address of an API. Settings and requests have a member of that name too, which is another
 * thing there.
 */
export function isResourceMetadata(document: JsonObject): boolean {
	const { resource, ...others } = document;
	const names = Object.keys(others);
	return (
		typeof resource === 'string' &&
		/^https?:\/\//i.test(resource) &&
		URL.canParse(resource) &&
		document['token_endpoint'] === undefined &&
		(names.length === 0 || names.some((name) => ofResources.test(name)))
	);
}
