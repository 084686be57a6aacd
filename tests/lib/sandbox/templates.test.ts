import { describe, expect, test } from 'vitest';
import { templateTexts, templateWords } from '$lib/lessons/en/provider/rules';
import type { JsonObject, Rule, RuleContext, RulesOutcome } from '$lib/sandbox/rule';
import { templates, templateUses } from '$lib/sandbox/templates';
import type { TemplateUse } from '$lib/sandbox/templates';
import { input, run } from './sandbox-run';

const forms = ['rule', 'action'] as const;

const templateOf = (use: TemplateUse, kind: Rule['kind']): Rule => {
	const template = templates.find((candidate) => candidate.use === use && candidate.kind === kind);
	if (!template) throw new Error(`No template for ${use} as ${kind}`);
	return { id: use, name: use, kind, enabled: true, code: template.code(templateWords) };
};

interface Case {
	name: string;
	user?: JsonObject;
	context?: Partial<RuleContext>;
	expected: Partial<RulesOutcome> | RegExp;
}

const namespace = 'https://timesheets.example.com/';
const nothing = { accessToken: {}, idToken: {} };
const approving = { scope: ['openid', 'approve:timesheets'] };

const cases: Record<TemplateUse, Case[]> = {
	'change-scopes': [
		{
			name: 'adds what is missing and removes what is too much',
			context: { accessToken: { scope: ['openid', 'profile', 'delete:timesheets'] } },
			expected: { ...nothing, scope: ['openid', 'profile', 'read:timesheets'] }
		}
	],
	'scopes-by-role': [
		{
			name: 'takes the scope from an employee',
			context: { accessToken: approving },
			expected: { ...nothing, scope: ['openid'] }
		},
		{
			name: 'leaves it to a manager',
			context: { accessToken: approving, authorization: { roles: ['employee', 'manager'] } },
			expected: nothing
		}
	],
	'add-claim': [
		{
			name: 'adds the roles to both',
			expected: {
				accessToken: { [`${namespace}roles`]: ['employee'] },
				idToken: { [`${namespace}roles`]: ['employee'] }
			}
		}
	],
	'add-claim-from-metadata': [
		{
			name: 'adds the department',
			expected: { accessToken: {}, idToken: { [`${namespace}department`]: 'Design' } }
		},
		{ name: 'adds nothing where there is none', user: { sub: 'someone' }, expected: nothing }
	],
	'deny-by-email-domain': [
		{ name: 'lets people of the domain in', expected: nothing },
		{ name: 'whatever the case', user: { email: 'Erin@EXAMPLE.com' }, expected: nothing },
		{
			name: 'denies a stranger',
			user: { email: 'eve@evil.example' },
			expected: /^Only people of example\.com/
		},
		{
			name: 'denies who only looks alike',
			user: { email: 'eve@example.com.evil.example' },
			expected: /^Only people of example\.com/
		},
		{ name: 'denies who has no address', user: { sub: 'someone' }, expected: /^Only people of example\.com/ }
	],
	'deny-unverified-email': [
		{ name: 'lets a verified address in', expected: nothing },
		{ name: 'denies another', user: { email: 'a@b.example', email_verified: false }, expected: /verify/ }
	],
	'only-for-one-application': [
		{
			name: 'greets in the application',
			context: { clientID: 'playground-spa', clientName: 'PKCE Playground' },
			expected: { accessToken: {}, idToken: { [`${namespace}greeting`]: 'Hello from PKCE Playground' } }
		},
		{ name: 'not elsewhere', expected: nothing }
	],
	'look-inside': [{ name: 'changes nothing', expected: nothing }]
};

describe.each(templateUses)('the template %s', (use) => {
	const tried = cases[use].flatMap((one) => forms.map((kind) => ({ ...one, kind })));

	test.each(tried)('as $kind: $name', async ({ kind, user, context, expected }) => {
		const given = { user: user ?? input.user, context: { ...input.context, ...context } };
		const outcome = await run(templateOf(use, kind), {}, given);
		if (expected instanceof RegExp) {
			expect(outcome.denial?.reason).toBe('denied');
			expect(outcome.denial?.detail).toMatch(expected);
			return;
		}
		const { denial, scope, accessToken, idToken, notes } = outcome;
		expect(denial).toBeUndefined();
		expect({ scope, accessToken, idToken }).toEqual(expected);
		expect(notes.filter(({ kind: note }) => note === 'claim-dropped')).toEqual([]);
	});
});

describe('the templates', () => {
	test('have a name for each use, and for no other', () => {
		expect(Object.keys(templateTexts).toSorted()).toEqual([...templateUses].toSorted());
	});

	test('say words with an apostrophe as they are', async () => {
		const template = templates.find(({ use }) => use === 'deny-unverified-email');
		const verifyFirst = "N'oubliez pas \\ l'adresse";
		const code = template?.code({ ...templateWords, verifyFirst }) ?? '';
		const unverified = { ...input, user: { email: 'a@b.example', email_verified: false } };
		const rule: Rule = { id: 'a', name: 'a', kind: 'rule', enabled: true, code };
		expect((await run(rule, {}, unverified)).denial?.detail).toBe(verifyFirst);
	});

	test('each use has both forms, once', () => {
		const expected = templateUses.flatMap((use) => forms.map((kind) => `${use} ${kind}`));
		expect(templates.map(({ use, kind }) => `${use} ${kind}`)).toEqual(expected);
	});

	test('look-inside prints the whole of what a rule gets', async () => {
		for (const kind of forms) {
			const [only] = (await run(templateOf('look-inside', kind))).runs;
			expect(only?.logs.join('\n')).toContain('erin@example.com');
			expect(only?.logs.join('\n')).toContain('oidc-basic-profile');
		}
	});

	test('all that only add can run one after another', async () => {
		const together = templates
			.filter(({ use }) => use !== 'change-scopes')
			.map((template, index) => ({ ...templateOf(template.use, template.kind), id: `rule-${index}` }));
		const outcome = await run(together);
		expect(outcome.denial).toBeUndefined();
		expect(Object.keys(outcome.idToken).sort()).toEqual([`${namespace}department`, `${namespace}roles`]);
		expect(outcome.runs.every(({ result }) => result === 'passed')).toBe(true);
	});
});
