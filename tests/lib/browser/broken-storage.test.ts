/** Whatever lies in the storage of this site: it is read as far as it can be, the rest is put aside and told. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStoredConfigurations } from '$lib/browser/storage/local-storage';
import { openSecretsSwitch } from '$lib/browser/storage/secrets-switch';
import { openStoredDrafts, openStoredTrace } from '$lib/browser/storage/session-storage';
import { openConfigurations, openDrafts } from '$lib/browser/storage/kept-values';
import { toEditable } from '$lib/flow/edit';
import { emptySession } from '$lib/flow/session';
import { stepOf } from '$lib/flow/steps';
import { moveIds } from '$lib/lexicon/steps';
import { ConfigurationDraft } from '$lib/state/configuration-draft.svelte';
import { Drafts } from '$lib/state/drafts.svelte';
import { editName, editOf } from '$lib/flow/kept-edit';
import { SavedConfigurations } from '$lib/state/saved-configurations.svelte';
import { configurationFields, draftName, fieldNames } from '$lib/trace/configuration-fields';
import { formatLink } from '$lib/trace/link';
import { formatCurl } from '$lib/wire/curl';
import type { HttpRequest } from '$lib/wire/http';
import { storageOf } from '../../fixtures/storage';
import { configuration } from '../../fixtures/walk';
import { sessionAfter } from '../../fixtures/session';

/** Drafts of which this one was kept. */
async function draftsHolding(name: string, text: string): Promise<Drafts> {
	const drafts = new Drafts({
		read: () => Promise.resolve({ value: { [name]: text } }),
		write: () => undefined
	});
	await drafts.restore();
	return drafts;
}

const keyOf = (name: string): string => `pkce-playground / ${name}`;

const whole = JSON.stringify(configuration);
/** What may lie where a JSON text is expected. */
const rubbish: fc.Arbitrary<string> = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.json(),
	fc.constantFrom(
		'',
		'null',
		'7',
		'"text"',
		'[]',
		'{}',
		'[null]',
		'{"a":null}',
		'{"configure scope":7,"verifier":"typed"}',
		'{"__proto__":"a","constructor":"b","toString":"c","hasOwnProperty":"d"}',
		'{"configure extra":"%zz=%","configure extensions":"par par dpop x","configure issuer":"http://["}',
		'{"configure authentication":"admin","configure responseMode":"form_post","link step":"admin"}',
		'{"format":"pkce-playground-trace","version":2,"facts":[]}',
		'{"format":"pkce-playground-trace","version":"1","facts":[]}',
		'{"format":"pkce-playground-trace","version":1,"facts":[{"kind":"?"}]}',
		`[${whole},null,{"issuer":1}]`,
		`[{"__proto__":${whole}}]`,
		`[${whole.replace('"extra":[]', '"extra":[["a"]]')}]`,
		`[${Array.from({ length: 200 }, () => whole).join(',')}]`,
		`{"a":"${'x'.repeat(1_100_000)}","verifier":"typed"}`,
		'['.repeat(10_000)
	)
);

describe('whatever lies in the storage', () => {
	it('the trace is read or put aside', async () => {
		await fc.assert(
			fc.asyncProperty(rubbish, async (text) => {
				const storage = storageOf(Infinity, { [keyOf('trace')]: text });
				const kept = await openStoredTrace('', () => storage).read();
				expect(await sessionAfter(kept.ok ? (kept.value ?? []) : [])).toBeDefined();
				if (!kept.ok) expect(openStoredTrace('', () => storage).putAside()).toEqual([text]);
			})
		);
	});

	it('what was being typed is read as far as it can be, and the form stands', async () => {
		await fc.assert(
			fc.asyncProperty(rubbish, async (text) => {
				const storage = storageOf(Infinity, { [keyOf('drafts')]: text });
				const drafts = new Drafts(openDrafts('', () => storage));
				await drafts.restore();
				const { configuration: typed } = new ConfigurationDraft(drafts, configuration);
				expect(formatLink(typed)).toMatch(/^\?/);
				expect(typed).toHaveProperty('issuer', expect.any(String));
				if (drafts.trouble) expect(drafts.trouble.reason).toBe('drafts-unreadable');
				// It was told once, and what could be read is there still.
				const again = new Drafts(openDrafts('', () => storage));
				await again.restore();
				expect(again.trouble).toBeUndefined();
				for (const name of ['verifier', ...fieldNames.map(draftName)])
					expect(again.get(name)).toBe(drafts.get(name));
			})
		);
	});

	it('configurations used before are read one by one', async () => {
		await fc.assert(
			fc.asyncProperty(rubbish, async (text) => {
				const storage = storageOf(Infinity, { [keyOf('configurations')]: text });
				const saved = new SavedConfigurations(openConfigurations('', () => storage));
				await saved.restore();
				await saved.remember(configuration);
				expect(saved.list[0]).toEqual(configuration);
				if (saved.trouble) expect(saved.trouble.reason).toBe('saved-unreadable');
			})
		);
	});

	it('secrets are shown or hidden', () => {
		fc.assert(
			fc.property(rubbish, (text) => {
				const storage = storageOf(Infinity, { [keyOf('secrets')]: text });
				expect(openSecretsSwitch('', () => storage).isHidden()).toBe(text === 'hidden');
			})
		);
	});
});

