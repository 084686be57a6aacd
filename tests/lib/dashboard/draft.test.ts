import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultRealmSettings } from '$lib/authorization-server/realm';
import { policySchema, type Application } from '$lib/authorization-server/settings';
import { parseDraft, toDraft } from '$lib/dashboard/draft';
import { fieldsOf, policyGroups } from '$lib/dashboard/fields';
import { kinds } from '$lib/dashboard/items';
import type { Draft } from '$lib/state/record-form.svelte';

const policyFields = fieldsOf(policyGroups);
const settings = defaultRealmSettings({ origin: 'https://playground.example', base: '' });
const application = settings.applications[0]!;
const api = settings.apis[0]!;
const user = settings.users[0]!;

const typed = (changes: Draft): Draft => ({ ...toDraft(kinds.applications.fields, application), ...changes });

describe('what is typed and what is kept', () => {
	it('an application goes into its form and comes back as it was', () => {
		const back = kinds.applications.parse(typed({}), application, []);
		expect(back).toMatchObject({ ok: true, value: application });
	});

	it('an API with its scopes, a user with metadata, a rule with its id', () => {
		const rule = kinds.rules.start('one');
		expect(kinds.apis.parse(toDraft(kinds.apis.fields, api), api, [])).toEqual({ ok: true, value: api });
		expect(kinds.users.parse(toDraft(kinds.users.fields, user), user, [])).toEqual({ ok: true, value: user });
		expect(kinds.rules.parse(toDraft(kinds.rules.fields, rule), rule, [])).toEqual({ ok: true, value: rule });
	});

	it('a policy comes back as it was', () => {
		const back = parseDraft(policyFields, policySchema, toDraft(policyFields, settings.policy));
		expect(back).toMatchObject({ ok: true, value: settings.policy });
	});

	it('lists are lines, and empty lines are nobody’s', () => {
		const draft = typed({ redirectUris: ' https://a.example/cb \n\nhttps://b.example/cb\n' });
		expect(kinds.applications.parse(draft, application, [])).toMatchObject({
			value: { redirectUris: ['https://a.example/cb', 'https://b.example/cb'] }
		});
	});

	it('what is new in a list can be kept as it is offered', () => {
		const fresh = kinds.applications.start('abc');
		expect(kinds.applications.parse(toDraft(kinds.applications.fields, fresh), fresh, []).ok).toBe(true);
		const newApi = kinds.apis.start('abc');
		expect(kinds.apis.parse(toDraft(kinds.apis.fields, newApi), newApi, [api]).ok).toBe(true);
		const person = kinds.users.start('abc');
		expect(kinds.users.parse(toDraft(kinds.users.fields, person), person, settings.users).ok).toBe(true);
	});
});

describe('what is wrong is said at its field', () => {
	const faultsOf = (changes: Draft, others: Application[] = []): string[] => {
		const parsed = kinds.applications.parse(typed(changes), application, others);
		return parsed.ok ? [] : Object.keys(parsed.failure);
	};

	it.each([
		['a name of nothing', { name: '  ' }, ['name']],
		['a client id with a line break', { clientId: 'a\nb' }, ['clientId']],
		['a callback that runs script', { redirectUris: 'javascript:alert(1)' }, ['redirectUris']],
		['a callback with a fragment', { redirectUris: 'https://a.example/#x' }, ['redirectUris']],
		['an origin with a path', { allowedOrigins: 'https://a.example/' }, ['allowedOrigins']],
		['a secret that is missing', { authMethod: 'client_secret_basic' }, ['clientSecret']],
		['a secret that is short', { authMethod: 'client_secret_post', clientSecret: 'x' }, ['clientSecret']],
		['keys that are missing', { authMethod: 'private_key_jwt' }, ['jwks']],
		['keys that are no JSON', { jwks: '{' }, ['jwks']],
		['a private key', { jwks: '{"keys":[{"kty":"EC","d":"secret"}]}' }, ['jwks']],
		['a type that there is not', { type: 'desktop' }, ['type']],
		['several at once', { name: '', redirectUris: 'x' }, ['name', 'redirectUris']]
	])('%s', (_what, changes, fields) => {
		expect(faultsOf(changes).sort()).toEqual(fields);
	});

	it('the line of a list that is wrong', () => {
		const draft = typed({ redirectUris: 'https://a.example/cb\nnot a URL' });
		const parsed = kinds.applications.parse(draft, application, []);
		expect(parsed).toMatchObject({ failure: { redirectUris: expect.stringMatching(/^Line 2\. /) } });
	});

	it('an identifier that another item has, whatever its case', () => {
		expect(faultsOf({ clientId: 'Other' }, [{ ...application, clientId: 'other' }])).toEqual(['clientId']);
		const draft = { ...toDraft(kinds.users.fields, user), username: 'OMAR' };
		expect(kinds.users.parse(draft, user, settings.users.slice(1))).toMatchObject({
			failure: { username: expect.any(String) }
		});
	});

	it.each(['', ' ', '1.5', 'ten', '0', '-1', '601', '1e9'])('a code lifetime of "%s"', (codeLifetime) => {
		const draft = { ...toDraft(policyFields, settings.policy), codeLifetime };
		expect(parseDraft(policyFields, policySchema, draft)).toMatchObject({
			failure: { codeLifetime: expect.any(String) }
		});
	});
});

describe('what a form does not show', () => {
	it('is left out: a secret of a public client, callbacks of a machine', () => {
		const secret = { clientSecret: 'a secret that stays behind' };
		const open = kinds.applications.parse(typed(secret), application, []);
		expect(open.ok && 'clientSecret' in open.value).toBe(false);
		const machine = typed({ ...secret, type: 'machine', authMethod: 'client_secret_basic' });
		expect(kinds.applications.parse(machine, application, [])).toMatchObject({
			value: { redirectUris: [], clientSecret: secret.clientSecret }
		});
	});
});

it('whatever is typed, the result is valid or a fault is named', () => {
	const anything = fc.record(
		Object.fromEntries(
			kinds.users.fields.map(({ name, kind }) => [name, kind === 'toggle' ? fc.boolean() : fc.string()])
		)
	);
	fc.assert(
		fc.property(anything, (draft) => {
			const parsed = kinds.users.parse(draft, user, []);
			if (!parsed.ok) expect(Object.keys(parsed.failure).length).toBeGreaterThan(0);
		}),
		{ seed: 7, numRuns: 300 }
	);
});
