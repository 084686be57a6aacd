import { describe, expect, it } from 'vitest';
import { proofTexts } from '$lib/lessons/en/handon/proofs';
import { rowsOf } from '$lib/panels/sanitise/verdict-rows';
import type { Verdict } from '$lib/trace/verdict';

const nothing = { known: false, why: 'not-recorded' } as const;
const verdict = (changes: Partial<Verdict>): Verdict => ({
	...{
		version: 1,
		of: 0,
		challenge: nothing,
		state: nothing,
		redirectUri: nothing,
		code: nothing,
		uses: nothing
	},
	...{ secondsToRedeem: nothing, signature: nothing, clock: nothing, tokenRequest: nothing, bearer: nothing },
	...changes
});
const row = (name: keyof typeof proofTexts.names, changes: Partial<Verdict>) => {
	const { status, words } = rowsOf(verdict(changes)).find((one) => one.name === proofTexts.names[name])!;
	return `${status}: ${words}`;
};

describe('a row of a verdict', () => {
	it('says of what is not known that it is not', () => {
		const rows = rowsOf(verdict({}));
		expect(rows).toHaveLength(Object.keys(proofTexts.names).length);
		expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['unknown']));
	});

	it('names the other attempt whose verifier it is, as people count', () => {
		expect(
			row('challenge', {
				challenge: { known: true, value: { matches: false, how: 'other-attempt', attempt: 0 } }
			})
		).toBe('fail: The verifier is that of another attempt. (attempt 1)');
	});

	it('says how the redirect URIs differ', () => {
		expect(
			row('redirectUri', { redirectUri: { known: true, value: { equal: false, how: ['slash', 'port'] } } })
		).toBe('fail: They differ: a slash at the end, the port');
	});

	it('finds a fault in a code that was used twice, and none in one that was used once', () => {
		const uses = (statuses: (number | null)[], between: number[]) =>
			row('uses', { uses: { known: true, value: { count: statuses.length, statuses, between } } });
		expect(uses([200], [])).toBe('told: Sent once, answered with 200');
		expect(uses([200, null], [48.6])).toBe('fail: Sent 2 times, answered with 200, nothing, 49 ms apart');
	});

	it('finds a fault in an ID token that an API was sent', () => {
		expect(row('bearer', { bearer: { known: true, value: { sent: 'id-token' } } })).toMatch(/^fail: /);
		expect(row('bearer', { bearer: { known: true, value: { sent: 'nothing' } } })).toMatch(/^told: /);
	});
});
