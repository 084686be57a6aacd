import createQuickJs from '@jitl/quickjs-wasmfile-release-sync/emscripten-module';
import { QuickJSFFI } from '@jitl/quickjs-wasmfile-release-sync/ffi';
import { QuickJSWASMModule } from 'quickjs-emscripten-core';
import { meter } from './fuel';
import type { RulesOptions } from './rule';

/** One QuickJS in a WebAssembly instance and a memory of its own, and its meter. */
export interface Engine {
	quickJs: QuickJSWASMModule;
	/** Work that it may still do. At zero the instance traps and must be thrown away. */
	fuel: { value: number };
}

const pageBytes = 64 * 1024;
/** The memory that the module wants at its start, in pages. */
const initialPages = 256;

const compiled = new WeakMap<RulesOptions['loadWasm'], Promise<WebAssembly.Module>>();

/**
 * Loads and compiles QuickJS once for each loader; a failed attempt is not remembered.
 * Static imports and given bytes: a service worker may not use `import()`, and this room touches no network.
 */
function compile(loadWasm: RulesOptions['loadWasm']): Promise<WebAssembly.Module> {
	const known = compiled.get(loadWasm);
	if (known) return known;
	const module = loadWasm().then((bytes) => WebAssembly.compile(meter(new Uint8Array(bytes))));
	compiled.set(loadWasm, module);
	module.catch(() => compiled.delete(loadWasm));
	return module;
}

/**
 * A fresh instance, about a millisecond. A rule never meets the memory of another one, and one that broke is simply
 * dropped. `memoryBytes` is what WebAssembly itself refuses to exceed, the engine's own needs included.
 */
export async function startEngine(loadWasm: RulesOptions['loadWasm'], memoryBytes: number): Promise<Engine> {
	const module = await compile(loadWasm);
	const maximum = initialPages + Math.ceil(memoryBytes / pageBytes);
	const wasmMemory = new WebAssembly.Memory({ initial: initialPages, maximum });
	let fuel: WebAssembly.ExportValue | undefined;
	const emscripten = await createQuickJs({
		wasmMemory,
		instantiateWasm: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => {
			const instance = new WebAssembly.Instance(module, imports);
			fuel = instance.exports['fuel'];
			done(instance);
			return instance.exports;
		}
	});
	if (!(fuel instanceof WebAssembly.Global)) throw new Error('QuickJS came without its meter');
	return { quickJs: new QuickJSWASMModule(emscripten, new QuickJSFFI(emscripten)), fuel };
}
