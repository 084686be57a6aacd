import type { Check } from '$lib/lexicon/check';
import { check, checkThat } from '$lib/lexicon/client-check';
import { say } from '$lib/lexicon/said';
import type { Pair } from '$lib/wire/form';
import type { ServerMetadata } from './discovery';
import { securedParameters } from '$lib/message/authorization-response';
import { shown } from '$lib/message/json-body';
import { signatureVerdict, type SignatureContext } from './jws';
import { decodeToken, formatDecodeFailure } from '$lib/message/jwt';
import type { KeySet } from './key-set';
import { clockTolerance } from './recorded-clock';

/** What a secured authorization response is compared with. `at`: milliseconds since the epoch. */
interface JarmContext extends SignatureContext {
	server: ServerMetadata | undefined;
	clientId: string;
	keySet: KeySet | undefined;
	at: number;
}

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
		return {
			parameters: [],
			checks: [check('jarm-form', 'fail', { expected: say('a-signed-jwt'), actual })]
		};
	}
	const { claims } = decoded.value;
	const audiences: unknown[] = Array.isArray(claims.aud) ? claims.aud : [claims.aud];
	const now = Math.floor(context.at / 1000);
	const issuer = context.server?.issuer;
	const signature = await signatureVerdict(decoded.value, context.keySet, context);
	return {
		parameters: securedParameters(claims),
		checks: [
			check('jarm-form', 'pass', { actual: say('a-signed-jwt') }),
			checkThat('jarm-iss', issuer !== undefined && claims.iss === issuer, {
				expected: issuer ?? say('no-metadata'),
				actual: shown(claims.iss)
			}),
			checkThat('jarm-aud', audiences.includes(context.clientId), {
				expected: context.clientId,
				actual: shown(claims.aud)
			}),
			checkThat('jarm-exp', typeof claims.exp === 'number' && claims.exp > now - clockTolerance, {
				expected: say('after', now),
				actual: shown(claims.exp)
			}),
			check('jarm-signature', signature.status, signature)
		]
	};
}
