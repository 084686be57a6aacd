import { skipImmediates, unsignedLeb, WasmReader } from './wasm-code';

/**
 * Gives every loop of a WebAssembly module a meter: each turn takes one unit of fuel and without fuel the module traps.
 *
 * QuickJS asks its interrupt handler between the statements of a rule, but not inside its own functions written in C:
 * `[].indexOf.call({ length: 2 ** 53 }, 1)` would turn there for years, and no thread exists to end it. With the meter no loop
 * of the module can run for ever, whoever wrote it.
 *
 * The fuel is an exported, mutable `i32` global named `fuel` that starts at zero: the host fills it.
 */
export function meterLoops(module: Uint8Array): Uint8Array<ArrayBuffer> {
	const sections = readSections(module);
	const globals =
		countGlobalImports(contentOf(sections, importSection)) + countOf(contentOf(sections, globalSection));
	const parts = sections.map(({ id, content }) => {
		if (id === globalSection) return section(id, append(content, zeroGlobal));
		if (id === exportSection) return section(id, append(content, fuelExport(globals)));
		if (id === codeSection) return section(id, meterFunctions(content, toll(globals)));
		return section(id, content);
	});
	return concatenate([module.subarray(0, headerLength), ...parts.flat()]);
}

const headerLength = 8;
const importSection = 2;
const globalSection = 6;
const exportSection = 7;
const codeSection = 10;
const loopOpcode = 0x03;

/** `(global (mut i32) (i32.const 0))` */
const zeroGlobal = Uint8Array.of(0x7f, 0x01, 0x41, 0x00, 0x0b);

/** `(export "fuel" (global index))` */
const fuelExport = (index: number): Uint8Array =>
	Uint8Array.from([4, ...new TextEncoder().encode('fuel'), 0x03, ...unsignedLeb(index)]);

/** `if fuel == 0 then unreachable; fuel = fuel - 1` */
function toll(index: number): Uint8Array {
	const fuel = unsignedLeb(index);
	const stopWhenEmpty = [0x23, ...fuel, 0x45, 0x04, 0x40, 0x00, 0x0b];
	const takeOne = [0x23, ...fuel, 0x41, 0x01, 0x6b, 0x24, ...fuel];
	return Uint8Array.from([...stopWhenEmpty, ...takeOne]);
}

interface Section {
	id: number;
	content: Uint8Array;
}

function readSections(module: Uint8Array): Section[] {
	const reader = new WasmReader(module);
	reader.take(headerLength);
	const sections: Section[] = [];
	while (!reader.ended) sections.push({ id: reader.byte(), content: reader.take(reader.unsigned()) });
	return sections;
}

function contentOf(sections: Section[], id: number): Uint8Array {
	const found = sections.find((candidate) => candidate.id === id);
	if (!found) throw new Error(`WebAssembly without section ${id}`);
	return found.content;
}

const countOf = (content: Uint8Array): number => new WasmReader(content).unsigned();

function countGlobalImports(content: Uint8Array): number {
	const reader = new WasmReader(content);
	let globals = 0;
	for (let left = reader.unsigned(); left > 0; left--) {
		reader.take(reader.unsigned());
		reader.take(reader.unsigned());
		if (skipImport(reader)) globals++;
	}
	return globals;
}

/** Passes over one import's description; true if it is a global. */
function skipImport(reader: WasmReader): boolean {
	const kind = reader.byte();
	if (kind === 0x03) reader.take(2);
	else if (kind === 0x00) reader.skipLeb();
	else {
		if (kind === 0x01) reader.byte(); // a table: the type of its elements, then its limits
		const hasMaximum = (reader.byte() & 1) === 1;
		reader.skipLeb();
		if (hasMaximum) reader.skipLeb();
	}
	return kind === 0x03;
}

/** A section's list with one more entry. */
function append(content: Uint8Array, entry: Uint8Array): Uint8Array {
	const reader = new WasmReader(content);
	const count = reader.unsigned();
	return concatenate([Uint8Array.from(unsignedLeb(count + 1)), content.subarray(reader.at), entry]);
}

function meterFunctions(content: Uint8Array, price: Uint8Array): Uint8Array {
	const reader = new WasmReader(content);
	const count = reader.unsigned();
	const parts: Uint8Array[] = [Uint8Array.from(unsignedLeb(count))];
	for (let index = 0; index < count; index++) {
		const body = meterFunction(reader.take(reader.unsigned()), price);
		parts.push(Uint8Array.from(unsignedLeb(body.length)), body);
	}
	return concatenate(parts);
}

function meterFunction(body: Uint8Array, price: Uint8Array): Uint8Array {
	const reader = new WasmReader(body);
	for (let groups = reader.unsigned(); groups > 0; groups--) {
		reader.skipLeb();
		reader.byte();
	}
	const parts: Uint8Array[] = [];
	let copied = 0;
	while (!reader.ended) {
		const opcode = reader.byte();
		skipImmediates(reader, opcode);
		if (opcode !== loopOpcode) continue;
		parts.push(body.subarray(copied, reader.at), price);
		copied = reader.at;
	}
	return concatenate([...parts, body.subarray(copied)]);
}

const section = (id: number, content: Uint8Array): Uint8Array[] => [
	Uint8Array.from([id, ...unsignedLeb(content.length)]),
	content
];

function concatenate(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
	const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}
