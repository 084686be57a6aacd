import { skipImmediates, unsignedLeb, WasmReader } from './wasm-code';

/**
 * Gives a WebAssembly module a meter: each turn of a loop takes one unit of fuel, each instruction that moves or fills
 * memory one for every 16 bytes, and without fuel the module traps.
 *
 * QuickJS asks its interrupt handler between the statements of a rule, but not inside its own functions written in C:
 * `[].indexOf.call({ length: 2 ** 53 }, 1)` would turn there for years, and no thread exists to end it. One
 * `fill` of 24 MB is one instruction, and the handler is asked once in thousands of statements. With the meter nothing
 * of the module can run for long unnoticed, whoever wrote it.
 *
 * The fuel is an exported, mutable `i32` global named `fuel`. It starts with enough for the module's own start, which
 * comes before anybody can reach the global: from there on the host fills it.
 */
export function meter(module: Uint8Array): Uint8Array<ArrayBuffer> {
	const sections = readSections(module);
	const imported = contentOf(sections, importSection);
	const fuel = countImports(imported, globalKind) + countOf(contentOf(sections, globalSection));
	const type = countOf(contentOf(sections, typeSection));
	const first = countImports(imported, functionKind) + countOf(contentOf(sections, functionSection));
	const added = bulkInstructions.map(({ code }) => chargedByBytes(code, fuel));
	const parts = sections.map(({ id, content }) => {
		if (id === typeSection) return section(id, append(content, [bulkType]));
		if (id === functionSection)
			return section(
				id,
				append(
					content,
					added.map(() => Uint8Array.from(unsignedLeb(type)))
				)
			);
		if (id === globalSection) return section(id, append(content, [fuelGlobal]));
		if (id === exportSection) return section(id, append(content, [fuelExport(fuel)]));
		if (id === codeSection)
			return section(id, append(meterFunctions(content, toll(fuel), first), added.map(sized)));
		return section(id, content);
	});
	return concatenate([module.subarray(0, headerLength), ...parts.flat()]);
}

const headerLength = 8;
const typeSection = 1;
const importSection = 2;
const functionSection = 3;
const globalSection = 6;
const exportSection = 7;
const codeSection = 10;
const functionKind = 0x00;
const globalKind = 0x03;
const loopOpcode = 0x03;
const groupOpcode = 0xfc;
const callOpcode = 0x10;

/** `(global (mut i32) (i32.const 1048576))` */
const fuelGlobal = Uint8Array.of(0x7f, 0x01, 0x41, 0x80, 0x80, 0xc0, 0x00, 0x0b);

/** `(export "fuel" (global index))` */
const fuelExport = (index: number): Uint8Array =>
	Uint8Array.from([4, ...new TextEncoder().encode('fuel'), globalKind, ...unsignedLeb(index)]);

/** `if fuel == 0 then unreachable; fuel = fuel - 1` */
function toll(index: number): Uint8Array {
	const fuel = unsignedLeb(index);
	const stopWhenEmpty = [0x23, ...fuel, 0x45, 0x04, 0x40, 0x00, 0x0b];
	const takeOne = [0x23, ...fuel, 0x41, 0x01, 0x6b, 0x24, ...fuel];
	return Uint8Array.from([...stopWhenEmpty, ...takeOne]);
}

/** What works on as many bytes as it is told, by its number in the group: `memory.copy` and `memory.fill`. */
const bulkInstructions = [
	{ number: 10, code: [groupOpcode, 10, 0x00, 0x00] },
	{ number: 11, code: [groupOpcode, 11, 0x00] }
];

/** In the group, the numbers below are conversions between types of numbers. */
const firstBulk = 8;

/** The type of both: `(func (param i32 i32 i32))`, the last of which is the number of bytes. */
const bulkType = Uint8Array.of(0x60, 3, 0x7f, 0x7f, 0x7f, 0);

