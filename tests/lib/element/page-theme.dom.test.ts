import { afterEach, describe, expect, it, vi } from 'vitest';
import { isPale, pageTheme, themeOfScheme, watchPageTheme } from '$lib/element/page-theme';

const { documentElement: root, body } = document;

afterEach(() => {
	for (const element of [root, body])
		for (const name of element.getAttributeNames()) element.removeAttribute(name);
});

const seen = (): string => pageTheme(body);

describe('the theme of a page', () => {
	it.each([
		['Docusaurus and Starlight', 'html', 'data-theme', 'dark', 'dark'],
		['Docusaurus and Starlight', 'html', 'data-theme', 'light', 'light'],
		['Bootstrap', 'html', 'data-bs-theme', 'dark', 'dark'],
		['MkDocs Material', 'body', 'data-md-color-scheme', 'slate', 'dark'],
		['MkDocs Material', 'body', 'data-md-color-scheme', 'default', 'light'],
		['a theme with a name of its own', 'html', 'data-theme', 'github-dark', 'dark'],
		['VitePress and Mintlify', 'html', 'class', 'mac dark', 'dark'],
		['Scalar', 'body', 'class', 'dark-mode', 'dark'],
		['a page that says so itself', 'body', 'style', 'color-scheme: dark', 'dark'],
		['pale text', 'html', 'style', 'color: rgb(230, 237, 243)', 'dark'],
		['dark text', 'html', 'style', 'color: rgb(28, 30, 33)', 'light']
	] as const)('%s: <%s %s="%s"> is %s', (_site, tag, name, value, theme) => {
		const element = tag === 'html' ? root : body;
		element.setAttribute(name, value);
		expect(seen()).toBe(theme);
	});

	it('is not read out of what only sounds like it', () => {
		root.setAttribute('class', 'darkroom has-dark-mode-switch');
		root.setAttribute('data-theme', 'cupcake');
		root.setAttribute('style', 'color: rgb(0, 0, 0)');
		expect(seen()).toBe('light');
	});
});

describe('a colour scheme', () => {
	it.each([
		['dark', false, 'dark'],
		['only light', true, 'light'],
		['light dark', true, 'dark'],
		['light dark', false, 'light'],
		['dark light', false, 'light'],
		['normal', true, undefined],
		['', true, undefined]
	])('%j with a system that is dark: %s comes to %s', (scheme, dark, theme) => {
		expect(themeOfScheme(scheme, dark)).toBe(theme);
	});
});

describe('a colour', () => {
	it.each([
		['rgb(255, 255, 255)', true],
		['rgba(230, 237, 243, 0.9)', true],
		['rgb(0, 0, 0)', false],
		['rgb(66, 184, 131)', true],
		['oklch(0.95 0.01 250)', true],
		['oklch(0.2 0.02 250)', false],
		['lab(92 0 0)', true],
		['lab(12 0 0)', false],
		['color(srgb 0.9 0.9 0.9)', true],
		['color(srgb 0.1 0.1 0.1)', false],
		['color(display-p3 0.1 0.1 0.1)', false],
		['', false]
	])('%s is pale: %s', (color, pale) => {
		expect(isPale(color)).toBe(pale);
	});
});

describe('a watched page', () => {
	it('tells of its changes until it is let go', async () => {
		const look = vi.fn();
		const watching = new AbortController();
		watchPageTheme(look, watching.signal);
		root.setAttribute('data-theme', 'dark');
		await vi.waitFor(() => expect(look).toHaveBeenCalledTimes(1));
		body.setAttribute('class', 'dark-mode');
		await vi.waitFor(() => expect(look).toHaveBeenCalledTimes(2));
		watching.abort();
		root.setAttribute('data-theme', 'light');
		await new Promise((turned) => setTimeout(turned));
		expect(look).toHaveBeenCalledTimes(2);
	});
});
