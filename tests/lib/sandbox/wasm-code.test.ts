import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { skipImmediates, unsignedLeb, WasmReader } from '$lib/sandbox/wasm-code';

describe('LEB128', () => {
	test.each([
		[0, [0]],
		[127, [0x7f]],
		[128, [0x80, 1]],
		[624_485, [0xe5, 0x8e, 0x26]],
		[2 ** 32 - 1, [0xff, 0xff, 0xff, 0xff, 0x0f]]
	])('%i', (value, bytes) => {
		expect(unsignedLeb(value)).toEqual(bytes);
		expect(new WasmReader(Uint8Array.from(bytes)).unsigned()).toBe(value);
	});

	test('what is written is read, whatever follows', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.uint8Array(), (value, rest) => {
				const reader = new WasmReader(Uint8Array.from([...unsignedLeb(value), ...rest]));
				expect(reader.unsigned()).toBe(value);
				expect(reader.at).toBe(unsignedLeb(value).length);
			}),
			{ seed: 7 }
		);
	});

	test('that ends in the middle is refused', () => {
		expect(() => new WasmReader(Uint8Array.of(0x80)).unsigned()).toThrow();
		expect(() => new WasmReader(Uint8Array.of(0x80)).skipLeb()).toThrow();
		expect(() => new WasmReader(Uint8Array.of(1)).take(2)).toThrow();
	});
});

describe('what follows an instruction', () => {
	test.each([
		['unreachable', [0x00], 0],
		['block', [0x02, 0x40], 1],
		['br_if', [0x0d, 0x81, 0x01], 2],
		['br_table of two', [0x0e, 2, 0, 1, 0], 4],
		['call_indirect', [0x11, 3, 0], 2],
		['select of one type', [0x1c, 1, 0x7f], 2],
		['local.get', [0x20, 5], 1],
		['i32.load', [0x28, 2, 0x90, 0x01], 3],
		['memory.grow', [0x40, 0], 1],
		['i32.const', [0x41, 0x7f], 1],
		['i64.const', [0x42, 0x80, 0x80, 0x7f], 3],
		['f32.const', [0x43, 0x80, 0x80, 0x80, 0x80], 4],
		['f64.const', [0x44, 3, 3, 3, 3, 3, 3, 3, 3], 8],
		['i32.add', [0x6a], 0],
		['i32.trunc_sat', [0xfc, 0], 1],
		['memory.copy', [0xfc, 10, 0, 0], 3],
		['memory.fill', [0xfc, 11, 0], 2]
	])('%s', (_name, bytes, length) => {
		const reader = new WasmReader(Uint8Array.from([...bytes, 0x03, 0x03]));
		skipImmediates(reader, reader.byte());
		expect(reader.at).toBe(1 + length);
	});

	test.each([0x06, 0x19, 0x1f, 0xc5, 0xfb, 0xfd, 0xfe, 0xff])('%i is not known', (opcode) => {
		const reader = new WasmReader(Uint8Array.of(0, 0, 0));
		expect(() => skipImmediates(reader, opcode)).toThrow('Unknown WebAssembly instruction');
	});

	test('one of a group that is not known', () => {
		expect(() => skipImmediates(new WasmReader(Uint8Array.of(99)), 0xfc)).toThrow('Unknown');
	});
});