/**
 * The body of a function that stands for a bulk instruction: it takes a unit for every 16 bytes (and one for itself)
 * before it works. `price = bytes >>> 4; if price >= fuel then { fuel = 0; unreachable }; fuel = fuel - price - 1`
 */
function chargedByBytes(instruction: readonly number[], index: number): Uint8Array {
	const fuel = unsignedLeb(index);
	const price = [0x20, 2, 0x41, 4, 0x76];
	const stopWhenTooMuch = [...price, 0x23, ...fuel, 0x4f, 0x04, 0x40, 0x41, 0, 0x24, ...fuel, 0x00, 0x0b];
	const take = [0x23, ...fuel, ...price, 0x6b, 0x41, 1, 0x6b, 0x24, ...fuel];
	return Uint8Array.from([0, ...stopWhenTooMuch, ...take, 0x20, 0, 0x20, 1, 0x20, 2, ...instruction, 0x0b]);
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

function countImports(content: Uint8Array, wanted: number): number {
	const reader = new WasmReader(content);
	let found = 0;
	for (let left = reader.unsigned(); left > 0; left--) {
		reader.take(reader.unsigned());
		reader.take(reader.unsigned());
		if (skipImport(reader) === wanted) found++;
	}
	return found;
}

/** Passes over one import's description; its kind. */
function skipImport(reader: WasmReader): number {
	const kind = reader.byte();
	if (kind === globalKind) reader.take(2);
	else if (kind === functionKind) reader.skipLeb();
	else {
		if (kind === 0x01) reader.byte(); // a table: the type of its elements, then its limits
		const hasMaximum = (reader.byte() & 1) === 1;
		reader.skipLeb();
		if (hasMaximum) reader.skipLeb();
	}
	return kind;
}

/** A section's list with more entries. */
function append(content: Uint8Array, entries: Uint8Array[]): Uint8Array {
	const reader = new WasmReader(content);
	const count = reader.unsigned() + entries.length;
	return concatenate([Uint8Array.from(unsignedLeb(count)), content.subarray(reader.at), ...entries]);
}

/** A function body as its section lists it: its length first. */
const sized = (body: Uint8Array): Uint8Array =>
	concatenate([Uint8Array.from(unsignedLeb(body.length)), body]);

/** `first`: the index of the function that stands for the first of the bulk instructions. */
function meterFunctions(content: Uint8Array, price: Uint8Array, first: number): Uint8Array {
	const reader = new WasmReader(content);
	const count = reader.unsigned();
	const parts: Uint8Array[] = [Uint8Array.from(unsignedLeb(count))];
	for (let index = 0; index < count; index++) {
		parts.push(sized(meterFunction(reader.take(reader.unsigned()), price, first)));
	}
	return concatenate(parts);
}

/** What is written for the instruction of the group at `start`, where it works in bulk; undefined: it does not. */
function callInstead(body: Uint8Array, start: number, first: number): Uint8Array | undefined {
	const number = new WasmReader(body.subarray(start + 1)).unsigned();
	const index = bulkInstructions.findIndex((bulk) => bulk.number === number);
	if (index >= 0) return Uint8Array.from([callOpcode, ...unsignedLeb(first + index)]);
	if (number >= firstBulk) throw new Error(`WebAssembly instruction 0xfc ${number} has no meter`);
	return undefined;
}

function meterFunction(body: Uint8Array, price: Uint8Array, first: number): Uint8Array {
	const reader = new WasmReader(body);
	for (let groups = reader.unsigned(); groups > 0; groups--) {
		reader.skipLeb();
		reader.byte();
	}
	const parts: Uint8Array[] = [];
	let copied = 0;
	while (!reader.ended) {
		const start = reader.at;
		const opcode = reader.byte();
		skipImmediates(reader, opcode);
		const call = opcode === groupOpcode ? callInstead(body, start, first) : undefined;
		if (call) parts.push(body.subarray(copied, start), call);
		else if (opcode === loopOpcode) parts.push(body.subarray(copied, reader.at), price);
		else continue;
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
