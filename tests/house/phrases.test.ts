import { describe, expect, test } from 'vitest';
import { phraseProblems, roomsWithChecks, roomWithSigns } from './phrases';
import { readFiles } from './source';

const path = 'src/lib/client/token.ts';
const inClient = (text: string): string[] =>
	phraseProblems([{ path, text }]).map((problem) => problem.replace(`${path}:`, ''));

test('checks say values and phrases, and no words of their own', () => {
	expect(phraseProblems(readFiles(roomsWithChecks))).toEqual([]);
});

test('so do the signs of the diagnosis', () => {
	expect(phraseProblems(readFiles(roomWithSigns))).toEqual([]);
});

describe('the checker of phrases sees', () => {
	test('words as they stand', () => {
		expect(inClient("check('a', 'fail', { expected: 'a string', actual: x });")).toEqual([
			"1 says words: 'a string'"
		]);
		expect(inClient("\ncheck('a', 'fail', { actual: 'missing' });")).toEqual(["2 says words: 'missing'"]);
		expect(inClient('const compared = { actual: `none` };')).toHaveLength(1);
	});

	test('words around a value', () => {
		expect(inClient('const compared = { actual: `${count} keys` };')).toHaveLength(1);
		expect(inClient("const compared = { expected: known.join(' or ') };")).toHaveLength(1);
		expect(inClient("const compared = { expected: 'alg ' + alg };")).toHaveLength(1);
	});

	test.each([
		['a condition', "{ actual: code ? 'present' : code }"],
		['what stands in place of nothing', "{ actual: code ?? 'missing' }"],
		['brackets and a type', "{ actual: ('missing' as string) }"],
		['a list', "{ actual: ['not one', 'nor two'].at(0) }"],
		['the values of a phrase', "{ actual: say('opaque', 'not known here') }"],
		['the inside of a phrase in a phrase', "{ actual: say('opaque', say('named', 'iss', 'not there')) }"],
		['the values of how it ended', "{ outcome: endedWith('refused-with', 'no way') }"],
		['the values of what a diagnosis has seen', "{ actual: tell('value-of', 'scope', 'not there') }"],
		['a phrase made by hand', "{ actual: { say: 'opaque', with: [] } }"],
		['a text made of another', "{ actual: String(code ?? 'missing') }"],
		['each of many', "{ actual: names.map((name) => `no ${name}`).join(' ') }"]
	])('words in %s', (_, compared) => {
		expect(inClient(`check('a', 'fail', ${compared});`).length).toBeGreaterThan(0);
	});

	test('words behind a name', () => {
		expect(inClient("const actual = 'not one'; check('a', 'fail', { actual });")).toHaveLength(1);
		expect(inClient("const none = 'not one'; check('a', 'fail', { actual: none });")).toHaveLength(1);
		expect(inClient("const why = () => 'gone now'; check('a', 'fail', { actual: why() });")).toHaveLength(1);
	});

	test('words that a function is given or gives back to be told', () => {
		expect(inClient("const skip = (why: Said) => check(why); skip('no code');")).toHaveLength(1);
		expect(inClient("function end(): Said | undefined { return 'the API is gone'; }")).toHaveLength(1);
		expect(inClient("const read = (): Result<X, Said> => fail('not JSON');")).toHaveLength(1);
		expect(inClient("interface Fault { found: Said } const fault = { found: 'no exp' };")).toHaveLength(1);
	});

	test('words that come from another file', () => {
		const files = [
			{ path: 'src/lib/client/a.ts', text: "export const shown = (value: unknown) => value ?? 'not there';" },
			{ path: 'src/lib/client/b.ts', text: "import { shown } from './a'; check({ actual: shown(x) });" },
			{ path: 'src/lib/client/c.ts', text: 'export const skip = (why: Said) => why;' },
			{ path: 'src/lib/client/d.ts', text: "import { skip } from './c'; skip('no code');" }
		];
		expect(phraseProblems(files)).toEqual([
			"src/lib/client/a.ts:1 says words: 'not there'",
			"src/lib/client/d.ts:1 says words: 'no code'"
		]);
	});

	test('nothing wrong in values, and in what is not told', () => {
		expect(inClient("check('a', 'fail', { expected: 'S256', actual: method });")).toEqual([]);
		expect(inClient("check({ expected: 'code_verifier', actual: say('missing') });")).toEqual([]);
		expect(inClient("check({ expected: '2xx', actual: `${status} ${statusText}`.trim() });")).toEqual([]);
		expect(inClient("check({ actual: scopes.join(' ') });")).toEqual([]);
		expect(inClient("refuse('invalid_request', 'The code is missing', { actual: say('missing') });")).toEqual(
			[]
		);
	});
});
