import type { AskFailure } from '$lib/lexicon/failure';
import { fail, ok, type Result } from '$lib/lexicon/result';
import { parseJsonObject, stringOf, type JsonObject } from '$lib/message/json-body';
import { isSecureOrLoopback } from '$lib/message/loopback';
import type { HttpRequest, HttpResponse } from '$lib/wire/http';
import { parseEndpoint } from './endpoint';

/** What an API publishes of itself (RFC 9728 §2), as far as a client needs it. */
export interface ResourceMetadata {
	resource: string;
	/** Issuers, in the order of the document. */
	authorizationServers: string[];
	scopes: string[];
}

/** A place where the metadata of an API may be, and the API that a document there has to name. */
export interface ResourcePlace {
	resource: string;
	request: HttpRequest;
}

/** An address has rarely more parts, and each is a request. */
const mostAround = 3;

const wellKnown = '/.well-known/oauth-protected-resource';

/**
 * The requests for the metadata of an API: between its host and its path, then for what may be around it, up to the whole
 * host, because an address of an operation is not yet that of its API.
 * Refused: what is no `https:` address (`http:` on this machine). An address of the metadata itself is asked as it is.
 * @see [RFC 9728 §3.1](https://www.rfc-editor.org/rfc/rfc9728#section-3.1)
 */
export function askResourceMetadata(api: string): Result<ResourcePlace[], AskFailure> {
	const url = parseEndpoint(api.trim(), 'resource');
	if (!url.ok) return url;
	// RFC 9728 §3: the metadata is asked for over TLS.
	if (!isSecureOrLoopback(url.value))
		return fail({ reason: 'url-scheme-refused', field: 'resource', where: api });
	const { origin, pathname, search } = url.value;
	const path = pathname.replace(wellKnown, '').replace(/\/$/, '');
	const at = (place: string, query = ''): ResourcePlace => ({
		resource: `${origin}${place}${query}`,
		request: {
			method: 'GET',
			url: `${origin}${wellKnown}${place}${query}`,
			headers: [['accept', 'application/json']]
		}
	});
	const around = path
		.split('/')
		.map((_, count, parts) => parts.slice(0, count + 1).join('/'))
		.slice(0, -1)
		.toReversed()
		.slice(-mostAround);
	return ok([at(path, search), ...around.map((place) => at(place))]);
}

const textsOf = (body: JsonObject, name: string): string[] => {
	const value = body[name];
	return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
};

const isIssuer = (text: string): boolean => URL.canParse(text) && isSecureOrLoopback(new URL(text));

/** Why a document is not used. */
export type ResourceRefusal =
	| { reason: 'not-published'; where: string }
	| { reason: 'not-metadata' }
	| { reason: 'other-resource'; where: string }
	| { reason: 'no-server' };

/** Without the slash at the end, which people leave out and servers put in. */
const bare = (resource: string): string => resource.replace(/\/$/, '');

/** Reads a metadata document of an API, from wherever it came. */
export function readResourceDocument(text: string): Result<ResourceMetadata, ResourceRefusal> {
	const body = parseJsonObject(text);
	const resource = body.ok ? stringOf(body.value, 'resource') : undefined;
	if (!body.ok || resource === undefined) return fail({ reason: 'not-metadata' });
	const authorizationServers = [...new Set(textsOf(body.value, 'authorization_servers').filter(isIssuer))];
	if (authorizationServers.length === 0) return fail({ reason: 'no-server' });
	return ok({ resource, authorizationServers, scopes: textsOf(body.value, 'scopes_supported') });
}

/** RFC 9728 §3.3: a document that names another API MUST NOT be used. */
export function readResourceMetadata(
	resource: string,
	{ status, body }: HttpResponse
): Result<ResourceMetadata, ResourceRefusal> {
	if (status !== 200) return fail({ reason: 'not-published', where: String(status) });
	const read = readResourceDocument(body);
	return read.ok && bare(read.value.resource) !== bare(resource)
		? fail({ reason: 'other-resource', where: read.value.resource })
		: read;
}
