import { describe, expect, test } from 'vitest';
import { meter } from '$lib/sandbox/fuel';
import { loadWasm } from './sandbox-run';

/** `(func (export "spin") (param i32) loop … br_if 0 end)` and a global of its own: counts its parameter down to zero. */
const countdown = Uint8Array.from([
	...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
	...[1, 5, 1, 0x60, 1, 0x7f, 0],
	...[2, 8, 1, 1, 0x65, 1, 0x67, 3, 0x7f, 0],
	...[3, 2, 1, 0],
	...[5, 3, 1, 0, 1],
	...[6, 6, 1, 0x7f, 0, 0x41, 7, 0x0b],
	...[7, 8, 1, 4, 0x73, 0x70, 0x69, 0x6e, 0, 0],
	...[10, 16, 1, 14, 0, 3, 0x40, 0x20, 0, 0x41, 1, 0x6b, 0x22, 0, 0x0d, 0, 0x0b, 0x0b]
]);

function start(module: BufferSource) {
	const g = new WebAssembly.Global({ value: 'i32' }, 3);
	const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module), { e: { g } });
	return exports as { spin: (turns: number) => void; fuel: { value: number } };
}

describe('a metered loop', () => {
	test('takes one unit for each turn', () => {
		expect(() => start(countdown).spin(10)).not.toThrow();
		const { spin, fuel } = start(meter(countdown));
		fuel.value = 100;
		spin(10);
		expect(fuel.value).toBe(90);
	});

	test('traps without fuel, and stays so', () => {
		const { spin, fuel } = start(meter(countdown));
		fuel.value = 0;
		expect(() => spin(1)).toThrow(WebAssembly.RuntimeError);
		fuel.value = 5;
		expect(() => spin(10)).toThrow(WebAssembly.RuntimeError);
		expect(fuel.value).toBe(0);
		expect(() => spin(1)).toThrow(WebAssembly.RuntimeError);
	});

	test('may spend its last unit', () => {
		const { spin, fuel } = start(meter(countdown));
		fuel.value = 1;
		spin(1);
		expect(fuel.value).toBe(0);
	});
});

/**
 * `(func (export "fill") (param i32 i32 i32) …)` and `copy`, over one page of memory: the bulk instruction with the
 * parameters as they come, so that the last is the number of bytes.
 */
const bulk = (...instruction: number[]) =>
	Uint8Array.from([
		...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
		...[1, 7, 1, 0x60, 3, 0x7f, 0x7f, 0x7f, 0],
		...[2, 8, 1, 1, 0x65, 1, 0x67, 3, 0x7f, 0],
		...[3, 2, 1, 0],
		...[5, 3, 1, 0, 1],
		...[6, 6, 1, 0x7f, 0, 0x41, 7, 0x0b],
		...[7, 17, 2, 4, 0x77, 0x6f, 0x72, 0x6b, 0, 0, 6, 0x6d, 0x65, 0x6d, 0x6f, 0x72, 0x79, 2, 0],
		...[10, 10 + instruction.length, 1, 8 + instruction.length, 0],
		...[0x20, 0, 0x20, 1, 0x20, 2, ...instruction, 0x0b]
	]);

describe('an instruction that works on as many bytes as it is told', () => {
	const startBulk = (...instruction: number[]) => {
		const g = new WebAssembly.Global({ value: 'i32' }, 3);
		const module = new WebAssembly.Module(meter(bulk(...instruction)));
		return new WebAssembly.Instance(module, { e: { g } }).exports as {
			work: (target: number, source: number, bytes: number) => void;
			memory: WebAssembly.Memory;
			fuel: { value: number };
		};
	};
	const fill = [0xfc, 11, 0];
	const copy = [0xfc, 10, 0, 0];

	test.each([
		['memory.fill', fill],
		['memory.copy', copy]
	])('%s takes one unit, and one for every 16 bytes', (_name, instruction) => {
		const { work, fuel } = startBulk(...instruction);
		for (const [bytes, price] of [
			[0, 1],
			[15, 1],
			[16, 2],
			[65_536, 4_097]
		] as const) {
			fuel.value = 10_000;
			work(0, 0, bytes);
			expect(10_000 - fuel.value, `${bytes}`).toBe(price);
		}
	});

	test('does what it did', () => {
		const filled = startBulk(...fill);
		filled.work(2, 7, 3);
		expect([...new Uint8Array(filled.memory.buffer, 0, 6)]).toEqual([0, 0, 7, 7, 7, 0]);
		const copied = startBulk(...copy);
		new Uint8Array(copied.memory.buffer).set([1, 2, 3]);
		copied.work(1, 0, 3);
		expect([...new Uint8Array(copied.memory.buffer, 0, 5)]).toEqual([1, 1, 2, 3, 0]);
	});

	test('traps before it begins when the fuel is not enough, and the tank is empty then', () => {
		const { work, memory, fuel } = startBulk(...fill);
		fuel.value = 4_096;
		expect(() => work(0, 7, 65_536)).toThrow(WebAssembly.RuntimeError);
		expect(fuel.value).toBe(0);
		expect(new Uint8Array(memory.buffer).every((byte) => byte === 0)).toBe(true);
	});

	test('of a kind that has no meter is refused', () => {
		// memory.init, and table.fill.
		expect(() => meter(bulk(0xfc, 8, 0, 0))).toThrow('no meter');
		expect(() => meter(bulk(0xfc, 17, 0))).toThrow('no meter');
	});
});

describe('QuickJS, metered', () => {
	test('is still valid WebAssembly with the same imports and one export more', async () => {
		const bytes = new Uint8Array(await loadWasm());
		const metered = meter(bytes);
		expect(WebAssembly.validate(metered)).toBe(true);
		const [before, after] = [new WebAssembly.Module(bytes), new WebAssembly.Module(metered)];
		expect(WebAssembly.Module.imports(after)).toEqual(WebAssembly.Module.imports(before));
		expect(WebAssembly.Module.exports(after)).toEqual([
			...WebAssembly.Module.exports(before),
			{ name: 'fuel', kind: 'global' }
		]);
		expect(metered.length).toBeGreaterThan(bytes.length);
	});

	test('bytes that end in the middle, or carry what is not known, are refused', async () => {
		const bytes = new Uint8Array(await loadWasm());
		for (const length of [0, 4, 9, 1_000, bytes.length - 1]) {
			expect(() => meter(bytes.subarray(0, length))).toThrow();
		}
		const unknown = countdown.slice();
		unknown[unknown.indexOf(0x6b, 50)] = 0xfd;
		expect(() => meter(unknown)).toThrow('Unknown WebAssembly instruction');
	});
});
