/** Every setting × every form in which a secret can stand in it. */
import { describe, expect, it } from 'vitest';
import { secretText } from '$lib/lessons/en/failures/secret-kinds';
import type { Configuration } from '$lib/trace/configuration';
import { configurationFields, fieldNames, type FieldName } from '$lib/trace/configuration-fields';
import { formatLink, parseLink } from '$lib/trace/link';
import { separateSecrets, withoutSecrets } from '$lib/trace/secret-settings';
import { openConfigurations } from '$lib/browser/storage/kept-values';
import { SavedConfigurations } from '$lib/state/saved-configurations.svelte';
import { storageOf } from '../../fixtures/storage';

const whole: Configuration = {
	issuer: 'https://login.microsoftonline.com/0d1f7a1c-2b9e-4f4e-9d0c-6a1b2c3d4e5f/v2.0',
	clientId: 'aBcDeFgHiJkLmNoPqRsTuVwXyZ012345',
	redirectUri: 'https://playground.example/callback/',
	scope: 'openid user.info.basic video.upload https://graph.example/.default token:read',
	audience: 'https://api.example.com/',
	resource: 'urn:example:api',
	preset: 'entra',
	responseMode: 'fragment',
	authentication: 'client_secret_post',
	extensions: ['par', 'dpop'],
	extra: [
		['prompt', 'consent'],
		['acr_values', 'a=b&c'],
		['claims', '{"id_token":{"auth_time":{"essential":true}}}'],
		['login_hint', 'acct:carol@example.com'],
		['organization', 'org_AbCdEf0123456789']
	],
	apiUrl:
		'https://sheets.example/v4/spreadsheets/1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms?page=2&sort=name#top'
};

const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';
const opaque = 'SlAV32hkKGxQ9mZt7rW1pY0u';

/** A secret as a whole value. */
const values: Record<string, string> = {
	jwt,
	'a JWT inside a word': `token_${jwt}`,
	'an encrypted JWT': 'eyJhbGciOiJkaXIiLCJlbmMiOiJBIn0..aXY.Y2lwaGVy.dGFn',
	'an unsigned JWT': 'eyJhbGciOiJub25lIn0.eyJhIjoxfQ.',
	'a JWT, encoded': jwt.replaceAll('.', '%2E'),
	bearer: `Bearer ${opaque}`,
	basic: `Basic ${btoa('user:password')}`,
	dpop: `DPoP ${opaque}`,
	pem: '-----BEGIN PRIVATE KEY-----MIGH',
	jwk: '{"kty":"EC","crv":"P-256","d":"abc"}',
	'a token of GitHub': 'ghp_0123456789abcdefghijABCDEFGHIJ012345',
	'a key of Google': 'AIzaSyA0123456789abcdefghijklmnopqrstu',
	'a key of Stripe': 'sk_live_0123456789abcdef',
	'access_token=': `access_token=${opaque}`,
	'client_secret=': 'client_secret=hush',
	'an API key as a header': 'X-Api-Key: hush'
};

/** A secret as a part of an address; the rest of it stays. */
const parts: [where: string, address: string, rest: string][] = [
	['in the query', 'https://a.example/v1?page=2&access_token=hush', 'https://a.example/v1?page=2'],
	['first in the query', 'https://a.example/v1?token=hush&page=2', 'https://a.example/v1?page=2'],
	['alone in the query', 'https://a.example/v1?key=hush', 'https://a.example/v1'],
	['as apiKey', 'https://a.example/v1?apiKey=hush', 'https://a.example/v1'],
	['as api-key', 'https://a.example/v1?api-key=hush', 'https://a.example/v1'],
	['as sig', 'https://a.example/v1?sv=1&sig=hush', 'https://a.example/v1?sv=1'],
	['as a code', 'https://a.example/v1?code=hush', 'https://a.example/v1'],
	['as a password', 'https://a.example/v1?user=a&pwd=hush', 'https://a.example/v1?user=a'],
	['under an encoded name', 'https://a.example/v1?acc%65ss_tok%65n=hush', 'https://a.example/v1'],
	['in capitals', 'https://a.example/v1?ACCESS_TOKEN=hush', 'https://a.example/v1'],
	['under a name of its own, by its look', `https://a.example/v1?x=${opaque}`, 'https://a.example/v1'],
	['in hexadecimal', 'https://a.example/v1?appid=0123456789abcdef0123456789abcdef', 'https://a.example/v1'],
	['without a name', `https://a.example/v1?${opaque}`, 'https://a.example/v1'],
	['as a JWT under any name', `https://a.example/v1?x=${jwt}&y=1`, 'https://a.example/v1?y=1'],
	['in the fragment', 'https://a.example/v1#access_token=hush&a=b', 'https://a.example/v1#a=b'],
	['as the fragment', `https://a.example/v1#${opaque}`, 'https://a.example/v1'],
	['behind a route in the fragment', 'https://a.example/#/a?access_token=hush', 'https://a.example/'],
	['as user name and password', 'https://user:hush@a.example/v1', 'https://a.example/v1'],
	['as a user name', 'https://hush@a.example/v1', 'https://a.example/v1'],
	['as a password alone', 'https://:hush@a.example/v1', 'https://a.example/v1'],
	['before backslashes', 'https:\\\\user:hush@a.example/v1', 'https:\\\\a.example/v1'],
	['in the path', `https://a.example/${jwt}/v1`, ''],
	['in the path, as a pair', 'https://a.example/v1;access_token=hush/b', ''],
	['in the path, behind what opens doors', `https://a.example/api/mcp/s/hush${opaque}/mcp`, ''],
	['in the path of a hook', `https://a.example/webhooks/hush${opaque}`, ''],
	[
		'as the step of a sign-in',
		'https://a.example/authenticate?session_code=hush&tab=1',
		'https://a.example/authenticate?tab=1'
	],
	['as user and password without a scheme', 'user:hush@a.example/v1', ''],
	[
		'inside another address',
		'https://a.example/?next=https%3A%2F%2Fb.example%2F%3Faccess_token%3Dhush',
		'https://a.example/'
	],
	[
		'inside another address, encoded twice',
		'https://a.example/?next=%252F%253Faccess_token%253Dhush',
		'https://a.example/'
	],
	[
		'as the user of another address',
		'https://a.example/?next=https%3A%2F%2Fu%3Ahush%40b.example',
		'https://a.example/'
	]
];

