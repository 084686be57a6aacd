import type { Check } from '$lib/lexicon/check';
import { check } from '$lib/lexicon/client-check';
import { say, type Said } from '$lib/lexicon/said';
import { isOfAnotherKind } from '$lib/lexicon/jwt-types';
import { isPlaceholder } from '$lib/lexicon/placeholders';
import type { ServerMetadata } from './discovery';
import { atHashCheck } from './at-hash';
import { critCheck } from './critical';
import {
	algorithmCheck,
	audienceCheck,
	authorizedPartyCheck,
	issuerCheck,
	longestSubject,
	membersCheck,
	nonceCheck,
	subjectCheck
} from './id-token-claims';
import { timeChecks } from './id-token-times';
import { issuerFor } from './issuer';
import { checkSignature, type SignatureContext } from './jws';
import type { JsonObject } from '$lib/message/json-body';
import { decodeToken, formatDecodeFailure } from '$lib/message/jwt';
import { encryptionOf } from '$lib/message/token-parts';
import type { KeySet } from './key-set';

/** Everything that the checks of an ID token compare it with. Times are milliseconds since the epoch. */
export interface IdTokenContext extends SignatureContext {
	server: ServerMetadata;
	clientId: string;
	/** What the authorization request carried; undefined: none. */
	nonce: string | undefined;
	accessToken: string;
	keySet: KeySet | undefined;
	at: number;
	/** Which response brought the token: that of the code, or of a refresh. */
	kind: 'code' | 'refresh';
	/** Seconds that the sign-in may be old at `at`, by what the authorization request asked for: the library compares `auth_time`. */
	maxAge?: number;
}

/**
 * Every validation of OIDC Core §3.1.3.7 and §3.1.3.8, each with what was expected and what was found; how old the sign-in is
 * the library says (`idTokenLibraryCheck`).
 * @see [OIDC Core §3.1.3.7](https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation)
 */
export async function checkIdToken(idToken: string, context: IdTokenContext): Promise<Check[]> {
	if (context.redacted && isPlaceholder(idToken)) {
		return [check('id-token-form', 'skipped', { expected: say('a-signed-jwt'), actual: say('taken-out') })];
	}
	const decoded = decodeToken(idToken);
	if (!decoded.ok) return [formCheck(idToken, formatDecodeFailure(decoded.failure))];
	const { claims } = decoded.value;
	const now = Math.floor(context.at / 1000);
	return [
		kindCheck(decoded.value.header),
		algorithmCheck(decoded.value, context.server),
		...(await checkSignature(decoded.value, context.keySet, context)),
		critCheck(decoded.value.header),
		membersCheck(decoded.value),
		issuerCheck(claims, issuerFor(context.server.issuer, claims)),
		subjectCheck(decoded.value, longestSubject),
		audienceCheck(claims, context.clientId),
		authorizedPartyCheck(claims, context.clientId),
		...timeChecks(claims, now),
		nonceCheck(claims, context),
		await atHashCheck(decoded.value.header.alg, claims, context.accessToken, context.redacted ?? false)
	];
}

/** RFC 8725 §3.11: a JWT whose `typ` says that it is another kind of token is no ID token. OIDC Core asks for no `typ`. */
function kindCheck({ typ }: JsonObject): Check {
	return isOfAnotherKind(typ)
		? check('id-token-form', 'fail', { expected: say('a-signed-jwt'), actual: say('typ', String(typ)) })
		: check('id-token-form', 'pass', { actual: say('a-signed-jwt') });
}

/**
 * OIDC Core §2: an ID token is a signed JWT, and may be encrypted besides. Whoever has the private key opens it: that this
 * page has none is no fault of the token.
 */
export function formCheck(idToken: string, found: Said): Check {
	const encryption = encryptionOf(idToken);
	return check('id-token-form', encryption ? 'warn' : 'fail', {
		expected: say('a-signed-jwt'),
		actual: encryption ? say('encrypted-with', encryption.alg, encryption.enc) : found
	});
}
