import { describe, expect, test } from 'vitest';
import { meterLoops } from '$lib/sandbox/fuel';
import { loadWasm } from './sandbox-run';

/** `(func (export "spin") (param i32) loop … br_if 0 end)` and a global of its own: counts its parameter down to zero. */
const countdown = Uint8Array.from([
	...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
	...[1, 5, 1, 0x60, 1, 0x7f, 0],
	...[2, 8, 1, 1, 0x65, 1, 0x67, 3, 0x7f, 0],
	...[3, 2, 1, 0],
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
		const { spin, fuel } = start(meterLoops(countdown));
		fuel.value = 100;
		spin(10);
		expect(fuel.value).toBe(90);
	});

	test('traps without fuel, and stays so', () => {
		const { spin, fuel } = start(meterLoops(countdown));
		expect(() => spin(1)).toThrow(WebAssembly.RuntimeError);
		fuel.value = 5;
		expect(() => spin(10)).toThrow(WebAssembly.RuntimeError);
		expect(fuel.value).toBe(0);
		expect(() => spin(1)).toThrow(WebAssembly.RuntimeError);
	});

	test('may spend its last unit', () => {
		const { spin, fuel } = start(meterLoops(countdown));
		fuel.value = 1;
		spin(1);
		expect(fuel.value).toBe(0);
	});
});

describe('QuickJS, metered', () => {
	test('is still valid WebAssembly with the same imports and one export more', async () => {
		const bytes = new Uint8Array(await loadWasm());
		const metered = meterLoops(bytes);
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
			expect(() => meterLoops(bytes.subarray(0, length))).toThrow();
		}
		const unknown = countdown.slice();
		unknown[unknown.indexOf(0x6b, 50)] = 0xfd;
		expect(() => meterLoops(unknown)).toThrow('Unknown WebAssembly instruction');
	});
});
