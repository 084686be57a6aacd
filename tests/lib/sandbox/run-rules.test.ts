import { describe, expect, test } from 'vitest';
import { action, body, input, reasonOf, rule, run } from './sandbox-run';

const pass = 'callback(null, user, context);';

describe('the form function (user, context, callback)', () => {
	test('passes a login through and changes nothing', async () => {
		const outcome = await run(body(pass));
		expect(outcome).toEqual({
			accessToken: {},
			idToken: {},
			notes: [],
			runs: [{ ruleId: 'one', ruleName: 'one', result: 'passed', ms: expect.any(Number), logs: [] }]
		});
	});

	test.each([
		['anonymous', `function (user, context, callback) { ${pass} }`],
		['named', `function addScopes(user, context, callback) { ${pass} }`],
		['ending with a semicolon', `function (user, context, callback) { ${pass} };`],
		['an arrow', `(user, context, callback) => { ${pass} }`],
		[
			'after comments',
			`// what it does\n/* and why */\nfunction (user, context, callback) { ${pass} } // end`
		],
		['asynchronous', `async function (user, context, callback) { await null; ${pass} }`],
		['strict', `function (user, context, callback) { 'use strict'; ${pass} }`]
	])('may be %s', async (_name, code) => {
		expect(await reasonOf(rule(code))).toBe('passed');
	});

	test('sees the user, the client and the protocol', async () => {
		const seen = 'console.log(user.email, context.clientID, context.clientName, context.protocol);';
		const outcome = await run(body(seen + pass));
		expect(outcome.runs[0]?.logs).toEqual(['erin@example.com timesheets-spa Timesheets oidc-basic-profile']);
	});

	test('sees the request, the roles and the scopes about to be granted', async () => {
		const seen = `console.log(context.request.query.audience, context.authorization.roles, context.accessToken.scope);`;
		const outcome = await run(body(seen + pass));
		expect(outcome.runs[0]?.logs).toEqual([
			'https://example.com/api ["employee"] ["openid","read:timesheets"]'
		]);
	});

	test('changes the scopes by a list', async () => {
		const outcome = await run(body(`context.accessToken.scope = ['openid', 'read:contacts']; ${pass}`));
		expect(outcome.scope).toEqual(['openid', 'read:contacts']);
		expect(outcome.notes).toEqual([
			{ ruleId: 'one', kind: 'scope-added', scope: 'read:contacts' },
			{ ruleId: 'one', kind: 'scope-removed', scope: 'read:timesheets' }
		]);
	});

	test('changes the scopes by a string, each once', async () => {
		const outcome = await run(body(`context.accessToken.scope = 'openid  read:contacts openid'; ${pass}`));
		expect(outcome.scope).toEqual(['openid', 'read:contacts']);
	});

	test('may take every scope away', async () => {
		expect((await run(body(`context.accessToken.scope = []; ${pass}`))).scope).toEqual([]);
	});

	test('leaves the scopes alone when it deletes the list', async () => {
		const outcome = await run(body(`delete context.accessToken.scope; ${pass}`));
		expect(outcome.scope).toBeUndefined();
		expect(outcome.notes).toEqual([]);
	});

	test('adds namespaced claims to each token', async () => {
		const code = `context.accessToken['https://example.com/a'] = { b: [1, null, true] };
			context.idToken['http://example.com/c'] = 'd'; ${pass}`;
		const outcome = await run(body(code));
		expect(outcome.accessToken).toEqual({ 'https://example.com/a': { b: [1, null, true] } });
		expect(outcome.idToken).toEqual({ 'http://example.com/c': 'd' });
		expect(outcome.notes).toEqual([
			{ ruleId: 'one', kind: 'claim-added', token: 'access_token', claim: 'https://example.com/a' },
			{ ruleId: 'one', kind: 'claim-added', token: 'id_token', claim: 'http://example.com/c' }
		]);
	});

	test('drops a claim without a namespace, and a reserved one, with a note each', async () => {
		const outcome = await run(
			body(`context.idToken.sub = 'user-mona'; context.accessToken.color = 'red'; ${pass}`)
		);
		expect(outcome.denial).toBeUndefined();
		expect(outcome.idToken).toEqual({});
		expect(outcome.accessToken).toEqual({});
		expect(outcome.notes).toEqual([
			{
				ruleId: 'one',
				kind: 'claim-dropped',
				token: 'access_token',
				claim: 'color',
				because: 'not-namespaced'
			},
			{ ruleId: 'one', kind: 'claim-dropped', token: 'id_token', claim: 'sub', because: 'reserved' }
		]);
	});

	test.each([
		['Error', `new Error('not today')`],
		['UnauthorizedError', `new UnauthorizedError('not today')`],
		['a string', `'not today'`]
	])('denies with %s', async (_name, error) => {
		const outcome = await run(body(`context.accessToken.scope = []; callback(${error});`));
		expect(outcome.denial).toEqual({
			ruleId: 'one',
			ruleName: 'one',
			reason: 'denied',
			detail: 'not today'
		});
		expect(outcome.scope).toBeUndefined();
	});
});

