import { describe, expect, it } from 'vitest';
import { openTheme } from '$lib/browser/theme';

const page = () => ({ dataset: {} as DOMStringMap }) as HTMLElement;

const shelf = () => {
	const values = new Map<string, string>();
	return {
		values,
		storage: {
			getItem: (name: string) => values.get(name) ?? null,
			setItem: (name: string, value: string) => void values.set(name, value),
			removeItem: (name: string) => void values.delete(name)
		} as unknown as Storage
	};
};

describe('the theme', () => {
	it('is that of the system until another one is chosen', () => {
		const root = page();
		expect(
			openTheme(
				() => root,
				() => shelf().storage
			).read()
		).toBe('system');
	});

	it('is on the page at once, and kept', () => {
		const root = page();
		const { values, storage } = shelf();
		const theme = openTheme(
			() => root,
			() => storage
		);
		theme.choose('dark');
		expect(root.dataset.theme).toBe('dark');
		expect([...values.values()]).toEqual(['dark']);
		expect(theme.read()).toBe('dark');
	});

	it('goes back to that of the system, and leaves nothing behind', () => {
		const root = page();
		const { values, storage } = shelf();
		const theme = openTheme(
			() => root,
			() => storage
		);
		theme.choose('light');
		theme.choose('system');
		expect(root.dataset.theme).toBeUndefined();
		expect(values.size).toBe(0);
	});

	it('holds until the next load where storage is closed', () => {
		const root = page();
		const theme = openTheme(
			() => root,
			() => {
				throw new Error('closed');
			}
		);
		theme.choose('dark');
		expect(theme.read()).toBe('dark');
	});
});