describe('what can be read', () => {
	it('of what was typed stays, and the rest is put aside and named', async () => {
		const text = JSON.stringify({ verifier: 'typed', 'configure scope': 7, ['x'.repeat(101)]: 'a' });
		const storage = storageOf(Infinity, { [keyOf('drafts')]: text });
		const drafts = new Drafts(openDrafts('', () => storage));
		await drafts.restore();
		expect(drafts.get('verifier')).toBe('typed');
		expect(drafts.trouble).toMatchObject({
			reason: 'drafts-unreadable',
			where: expect.stringContaining('configure scope')
		});
		const stored = openStoredDrafts('', () => storage);
		expect(await stored.read()).toEqual({ ok: true, value: { verifier: 'typed' } });
		expect(stored.putAside().map((aside): unknown => JSON.parse(aside))).toEqual([
			{ 'configure scope': 7, ['x'.repeat(101)]: 'a' }
		]);
	});

	it('of the configurations stays, and the others are put aside and counted', async () => {
		const storage = storageOf(Infinity, { [keyOf('configurations')]: `[{"issuer":1},${whole},7]` });
		const saved = new SavedConfigurations(openConfigurations('', () => storage));
		await saved.restore();
		expect(saved.list).toEqual([configuration]);
		expect(saved.trouble?.where).toContain('1, 3');
		const stored = openStoredConfigurations('', () => storage);
		expect(await stored.read()).toEqual({ ok: true, value: [configuration] });
		expect(stored.putAside()).toEqual(['[{"issuer":1},7]']);
	});

	it('is used where there is no room to put the rest aside, and nothing is lost', async () => {
		const text = JSON.stringify({ verifier: 'typed', 'configure scope': 7 });
		const storage = storageOf(Infinity, { [keyOf('drafts')]: text });
		const { setItem } = storage;
		storage.setItem = (key, value) => {
			if (key.includes('put aside')) throw new DOMException('full', 'QuotaExceededError');
			setItem(key, value);
		};
		const drafts = new Drafts(openDrafts('', () => storage));
		await drafts.restore();
		expect(drafts.get('verifier')).toBe('typed');
		expect(storage.getItem(keyOf('drafts'))).toBe(text);
		expect(storage.length).toBe(1);
	});

	it('is nothing where storage is closed, and that is not called unreadable', async () => {
		const closed = (): Storage => {
			throw new DOMException('denied', 'SecurityError');
		};
		for (const open of [openDrafts, openConfigurations])
			expect(await open('', closed).read()).not.toHaveProperty('trouble');
	});
});

describe('any text in a draft', () => {
	const asked: HttpRequest = { method: 'POST', url: 'https://idp.example/token', headers: [], body: 'a=b' };
	const values = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.json(),
		fc
			.record({ method: fc.string(), address: fc.string(), place: fc.constantFrom('query', 'form', 'x') })
			.map((edit) => `${JSON.stringify(asked)}\n${JSON.stringify({ parameters: [], headers: [], ...edit })}`)
	);

	it.each(fieldNames)('of %s makes a setting or none', async (name) => {
		await fc.assert(
			fc.asyncProperty(values, async (text) => {
				const drafts = await draftsHolding(draftName(name), text);
				const form = new ConfigurationDraft(drafts, configuration);
				void [form.configuration, form.extra, form.responseMode, form.authentication, form.extensions];
				const again = configurationFields[name].read(configurationFields[name].format(form.configuration));
				expect({ ...form.configuration, ...again }).toEqual(form.configuration);
			})
		);
	});

	it.each(moveIds)('of an edited %s is a message or none', async (move) => {
		await fc.assert(
			fc.asyncProperty(values, async (text) => {
				const drafts = await draftsHolding(editName(move), text);
				const { edited } = editOf(drafts, move, asked);
				if (edited) void [formatCurl(edited, undefined), toEditable(edited)];
			})
		);
	});
});

it('what is too long to be read again is refused before it is used', async () => {
	const ask = stepOf('configure').asks.discovery;
	for (const name of fieldNames.filter(
		(field) => !['responseMode', 'authentication', 'extensions'].includes(field)
	)) {
		const value = name === 'extra' ? Array.from({ length: 51 }, () => ['a', 'b']) : 'x'.repeat(4097);
		const session = { ...emptySession, configuration: { ...configuration, [name]: value } };
		expect(await ask?.(session, {})).toEqual({ ok: false, failure: { reason: 'too-long', field: name } });
	}
});
