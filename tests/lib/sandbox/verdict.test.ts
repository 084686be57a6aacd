import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deepest, findFlaw } from '$lib/sandbox/json-flaws';
import { defaultLimits } from '$lib/sandbox/rule';
import type { RawRun } from '$lib/sandbox/run-rule';
import { judge } from '$lib/sandbox/verdict';

const raw = (report: unknown, more: Partial<RawRun> = {}): RawRun => ({
	report: typeof report === 'string' ? report : JSON.stringify(report),
	logs: [],
	logsCut: 0,
	ms: 1,
	...more
});

const reasonFor = (run: RawRun): string => {
	const judged = judge(run, defaultLimits);
	return judged.ok ? 'passed' : judged.failure.reason;
};

const result = (context: unknown, user: unknown = {}) => ({ result: { user, context } });

describe('what came over the wall', () => {
	test('passes when it has the right shape', () => {
		const context = { accessToken: { scope: 'a b a', 'https://e.com/a': 1 }, idToken: { color: 'red' } };
		expect(judge(raw(result(context, { sub: 'x' })), defaultLimits)).toEqual({
			ok: true,
			value: {
				user: { sub: 'x' },
				scope: ['a', 'b'],
				accessToken: { 'https://e.com/a': 1 },
				idToken: { color: 'red' }
			}
		});
	});

	test('may leave tokens out', () => {
		expect(judge(raw(result({})), defaultLimits)).toEqual({
			ok: true,
			value: { user: {}, accessToken: {}, idToken: {} }
		});
	});

	test.each([
		...['', 'no JSON', '{', 'null', '7', '[]', '{}', '"result"', '{"result":null}', '{"result":[]}'],
		...['{"fault":{}}', '{"fault":{"reason":"engine","name":"","detail":""}}', '{"denied":7}'],
		...['{"fault":{"reason":"invented","name":"","detail":""}}', '{"result":{"user":{}}}']
	])('%s has none', (text) => {
		expect(reasonFor(raw(text))).toBe('shape');
	});

	test('nothing at all has none', () => {
		expect(reasonFor({ logs: [], logsCut: 0, ms: 0 })).toBe('shape');
	});

	test('reaching is worse than breaking, and breaking worse than what was said', () => {
		const broken = { reason: 'time', detail: '' } as const;
		expect(reasonFor(raw({ denied: 'no' }, { reached: 'fetch', broken }))).toBe('forbidden');
		expect(reasonFor(raw({ denied: 'no' }, { broken }))).toBe('time');
		expect(reasonFor(raw({ denied: 'no', result: { user: {}, context: {} } }))).toBe('denied');
		expect(reasonFor(raw({ denied: 'no', fault: { reason: 'threw', name: '', detail: '' } }))).toBe('threw');
	});

	test('QuickJS`s own words for memory and stack are understood', () => {
		const fault = (name: string, detail: string) => raw({ fault: { reason: 'threw', name, detail } });
		expect(reasonFor(fault('InternalError', 'out of memory'))).toBe('memory');
		expect(reasonFor(fault('InternalError', 'string too long'))).toBe('memory');
		expect(reasonFor(fault('InternalError', 'stack overflow'))).toBe('stack');
		expect(reasonFor(fault('SyntaxError', 'stack overflow'))).toBe('stack');
		expect(reasonFor(fault('Error', 'out of memory'))).toBe('threw');
	});

	test('too much of it is not even parsed', () => {
		expect(reasonFor(raw(`"${'a'.repeat(defaultLimits.outputCharacters)}"`))).toBe('output');
	});

	test('any text and any JSON ends in a verdict, and no prototype comes through', () => {
		const anything = fc.oneof(
			fc.string(),
			fc.json(),
			fc.record({ result: fc.record({ user: fc.jsonValue(), context: fc.jsonValue() }) }).map((value) => {
				return JSON.stringify(value).replaceAll('"a"', '"__proto__"');
			})
		);
		fc.assert(
			fc.property(anything, (text) => {
				const judged = judge(raw(text), defaultLimits);
				if (judged.ok) expect(findFlaw(judged.value)).toBeUndefined();
				else expect(judged.failure.detail.length).toBeLessThanOrEqual(1_000);
				expect(Reflect.ownKeys(Object.prototype)).not.toContain('isAdmin');
			}),
			{ numRuns: 300, seed: 7 }
		);
	});
});

describe('findFlaw', () => {
	const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

	test.each([null, 1, 'text', true, [], {}, { a: [{ b: null }] }, '__proto__', ['constructor']])(
		'%j is fit',
		(value) => {
			expect(findFlaw(value)).toBeUndefined();
		}
	);

	test.each(['{"__proto__":1}', '{"a":[{"constructor":1}]}', '[[{"prototype":null}]]'])(
		'%s is an attack',
		(text) => {
			expect(findFlaw(JSON.parse(text))).toBe('prototype');
		}
	);

	test('nesting has a limit, and a deep one does not break the looking', () => {
		expect(findFlaw(nested(deepest))).toBeUndefined();
		expect(findFlaw(nested(deepest + 1))).toBe('too deep');
		expect(findFlaw(nested(5_000))).toBe('too deep');
	});
});
