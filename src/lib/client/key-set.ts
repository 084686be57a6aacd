import * as v from 'valibot';
import type { Check } from '$lib/lexicon/check';
import { checkThat } from '$lib/lexicon/client-check';
import type { AskFailure } from '$lib/lexicon/failure';
import { ok, type Result } from '$lib/lexicon/result';
import { say } from '$lib/lexicon/said';
import type { HttpRequest, HttpResponse } from '$lib/wire/http';
import { parseEndpoint } from './endpoint';
import { withoutContent } from './error-answer';
import { parseJsonObject } from '$lib/message/json-body';

const text = v.exactOptional(v.string());

/** A public key as far as it is read here; members of a wrong type make the key unusable (RFC 7517 §4). */
const keySchema = v.looseObject({
	kty: v.string(),
	kid: text,
	alg: text,
	use: text,
	key_ops: v.exactOptional(v.array(v.string())),
	crv: text,
	n: text,
	e: text,
	x: text,
	y: text
});

export type PublicKey = v.InferOutput<typeof keySchema>;

/** Whether its members are of the types that RFC 7517 §4 gives them: what is missing, whoever uses it says. */
export const isPublicKey = (value: unknown): value is PublicKey => v.is(keySchema, value);

export interface KeySet {
	keys: PublicKey[];
}

/** More keys than this are not looked at: no server has a use for them. */
export const mostKeys = 1000;

/**
 * The key set request. oauth4webapi makes it only in the middle of a verification, so it is built here in the
 * same words: a GET that accepts both media types of a JWK Set.
 * @see [OIDC Discovery §3](https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata)
 */
export function askKeySet(jwksUri: string | undefined): Result<HttpRequest, AskFailure> {
	const url = parseEndpoint(jwksUri, 'jwks_uri');
	if (!url.ok) return url;
	return ok({
		method: 'GET',
		url: url.value.href,
		headers: [['accept', 'application/json, application/jwk-set+json']]
	});
}

/**
 * Reads a key set. Members of `keys` that are no keys are left out and told.
 * @see [RFC 7517 §5](https://www.rfc-editor.org/rfc/rfc7517#section-5)
 */
export function readKeySet(response: HttpResponse): { checks: Check[]; value?: KeySet } {
	const status = checkThat('jwks-status', response.status === 200, {
		expected: '200',
		actual: String(response.status)
	});
	const skipped = withoutContent(response, ['jwks-is-key-set']);
	if (skipped) return { checks: [status, ...skipped] };
	const body = parseJsonObject(response.body);
	const members = body.ok && Array.isArray(body.value.keys) ? body.value.keys : undefined;
	const keys = (members ?? []).slice(0, mostKeys).filter(isPublicKey);
	const found = body.ok
		? members
			? say('keys-usable', keys.length, members.length)
			: say('named', 'keys', say('missing'))
		: body.failure;
	const shape = checkThat('jwks-is-key-set', members !== undefined && keys.length > 0, {
		expected: say('object-with-keys'),
		actual: found
	});
	const checks = [status, shape];
	return shape.status === 'pass' && status.status === 'pass' ? { checks, value: { keys } } : { checks };
}
