import type { AskFailure } from '$lib/lexicon/failure';
import { ok, type Result } from '$lib/lexicon/result';
import type { HttpRequest } from '$lib/wire/http';
import type { Pair } from '$lib/wire/form';
import { parseEndpoint } from './endpoint';

/** What an authorization request carries. Empty and missing values are left out. */
export interface AuthorizationRequest {
	client_id: string;
	redirect_uri: string;
	scope: string;
	audience?: string | undefined;
	/** The API that the token is for, as a standard parameter (RFC 8707 §2.1). */
	resource?: string | undefined;
	state: string;
	nonce: string;
	code_challenge: string;
	code_challenge_method: string;
	response_mode?: string | undefined;
	/** The thumbprint of the key that the code is bound to (RFC 9449 §10). */
	dpop_jkt?: string | undefined;
	extra: readonly Pair[];
}

/**
 * The parameters in order. A free parameter of the same name as one of ours takes its place, so that none is
 * doubled (RFC 6749 §3.1).
 * @see [RFC 6749 §4.1.1](https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1)
 * @see [RFC 7636 §4.3](https://www.rfc-editor.org/rfc/rfc7636#section-4.3)
 */
export function authorizationParameters({ extra, ...own }: AuthorizationRequest): Pair[] {
	const parameters = new URLSearchParams({ response_type: 'code' });
	for (const [name, value] of Object.entries(own)) if (value) parameters.set(name, value);
	addExtra(parameters, extra);
	return [...parameters];
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

/**
 * The authorization URL as the request that the browser will make. A query that the endpoint has already is kept
 * (RFC 6749 §3.1). Refused: an endpoint that is missing, malformed, or not `https:` (`http:` on loopback).
 */
export function askAuthorization(
	endpoint: string | undefined,
	parameters: readonly Pair[]
): Result<HttpRequest, AskFailure> {
	const parsed = parseEndpoint(endpoint, 'authorization_endpoint');
	if (!parsed.ok) return parsed;
	const url = parsed.value;
	for (const [name] of parameters) url.searchParams.delete(name);
	for (const [name, value] of parameters) url.searchParams.append(name, value);
	return ok({ method: 'GET', url: url.href, headers: [] });
}
