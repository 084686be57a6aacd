/** Who may do what: the access token of a request is verified (RFC 9068 §4), and a refusal says why (RFC 6750 §3). */
import { errors, jwtVerify } from 'jose';

/**
 * @typedef {object} Trust Whose tokens are taken, and for what.
 * @property {string} issuer
 * @property {string} audience
 * @property {string} tokenType
 * @property {import('jose').JWTVerifyGetKey} keys
 * @property {() => Date} [now]
 */

/** An answer that is a refusal. */
export class Refusal extends Error {
	/**
	 * @param {400 | 401 | 403 | 503} status
	 * @param {string} message
	 * @param {Record<string, string>} [challenge] Parameters of `WWW-Authenticate`.
	 */
	constructor(status, message, challenge = {}) {
		super(message);
		this.status = status;
		this.challenge = challenge;
	}

	/** Quotation marks and backslashes are not allowed inside: RFC 6750 §3. */
	get header() {
		const parameters = Object.entries({ realm: 'timesheets', ...this.challenge });
		return `Bearer ${parameters.map(([name, value]) => `${name}="${value.replace(/["\\]/g, "'")}"`).join(', ')}`;
	}
}

/** Only what has a public and a private half: with a shared secret, whoever verifies could sign. */
const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519'];

/** The keys could not be had. The token may be good, so that this is no 401. */
const isOutage = (/** @type {unknown} */ error) =>
	!(error instanceof errors.JOSEError) ||
	error instanceof errors.JWKSTimeout ||
	error instanceof errors.JWKSInvalid ||
	error.code === 'ERR_JOSE_GENERIC';

/**
 * The token from the header alone: in an address it would be logged (RFC 6750 §2.3).
 * @param {string | undefined} authorization
 */
function tokenIn(authorization) {
	// A request that says nothing is told nothing but how to authenticate: RFC 6750 §3.1.
	if (!authorization || !/^Bearer\b/i.test(authorization))
		throw new Refusal(401, 'An access token is needed');
	const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(authorization)?.[1];
	if (token) return token;
	const message = 'The header is not Bearer and one token';
	throw new Refusal(400, message, { error: 'invalid_request', error_description: message });
}

/**
 * The claims of the token that came with a request, when it allows `scope`.
 * @param {Trust} trust
 * @param {string | undefined} authorization
 * @param {string} scope
 */
export async function authorize({ issuer, audience, tokenType, keys, now }, authorization, scope) {
	const token = tokenIn(authorization);
	// `typ` keeps ID tokens out, `aud` the tokens for other APIs: RFC 9068 §4 and §5.
	const options = { issuer, audience, typ: tokenType, algorithms, requiredClaims: ['exp', 'sub'] };
	const clock = now ? { currentDate: now() } : {};
	const { payload } = await jwtVerify(token, keys, { ...options, ...clock }).catch((error) => {
		if (isOutage(error)) throw new Refusal(503, 'The keys of the provider cannot be fetched. Try again');
		throw new Refusal(401, error.message, { error: 'invalid_token', error_description: error.message });
	});
	const granted = typeof payload.scope === 'string' ? payload.scope.split(' ') : [];
	if (granted.includes(scope)) return { sub: String(payload.sub) };
	const message = `The access token does not have the scope ${scope}`;
	throw new Refusal(403, message, { error: 'insufficient_scope', error_description: message, scope });
}
