import { describe, expect, test } from 'vitest';
import { defaultLimits } from '$lib/sandbox/rule';
import { action, body, reasonOf, rule, run } from './sandbox-run';

const pass = 'callback(null, user, context);';

describe('throwing', () => {
	test.each([
		[`new TypeError('no')`, 'TypeError: no'],
		[`new UnauthorizedError('no')`, 'UnauthorizedError: no'],
		[`'text'`, 'text'],
		['null', 'null'],
		['undefined', 'undefined'],
		['7n', '7'],
		[`Symbol('s')`, 'Symbol(s)'],
		['{ a: 1 }', '{"a":1}'],
		['Object.create(null)', '{}'],
		['new Proxy({}, { get() { throw 1 }, getPrototypeOf() { throw 2 } })', '(unprintable)'],
		[`Object.assign(new Error(), { message: { toString() { throw 1 } } })`, 'Error: (unprintable)']
	])('%s', async (value, detail) => {
		for (const written of [body(`throw ${value};`), action(`throw ${value};`)]) {
			const { denial } = await run(written);
			expect(denial).toMatchObject({ reason: 'threw', detail });
		}
	});

	test('a rejection, in either form', async () => {
		expect(await reasonOf(action('await Promise.reject(new Error())'))).toBe('threw');
		expect(await reasonOf(rule(`async function (user, context, callback) { throw 1; }`))).toBe('threw');
	});

	test('after the answer was given', async () => {
		expect(await reasonOf(body(`${pass} throw 1;`))).toBe('threw');
	});

	test('what it said is cut', async () => {
		const { denial } = await run(body(`throw new Error('a'.repeat(50000));`));
		expect(denial?.detail).toHaveLength(1_000);
	});
});

describe('code that is none', () => {
	test.each(['function (', 'if (', '', '}) ; ({', 'import a from "b"', 'export default 1'])(
		'%s',
		async (code) => {
			expect(['syntax', 'shape']).toContain(await reasonOf(rule(code)));
		}
	);

	test('the syntax error is told', async () => {
		expect((await run(action('const a = ;'))).denial).toMatchObject({
			reason: 'syntax',
			detail: expect.stringContaining('SyntaxError')
		});
	});

	test('too much of it', async () => {
		expect(await reasonOf(rule(`/*${'a'.repeat(defaultLimits.codeCharacters)}*/`))).toBe('syntax');
	});
});

describe('a wrong shape', () => {
	test.each([
		['a rule that is no function', rule('42')],
		['an action that exports nothing', { ...rule('const a = 1;'), kind: 'action' as const }],
		[
			'an action that exports no function',
			{ ...rule('exports.onExecutePostLogin = 1;'), kind: 'action' as const }
		],
		['callback without anything', body('callback();')],
		['callback without a context', body('callback(null, user);')],
		['a user that is none', body('callback(null, 7, context);')],
		['a user that is a list', body('callback(null, [], context);')],
		['a context that is none', body('callback(null, user, 7);')],
		['a context that is a list', body('callback(null, user, [context]);')],
		['a context that is a function', body('callback(null, user, () => context);')],
		['a token that is none', body('context.accessToken = null; callback(null, user, context);')],
		['a token that is a text', body(`context.idToken = 'a'; callback(null, user, context);`)],
		['scopes that are a number', body(`context.accessToken.scope = 7; ${pass}`)],
		['scopes that are objects', body(`context.accessToken.scope = [{}]; ${pass}`)],
		['a scope with a line break', body(`context.accessToken.scope = ['a\\nb']; ${pass}`)],
		['a scope with a quote', body(`context.accessToken.scope = ['a"b']; ${pass}`)],
		['a scope that is empty', body(`context.accessToken.scope = ['']; ${pass}`)],
		['a scope with a space in a list', action(`api.accessToken.addScope('a b');`)],
		['too many scopes', action(`for (let i = 0; i < 101; i++) api.accessToken.addScope('s' + i);`)],
		['what turns in a circle', body(`user.self = user; ${pass}`)],
		['a number too big for JSON', body(`user.big = 1n; ${pass}`)],
		['what refuses to be read', body(`user.a = { toJSON() { throw 1 } }; ${pass}`)],
		['what is nested too deep', body(`let a = 1; for (let i = 0; i < 20; i++) a = [a]; user.a = a; ${pass}`)]
	])('%s', async (_name, written) => {
		expect(await reasonOf(written)).toBe('shape');
	});

	test.each([
		['a claim without a name', `api.idToken.setCustomClaim(7, 1)`],
		['the scope as a claim', `api.accessToken.setCustomClaim('scope', 'all')`],
		['a claim that is a function', `api.idToken.setCustomClaim('https://e.com/a', () => 1)`],
		['an api that does not exist', `api.redirect.sendUserTo('https://evil.example')`]
	])('%s', async (_name, code) => {
		expect(await reasonOf(action(code))).toBe('threw');
	});
});

describe('answering', () => {
	test('twice', async () => {
		expect(await reasonOf(body(pass + pass))).toBe('callback-twice');
		expect(await reasonOf(body(`${pass} callback(new Error('no'));`))).toBe('callback-twice');
		expect(await reasonOf(body(`${pass} Promise.resolve().then(() => { ${pass} });`))).toBe('callback-twice');
	});

	test('never', async () => {
		expect(await reasonOf(body(''))).toBe('callback-never');
		expect(await reasonOf(body('return user;'))).toBe('callback-never');
		expect(await reasonOf(body(`new Promise(() => {}).then(() => { ${pass} });`))).toBe('callback-never');
	});

	test('with a promise that never settles', async () => {
		expect(await reasonOf(action('await new Promise(() => {});'))).toBe('never-settled');
		expect(await reasonOf(action('await { then() {} };'))).toBe('never-settled');
	});
});
