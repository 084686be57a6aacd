import { describe, expect, test } from 'vitest';
import { defaultLimits } from '$lib/sandbox/rule';
import type { DenialReason, RulesOptions } from '$lib/sandbox/rule';
import { action, body, reasonOf, run } from './sandbox-run';

const pass = 'callback(null, user, context);';

const inTime = { limits: { milliseconds: defaultLimits.milliseconds } };

/** Runs the same statements in both forms: each must end in this denial, and leave no change behind. */
async function expectDenial(
	code: string,
	reason: DenialReason | DenialReason[],
	options: Partial<RulesOptions> = {}
): Promise<void> {
	for (const written of [body(`${code}; ${pass}`), action(code)]) {
		const changed = action(`api.idToken.setCustomClaim('https://e.com/a', 1);`, 'before');
		const outcome = await run([changed, written], options);
		expect(outcome.denial, written.code).toBeDefined();
		expect([reason].flat(), outcome.denial?.detail).toContain(outcome.denial?.reason);
		expect(outcome).toMatchObject({ accessToken: {}, idToken: {} });
		expect(outcome.scope).toBeUndefined();
	}
	// The host is whole, and so is the next run.
	expect(await reasonOf(body(pass))).toBe('passed');
}

describe('time', () => {
	test.each([
		['an endless loop', 'for (;;) {}'],
		['one that catches', 'for (;;) { try { for (;;) {} } catch (error) {} }'],
		['one that goes on in finally', 'try { for (;;) {} } finally { for (;;) {} }'],
		['one of regular expressions', `/^(a+)+$/.test('a'.repeat(40) + 'b')`],
		['one in a getter', `const trap = { get a() { for (;;) {} } }; trap.a`],
		['one of a proxy', 'let p = new Proxy({}, { get: () => p }); for (;;) p = p.a'],
		['one in a generator', 'function* g() { for (;;) yield 1; } for (const one of g());'],
		['one of QuickJS itself: indexOf', '[].indexOf.call({ length: 2 ** 53 - 1 }, 1)'],
		['one of QuickJS itself: sparse', 'Array(2 ** 32 - 1).includes(1)'],
		['one of QuickJS itself: strings', `'a'.repeat(8e6).indexOf('a'.repeat(4e6) + 'b')`],
		['one of QuickJS itself: numbers', '10n ** 10000000n']
	])('%s', (_name, code) => expectDenial(code, 'time', inTime));

	test.each([
		['jobs that make jobs', 'const go = () => { Promise.resolve().then(go); }; go()'],
		['a loop after await', 'await null; for (;;) {}'],
		['awaiting in a loop', 'for (;;) await null']
	])('%s', async (_name, code) => {
		expect(await reasonOf(action(code), inTime)).toBe('time');
	});

	test('a loop in what is handed back', async () => {
		expect(await reasonOf(body(`user.toJSON = () => { for (;;) {} }; ${pass}`), inTime)).toBe('time');
		expect(
			await reasonOf(
				body(`Object.defineProperty(context, 'idToken', { get() { for (;;) {} } }); ${pass}`),
				inTime
			)
		).toBe('time');
	});

	test('ends soon after the limit', async () => {
		const started = performance.now();
		const outcome = await run(body('for (;;) {}'), { limits: { milliseconds: 100 } });
		expect(outcome.denial?.reason).toBe('time');
		expect(outcome.runs[0]?.ms).toBeGreaterThanOrEqual(100);
		expect(performance.now() - started).toBeLessThan(2_000);
	});

	test('a clock that stands still does not keep a rule alive', async () => {
		expect(await reasonOf(body('for (;;) {}'), { now: () => 0 })).toBe('time');
		expect(await reasonOf(body('[].indexOf.call({ length: 2 ** 53 - 1 }, 1)'), { now: () => 0 })).toBe(
			'time'
		);
	});

	test('a rule that came back too late is denied, though nothing interrupted it', async () => {
		const busy = `const all = Array.from({ length: 60_000 }, (_, n) => -n); all.sort(); ${pass}`;
		let at = 0;
		expect(await reasonOf(body(busy), { now: () => (at += 0.001), ...inTime })).toBe('passed');
		expect(await reasonOf(body(busy), { now: () => (at += 200), ...inTime })).toBe('time');
	});

	test('a small rule on a busy machine is not taken for an endless one', async () => {
		let at = 0;
		expect(await reasonOf(body(pass), { now: () => (at += 1_000), ...inTime })).toBe('passed');
	});

	test('what a rule said before it ran out of time is kept', async () => {
		const outcome = await run(body(`console.log('so far'); for (;;) {}`), inTime);
		expect(outcome.runs[0]?.logs).toEqual(['so far']);
	});
});

