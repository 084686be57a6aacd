import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { newRealmSettingsSchema } from '$lib/authorization-server/settings';
import { readOptions } from '../../../src/node/idp-options';
import { developmentSecret, terminalSettings } from '../../../src/node/terminal-realm';

const origin = 'http://localhost:9400';
const nothing = { port: 9_400, redirectUris: [], logoutUris: [], apis: [], requirePkce: false };
const repeat = (flag: string, values: string[]): string[] => values.flatMap((value) => [flag, value]);

describe('the command line', () => {
	it('needs nothing', async () => {
		expect(await readOptions([])).toEqual(nothing);
	});

	it('has a port, redirect and logout URIs, APIs, and whether PKCE is required', async () => {
		const uris = ['http://localhost:3000/callback', 'com.example.app:/cb'];
		expect(await readOptions(repeat('--redirect-uri', uris))).toEqual({ ...nothing, redirectUris: uris });
		expect(await readOptions(repeat('--logout-uri', uris))).toEqual({ ...nothing, logoutUris: uris });
		expect(await readOptions(['--port', '0', '--require-pkce'])).toEqual({
			...nothing,
			port: 0,
			requirePkce: true
		});
		const apis = ['https://one.example', ' urn:two  read:a write:a ', 'api://three'];
		expect(await readOptions(repeat('--api', apis))).toEqual({
			...nothing,
			apis: [
				{ identifier: 'https://one.example', scopes: [] },
				{ identifier: 'urn:two', scopes: ['read:a', 'write:a'] },
				{ identifier: 'api://three', scopes: [] }
			]
		});
	});

	const many = Array.from({ length: 50 }, (_, at) => `https://a.example/${at}`);
	it.each([
		['a port that is none', ['--port', 'x'], '--port is a number from 0 to 65535, not x'],
		['a port that is too high', ['--port', '65536'], '--port is a number'],
		['a relative redirect URI', ['--redirect-uri', '/callback'], '--redirect-uri is an absolute URI'],
		['script', ['--redirect-uri', 'javascript:alert(1)'], '--redirect-uri is an absolute URI'],
		['a relative logout URI', ['--logout-uri', 'bye'], '--logout-uri is an absolute URI'],
		['too many', repeat('--redirect-uri', many), '--redirect-uri can be given 15 times, not 50'],
		['an API that is no URI', ['--api', 'things read'], '--api begins with an identifier'],
		['an API without a name', ['--api', ''], '--api begins with an identifier'],
		['an API with a fragment', ['--api', 'https://a.example/#x'], '--api begins with an identifier'],
		['a scope that is none', ['--api', 'urn:a say"hi"'], '--api urn:a: a scope has no quotation marks'],
		['the same API twice', ['--api', 'urn:a x', '--api', 'urn:a y'], '--api urn:a is there twice'],
		['too many APIs', repeat('--api', many), '--api can be given 40 times, not 50'],
		['a flag without its value', ['--api'], 'argument missing'],
		...['--redirect-uri', '--logout-uri', '--api'].map((flag): [string, string[], string] => [
			`--realm and ${flag}`,
			['--realm', 'x', flag, 'http://a.example/'],
			`leave ${flag} out`
		]),
		['--realm and --require-pkce', ['--realm', 'x', '--require-pkce'], 'leave --require-pkce out'],
		['a file that is not there', ['--realm', '/nowhere/realm.json'], 'ENOENT'],
		['a file that is no realm', ['--realm', 'package.json'], 'package.json is not taken in: not-a-realm'],
		['something else', ['--bogus'], "Unknown option '--bogus'"]
	])('says what is wrong with %s', async (_, args, words) => {
		await expect(readOptions(args)).rejects.toThrow(words);
	});
});

describe('the realm that it makes', () => {
	const most = Array.from({ length: 15 }, (_, at) => `https://a.example/${at}`);

	it.each([
		['nothing is said', {}],
		['all is said', { redirectUris: most, logoutUris: most, requirePkce: true }],
		['the same is said twice', { redirectUris: [`${origin}/callback/`, 'http://localhost:4173/callback/'] }],
		[
			'the sample API is named',
			{ apis: [{ identifier: `${origin}/api`, scopes: ['read:timesheets', 'own'] }] }
		],
		['an API has a scope twice', { apis: [{ identifier: 'urn:a', scopes: ['x', 'x'] }] }],
		['an API has a long name', { apis: [{ identifier: `urn:${'a'.repeat(1_900)}`, scopes: [] }] }]
	])('is one that is taken in, when %s', (_, changes) => {
		const parsed = v.safeParse(newRealmSettingsSchema, terminalSettings(origin, changes));
		expect(parsed.issues).toBeUndefined();
	});

	it('has a default API: the sample one, or the first that is named', () => {
		const apis = ['urn:one', 'urn:two'].map((identifier) => ({ identifier, scopes: ['do'] }));
		expect(terminalSettings(origin, {}).policy.defaultAudience).toBe(`${origin}/api`);
		const settings = terminalSettings(origin, { apis });
		expect(settings.policy.defaultAudience).toBe('urn:one');
		expect(settings.apis.map(({ identifier }) => identifier)).toEqual([
			`${origin}/api`,
			'urn:one',
			'urn:two'
		]);
		expect(settings.apis.every(({ allowOfflineAccess }) => allowOfflineAccess)).toBe(true);
		expect(settings.apis[1]?.scopes).toEqual([{ name: 'do', description: 'do' }]);
	});

	it('keeps the scopes of the sample API when it gets others', () => {
		const identifier = `${origin}/api`;
		const { apis } = terminalSettings(origin, { apis: [{ identifier, scopes: ['read:timesheets', 'own'] }] });
		const names = apis[0]?.scopes.map(({ name }) => name) ?? [];
		expect(names.filter((name) => name === 'read:timesheets')).toHaveLength(1);
		expect(names.at(-1)).toBe('own');
		expect(apis).toHaveLength(1);
	});

	it('lets each client be sent back and away to what was said', () => {
		const said = { redirectUris: ['https://a.example/cb'], logoutUris: ['https://a.example/bye'] };
		const { applications } = terminalSettings(origin, said);
		expect(applications.map(({ clientId }) => clientId)).toEqual([
			'playground-spa',
			'playground-native',
			'playground-web'
		]);
		for (const { redirectUris, logoutUris } of applications) {
			expect(redirectUris).toContain('https://a.example/cb');
			expect(logoutUris).toContain('https://a.example/bye');
		}
	});

	it('requires PKCE of public clients, and of the one with a secret when that is said', () => {
		expect(terminalSettings(origin, {}).policy).toMatchObject({
			requirePkce: true,
			requirePkceOfConfidential: false
		});
		expect(terminalSettings(origin, { requirePkce: true }).policy.requirePkceOfConfidential).toBe(true);
		const web = terminalSettings(origin, {}).applications.at(-1);
		expect(web).toMatchObject({ authMethod: 'client_secret', clientSecret: developmentSecret });
	});
});