const addressed = fieldNames.filter((name) =>
	['address', 'identifier'].includes(configurationFields[name].kind)
);
const written = fieldNames.filter((name) => configurationFields[name].kind !== 'choice');

const holding = (name: FieldName, text: string): Configuration =>
	name === 'extra' ? { ...whole, extra: [...whole.extra, ['hint', text]] } : { ...whole, [name]: text };

const linkOf = (configuration: Configuration): string =>
	`?${new URLSearchParams([
		...fieldNames
			.filter((name) => name !== 'extra')
			.map((name) => [configurationFields[name].link, configurationFields[name].format(configuration)]),
		...configuration.extra.map(([name, value]) => ['extra', `${name}=${value}`])
	])}`;

function kept(configuration: Configuration): string {
	const storage = storageOf();
	new SavedConfigurations(openConfigurations('', () => storage)).remember(configuration);
	return storage.getItem('pkce-playground / configurations') ?? '';
}

const bodyOf = (text: string): string =>
	/hush|eyJ[\w-]+|SlAV\w+|MIGH|"d"|ghp_\w+|AIza\w+|sk_live\w+|dXNlcj\w+/.exec(text)?.[0] ?? text;

describe('a configuration without any', () => {
	it('goes out and comes in as it is', () => {
		expect(separateSecrets(whole)).toEqual({ configuration: whole, leftOut: [] });
		expect(parseLink(formatLink(whole), whole)).toMatchObject({ ok: true, value: { configuration: whole } });
	});
});

describe.each(written)('%s', (name) => {
	const { link } = configurationFields[name];

	it.each(Object.entries(values))(
		'that is a secret (%s) is refused in a link, by name, and goes nowhere',
		(_, value) => {
			const configuration = holding(name, value);
			const parsed = parseLink(linkOf(configuration), whole);
			expect(parsed).toMatchObject({ ok: false, failure: { reason: 'secret-in-link' } });
			expect(!parsed.ok && parsed.failure.where).toContain(name === 'extra' ? 'hint' : link);
			const secret = bodyOf(value);
			expect(decodeURIComponent(formatLink(configuration))).not.toContain(secret);
			expect(kept(configuration)).not.toContain(secret);
			expect(separateSecrets(configuration).leftOut.map(secretText)).toEqual([
				name === 'extra' ? 'hint' : expect.stringContaining(`${link}: `)
			]);
		}
	);

	it.each(parts)('with a secret %s is refused in a link, and goes nowhere', (_, address) => {
		const configuration = holding(name, address);
		if (!addressed.includes(name) && /^user:/.test(address)) return;
		expect(parseLink(linkOf(configuration), whole)).toMatchObject({
			ok: false,
			failure: { reason: 'secret-in-link' }
		});
		expect(decodeURIComponent(formatLink(configuration))).not.toContain(bodyOf(address));
		expect(kept(configuration)).not.toContain(bodyOf(address));
	});
});

describe.each(addressed)('of the address %s', (name) => {
	it.each(parts)('a secret %s is left out, and the rest stays', (_, address, rest) => {
		const cleaned = withoutSecrets(holding(name, address));
		expect(configurationFields[name].format(cleaned)).toBe(rest);
		expect({ ...cleaned, [name]: '' }).toEqual({ ...whole, [name]: '' });
	});
});

describe('a list of words', () => {
	it('loses the word that is a secret', () => {
		expect(withoutSecrets({ ...whole, scope: `openid ${jwt} email` }).scope).toBe('openid email');
	});
});

describe('what an earlier version kept', () => {
	it('is cleaned when it is read, also where it lies', async () => {
		const storage = storageOf();
		const stored = openConfigurations('', () => storage);
		stored.write([holding('apiUrl', 'https://a.example/v1?page=2&access_token=hush'), whole]);
		const saved = new SavedConfigurations(openConfigurations('', () => storage));
		await saved.restore();
		expect(saved.list).toEqual([holding('apiUrl', 'https://a.example/v1?page=2'), whole]);
		expect(JSON.stringify(storage.getItem('pkce-playground / configurations'))).not.toContain('hush');
	});

	it('says what was not kept for next time', async () => {
		const saved = new SavedConfigurations(openConfigurations('', () => storageOf()));
		await saved.remember(holding('apiUrl', 'https://a.example/v1?access_token=hush'));
		expect(saved.leftOut.map(secretText)).toEqual(['api: access_token']);
		await saved.remember(whole);
		expect(saved.leftOut).toEqual([]);
	});
});