describe('the form exports.onExecutePostLogin', () => {
	test('passes a login through and changes nothing', async () => {
		const outcome = await run(action(''));
		expect(outcome).toMatchObject({ accessToken: {}, idToken: {}, notes: [] });
		expect(outcome.denial).toBeUndefined();
		expect(outcome.scope).toBeUndefined();
	});

	test('sees the event', async () => {
		const seen = `console.log(event.user.sub, event.client, event.transaction, event.authorization.roles,
			event.resource_server.identifier, event.stats.logins_count);`;
		expect((await run(action(seen))).runs[0]?.logs).toEqual([
			'user-erin {"client_id":"timesheets-spa","name":"Timesheets"} ' +
				'{"protocol":"oidc-basic-profile","requested_scopes":["openid","read:timesheets"]} ' +
				'["employee"] https://example.com/api 0'
		]);
	});

	test('adds and removes scopes, chained', async () => {
		const outcome = await run(
			action(`api.accessToken.addScope('read:contacts').accessToken.removeScope('read:timesheets');`)
		);
		expect(outcome.scope).toEqual(['openid', 'read:contacts']);
	});

	test('adds a scope where none was known', async () => {
		const given = { ...input, context: { ...input.context, accessToken: {} } };
		expect((await run(action(`api.accessToken.addScope('a');`), {}, given)).scope).toEqual(['a']);
		expect((await run(action(''), {}, given)).scope).toBeUndefined();
	});

	test('adds claims to each token', async () => {
		const outcome = await run(
			action(`api.accessToken.setCustomClaim('https://example.com/a', 1);
				api.idToken.setCustomClaim('https://example.com/b', event.user.roles);`)
		);
		expect(outcome.accessToken).toEqual({ 'https://example.com/a': 1 });
		expect(outcome.idToken).toEqual({ 'https://example.com/b': ['employee'] });
	});

	test('keeps the value that a claim had when it was set', async () => {
		const outcome = await run(
			action(`const list = [1]; api.idToken.setCustomClaim('https://example.com/b', list); list.push(2);`)
		);
		expect(outcome.idToken).toEqual({ 'https://example.com/b': [1] });
	});

	test('drops claims like the older form', async () => {
		const outcome = await run(action(`api.idToken.setCustomClaim('iss', 'https://evil.example');`));
		expect(outcome.idToken).toEqual({});
		expect(outcome.notes).toMatchObject([{ kind: 'claim-dropped', because: 'reserved', claim: 'iss' }]);
	});

	test('denies, with the first reason that it gave', async () => {
		const outcome = await run(action(`api.access.deny('first'); api.access.deny('second');`));
		expect(outcome.denial).toMatchObject({ reason: 'denied', detail: 'first' });
	});

	test('may wait for promises', async () => {
		const code = `const wait = async (turns) => { if (turns > 0) await wait(turns - 1); };
			await wait(50); await Promise.all([wait(3), wait(5)]);
			api.accessToken.addScope('late');`;
		expect((await run(action(code))).scope).toContain('late');
	});

	test('may have helpers beside it, and module.exports', async () => {
		const code = `const domain = (email) => email.split('@')[1];
			module.exports = { onExecutePostLogin: (event, api) => { api.accessToken.addScope(domain(event.user.email)); } };`;
		expect((await run({ ...rule(code), kind: 'action' })).scope).toContain('example.com');
	});
});

