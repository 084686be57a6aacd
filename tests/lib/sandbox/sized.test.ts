/**
 * Functions of QuickJS that work on as much as they are told, each on the largest operand that fits the memory, again
 * and again without a question in between that would cost them dearly.
 */
import { describe, expect, test } from 'vitest';
import { body, reasonOf, run } from './sandbox-run';

const inTime = { limits: { milliseconds: 100, allMilliseconds: 1_000 } };
const pass = 'callback(null, user, context);';

/** Setup, then what is done for ever. */
const sized: [name: string, setup: string, work: string][] = [
	['fill', 'var x = new Uint8Array(24e6)', 'x.fill(7)'],
	['fill of numbers', 'var x = new Float64Array(3e6)', 'x.fill(7)'],
	['fill of a list', 'var x = new Array(1e6)', 'x.fill(0)'],
	['set', 'var x = new Uint8Array(12e6), y = new Uint8Array(12e6)', 'x.set(y)'],
	['set of another type', 'var x = new Float64Array(12e5), y = new Uint8Array(12e5)', 'x.set(y)'],
	['copyWithin', 'var x = new Uint8Array(24e6)', 'x.copyWithin(1, 0)'],
	['slice of bytes', 'var x = new Uint8Array(12e6)', 'x.slice()'],
	['slice of a buffer', 'var x = new ArrayBuffer(12e6)', 'x.slice(0)'],
	['a new buffer', '', 'new ArrayBuffer(24e6)'],
	['reverse', 'var x = new Uint8Array(24e6)', 'x.reverse()'],
	['indexOf in bytes', 'var x = new Uint8Array(24e6)', 'x.indexOf(1)'],
	['join of bytes', 'var x = new Uint8Array(5e6)', 'x.join()'],
	['map of numbers', 'var x = new Float64Array(1e6)', 'x.map((one) => one)'],
	['sort of numbers', 'var x = new Float64Array(1e6).map((_, at) => (at * 7919) % 1e6)', 'x.slice().sort()'],
	['sort of a list', 'var x = Array.from({ length: 3e5 }, (_, at) => (at * 7919) % 3e5)', 'x.slice().sort()'],
	['repeat', '', `'a'.repeat(16e6)`],
	['repeat of two', '', `'ab'.repeat(8e6)`],
	['padStart', '', `''.padStart(16e6, 'ab')`],
	['join', `var x = new Array(1e6).fill('abc')`, `x.join(',')`],
	['join of nothing', '', `new Array(15e6).join('a')`],
	['split', `var x = 'a,'.repeat(3e5)`, `x.split(',')`],
	['replaceAll', `var x = 'a'.repeat(2e6)`, `x.replaceAll('a', 'b')`],
	['includes in text', `var x = 'a'.repeat(16e6)`, `x.includes('b')`],
	['comparing texts', `var x = 'a'.repeat(8e6), y = 'a'.repeat(8e6)`, 'x === y'],
	['a text as a name', `var x = 'a'.repeat(8e6), o = {}`, 'o[x]'],
	['adding texts', `var x = 'a'.repeat(8e6)`, `x + 'b'`],
	['upper case', `var x = 'a'.repeat(8e6)`, 'x.toUpperCase()'],
	['normalize', `var x = '\\u00e9'.repeat(1e6)`, `x.normalize('NFD')`],
	['trim', `var x = ' '.repeat(16e6)`, 'x.trim()'],
	['encodeURIComponent', `var x = '\\u00e9'.repeat(1e6)`, 'encodeURIComponent(x)'],
	['a number of a text', `var x = '7'.repeat(8e6)`, 'Number(x)'],
	['a date of a text', `var x = '1'.repeat(8e6)`, 'Date.parse(x)'],
	['RegExp', `var x = 'a'.repeat(8e6)`, '/b/.test(x)'],
	['RegExp that goes back', `var x = 'a'.repeat(8e6) + 'b'`, '/^(a|a)*$/.test(x)'],
	['RegExp of classes', `var x = '[' + '\\\\p{L}'.repeat(3000) + ']'`, `new RegExp(x, 'u')`],
	['match', `var x = 'ab'.repeat(1e6)`, 'x.match(/a/g)'],
	['JSON.parse', 'var x = JSON.stringify(new Array(5e5).fill(1))', 'JSON.parse(x)'],
	['JSON.stringify', 'var x = new Array(1e6).fill(1)', 'JSON.stringify(x)'],
	['JSON.stringify of controls', `var x = '\\u0001'.repeat(3e6)`, 'JSON.stringify(x)'],
	['BigInt powers', '', '3n ** 3000000n'],
	['BigInt products', 'var x = 3n ** 1000000n', 'x * x'],
	['BigInt quotients', 'var x = 3n ** 2000000n, y = 3n ** 1000000n', 'x / y'],
	['BigInt as text', 'var x = 3n ** 1000000n', 'x.toString()'],
	['BigInt of a text', `var x = '7'.repeat(3e5)`, 'BigInt(x)'],
	['Array.from a length', '', 'Array.from({ length: 2e6 })'],
	['Array.from a text', `var x = 'a'.repeat(4e5)`, 'Array.from(x)'],
	['concat', 'var x = new Array(5e5).fill(1)', 'x.concat(x)'],
	['spread', 'var x = new Array(5e5).fill(1)', '[...x, ...x]'],
	['flat', 'var x = new Array(5e5).fill([1])', 'x.flat()'],
	['splice', 'var x = new Array(1e6).fill(1)', 'x.splice(0, 1), x.push(1)'],
	['keys', `var x = {}; for (var at = 0; at < 1e5; at++) x['k' + at] = at`, 'Object.keys(x)'],
	['a map of a map', 'var x = new Map(); for (var at = 0; at < 2e5; at++) x.set(at, at)', 'new Map(x)'],
	['apply', 'var x = new Array(6e4).fill(97)', 'String.fromCharCode.apply(null, x)'],
	['String.raw', `var x = { raw: 'a'.repeat(1e6) }`, 'String.raw(x)'],
	['eval', `var x = '1;'.repeat(2e5)`, 'eval(x)'],
	['rings of objects', 'var all = []', 'var o = {}; o.o = o; all.push(o); if (all.length > 1e5) all = []'],
	['lines to the console', `var x = 'a'.repeat(8e6)`, 'console.log(x)']
];

