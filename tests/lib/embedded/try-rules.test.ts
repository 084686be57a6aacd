import { describe, expect, it } from 'vitest';
import { defaultRealmSettings } from '$lib/authorization-server/realm';
import type { Rule } from '$lib/authorization-server/settings';
import { tryRules } from '$lib/embedded/try-rules';
import { templateWords } from '$lib/lessons/en/provider/rules';
import { templates } from '$lib/sandbox/templates';
import { clock, loadWasm } from '../sandbox/sandbox-run';

const { applications, users } = defaultRealmSettings({ origin: 'https://playground.example', base: '' });

const password = 'a password that no rule sees';

const rule = (code: string, kind: Rule['kind'] = 'rule'): Rule => ({
	id: 'one',
	name: 'One',
	kind,
	enabled: true,
	code
});

const attempt = (rules: Rule[], who = 0) =>
	tryRules(
		{
			rules,
			user: { ...users[who]!, password },
			application: applications[0]!,
			scope: ['openid', 'read:timesheets'],
			audience: 'https://playground.example/api'
		},
		{ loadWasm, now: clock }
	);

describe('a trial run', () => {
	it('shows a rule the login that a real one would show it, without the password', async () => {
		const { runs } = await attempt([
			rule(`exports.onExecutePostLogin = async (event) => { console.log(JSON.stringify(event)); };`, 'action')
		]);
		const said = runs[0]!.logs[0]!;
		expect(JSON.parse(said)).toMatchObject({
			user: { user_id: 'user-erin', email: 'erin@example.com', user_metadata: { department: 'Design' } },
			client: { client_id: 'playground-spa' },
			transaction: { protocol: 'oidc-basic-profile', requested_scopes: ['openid', 'read:timesheets'] },
			authorization: { roles: ['employee'] },
			resource_server: { identifier: 'https://playground.example/api' }
		});
		expect(said).not.toContain(password);
	});

	it.each(templates.filter(({ use }) => use === 'deny-unverified-email'))(
		'the template $use as $kind lets Erin in and not Omar',
		async ({ code, kind }) => {
			expect((await attempt([rule(code(templateWords), kind)])).denial).toBeUndefined();
			expect((await attempt([rule(code(templateWords), kind)], 1)).denial).toMatchObject({
				reason: 'denied'
			});
		}
	);

	it('the department of the metadata comes into the ID token', async () => {
		const found = templates.filter(({ use }) => use === 'add-claim-from-metadata');
		for (const { code, kind } of found)
			expect((await attempt([rule(code(templateWords), kind)])).idToken).toEqual({
				'https://timesheets.example.com/department': 'Design'
			});
	});
});