describe('several rules', () => {
	test('run in order, each seeing what the others changed, in both forms', async () => {
		const outcome = await run([
			body(
				`context.accessToken.scope.push('a'); context.idToken['https://e.com/a'] = 1; user.seen = 'by one'; ${pass}`,
				'one'
			),
			action(
				`console.log(event.user.seen); api.accessToken.addScope('b').accessToken.removeScope('openid');`,
				'two'
			),
			body(
				`console.log(context.accessToken.scope); delete context.idToken['https://e.com/a']; ${pass}`,
				'three'
			)
		]);
		expect(outcome.runs.map(({ logs }) => logs)).toEqual([[], ['by one'], ['["read:timesheets","a","b"]']]);
		expect(outcome.scope).toEqual(['read:timesheets', 'a', 'b']);
		expect(outcome.idToken).toEqual({});
		expect(outcome.notes.map(({ ruleId, kind }) => `${ruleId} ${kind}`)).toEqual([
			'one scope-added',
			'one claim-added',
			'two scope-added',
			'two scope-removed',
			'three claim-removed'
		]);
	});

	test('stop at the first denial, and nothing of the others remains', async () => {
		const outcome = await run([
			action(`api.accessToken.addScope('a'); api.idToken.setCustomClaim('https://e.com/a', 1);`, 'one'),
			action(`throw new Error('broken');`, 'two'),
			action(`console.log('never');`, 'three')
		]);
		expect(outcome.denial).toEqual({
			ruleId: 'two',
			ruleName: 'two',
			reason: 'threw',
			detail: 'Error: broken'
		});
		expect(outcome.scope).toBeUndefined();
		expect(outcome.idToken).toEqual({});
		expect(outcome.runs.map(({ result }) => result)).toEqual(['passed', 'denied', 'not-reached']);
	});

	test('are left out when they are switched off', async () => {
		const outcome = await run([{ ...action(`throw 1;`), enabled: false }]);
		expect(outcome.denial).toBeUndefined();
		expect(outcome.runs).toEqual([{ ruleId: 'one', ruleName: 'one', result: 'disabled', ms: 0, logs: [] }]);
	});

	test('share nothing but the login', async () => {
		const outcome = await run([
			body(`globalThis.left = 'here'; leftToo = 1; ${pass}`, 'one'),
			body(`console.log(typeof left, typeof leftToo, typeof globalThis.left); ${pass}`, 'two')
		]);
		expect(outcome.runs[1]?.logs).toEqual(['undefined undefined undefined']);
	});

	test('need no sandbox when there are none', async () => {
		const loadWasm = () => Promise.reject(new Error('must not be asked'));
		expect(await run([], { loadWasm })).toEqual({ accessToken: {}, idToken: {}, runs: [], notes: [] });
	});

	test('leave the input as it was', async () => {
		const before = structuredClone(input);
		await run([
			body(`user.email = ''; context.accessToken.scope.length = 0; ${pass}`),
			action('event.user = 0')
		]);
		expect(input).toEqual(before);
	});
});

describe('time and place', () => {
	test('a rule sees the time of the given clock, standing still', async () => {
		const now = () => Date.UTC(2030, 1, 3, 4, 5, 6);
		const code = `console.log(new Date().toISOString(), Date.now() === new Date().getTime(),
			new Date(0).toISOString(), new Date() instanceof Date, new Date().constructor === Date);`;
		expect((await run(action(code), { now })).runs[0]?.logs).toEqual([
			'2030-02-03T04:05:06.000Z true 1970-01-01T00:00:00.000Z true true'
		]);
	});

	test('each run says how long it took, by the given clock', async () => {
		let at = 0;
		const outcome = await run(action(''), { now: () => at++ });
		expect(outcome.runs[0]?.ms).toBeGreaterThan(0);
		expect(outcome.runs[0]?.ms).toBe(at - 1);
	});
});