describe('memory', () => {
	test.each([
		['100 MB at once', 'new Uint8Array(100 * 1024 * 1024)'],
		['100 MB of text', `'a'.repeat(100 * 1024 * 1024)`],
		['100 MB bit by bit', 'const all = []; for (;;) all.push(new Uint8Array(1e6))'],
		['text that doubles', `let text = 'ab'; for (;;) text += text`],
		['objects without end', 'let o = {}; const all = [o]; for (;;) { o = { o }; all.push(o, o, o, o); }'],
		['filling what is no array', '[].fill.call({ length: 2 ** 53 - 1 }, 0)']
	])('%s', (_name, code) => expectDenial(code, ['memory', 'time']));

	test('100 MB at once is refused for the memory, not for the time', async () => {
		expect(await reasonOf(body('new ArrayBuffer(100 * 1024 * 1024)'))).toBe('memory');
	});

	test('a rule that catches the refusal got nothing of it', async () => {
		const code = `let got = 0; try { got = new ArrayBuffer(100 * 1024 * 1024).byteLength } catch (error) {} console.log(got); ${pass}`;
		expect((await run(body(code))).runs[0]?.logs).toEqual(['0']);
	});

	test('much is possible within the limit', async () => {
		expect(
			await reasonOf(body(`const all = Array.from({ length: 10000 }, (_, n) => ({ n })); ${pass}`))
		).toBe('passed');
	});
});

describe('stack', () => {
	test.each([
		['recursion', 'const go = () => 1 + go(); go()'],
		['recursion of QuickJS itself: parsing', `JSON.parse('['.repeat(1e6))`],
		[
			'recursion of QuickJS itself: writing',
			'let a = [1]; for (let i = 0; i < 1e5; i++) a = [a]; JSON.stringify(a)'
		],
		['recursion of code', `eval('('.repeat(1e5))`],
		['a getter that asks itself', 'const o = { get a() { return this.a } }; o.a'],
		['toString of itself', 'const o = { toString() { return `${this}` } }; String(o)']
	])('%s', (_name, code) => expectDenial(code, ['stack', 'time', 'threw', 'memory']));

	test('recursion is named so', async () => {
		expect(await reasonOf(body('const go = () => 1 + go(); go()'))).toBe('stack');
	});
});

describe('output', () => {
	test('too much of it', async () => {
		expect(await reasonOf(body(`user.a = 'a'.repeat(70000); ${pass}`))).toBe('output');
		expect(await reasonOf(action(`api.idToken.setCustomClaim('https://e.com/a', 'a'.repeat(1e6));`))).toBe(
			'output'
		);
	});

	test('lines to the console are counted and cut', async () => {
		const outcome = await run(
			action(`for (let i = 0; i < 105; i++) console.log('a'.repeat(2000)); console.error('unseen');`)
		);
		expect(outcome.runs[0]?.logs).toHaveLength(100);
		expect(outcome.runs[0]?.logs[0]).toHaveLength(1_000);
		expect(outcome.notes).toEqual([{ ruleId: 'one', kind: 'log-cut', lines: 6 }]);
	});

	test('the console prints anything', async () => {
		const outcome = await run(
			action(`const o = {}; o.o = o; console.log('a', 1, { b: [2] }, null, undefined, 3n, Symbol('s'), () => 1, o);
				console.info(new Error('no'));`)
		);
		expect(outcome.denial).toBeUndefined();
		expect(outcome.runs[0]?.logs).toEqual([
			'a 1 {"b":[2]} null undefined 3 Symbol(s) () => 1 (unprintable)',
			'Error: no'
		]);
	});
});
