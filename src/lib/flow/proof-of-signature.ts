/** Whose signature the ID token of the code has, by the checks that were made of it. */
import { says, type Said } from '$lib/lexicon/said';
import { onlyKnown } from '$lib/lexicon/only-known';
import { stringOf } from '$lib/message/json-body';
import { decodeToken } from '$lib/message/jwt';
import { known, unknown, type Proof } from './proof';
import type { Session } from './session';

/** The key that fits, where the token did not name one and it was found by trying. */
function keyNamed(actual: Said | undefined): string | undefined {
	const key = typeof actual === 'object' && says(actual, 'valid-by-key') ? actual.with[1] : undefined;
	return typeof key === 'string' ? key : undefined;
}

export function signatureOf(session: Session): Proof<{ valid: boolean; alg?: string; kid?: string }> {
	const { exchange, firstIdTokenChecks, idTokenChecks } = session;
	if (!exchange?.value) return unknown('not-recorded');
	const token = exchange.value.id_token;
	if (token === undefined) return unknown('not-sent');
	const checks = firstIdTokenChecks ?? idTokenChecks;
	const made = checks.find(({ id }) => id === 'id-token-signature');
	const form = checks.find(({ id }) => id === 'id-token-form');
	const gone = ['taken-out', 'removed-before', 'signature-cut'] as const;
	if ([made, form].some((one) => one?.status === 'skipped' && gone.some((why) => says(one.actual, why))))
		return unknown('taken-out');
	const decoded = decodeToken(token);
	if (!made || !decoded.ok) return unknown('not-checkable');
	const { header } = decoded.value;
	const named = onlyKnown({
		alg: stringOf(header, 'alg'),
		kid: keyNamed(made.actual) ?? stringOf(header, 'kid')
	});
	if (made.status === 'pass') return known({ valid: true, ...named });
	if (made.status === 'fail') return known({ valid: false, ...named });
	if (says(made.actual, 'no-key-set')) return unknown('no-key-set');
	const hasNoKey = says(made.actual, 'no-key') || says(made.actual, 'kid-of-no-key');
	return unknown(hasNoKey ? 'no-key' : 'not-checkable');
}
