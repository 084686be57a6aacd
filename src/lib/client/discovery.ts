import * as oauth from 'oauth4webapi';
import * as v from 'valibot';
import { hasFailed, type Check } from '$lib/lexicon/check';
import { check, checkThat } from '$lib/lexicon/client-check';
import type { AskFailure } from '$lib/lexicon/failure';
import { fail, ok, type Result } from '$lib/lexicon/result';
import { say, says, type Said } from '$lib/lexicon/said';
import type { HttpRequest, HttpResponse } from '$lib/wire/http';
import { isSecureOrLoopback, isWebScheme } from '$lib/message/loopback';
import { capture } from './capture';
import { parseEndpoint } from './endpoint';
import { withoutContent } from './error-answer';
import { withoutWellKnown } from '$lib/message/well-known';
import { compareIssuers, pinnedIssuer } from './issuer';
import { parseJsonObject, shown, type JsonObject } from '$lib/message/json-body';
import type { DiscoveryKind } from './metadata-addresses';

/**
 * The metadata request of an issuer. Refused: an empty or malformed issuer, a scheme other than `https:` and `http:`,
 * a query or a fragment.
 * @see [OIDC Discovery §4](https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfig)
 * @see [RFC 8414 §3](https://www.rfc-editor.org/rfc/rfc8414#section-3)
 */
export async function askDiscovery(
	issuer: string,
	kind: DiscoveryKind
): Promise<Result<HttpRequest, AskFailure>> {
	if (issuer.trim() === '') return fail({ reason: 'field-empty', field: 'issuer' });
	const url = parseEndpoint(withoutWellKnown(issuer), 'issuer');
	if (!url.ok) return url;
	// RFC 8414 §2: the issuer identifier has no query or fragment components.
	if (url.value.search !== '') return fail({ reason: 'url-malformed', field: 'issuer', where: issuer });
	return capture('issuer', (options) => oauth.discoveryRequest(url.value, { ...options, algorithm: kind }));
}

/** The request for a document at an address of its own. Refused as an endpoint is. */
export async function askDocument(address: string): Promise<Result<HttpRequest, AskFailure>> {
	const url = parseEndpoint(address.trim(), 'issuer');
	if (!url.ok) return url;
	return ok({ method: 'GET', url: url.value.href, headers: [['accept', 'application/json']] });
}

const text = v.optional(v.string());
const texts = v.optional(v.array(v.string()));
const flag = v.optional(v.boolean());

/** The members that we or the library read. */
const metadataSchema = v.looseObject({
	issuer: v.string(),
	authorization_endpoint: text,
	token_endpoint: text,
	userinfo_endpoint: text,
	jwks_uri: text,
	end_session_endpoint: text,
	revocation_endpoint: text,
	introspection_endpoint: text,
	pushed_authorization_request_endpoint: text,
	decision_log_endpoint: text,
	scopes_supported: texts,
	response_types_supported: texts,
	response_modes_supported: texts,
	code_challenge_methods_supported: texts,
	token_endpoint_auth_methods_supported: texts,
	id_token_signing_alg_values_supported: texts,
	userinfo_signing_alg_values_supported: texts,
	require_pushed_authorization_requests: flag,
	authorization_response_iss_parameter_supported: flag
});

/** A metadata document whose members that we read have the types that the standards give them. */
export type ServerMetadata = v.InferOutput<typeof metadataSchema> & oauth.AuthorizationServer;

/** What the person configured, to compare a metadata document with. */
export interface Wanted {
	issuer: string;
	/** Space-separated. */
	scope: string;
}

/** Reads a metadata response. `value` is there when nothing that the walk needs is wrong. */
export async function readDiscovery(
	wanted: Wanted,
	response: HttpResponse
): Promise<{ checks: Check[]; value?: ServerMetadata }> {
	const checks = [
		checkThat('metadata-status', response.status === 200, {
			expected: '200',
			actual: String(response.status)
		})
	];
	const skipped = withoutContent(response, ['metadata-is-json']);
	if (skipped) return { checks: [...checks, ...skipped] };
	const body = parseJsonObject(response.body);
	checks.push(
		checkThat('metadata-is-json', body.ok, {
			expected: say('a-json', 'object'),
			actual: body.ok ? say('a-json', 'object') : body.failure
		})
	);
	if (!body.ok) return { checks };
	const { kept, wrong } = sortTypes(body.value);
	const issuer = typeof kept.issuer === 'string' ? kept.issuer : '';
	const likeness = compareIssuers(wanted.issuer.trim(), issuer);
	checks.push(
		// RFC 8414 §3.3: identical to the one that was asked for, or the document MUST NOT be used.
		checkThat('metadata-issuer', likeness === 'identical', {
			expected: wanted.issuer.trim(),
			actual: issuer || say('missing')
		}),
		typesCheck(body.value, wrong),
		...endpointChecks(kept),
		...capabilityChecks(kept),
		scopesCheck(kept, wanted.scope)
	);
	const parsed = v.safeParse(metadataSchema, kept);
	// Another spelling fails like another issuer, but no server can pass itself off by it: the walk may go on.
	const fatal = checks.filter(({ id }) => id !== 'metadata-issuer' || likeness === 'other');
	if (!parsed.success || hasFailed(fatal)) return { checks };
	// From here on the document's spelling counts: tokens carry it, or that of their tenant.
	return {
		checks,
		value: { ...parsed.output, issuer: pinnedIssuer(issuer, wanted.issuer.trim()) } as ServerMetadata
	};
}

