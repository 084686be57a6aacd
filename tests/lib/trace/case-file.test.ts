import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCases, type Case } from '$lib/trace/case';
import { isCaseFile, parseCases } from '$lib/trace/case-file';
import { formatTrace } from '$lib/trace/format';
import { configured } from '../../fixtures/walk';

const one = (name: string, trace = formatTrace([configured()])): Case => ({
	about: { id: name, name, notes: 'n', at: 1, changedAt: 2, redacted: true, attempts: 1, size: 1 },
	trace
});

describe('a file of cases', () => {
	it('is read again as it was written', () => {
		const text = formatCases([one('a'), one('b')]);
		expect(isCaseFile(text)).toBe(true);
		expect(parseCases(text)).toEqual({
			ok: true,
			value: {
				cases: ['a', 'b'].map((name) => ({ name, notes: 'n', at: 1, trace: [configured()] })),
				unread: []
			}
		});
	});

	it('names what of it cannot be read, and gives the rest', () => {
		const read = parseCases(formatCases([one('a'), one('broken', '{"format":"other"}')]));
		expect(read).toMatchObject({ ok: true, value: { cases: [{ name: 'a' }], unread: ['broken'] } });
	});

	it('of a version that is not known is refused', () => {
		const text = formatCases([one('a')]).replace('"version":1', '"version":2');
		expect(parseCases(text)).toMatchObject({ ok: false, failure: { reason: 'version-unknown', where: '2' } });
	});

	it('is any text: nothing is thrown', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
				expect(parseCases(text).ok).toBe(false);
			})
		);
	});
});
