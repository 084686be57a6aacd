import { check, checkThat, type Check } from '$lib/lexicon/check';
import { isPlaceholder } from '$lib/lexicon/secrets';
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
