import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { takePosted } from '$lib/browser/callback/posted';
import { wayOn } from '$lib/browser/embedded/way-on';
import { openDrafts } from '$lib/browser/storage/kept-values';
import { postedIn } from '$lib/wire/posted-form';
import { storageOf } from '../../../fixtures/storage';

const origin = 'https://playground.example';
const authorize = `${origin}/docs/idp/authorize`;
const back = '/docs/flow/renew/';

const inTab = (): void => {
	const tab = { name: '' };
	vi.stubGlobal('window', Object.assign(tab, { top: tab }));
};
const inFrame = (): void => {
	vi.stubGlobal('document', { documentElement: { dataset: { place: 'one' } } });
	vi.stubGlobal('window', { name: '', top: {} });
};

beforeEach(() => {
	vi.stubGlobal('location', { origin });
	vi.stubGlobal('sessionStorage', storageOf());
});
afterEach(() => vi.unstubAllGlobals());

describe('the way on from a page of the server in this page', () => {
	it.each([inTab, inFrame])('opens a page of this site', async (around) => {
		around();
		const url = `${origin}/docs/callback/?code=c`;
		expect(await wayOn('/docs', new Request(url), authorize, back)).toEqual({ open: url });
	});

	it.each([inTab, inFrame])('keeps a form for the callback, which takes it once', async (around) => {
		around();
		const url = `${origin}/docs/callback/`;
		const form = new Request(url, { method: 'POST', body: new URLSearchParams({ code: 'c' }) });
		const way = await wayOn('/docs', form, authorize, back);
		const told = 'open' in way ? new URL(way.open) : undefined;
		expect(told?.href).not.toContain('code');
		const id = postedIn(told?.hash ?? '') ?? '';
		expect(await takePosted('/docs', id)).toEqual({ ok: true, value: { url, body: 'code=c' } });
		expect(await takePosted('/docs', id)).toMatchObject({ failure: { reason: 'form-gone' } });
	});

	it('loads another site in a tab, and does not in a frame', async () => {
		const away = 'https://client.example/cb?code=c';
		inTab();
		expect(await wayOn('/docs', new Request(away), authorize, back)).toEqual({ load: away });
		inFrame();
		expect(await wayOn('/docs', new Request(away), authorize, back)).toEqual({
			elsewhere: away,
			byLink: true
		});
		const form = new Request(away, { method: 'POST', body: '' });
		expect(await wayOn('/docs', form, authorize, back)).toEqual({ elsewhere: away, byLink: false });
	});

	it.each(['end-session', 'sign-out'])(
		'leads from %s back to the walk, where the address that it ended at is typed in',
		async (path) => {
			inFrame();
			const ended = `${origin}/docs/?state=s`;
			const led = `${origin}/docs/idp/${path}`;
			expect(await wayOn('/docs', new Request(ended), led, back)).toEqual({ open: back });
			expect(await openDrafts('/docs').read()).toEqual({ value: { 'signed out at': ended } });
		}
	);
});
