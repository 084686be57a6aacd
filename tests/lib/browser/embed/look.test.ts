/** What runs before the first paint, and what keeps a look for one frame. */
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { takeAsked } from '$lib/browser/embed/asked';
import { wearTheme } from '$lib/browser/embed/look';

const script = readFileSync('static/theme.js', 'utf8');

interface Page {
	search?: string;
	name?: string;
	framed?: boolean;
	session?: Record<string, string>;
	local?: Record<string, string>;
	closed?: boolean;
}

const shelf = (values: Record<string, string> = {}, closed = false) => ({
	getItem(key: string) {
		if (closed) throw new DOMException('closed', 'SecurityError');
		return values[key] ?? null;
	}
});

/** What the script leaves on the root of a page. */
function rootOf({
	search = '',
	name = '',
	framed = true,
	session,
	local,
	closed
}: Page): Record<string, string> {
	const dataset: Record<string, string> = {};
	const page: Record<string, unknown> = {
		location: { search },
		name,
		document: { documentElement: { dataset } },
		sessionStorage: shelf(session, closed),
		localStorage: shelf(local, closed)
	};
	page['window'] = page;
	page['parent'] = framed ? {} : page;
	runInNewContext(script, page);
	return dataset;
}

const kept = { 'pkce-playground embed one': 'embed=1&theme=dark' };

describe('before the first paint', () => {
	test('an address asks for the compact form and its theme, in a frame or not', () => {
		for (const framed of [true, false])
			expect(rootOf({ search: '?embed=1&theme=dark', framed })).toEqual({
				embed: '?embed=1&theme=dark',
				theme: 'dark'
			});
	});

	test('a frame has what is kept under its name, and no other frame has', () => {
		expect(rootOf({ name: 'one', session: kept })).toEqual({ embed: 'embed=1&theme=dark', theme: 'dark' });
		expect(rootOf({ name: 'two', session: kept })).toEqual({});
		expect(rootOf({ name: '', session: kept })).toEqual({});
	});

	test('a tab of that name has nothing of it', () => {
		expect(rootOf({ name: 'one', session: kept, framed: false })).toEqual({});
	});

	test('what the address asks for comes before what is kept, also that it be not', () => {
		expect(rootOf({ name: 'one', session: kept, search: '?embed=1&theme=light' }).theme).toBe('light');
		expect(rootOf({ name: 'one', session: kept, search: '?embed=0' })).toEqual({});
		expect(rootOf({ search: '?embed=' })).toEqual({});
	});

	test('the theme that the person has chosen counts where the address names none', () => {
		const local = { 'pkce-playground theme': 'dark' };
		expect(rootOf({ local })).toEqual({ theme: 'dark' });
		expect(rootOf({ local, search: '?embed=1' }).theme).toBe('dark');
		expect(rootOf({ local, search: '?embed=1&theme=light' }).theme).toBe('light');
		expect(rootOf({ local, search: '?embed=1&theme=auto' })).not.toHaveProperty('theme');
		expect(rootOf({ local, search: '?embed=1&theme=blue' }).theme).toBe('dark');
		expect(rootOf({ local, search: '?theme=light' }).theme).toBe('dark');
	});

	test('closed storage says nothing', () => {
		expect(rootOf({ name: 'one', closed: true })).toEqual({});
	});
});

const root = (dataset: DOMStringMap): HTMLElement => ({ dataset }) as HTMLElement;

test('what is asked for is taken once, and the page stays marked', () => {
	const page = root({ embed: '?embed=1' });
	expect([takeAsked(page), takeAsked(page)]).toEqual(['?embed=1', '']);
	expect(page.dataset.embed).toBe('');
	expect(takeAsked(root({}))).toBeUndefined();
});

test('a theme of the host is worn, and nothing of it is kept', () => {
	const page = root({});
	wearTheme('dark', page);
	expect(page.dataset.theme).toBe('dark');
	wearTheme('auto', page);
	expect(page.dataset).not.toHaveProperty('theme');
});
