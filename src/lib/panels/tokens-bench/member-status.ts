/** How the checks of one member of a token went: what goes wrong counts before what does not. */
import type { CheckStatus } from '$lib/lexicon/check';
import type { TokenCheck } from '$lib/tokens/checks/check-token';

const ofHeader: ReadonlySet<string> = new Set(['alg', 'kid', 'typ', 'crit', 'jku', 'jwk', 'x5u', 'x5c']);
const worst: readonly CheckStatus[] = ['fail', 'warn', 'pass', 'skipped'];

/** Checks are named after what they check: `id-token-at-hash`, `jwt-aud`. */
const kinds = /^(?:id-token|access-token|access|jwt|logout|proof|dpop|user-info|assertion|request)-/;
const memberOf = (id: string): string => id.replace(kinds, '').replaceAll('-', '_');

export function statusOfMember(
	checks: readonly TokenCheck[]
): (part: 'header' | 'claims', name: string) => CheckStatus | undefined {
	const found = new Map<string, CheckStatus>();
	for (const { id, status } of checks) {
		const member = memberOf(id);
		const before = found.get(member);
		if (before === undefined || worst.indexOf(status) < worst.indexOf(before)) found.set(member, status);
	}
	return (part, name) => ((part === 'header') === ofHeader.has(name) ? found.get(name) : undefined);
}
