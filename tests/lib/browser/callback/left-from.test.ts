import { describe, expect, it } from 'vitest';
import { leaveFrom, leftFrom } from '$lib/browser/callback/left-from';

/** The storage of a tab; `full` takes nothing more. */
function storageOf(full = false) {
	const kept = new Map<string, string>();
	const storage = {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => {
			if (full) throw new DOMException('full', 'QuotaExceededError');
			kept.set(key, value);
		}
	} as Storage;
	return { kept, open: () => storage };
}

const blocked = (): Storage => {
	throw new DOMException('blocked', 'SecurityError');
};

const walk = '/flow/callback/';
const tutorial = '/tutorial/#try-callback';

describe('a walk that left for the provider', () => {
	it('goes on where it was left last', () => {
		const { open } = storageOf();
		leaveFrom('/docs', tutorial, open);
		expect(leftFrom('/docs', open)).toBe(tutorial);
		leaveFrom('/docs', walk, open);
		expect(leftFrom('/docs', open)).toBe(walk);
	});

	it('knows nothing of another site on the same host', () => {
		const { open } = storageOf();
		leaveFrom('/docs', tutorial, open);
		expect(leftFrom('', open)).toBe(walk);
	});

	it.each(['/provider/', '//evil.example/', 'javascript:alert(1)', ''])(
		'is not led to %j, which is no place of a walk',
		(place) => {
			const { kept, open } = storageOf();
			leaveFrom('', tutorial, open);
			for (const key of kept.keys()) kept.set(key, place);
			expect(leftFrom('', open)).toBe(walk);
		}
	);

	it.each([
		['is full', storageOf(true).open],
		['is blocked', blocked]
	])('goes on in the steps where the storage %s', (_, open) => {
		expect(() => leaveFrom('', tutorial, open)).not.toThrow();
		expect(leftFrom('', open)).toBe(walk);
	});
});
