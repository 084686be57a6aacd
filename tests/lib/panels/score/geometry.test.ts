import { describe, expect, it } from 'vitest';
import { fitted, nextWith, sheetOf, type Notation } from '$lib/panels/score/geometry';

const note = (changes: Partial<Notation> = {}): Notation => ({
	from: 'browser',
	to: 'authorization-server',
	state: 'crossed',
	title: '1 Token request',
	detail: 'POST /token',
	values: [],
	...changes
});

const many = (count: number): Notation[] =>
	Array.from({ length: count }, (_, index) =>
		note(
			index % 3 === 2
				? { to: 'resource-server', values: ['access'] }
				: { values: ['code', 'verifier', 'state'] }
		)
	);

const inside = (box: { x: number; width: number }, around: { x: number; width: number }): boolean =>
	box.x >= around.x && box.x + box.width <= around.x + around.width;

describe('the sheet of the large diagram', () => {
	it('puts the authorization server above, the browser between, the API below', () => {
		const { lanes } = sheetOf([note()], 'across', 1000);
		const [above, between, below] = [lanes['authorization-server'], lanes.browser, lanes['resource-server']];
		expect(above[0].y).toBeLessThan(between[0].y);
		expect(between[0].y).toBeLessThan(below[0].y);
	});

	it('turns by 90 degrees in exactly the width that there is', () => {
		const { lanes, width, placed } = sheetOf(many(4), 'down', 358);
		expect(width).toBe(358);
		expect(lanes['authorization-server'][0].x).toBeLessThan(lanes.browser[0].x);
		expect(lanes.browser[0].x).toBeLessThan(lanes['resource-server'][0].x);
		expect(placed.map(({ box }) => box.y)).toEqual(placed.map(({ box }) => box.y).toSorted((a, b) => a - b));
	});

	it.each(['across', 'down'] as const)('keeps what is written of a message in its place (%s)', (course) => {
		for (const { box, values } of sheetOf(many(12), course, 358).placed)
			expect(values.every((one) => inside(one, box) && one.y + one.height <= box.y + box.height)).toBe(true);
	});

	it('gives every message its own place, beyond the room that there is', () => {
		const { placed, width } = sheetOf(many(200), 'across', 1000);
		expect(width).toBeGreaterThan(1000);
		expect(placed.every(({ box }, index) => box.x >= (placed[index - 1]?.box.x ?? 0))).toBe(true);
		expect(placed.at(-1)!.box.x + placed.at(-1)!.box.width).toBeLessThanOrEqual(width);
	});

	it('leads an arrow to the lane of whom it is for', () => {
		const { placed, lanes } = sheetOf([note({ from: 'resource-server', to: 'browser' })], 'across', 600);
		const [from, to] = placed[0]!.line;
		expect(from.y).toBe(lanes['resource-server'][0].y);
		expect(to.y).toBeGreaterThan(lanes.browser[0].y);
		expect(placed[0]!.end.startsWith(`M${to.x} ${lanes.browser[0].y}`)).toBe(true);
	});

	it('breaks a lost one off half-way', () => {
		const { placed, lanes } = sheetOf([note({ state: 'lost' })], 'across', 600);
		const half = (lanes.browser[0].y + lanes['authorization-server'][0].y) / 2;
		expect(placed[0]!.line[1].y).toBe(half);
	});

	it('has a place for nothing', () => {
		expect(sheetOf([], 'across', 600).placed).toEqual([]);
		expect(sheetOf([], 'down', 358).placed).toEqual([]);
	});
});

describe('a detail that is too long', () => {
	it('keeps the method and the end of the path', () => {
		expect(fitted('POST /realms/customers/protocol/openid-connect/token', 120)).toBe('POST …nect/token');
	});

	it('stays as it is where it fits', () => {
		expect(fitted('POST /token', 120)).toBe('POST /token');
	});
});

describe('the next message with a value', () => {
	const carried = [['state'], ['code', 'state'], ['code'], []];

	it('is the first after this one', () => expect(nextWith(carried, 'code', 1)).toBe(2));
	it('is the first of all after the last', () => expect(nextWith(carried, 'code', 2)).toBe(1));
	it('is this one where no other has it', () => expect(nextWith([['a'], ['b']], 'b', 1)).toBe(1));
	it('is none where nobody has it', () => expect(nextWith(carried, 'nonce', 0)).toBeUndefined());
});
