import type { Check, CheckId } from '$lib/lexicon/check';

/** What to tell the caller when a check is the first that failed: RFC 6750 §3.1. */
interface Problem {
	status: number;
	/** Missing when no token was sent: RFC 6750 §3. */
	error?: 'invalid_request' | 'invalid_token' | 'insufficient_scope';
	title: string;
}

const invalid = (title: string): Problem => ({ status: 401, error: 'invalid_token', title });

const problems: Partial<Record<CheckId, Problem>> = {
	'rs-bearer-present': { status: 401, title: 'No access token was sent' },
	'rs-token-structure': invalid('The access token is not a JWT'),
	'rs-token-typ': invalid('The token is not an access token'),
	'rs-token-alg': invalid('The signature algorithm is not allowed'),
	'rs-token-key': invalid('The signing key is not one of the issuer'),
	'rs-token-signature': invalid('The signature is wrong'),
	'rs-token-iss': invalid('The token is from another issuer'),
	'rs-token-aud': invalid('The token is for another API'),
	'rs-token-exp': invalid('The token has expired'),
	'rs-token-nbf': invalid('The token is not valid yet'),
	'rs-scope': { status: 403, error: 'insufficient_scope', title: 'The token does not have the scope' }
};

const quoted = (name: string, value: string): string => `${name}="${value.replace(/["\\]/g, "'")}"`;

export const json = (body: unknown, status = 200): Response =>
	new Response(JSON.stringify(body), {
		status,
		headers: { 'content-type': 'application/json', 'cache-control': 'no-store' }
	});

/** Problem details: RFC 9457 §3. */
export function problem(status: number, title: string, more: Record<string, unknown> = {}): Response {
	return new Response(JSON.stringify({ type: 'about:blank', title, status, ...more }), {
		status,
		headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' }
	});
}

/** The refusal that goes with the first failed check: status, challenge (RFC 6750 §3) and problem details. */
export function refuse(
	resource: string,
	checks: readonly Check[],
	scope: string,
	metadata: string
): Response {
	const failed = checks.find(({ status }) => status === 'fail');
	const { status, error, title } =
		(failed && problems[failed.id]) ?? invalid('The access token is not acceptable');
	const challenge = [
		quoted('realm', resource),
		...(error === undefined ? [] : [quoted('error', error), quoted('error_description', title)]),
		...(status === 403 || error === undefined ? [quoted('scope', scope)] : []),
		quoted('resource_metadata', metadata)
	];
	const more = { check: failed?.id, expected: failed?.expected, actual: failed?.actual };
	const response = problem(status, title, more);
	response.headers.set('www-authenticate', `Bearer ${challenge.join(', ')}`);
	return response;
}
