import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { defaultRealmSettings } from '$lib/authorization-server/realm';
import { formatRealmFile, parseRealmFile } from '$lib/authorization-server/realm-file';
import { realmSettingsSchema, type RealmSettings } from '$lib/authorization-server/settings';
import { createServer, form, web } from '../../rfc/server';

const start = () => defaultRealmSettings({ origin: 'http://localhost:4173', base: '/docs' });
const isValid = (change: (settings: RealmSettings) => void): boolean => {
	const settings = start();
	change(settings);
	return v.safeParse(realmSettingsSchema, settings).success;
};
const fileOf = (settings: unknown, version: unknown = 1) =>
	JSON.stringify({ format: 'pkce-playground-realm', version, settings });

describe('the settings that a realm starts with', () => {
	test('are valid, and have their addresses from where the site is', () => {
		expect(isValid(() => undefined)).toBe(true);
		expect(start().applications[0]!.redirectUris).toEqual(['http://localhost:4173/docs/callback/']);
		expect(start().apis[0]!.identifier).toBe('http://localhost:4173/docs/api');
	});

	test('are new each time', () => {
		const settings = start();
		settings.users[0]!.roles.push('admin');
		settings.policy.allowPlain = true;
		expect(start().users[0]!.roles).toEqual(['employee']);
		expect(start().policy.allowPlain).toBe(false);
	});
});

describe('settings that are refused', () => {
	test.each([
		'javascript:alert(1)',
		'JAVASCRIPT:alert(1)',
		'data:text/html,x',
		'/relative',
		'https://a.example/#fragment',
		'https://a.example/ space',
		'https://例え.example/callback',
		'https://a.example/caf\u00e9',
		'http://127.0.0.1:*.attacker.example/'
	])('the redirect URI %s', (uri) => {
		expect(isValid(({ applications }) => applications[0]!.redirectUris.push(uri))).toBe(false);
	});

	test.each([
		'com.example.timesheets:/callback',
		'http://127.0.0.1:*/cb',
		'http://[::1]:*/cb',
		'https://a.example/'
	])('but not %s', (uri) => {
		expect(isValid(({ applications }) => applications[0]!.redirectUris.push(uri))).toBe(true);
	});

	test.each(['a\nb', 'a\u0000b', '\u202emoc.knab', 'a\u2067b', '  '])('the name %j', (name) => {
		expect(isValid(({ applications }) => (applications[0]!.name = name))).toBe(false);
		expect(isValid(({ users }) => (users[0]!.name = name))).toBe(false);
	});

	test.each(['Zoë', '日本', '👩‍💻', 'שלום'])('but not the name %s', (name) => {
		expect(isValid(({ applications }) => (applications[0]!.name = name))).toBe(true);
	});

	test('two of the same name', () => {
		expect(isValid(({ applications }) => applications.push({ ...applications[0]! }))).toBe(false);
		expect(isValid(({ apis }) => apis.push({ ...apis[0]! }))).toBe(false);
		expect(isValid(({ users }) => users.push({ ...users[0]!, sub: 'other' }))).toBe(false);
	});

	test('a public client with a secret, a confidential one without', () => {
		expect(isValid(({ applications }) => applications.push({ ...web, authMethod: 'none' }))).toBe(false);
		const { clientSecret: _, ...secretless } = web;
		expect(isValid(({ applications }) => applications.push(secretless))).toBe(false);
		expect(isValid(({ applications }) => applications.push({ ...web }))).toBe(true);
	});

	test('lifetimes of nothing, and of more than is safe', () => {
		for (const codeLifetime of [0, -1, 1.5, 601, Number.NaN])
			expect(isValid(({ policy }) => void (policy.codeLifetime = codeLifetime))).toBe(false);
	});

	test('an origin with a path', () => {
		expect(isValid(({ applications }) => applications[0]!.allowedOrigins.push('https://a.example/'))).toBe(
			false
		);
		expect(isValid(({ applications }) => applications[0]!.allowedOrigins.push('https://a.example'))).toBe(
			true
		);
	});
});

describe('a realm as a file', () => {
	test.each([true, false])('what an earlier build kept, with one switch for PKCE: %s', (requirePkce) => {
		const { requirePkceOfConfidential: _, ...policy } = start().policy;
		const parsed = parseRealmFile(fileOf({ ...start(), policy: { ...policy, requirePkce } }));
		expect(parsed).toMatchObject({
			ok: true,
			value: { policy: { requirePkce, requirePkceOfConfidential: requirePkce } }
		});
	});

	test('comes back as it went', () => {
		expect(parseRealmFile(formatRealmFile(start()))).toEqual({ ok: true, value: start() });
	});

	test.each([
		['not-json', '{'],
		['not-a-realm', '{}'],
		['not-a-realm', 'null'],
		['not-a-realm', '[]'],
		['not-a-realm', fileOf({})],
		['version-unknown', fileOf(start(), 2)],
		['too-large', ' '.repeat(1_000_001)]
	])('is refused as %s', (reason, text) => {
		expect(parseRealmFile(text)).toMatchObject({ ok: false, failure: { reason } });
	});

	test('says where it is wrong', () => {
		const settings = start();
		settings.applications[0]!.redirectUris = ['javascript:alert(1)'];
		expect(parseRealmFile(fileOf(settings))).toMatchObject({
			failure: { where: 'settings.applications.0.redirectUris.0: not a redirect URI' }
		});
	});

	test('is refused when its default audience is no API of its own', () => {
		const settings = start();
		settings.policy.defaultAudience = 'https://gone.example/';
		expect(parseRealmFile(fileOf(settings))).toMatchObject({
			failure: { where: 'settings.policy.defaultAudience: no API has this identifier' }
		});
	});

	test('leaves out what it does not know', () => {
		const parsed = parseRealmFile(fileOf({ ...start(), extra: 1 }));
		expect(parsed).toEqual({ ok: true, value: start() });
	});

	test('with names that are hostile shows them as text', async () => {
		const name = '</title><script>probe()</script>"\'&';
		const settings = start();
		settings.applications[0]!.name = name;
		settings.users[0]!.name = name;
		settings.users[0]!.username = name;
		settings.apis[0]!.name = name;
		settings.apis[0]!.scopes[0]!.description = name;
		const parsed = parseRealmFile(fileOf(settings));
		expect(parsed.ok).toBe(true);
		const server = createServer((own) => {
			own.applications[0]!.name = name;
			own.users[0]!.name = name;
			own.users[0]!.username = name;
			own.apis[0]!.name = name;
			own.apis[0]!.scopes[0]!.description = name;
		});
		const signIn = await (await server.authorize()).text();
		const interaction = /name="interaction" value="([^"]+)"/.exec(signIn)![1];
		const consent = await (await server.post('/sign-in', form({ interaction, user: name }))).text();
		for (const page of [signIn, consent]) {
			expect(page).not.toContain('<script>');
			expect(page).toContain('&lt;script&gt;probe()');
		}
	});

	test('whatever it is, it is settings or a reason', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string(),
					fc.json(),
					fc.jsonValue().map((value) => fileOf(value))
				),
				(text) => {
					const parsed = parseRealmFile(text);
					if (parsed.ok) expect(v.is(realmSettingsSchema, parsed.value)).toBe(true);
					else expect(parsed.failure.reason).toBeTruthy();
				}
			),
			{ seed: 7, numRuns: 300 }
		);
	});
});
