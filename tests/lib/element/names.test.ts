import { expect, it } from 'vitest';
import { leaveName, takeName } from '$lib/element/names';

it('gives each frame of a page its own name, and the same ones after a reload', () => {
	const first = [takeName('/guide/a'), takeName('/guide/a'), takeName('/guide/b')];
	expect(new Set(first).size).toBe(3);
	for (const name of first) leaveName(name);
	expect([takeName('/guide/a'), takeName('/guide/a'), takeName('/guide/b')]).toEqual(first);
	expect(first.join()).not.toContain('guide');
});
