/**
 * Reads just enough of the WebAssembly binary format to walk over instructions.
 * @see [WebAssembly Core, binary format](https://webassembly.github.io/spec/core/binary/)
 */
export class WasmReader {
	at = 0;

	constructor(readonly bytes: Uint8Array) {}

	byte(): number {
		const value = this.bytes[this.at++];
		if (value === undefined) throw new Error('WebAssembly ends in the middle');
		return value;
	}

	/** An unsigned LEB128 of at most 32 bits. */
	unsigned(): number {
		let value = 0;
		for (let shift = 0; ; shift += 7) {
			const byte = this.byte();
			value += (byte & 0x7f) * 2 ** shift;
			if (byte < 0x80) return value;
		}
	}

	/** Passes over one LEB128 of any width and sign. */
	skipLeb(): void {
		while (this.byte() >= 0x80);
	}

	take(length: number): Uint8Array {
		if (this.at + length > this.bytes.length) throw new Error('WebAssembly ends in the middle');
		const part = this.bytes.subarray(this.at, this.at + length);
		this.at += length;
		return part;
	}

	get ended(): boolean {
		return this.at >= this.bytes.length;
	}
}

export function unsignedLeb(value: number): number[] {
	const bytes: number[] = [];
	for (let rest = value; ;) {
		const low = rest & 0x7f;
		rest = rest >>> 7;
		if (rest === 0) return [...bytes, low];
		bytes.push(low | 0x80);
	}
}

/** How many immediates (each one LEB128) follow an opcode of the `0xfc` group. */
const groupImmediates = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1];

/** How many LEB128 immediates follow a plain opcode; undefined for one that is not known here. */
function immediates(opcode: number): number | undefined {
	if (opcode >= 0x28 && opcode <= 0x3e) return 2; // loads and stores
	if (opcode >= 0x45 && opcode <= 0xc4) return 0; // arithmetic
	if (opcode >= 0x20 && opcode <= 0x26) return 1; // locals, globals, tables
	if (opcode >= 0x02 && opcode <= 0x04) return 1; // block, loop, if
	switch (opcode) {
		case 0x00: // unreachable
		case 0x01: // nop
		case 0x05: // else
		case 0x0b: // end
		case 0x0f: // return
		case 0x1a: // drop
		case 0x1b: // select
		case 0xd1: // ref.is_null
			return 0;
		case 0x0c: // br
		case 0x0d: // br_if
		case 0x10: // call
		case 0x12: // return_call
		case 0x3f: // memory.size
		case 0x40: // memory.grow
		case 0x41: // i32.const
		case 0x42: // i64.const
		case 0xd0: // ref.null
		case 0xd2: // ref.func
			return 1;
		case 0x11: // call_indirect
		case 0x13: // return_call_indirect
			return 2;
		default:
			return undefined;
	}
}

/** Passes over what follows an opcode. @throws on an instruction that is not known here. */
export function skipImmediates(reader: WasmReader, opcode: number): void {
	const fixed = opcode === 0x43 ? 4 : opcode === 0x44 ? 8 : 0; // f32.const, f64.const
	if (fixed > 0) {
		reader.take(fixed);
		return;
	}
	// br_table and the typed select carry a list; br_table one more label after it.
	const isTable = opcode === 0x0e;
	const count =
		isTable || opcode === 0x1c
			? reader.unsigned() + (isTable ? 1 : 0)
			: opcode === 0xfc
				? groupImmediates[reader.unsigned()]
				: immediates(opcode);
	if (count === undefined) throw new Error(`Unknown WebAssembly instruction 0x${opcode.toString(16)}`);
	for (let index = 0; index < count; index++) reader.skipLeb();
}
