import type { Check, CheckId } from '$lib/lexicon/check';
import { proofAlgorithms } from '$lib/message/dpop-proof';
import type { Scheme } from './possession';

/** What to tell the caller when a check is the first that failed: RFC 6750 §3.1. */
interface Problem {
	status: number;
	/** Missing when no token was sent: RFC 6750 §3. */
	error?:
		| 'invalid_request'
		| 'invalid_token'
		| 'insufficient_scope'
		| 'invalid_dpop_proof'
		| 'use_dpop_nonce'
		| 'insufficient_user_authentication';
	title: string;
}

const invalid = (title: string): Problem => ({ status: 401, error: 'invalid_token', title });

/** RFC 9449 §7.1 */
const badProof = (title: string): Problem => ({ status: 401, error: 'invalid_dpop_proof', title });

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
	'rs-token-scheme': invalid('The token was sent with the wrong scheme'),
	'rs-dpop-form': badProof('There is no DPoP proof'),
	'rs-dpop-alg': badProof('The proof is signed with an algorithm that is not allowed'),
	'rs-dpop-key': badProof('The proof has no public key, or a private one'),
	'rs-dpop-signature': badProof('The signature of the proof is wrong'),
	'rs-dpop-htm': badProof('The proof is for another method'),
	'rs-dpop-htu': badProof('The proof is for another address'),
	'rs-dpop-iat': badProof('The proof is too old, or from the future'),
	'rs-dpop-nonce': {
		status: 401,
		error: 'use_dpop_nonce',
		title: 'Resource server requires nonce in DPoP proof'
	},
	'rs-dpop-ath': badProof('The proof is for another access token'),
	'rs-dpop-jti': badProof('The proof was used before'),
	'rs-token-key-bound': invalid('The token is bound to another key'),
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

/** One challenge for each scheme that would do: RFC 6750 §3, RFC 9449 §7.1. */
function authenticateHeader(schemes: readonly Scheme[], parts: readonly string[]): string {
	const algs = quoted('algs', proofAlgorithms.join(' '));
	return schemes
		.map((scheme) => `${scheme} ${[...parts, ...(scheme === 'DPoP' ? [algs] : [])].join(', ')}`)
		.join(', ');
}

/** What the client may try: the scheme that it used, but for a bound token the one that goes with it. */
function schemesFor(scheme: Scheme | undefined, failed: CheckId | undefined): Scheme[] {
	if (scheme === undefined) return ['Bearer', 'DPoP'];
	if (failed !== 'rs-token-scheme') return [scheme];
	return scheme === 'DPoP' ? ['Bearer'] : ['DPoP'];
}

/**
 * The person signed in too weakly or too long ago for this call: what to ask for in a new authorization request.
 * @see [RFC 9470 §3](https://www.rfc-editor.org/rfc/rfc9470#section-3)
 */
export function refuseAuthentication(
	resource: string,
	scheme: Scheme,
	failed: Check,
	wanted: { acr: string; maxAge: number }
): Response {
	const title = 'A stronger or more recent sign-in is needed';
	const { id, expected, actual } = failed;
	const response = problem(401, title, { check: id, expected, actual });
	const parts = [
		quoted('realm', resource),
		quoted('error', 'insufficient_user_authentication' satisfies Problem['error']),
		quoted('error_description', title),
		quoted('acr_values', wanted.acr),
		quoted('max_age', String(wanted.maxAge))
	];
	response.headers.set('www-authenticate', authenticateHeader([scheme], parts));
	return response;
}

/** The refusal that goes with the first failed check: status, challenge (RFC 6750 §3) and problem details. */
export function refuse(
	resource: string,
	{ checks, scheme }: { checks: readonly Check[]; scheme?: Scheme },
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
	response.headers.set('www-authenticate', authenticateHeader(schemesFor(scheme, failed?.id), challenge));
	return response;
}
