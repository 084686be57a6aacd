import { check, checkThat, type Check } from '$lib/lexicon/check';
import type { Pair } from '$lib/wire/form';
import type { ServerMetadata } from './discovery';
import { shown } from '$lib/message/json-body';
import { checkSignature, decisive } from './jws';
import { decodeToken, formatDecodeFailure } from '$lib/message/jwt';
import type { KeySet } from './key-set';
import { clockTolerance } from './recorded-clock';

/** What a secured authorization response is compared with. `at`: milliseconds since the epoch. */
export interface JarmContext {
	server: ServerMetadata | undefined;
	clientId: string;
	keySet: KeySet | undefined;
	at: number;
	/** Whether secrets were taken out of the walk: its signature among them. */
	redacted?: boolean;
}

/** The claims of the JWT itself; every other member is a response parameter (JARM §2.1). */
const ownClaims = new Set(['iss', 'aud', 'exp', 'iat', 'nbf', 'jti']);

/**
 * Reads the `response` parameter: a JWT with the response's parameters in it, and the checks of that JWT.
 * @see [JARM §2.4](https://openid.net/specs/oauth-v2-jarm-final.html)
 */
export async function readSecuredResponse(
	response: string,
	context: JarmContext
): Promise<{ parameters: Pair[]; checks: Check[] }> {
	const decoded = decodeToken(response);
	if (!decoded.ok) {
		const actual = formatDecodeFailure(decoded.failure);
		return { parameters: [], checks: [check('jarm-form', 'fail', { expected: 'a signed JWT', actual })] };
	}
	const { claims } = decoded.value;
	const audiences: unknown[] = Array.isArray(claims.aud) ? claims.aud : [claims.aud];
	const now = Math.floor(context.at / 1000);
	const issuer = context.server?.issuer;
	const signature = decisive(await checkSignature(decoded.value, context.keySet, context.redacted));
	const parameters = Object.entries(claims).flatMap(([name, value]): Pair[] =>
		typeof value === 'string' && !ownClaims.has(name) ? [[name, value]] : []
	);
	return {
		// The issuer of the JWT is that of the response too (RFC 9207 §2.4 has no use for a second one).
		parameters: typeof claims.iss === 'string' ? [...parameters, ['iss', claims.iss]] : parameters,
		checks: [
			check('jarm-form', 'pass', { actual: 'a signed JWT' }),
			checkThat('jarm-iss', issuer !== undefined && claims.iss === issuer, {
				expected: issuer ?? 'no server metadata',
				actual: shown(claims.iss)
			}),
			checkThat('jarm-aud', audiences.includes(context.clientId), {
				expected: context.clientId,
				actual: shown(claims.aud)
			}),
			checkThat('jarm-exp', typeof claims.exp === 'number' && claims.exp > now - clockTolerance, {
				expected: `after ${now}`,
				actual: shown(claims.exp)
			}),
			check('jarm-signature', signature.status, signature)
		]
	};
}
