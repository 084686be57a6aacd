import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { action, body, clock, input, loadWasm, reasonOf, rule, run } from './sandbox-run';

const pass = 'callback(null, user, context);';

describe('the host', () => {
	test('a sandbox that cannot be loaded denies, and is asked again next time', async () => {
		let isBroken = true;
		const flaky = () => (isBroken ? Promise.reject(new Error('offline')) : loadWasm());
		expect((await run(body(pass), { loadWasm: flaky })).denial).toMatchObject({
			reason: 'engine',
			detail: 'Error: offline'
		});
		isBroken = false;
		expect(await reasonOf(body(pass), { loadWasm: flaky })).toBe('passed');
	});

	test('bytes that are no WebAssembly deny', async () => {
		for (const bytes of [new ArrayBuffer(0), new TextEncoder().encode('<!doctype html>').buffer]) {
			expect(await reasonOf(body(pass), { loadWasm: () => Promise.resolve(bytes) })).toBe('engine');
		}
	});

	test('a login that is no JSON denies', async () => {
		const user: Record<string, never> = {};
		Object.assign(user, { self: user });
		expect((await run(body(pass), {}, { ...input, user })).denial).toMatchObject({ reason: 'engine' });
	});

	test('QuickJS is loaded once', async () => {
		let loads = 0;
		const counted = () => (loads++, loadWasm());
		await Promise.all([run(body(pass), { loadWasm: counted }), run(body(pass), { loadWasm: counted })]);
		await run([body(pass, 'one'), body(pass, 'two')], { loadWasm: counted });
		expect(loads).toBe(1);
	});

	test('what a user brings is data, never code', async () => {
		await fc.assert(
			fc.asyncProperty(fc.string({ unit: 'binary' }), async (name) => {
				const given = { ...input, user: { name: `${name}'"\`);\u2028for(;;){}//` } };
				const outcome = await run(action(`console.log(event.user.name);`), {}, given);
				const shown = outcome.runs[0]?.logs[0] ?? '';
				expect(outcome.denial).toBeUndefined();
				expect(shown.endsWith('for(;;){}//')).toBe(true);
			}),
			{ numRuns: 15, seed: 7 }
		);
	});

	test('any text as code ends in an outcome', async () => {
		const words = [
			'function',
			'(',
			')',
			'{',
			'}',
			'user',
			'context',
			'callback',
			',',
			'null',
			';',
			'=>',
			'throw',
			'`'
		];
		const code = fc.oneof(
			fc.string(),
			fc.array(fc.constantFrom(...words)).map((list) => list.join(' '))
		);
		await fc.assert(
			fc.asyncProperty(code, fc.constantFrom('rule' as const, 'action' as const), async (text, kind) => {
				const outcome = await run({ ...rule(text), kind }, { now: clock, limits: { milliseconds: 50 } });
				expect(outcome.denial ?? outcome.runs[0]?.result).toBeTruthy();
				expect(outcome.accessToken).toEqual({});
			}),
			{ numRuns: 40, seed: 7 }
		);
	});

	test('any JSON handed back is kept as it is, or denied', async () => {
		await fc.assert(
			fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), async (value) => {
				const code = `api.idToken.setCustomClaim('https://e.com/a', JSON.parse(${JSON.stringify(JSON.stringify(value))}));`;
				const outcome = await run(action(code));
				if (outcome.denial) expect(outcome.denial.reason).toBe('prototype');
				else expect(outcome.idToken['https://e.com/a']).toEqual(JSON.parse(JSON.stringify(value)));
			}),
			{ numRuns: 25, seed: 7 }
		);
	});
});
