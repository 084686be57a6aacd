import type { AskFailure } from '$lib/lexicon/failure';
import { ok, type Result } from '$lib/lexicon/result';
import type { HttpRequest } from '$lib/wire/http';
import type { Pair } from '$lib/wire/form';
import { parseEndpoint } from './endpoint';

/** What an authorization request carries. Empty and missing values are left out of the URL. */
export interface AuthorizationRequest {
	client_id: string;
	redirect_uri: string;
	scope: string;
	audience?: string | undefined;
	state: string;
	nonce: string;
	code_challenge: string;
	code_challenge_method: string;
	extra: readonly Pair[];
}

/**
 * The authorization URL as the request that the browser will make. A query that the endpoint has already is
 * kept (RFC 6749 §3.1); a free parameter of the same name as one of ours takes its place, so that none is doubled.
 * Refused: an endpoint that is missing, malformed, or not `https:` (`http:` on loopback).
 * @see [RFC 6749 §4.1.1](https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1)
 * @see [RFC 7636 §4.3](https://www.rfc-editor.org/rfc/rfc7636#section-4.3)
 */
export function askAuthorization(
	endpoint: string | undefined,
	request: AuthorizationRequest
): Result<HttpRequest, AskFailure> {
	const parsed = parseEndpoint(endpoint, 'authorization_endpoint');
	if (!parsed.ok) return parsed;
	const url = parsed.value;
	const { extra, ...own } = request;
	const parameters: Pair[] = [['response_type', 'code']];
	for (const [name, value] of Object.entries(own)) if (value) parameters.push([name, value]);
	for (const [name, value] of parameters) url.searchParams.set(name, value);
	addExtra(url.searchParams, extra);
	return ok({ method: 'GET', url: url.href, headers: [] });
}

/** RFC 6749 §3.1: a parameter is included once. RFC 8707 §2: `resource` alone may be there several times. */
function addExtra(query: URLSearchParams, extra: readonly Pair[]): void {
	const named = extra.filter(([name]) => name !== '');
	for (const [index, [name, value]] of named.entries()) {
		const again = named.findIndex(([earlier]) => earlier === name) < index;
		if (again && name === 'resource') query.append(name, value);
		else query.set(name, value);
	}
}
