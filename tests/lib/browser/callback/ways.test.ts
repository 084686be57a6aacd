import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { waysTo } from '$lib/browser/callback/ways';
import { storageOf } from '../../../fixtures/storage';

const origin = 'https://playground.example';
const embedded = `${origin}/docs/idp/authorize?a=b`;
const tab = { name: '' };

beforeEach(() => {
	vi.stubGlobal('location', { origin });
	vi.stubGlobal('sessionStorage', storageOf());
});
afterEach(() => vi.unstubAllGlobals());

describe('the ways to a sign-in', () => {
	it('are all of them in a tab', () => {
		vi.stubGlobal('window', Object.assign(tab, { top: tab }));
		expect(waysTo('/docs', embedded)).toBe('any');
		expect(waysTo('/docs', 'https://idp.example/authorize')).toBe('any');
	});

	it.each([
		['the built-in provider is in this frame alone', embedded, 'here'],
		['another leaves the frame where it is', 'https://idp.example/authorize', 'popup'],
		['a site of the same origin under another path is another', `${origin}/idp/authorize`, 'popup'],
		['a host that begins like ours is another', `${origin}.evil.example/docs/idp/`, 'popup']
	])('in a frame: %s', (_name, url, expected) => {
		vi.stubGlobal('window', { name: '', top: tab });
		expect(waysTo('/docs', url)).toBe(expected);
	});
});
