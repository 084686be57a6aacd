import type { Check } from '$lib/lexicon/check';
import { check, checkThat } from '$lib/lexicon/pkce-checks';
import { isPlaceholder } from '$lib/lexicon/placeholders';
import { loadPart } from '$lib/lexicon/part';
import { say } from '$lib/lexicon/said';
import type { ChallengeMethod } from '$lib/message/challenge';

/**
 * The code challenge of a verifier. S256: BASE64URL-ENCODE(SHA256(ASCII(code_verifier))). plain: the verifier.
 * @see [RFC 7636 §4.2](https://www.rfc-editor.org/rfc/rfc7636#section-4.2)
 */
export async function createChallenge(verifier: string, method: ChallengeMethod): Promise<string> {
	if (method === 'plain') return verifier;
	const { calculatePKCECodeChallenge } = await loadPart(() => import('oauth4webapi'));
	return calculatePKCECodeChallenge(verifier);
}

/**
 * Whether a challenge that was sent is that of the verifier. `verifier`: undefined where nobody recorded it.
 * @see [RFC 7636 §4.6](https://www.rfc-editor.org/rfc/rfc7636#section-4.6)
 */
export async function checkDerived(
	verifier: string | undefined,
	challenge: string,
	method: ChallengeMethod
): Promise<Check> {
	if (verifier === undefined)
		return check('challenge-of-verifier', 'skipped', { actual: say('not-recorded') });
	if (isPlaceholder(verifier)) return check('challenge-of-verifier', 'skipped', { actual: say('taken-out') });
	const expected = await createChallenge(verifier, method);
	return checkThat('challenge-of-verifier', expected === challenge, { expected, actual: challenge });
}

/** The checks of a challenge. `plain` is allowed by the RFC and discouraged by it (RFC 7636 §4.2, §7.2). */
export function checkChallenge(challenge: string, method: ChallengeMethod): Check[] {
	return [
		check('challenge-method', method === 'S256' ? 'pass' : 'warn', { expected: 'S256', actual: method }),
		isPlaceholder(challenge)
			? check('challenge-length', 'skipped', { actual: say('taken-out') })
			: checkThat('challenge-length', challenge.length >= 43 && challenge.length <= 128, {
					expected: method === 'S256' ? say('characters', 43) : say('characters-between', 43, 128),
					actual: String(challenge.length)
				})
	];
}