describe('on the largest operand, for ever', () => {
	test.each(sized)('%s', async (_name, setup, work) => {
		const started = performance.now();
		const outcome = await run(body(`${setup}; for (;;) { ${work} } ${pass}`), inTime);
		const took = performance.now() - started;
		expect(['time', 'memory']).toContain(outcome.denial?.reason);
		// Ten times what a quick machine needs, and a small part of the minutes that it was without a price on bytes.
		expect(took).toBeLessThan(3_000);
	});
});

describe('what rules really do is not taken for too much', () => {
	test.each([
		['a list of 60,000, sorted', 'Array.from({ length: 60_000 }, (_, at) => -at).sort()'],
		['a million bytes, ten times', 'for (var at = 0; at < 10; at++) new Uint8Array(1e6).fill(at)'],
		['a user of 50 kB as JSON, ten times', `for (var at = 0; at < 10; at++) JSON.stringify('a'.repeat(5e4))`],
		['a thousand objects, copied', 'for (var at = 0; at < 1000; at++) ({ ...user, at })']
	])('%s', async (_name, work) => {
		expect(await reasonOf(body(`${work}; ${pass}`))).toBe('passed');
	});
});

describe('all rules of a login together', () => {
	const busy = (id: string) => body(`for (var at = 0; at < 5e5; at++); ${pass}`, id);
	const many = Array.from({ length: 50 }, (_, at) => busy(`rule-${at}`));

	test('have one budget of time', async () => {
		const outcome = await run(many, { limits: { milliseconds: 5_000, allMilliseconds: 100 } });
		expect(outcome.denial).toMatchObject({ reason: 'time' });
		expect(outcome.runs[0]).toMatchObject({ result: 'passed' });
		expect(outcome.runs.at(-1)).toMatchObject({ result: 'not-reached', ms: 0 });
	});

	test('have one budget of work, also where the clock stands still', async () => {
		const outcome = await run(
			Array.from({ length: 50 }, (_, at) => body(`for (var at = 0; at < 2e7; at++); ${pass}`, `rule-${at}`)),
			{ now: () => 0 }
		);
		expect(outcome.denial).toMatchObject({ reason: 'time' });
		expect(outcome.runs[0]).toMatchObject({ result: 'passed' });
	});

	test('are all run when they are small, on however busy a machine', async () => {
		let at = 0;
		const small = Array.from({ length: 50 }, (_, one) => body(pass, `rule-${one}`));
		const outcome = await run(small, { now: () => (at += 1_000), ...inTime });
		expect(outcome.runs.every(({ result }) => result === 'passed')).toBe(true);
	});
});
