import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillWalk } from '$lib/browser/storage/fill-walk';
import { openDrafts } from '$lib/browser/storage/kept-values';
import { ConfigurationDraft } from '$lib/state/configuration-draft.svelte';
import { Drafts } from '$lib/state/drafts.svelte';
import { configurationSchema, type Configuration } from '$lib/trace/configuration';
import { authenticationMethods, extensions, responseModes } from '$lib/trace/configuration-choices';
import {
	configurationFields,
	configurationOf,
	draftName,
	fieldNames,
	filledIn
} from '$lib/trace/configuration-fields';
import { formatLink, parseLink } from '$lib/trace/link';
import { separateSecrets } from '$lib/trace/secret-settings';
import { storageOf } from '../../fixtures/storage';

const text = fc
	.string({ unit: 'grapheme', maxLength: 30 })
	.map((value) => value.toWellFormed().replace(/\s+/g, ' ').trim());
const said = text.filter((value) => value !== '');

/** As the form makes it: what says nothing is left out. */
const configurations: fc.Arbitrary<Configuration> = fc.record(
	{
		issuer: text,
		clientId: text,
		redirectUri: text,
		scope: text,
		audience: said,
		resource: said,
		preset: said,
		responseMode: fc.constantFrom(...responseModes),
		authentication: fc.constantFrom(...authenticationMethods.filter((method) => method !== 'none')),
		extensions: fc.subarray([...extensions], { minLength: 1 }),
		extra: fc.array(
			fc.tuple(
				said,
				fc.string({ unit: 'grapheme' }).map((value) => value.toWellFormed())
			)
		),
		apiUrl: text
	},
	{ requiredKeys: ['issuer', 'clientId', 'redirectUri', 'scope', 'extra', 'apiUrl'] }
);

/** Every setting said, and no two the same. */
const whole: Configuration = {
	issuer: 'https://id.example/a',
	clientId: 'client',
	redirectUri: 'https://app.example/callback/',
	scope: 'openid email',
	audience: 'https://api.example/',
	resource: 'urn:resource',
	preset: 'keycloak',
	responseMode: 'fragment.jwt',
	authentication: 'client_secret_basic',
	extensions: ['par', 'dpop', 'request-object'],
	extra: [['prompt', 'login']],
	apiUrl: 'https://api.example/things'
};
const bare: Configuration = { ...whole, scope: '', clientId: '', extra: [], apiUrl: '' };
for (const name of [
	'audience',
	'resource',
	'preset',
	'responseMode',
	'authentication',
	'extensions'
] as const)
	delete bare[name];

const anyName = fc.oneof(
	fc.constantFrom(
		...fieldNames.map(draftName),
		'endpoint token_endpoint',
		'verifier',
		'link step',
		'__proto__',
		'edit token'
	),
	fc.string()
);
const anyDrafts = fc.dictionary(anyName, fc.string({ unit: 'grapheme' }));

describe('the table of settings', () => {
	it('has every member of a configuration, each with a name of its own', () => {
		expect([...fieldNames].sort()).toEqual(Object.keys(configurationSchema.entries).sort());
		expect(new Set(fieldNames.map((name) => configurationFields[name].link)).size).toBe(fieldNames.length);
		expect(Object.keys(whole).sort()).toEqual([...fieldNames].sort());
	});

	it.each(fieldNames)('keeps %s apart from all others', (name) => {
		const { format, read } = configurationFields[name];
		expect({ ...bare, ...read(format(whole)) }).toEqual({ ...bare, [name]: whole[name] });
	});

	it('brings any configuration back from its texts', () => {
		fc.assert(
			fc.property(configurations, (configuration) => {
				expect(configurationOf((name) => configurationFields[name].format(configuration))).toEqual(
					configuration
				);
			})
		);
	});

	it('reads any texts into a configuration', () => {
		fc.assert(fc.property(fc.func(fc.string({ unit: 'binary' })), (texts) => void configurationOf(texts)));
	});
});

describe('the form, after a configuration was put into it', () => {
	const formOf = async (kept: Configuration, typed: Record<string, string>) => {
		let values = typed;
		const drafts = new Drafts({
			read: () => Promise.resolve({ value: values }),
			write: (next) => void (values = next)
		});
		await drafts.restore();
		return { drafts, form: new ConfigurationDraft(drafts, kept) };
	};

	it('holds exactly that one, whatever was in use or typed before', async () => {
		await fc.assert(
			fc.asyncProperty(configurations, configurations, anyDrafts, async (before, configuration, typed) => {
				const { drafts, form } = await formOf(before, typed);
				form.fill(configuration);
				expect(form.configuration).toEqual(configuration);
				expect(form.differsFrom(configuration)).toBe(false);
				expect(drafts.get('endpoint token_endpoint')).toBeUndefined();
				if (Object.hasOwn(typed, 'verifier')) expect(drafts.get('verifier')).toBe(typed.verifier);
			})
		);
	});

	it('holds exactly that one when another page put it there', async () => {
		await fc.assert(
			fc.asyncProperty(configurations, configurations, async (before, configuration) => {
				const storage = storageOf();
				const stored = openDrafts('', () => storage);
				stored.write(filledIn({ verifier: 'typed' }, before));
				await fillWalk('', configuration, () => storage);
				const { drafts, form } = await formOf(before, (await stored.read()).value);
				expect(form.configuration).toEqual(configuration);
				expect(drafts.get('verifier')).toBe('typed');
			})
		);
	});

	it.each(fieldNames)('leaves nothing of an earlier %s', async (name) => {
		const { form } = await formOf(whole, filledIn({}, whole));
		form.fill(bare);
		expect(form.configuration[name]).toEqual(bare[name]);
	});
});

describe('a link', () => {
	it.each(fieldNames)('carries %s', (name) => {
		const configuration = { ...bare, scope: 'openid', [name]: whole[name] };
		const parsed = parseLink(formatLink(configuration), { redirectUri: 'https://other.example/' });
		expect(parsed).toMatchObject({ ok: true, value: { configuration } });
	});

	it('of any configuration is read as that one, or refused by name', () => {
		fc.assert(
			fc.property(configurations, (configuration) => {
				const parsed = parseLink(formatLink({ ...configuration, issuer: whole.issuer }), whole);
				if (!parsed.ok) expect(parsed.failure.where).not.toBe('');
			})
		);
	});
});

it('what leaves the tab is a configuration still', () => {
	fc.assert(
		fc.property(configurations, (configuration) => {
			const separated = separateSecrets(configuration);
			if (separated.leftOut.length === 0) expect(separated.configuration).toEqual(configuration);
			expect(separateSecrets(separated.configuration).leftOut).toEqual([]);
		})
	);
});
