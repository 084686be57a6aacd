import { describe, expect, it } from 'vitest';
import { boundsOf, Height, readBounds } from '$lib/element/height';

const heightsOf = (bounds: string | null, asked: readonly number[]): number[] => {
	const height = new Height(boundsOf(bounds));
	return asked.map((pixels) => {
		height.ask(pixels);
		return height.now;
	});
};

describe('the height of a frame', () => {
	it('is what the page asks for, in whole pixels, up and down', () => {
		expect(heightsOf('320-900', [400, 650.2, 500])).toEqual([400, 651, 500]);
	});

	it('stays between its bounds', () => {
		expect(heightsOf('320-900', [100, 5_000, 1e9])).toEqual([320, 900, 900]);
	});

	it('does not move where it is fixed', () => {
		expect(heightsOf('600', [400, 800])).toEqual([600, 600]);
	});

	it('does not follow a page that grows with its frame', () => {
		const height = new Height(boundsOf(null));
		const seen: number[] = [];
		for (let turn = 0; turn < 50; turn += 1) {
			height.ask(height.now + 16);
			seen.push(height.now);
		}
		expect(new Set(seen.slice(6)).size).toBe(1);
		height.ask(700);
		expect(height.now).toBe(700);
	});

	it('follows a person who opens one thing of the same height after the other', () => {
		const height = new Height(boundsOf(null));
		for (let turn = 0; turn < 12; turn += 1) height.ask(height.now + 40, turn * 6_000);
		expect(height.now).toBe(320 + 12 * 40);
	});

	it('follows a page that unfolds evenly, to its end', () => {
		const asked = Array.from({ length: 30 }, (_, index) => 400 + index * 10);
		expect(heightsOf('320-900', asked).at(-1)).toBeGreaterThanOrEqual(680);
	});

	it('keeps what the page asked for under other bounds', () => {
		const height = new Height(boundsOf('600'));
		height.ask(800);
		expect(new Height(boundsOf('320-900'), height.asked).now).toBe(800);
	});

	it.each(['', null])('%j: follows the page', (value) => {
		expect(readBounds(value)).toEqual({ least: 320, most: 2_000 });
	});

	it.each(['60vh', '5', '900-320', '-5', '600px', 'auto', '1e3'])('"%s" is none', (value) => {
		expect(readBounds(value)).toBeUndefined();
	});
});
