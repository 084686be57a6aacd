import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStoredConfigurations } from '$lib/browser/storage/local-storage';
import { openStoredTrace } from '$lib/browser/storage/session-storage';
import type { Trace } from '$lib/trace/fact';
import { storageOf } from '../../../fixtures/storage';

const blocked = (): Storage => {
	throw new DOMException('denied', 'SecurityError');
};

const trace: Trace = [{ kind: 'generated', at: 1, step: 'verifier', values: { code_verifier: 'v' } }];
const key = 'pkce-playground /docs/ trace';

describe('the trace of the tab', () => {
	it('comes back as it was written', async () => {
		const storage = storageOf();
		expect(openStoredTrace('/docs', () => storage).write(trace)).toEqual({ ok: true, value: true });
		expect(await openStoredTrace('/docs', () => storage).read()).toEqual({ ok: true, value: trace });
	});

	it('belongs to one place: two sites on one host do not meet', async () => {
		const storage = storageOf();
		openStoredTrace('/docs', () => storage).write(trace);
		expect(await openStoredTrace('', () => storage).read()).toEqual({ ok: true, value: undefined });
	});

	it('says that the storage is full, and what was there stays', () => {
		const storage = storageOf(5, { [key]: 'older' });
		expect(openStoredTrace('/docs', () => storage).write(trace)).toMatchObject({
			ok: false,
			failure: { reason: 'storage-full' }
		});
		expect(storage.getItem(key)).toBe('older');
	});

	it('says that storage is blocked', async () => {
		const stored = openStoredTrace('/docs', blocked);
		expect(await stored.read()).toMatchObject({ failure: { reason: 'storage-blocked' } });
		expect(stored.write(trace)).toMatchObject({ failure: { reason: 'storage-blocked' } });
		expect(stored.putAside()).toEqual([]);
		expect(() => stored.clear()).not.toThrow();
	});

	it('puts rubbish aside, all of it, and starts empty', async () => {
		const storage = storageOf(Infinity, { [key]: '{"old":1}' });
		const stored = openStoredTrace('/docs', () => storage);
		expect(await stored.read()).toMatchObject({ ok: false, failure: { reason: 'storage-unreadable' } });
		expect(await stored.read()).toEqual({ ok: true, value: undefined });
		storage.setItem(key, 'older still');
		await stored.read();
		expect(stored.putAside()).toEqual(['{"old":1}', 'older still']);
	});

	it('is never crashed by what is found', async () => {
		await fc.assert(
			fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (rubbish) => {
				const storage = storageOf(Infinity, { [key]: rubbish });
				const stored = openStoredTrace('/docs', () => storage);
				expect(await stored.read()).toMatchObject({ ok: false, failure: { reason: 'storage-unreadable' } });
				expect(stored.putAside()).toEqual([rubbish]);
			})
		);
	});

	it('can be cleared', async () => {
		const storage = storageOf();
		const stored = openStoredTrace('/docs', () => storage);
		stored.write(trace);
		stored.clear();
		expect(await stored.read()).toEqual({ ok: true, value: undefined });
	});
});

describe('what is kept for next time', () => {
	const configuration = {
		issuer: 'https://p.example',
		clientId: 'c',
		redirectUri: 'https://a.example/callback/',
		scope: 'openid',
		extra: [],
		apiUrl: ''
	};

	it('configurations come back', async () => {
		const storage = storageOf();
		openStoredConfigurations('', () => storage).write([configuration]);
		expect(await openStoredConfigurations('', () => storage).read()).toEqual({
			ok: true,
			value: [configuration]
		});
	});

	it('a member that no configuration has is not read back', async () => {
		const storage = storageOf();
		const withSecret = { ...configuration, client_secret: 's' };
		storage.setItem('pkce-playground / configurations', JSON.stringify([withSecret]));
		expect(await openStoredConfigurations('', () => storage).read()).toEqual({
			ok: true,
			value: [configuration]
		});
	});

	it.each(['', '[', '{}', '[{"issuer":1}]', 'null'])(
		'unreadable configurations are put aside: %s',
		async (found) => {
			const storage = storageOf(Infinity, { 'pkce-playground / configurations': found });
			const stored = openStoredConfigurations('', () => storage);
			expect(await stored.read()).toMatchObject({ failure: { reason: 'storage-unreadable' } });
			expect(stored.putAside()).toEqual([found]);
		}
	);
});
