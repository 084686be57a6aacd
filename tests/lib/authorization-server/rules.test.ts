import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import type { RuleRunner, RulesOutcome } from '$lib/authorization-server/rules-port';
import { say } from '$lib/lexicon/said';
import { createServer, interactionOf, form } from '../../rfc/server';

const nothing: RulesOutcome = {
	accessToken: {},
	idToken: {},
	runs: [{ ruleId: 'one', ruleName: 'One', result: 'passed' }],
	notes: []
};

function createWithRule(outcome: Partial<RulesOutcome> = {}) {
	const server = createServer(({ rules }) => {
		rules.push({ id: 'one', name: 'One', kind: 'rule', enabled: true, code: '' });
	});
	const inputs: Parameters<RuleRunner['run']>[1][] = [];
	server.realm.rules = {
		run: async (_, input) => {
			inputs.push(input);
			return { ...nothing, ...outcome };
		}
	};
	const checkOf = (id: string) =>
		server.decisions.flatMap(({ checks }) => checks).find((check) => check.id === id);
	return { server, inputs, checkOf };
}

describe('rules', () => {
	test('add namespaced claims to either token', async () => {
		const claim = 'https://example.com/team';
		const { server, checkOf } = createWithRule({
			accessToken: { [claim]: 'a' },
			idToken: { [claim]: ['b'] }
		});
		const tokens = await server.tokens();
		expect(decodeJwt(tokens.access_token)[claim]).toBe('a');
		expect(decodeJwt(tokens.id_token!)[claim]).toEqual(['b']);
		expect(checkOf('as-rules-claims')?.status).toBe('pass');
	});

	test.each(['team', 'sub', 'roles', 'https:', 'ftp://example.com/team', 'https://exa mple.com/'])(
		'cannot add the claim %s, and the decision says so',
		async (claim) => {
			const { server, checkOf } = createWithRule({
				accessToken: { [claim]: 'x' },
				idToken: { [claim]: 'x' }
			});
			const tokens = await server.tokens();
			expect(decodeJwt(tokens.access_token)[claim]).not.toBe('x');
			expect(decodeJwt(tokens.id_token!)[claim]).not.toBe('x');
			expect(checkOf('as-rules-claims')).toMatchObject({
				status: 'warn',
				actual: say('dropped', claim)
			});
		}
	);

	test('claims that the sandbox dropped are named too', async () => {
		const { server, checkOf } = createWithRule({
			notes: [{ ruleId: 'one', kind: 'claim-dropped', claim: 'admin', token: 'id_token' }]
		});
		await server.tokens();
		expect(checkOf('as-rules-claims')).toMatchObject({
			status: 'warn',
			actual: say('claim-dropped', 'admin', 'id_token')
		});
	});

	test('change the scope, before the person is asked', async () => {
		const { server, checkOf } = createWithRule({ scope: ['openid', 'read:timesheets', 'fly:rockets'] });
		const signIn = await (await server.authorize()).text();
		const answer = form({ interaction: interactionOf(signIn), user: 'erin' });
		const consent = await (await server.post('/sign-in', answer)).text();
		expect(consent).toContain('read:timesheets');
		expect(consent).not.toContain('create:timesheets');
		expect(checkOf('as-rules-scope')).toMatchObject({
			status: 'warn',
			actual: say('dropped', 'fly:rockets')
		});
		expect((await server.tokens()).scope).toBe('openid read:timesheets');
	});

	test('deny: access_denied with the reason of the rule', async () => {
		const denial = { ruleId: 'one', ruleName: 'One', reason: 'denied', detail: 'Only on weekdays' };
		const { server } = createWithRule({
			denial,
			runs: [{ ruleId: 'one', ruleName: 'One', result: 'denied' }]
		});
		const location = await server.click(await server.authorize());
		expect(location.searchParams.get('error')).toBe('access_denied');
		expect(location.searchParams.get('error_description')).toBe('Only on weekdays');
		expect(server.failed()).toEqual(['as-rules-run']);
	});

	test('fail: access_denied, and the client does not learn how', async () => {
		const denial = { ruleId: 'one', ruleName: 'One', reason: 'threw', detail: 'secret of the realm' };
		const { server } = createWithRule({ denial });
		const location = await server.click(await server.authorize());
		expect(location.searchParams.get('error')).toBe('access_denied');
		expect(location.href).not.toContain('secret');
	});

	test('see the login: client, protocol, scope, roles, and never the password', async () => {
		const { server, inputs } = createWithRule();
		await server.tokens();
		expect(inputs[0]!.context).toMatchObject({
			clientID: 'playground-spa',
			protocol: 'oidc-basic-profile',
			authorization: { roles: ['employee'] },
			stats: { loginsCount: 1 }
		});
		expect(inputs[0]!.context.accessToken.scope).toContain('read:timesheets');
		expect(JSON.stringify(inputs)).not.toContain('"password"');
		expect(inputs[0]!.user['email']).toBe('erin@example.com');
	});

	test('run once in a login, consent or not', async () => {
		const { server, inputs } = createWithRule();
		await server.tokens();
		expect(inputs).toHaveLength(1);
		await server.tokens();
		expect(inputs).toHaveLength(2);
	});

	test('their claims stay at a refresh', async () => {
		const claim = 'https://example.com/team';
		const { server } = createWithRule({ accessToken: { [claim]: 'a' } });
		const { refresh_token } = await server.tokens();
		const { access_token } = await (await server.refresh(refresh_token)).json();
		expect(decodeJwt(access_token)[claim]).toBe('a');
	});

	test('that are switched on where nothing can run them let nobody in', async () => {
		const { server } = createWithRule();
		delete server.realm.rules;
		const location = await server.click(await server.authorize());
		expect(location.searchParams.get('error')).toBe('access_denied');
	});

	test('that are switched off do nothing and are not mentioned', async () => {
		const { server, inputs, checkOf } = createWithRule();
		server.realm.settings.rules[0]!.enabled = false;
		await server.tokens();
		expect(inputs).toEqual([]);
		expect(checkOf('as-rules-run')).toBeUndefined();
	});
});