/** A document that was pasted or fetched before, as far as its members have the types that the standards give them. */
export function readServer(document: string): ServerMetadata | undefined {
	const body = parseJsonObject(document);
	const parsed = body.ok ? v.safeParse(metadataSchema, sortTypes(body.value).kept) : undefined;
	return parsed?.success ? (parsed.output as ServerMetadata) : undefined;
}

/**
 * Endpoints that stand in place of a document, which nobody published: nothing of one is checked. `value` is there when
 * the walk can go to them. `recorded`: a recording shows those that were used, and no others; those are not known.
 */
export function readEndpoints(
	issuer: string,
	endpoints: Readonly<Record<string, string>>,
	recorded = false
): { checks: Check[]; value?: ServerMetadata } {
	const document = { ...endpoints, issuer: issuer.trim() };
	const checks = endpointChecks(document).map((made) => {
		if (made.id === 'metadata-jwks-uri' && made.status === 'warn')
			return check('metadata-jwks-uri', 'skipped', { actual: say('no-signature-checkable') });
		const isMissing = says(made.actual, 'missing');
		if (!recorded || !isMissing) return made;
		return { id: made.id, status: 'skipped' as const, actual: say('not-recorded'), rfc: made.rfc };
	});
	const parsed = v.safeParse(metadataSchema, document);
	return parsed.success && !hasFailed(checks)
		? { checks, value: parsed.output as ServerMetadata }
		: { checks };
}

/** The document without the members that have another type than the standards give them, and the names of those. */
function sortTypes(body: JsonObject): { kept: JsonObject; wrong: string[] } {
	const parsed = v.safeParse(metadataSchema, body);
	const issues = parsed.success ? [] : parsed.issues;
	const names = new Set(issues.map(({ path }) => String(path?.[0].key)));
	return {
		kept: Object.fromEntries(Object.entries(body).filter(([name]) => !names.has(name))),
		wrong: [...names].filter((name) => name in body)
	};
}

/** A member that cannot be read is as good as left out: what the walk needs is missed by the checks of its own. */
const typesCheck = (body: JsonObject, wrong: readonly string[]): Check =>
	check('metadata-types', wrong.length === 0 ? 'pass' : 'warn', {
		expected: say('types-of-standards'),
		actual:
			wrong.length === 0
				? say('types-of-standards')
				: say('list', ...wrong.map((name) => say('named', name, shown(body[name]))))
	});

/** Without these the walk does not go on. */
const needed = new Set(['authorization_endpoint', 'token_endpoint']);

function endpointChecks(body: JsonObject): Check[] {
	const given = Object.entries(body).filter(
		(entry): entry is [string, string] =>
			typeof entry[1] === 'string' && (entry[0].endsWith('_endpoint') || entry[0] === 'jwks_uri')
	);
	const refused = given.filter(([, url]) => !URL.canParse(url) || !isWebScheme(new URL(url)));
	const fatal = refused.some(([name]) => needed.has(name));
	// RFC 6749 §3.1 and §3.2 want TLS. Whether something goes there all the same is asked before it goes.
	const insecure = given.filter(([, url]) => !URL.canParse(url) || !isSecureOrLoopback(new URL(url)));
	const present = (name: string): string | undefined =>
		typeof body[name] === 'string' ? body[name] : undefined;
	const found = (name: string): Said => present(name) ?? say('missing');
	return [
		checkThat('metadata-authorization-endpoint', present('authorization_endpoint') !== undefined, {
			actual: found('authorization_endpoint')
		}),
		checkThat('metadata-token-endpoint', present('token_endpoint') !== undefined, {
			actual: found('token_endpoint')
		}),
		check('metadata-endpoints-are-https', insecure.length === 0 ? 'pass' : fatal ? 'fail' : 'warn', {
			expected: say('https-or-this-machine'),
			actual:
				insecure.length === 0
					? say('all')
					: say('list', ...insecure.map(([name, url]) => say('named', name, url)))
		}),
		check('metadata-jwks-uri', present('jwks_uri') === undefined ? 'warn' : 'pass', {
			actual: found('jwks_uri')
		})
	];
}

/** The texts of a list, or undefined when the member is no list. */
function listOf(body: JsonObject, name: string): string[] | undefined {
	const value = body[name];
	return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : undefined;
}

/** RFC 8414 §2: a server may leave scopes that it supports out of the list. */
function scopesCheck(body: JsonObject, scope: string): Check {
	const supported = listOf(body, 'scopes_supported');
	if (!supported)
		return check('metadata-supports-scopes', 'skipped', { actual: say('not-given', 'scopes_supported') });
	const missing = scope.split(' ').filter((name) => name !== '' && !supported.includes(name));
	return check('metadata-supports-scopes', missing.length === 0 ? 'pass' : 'warn', {
		expected: scope,
		actual: missing.length === 0 ? say('all') : say('not-listed', missing.join(' '))
	});
}

/** What the document implies for a public client with PKCE. Hints only: servers are known to leave members out. */
function capabilityChecks(body: JsonObject): Check[] {
	const listed = (id: Parameters<typeof check>[0], name: string, wanted: string): Check => {
		const values = listOf(body, name);
		return check(id, values?.includes(wanted) ? 'pass' : 'warn', {
			expected: wanted,
			actual: values ? values.join(' ') : say('not-given', name)
		});
	};
	const iss = body.authorization_response_iss_parameter_supported === true;
	return [
		listed('metadata-supports-code', 'response_types_supported', 'code'),
		listed('metadata-supports-s256', 'code_challenge_methods_supported', 'S256'),
		// RFC 8414 §2: when omitted, the default is client_secret_basic.
		listed('metadata-supports-public-clients', 'token_endpoint_auth_methods_supported', 'none'),
		check('metadata-supports-iss', iss ? 'pass' : 'warn', { expected: 'true', actual: String(iss) })
	];
}
