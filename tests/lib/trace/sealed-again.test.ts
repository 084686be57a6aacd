import { describe, expect, it } from 'vitest';
import { areComparable, isOfNoValue } from '$lib/lexicon/removed';
import { openLedger } from '$lib/trace/ledger';
import { redact } from '$lib/trace/redact';
import { recordedSignIn } from '../../fixtures/recorded';

describe('a file from which another tool took values, sealed again', () => {
	it.each(['[code redacted]', 'REDACTED', '***', 'abc…', 'eyJhbGciOi...'])(
		'has no mark that would say that two values were equal: %s',
		(mark) => {
			const ledger = openLedger();
			const [one, other] = ['code', 'state'].map((name) => ledger.take(name, mark, true));
			expect(one).toBe(other);
			expect(isOfNoValue(one ?? '')).toBe(true);
			expect(areComparable(one ?? '', other ?? '')).toBe(false);
		}
	);

	it('keeps that equal hashes were equal', () => {
		const ledger = openLedger();
		const [one, same, other] = ['sha256:0a1b2c3d4e', 'sha256:0a1b2c3d4e', 'sha256:ffffffffff'].map((hash) =>
			ledger.take('code', hash, true)
		);
		expect(one).toBe(same);
		expect(one).not.toBe(other);
	});

	it('shows no part that another tool left of a value', () => {
		const cut = 'code-begins-like-this…';
		const text = JSON.stringify(redact(recordedSignIn({ came: { code: cut }, sent: { code: cut } })));
		expect(text).not.toContain('code-begins-like-this');
	});

	it('is the same after a third time', () => {
		const once = redact(recordedSignIn({ came: { code: '[x redacted]' }, sent: { code: '[y redacted]' } }));
		expect(redact(once)).toEqual(once);
	});
});
