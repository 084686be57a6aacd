/** A recording while it comes: its entries one by one, and what stands beside them in the file. */
import { isJsonObject, stringOf, type JsonObject } from '$lib/message/json-body';
import { onlyKnown } from '$lib/lexicon/only-known';
import type { FileForm, FileNote } from '$lib/lexicon/recording';
import { JsonCutter } from '$lib/wire/cut-json';
import { parseSparsely, readSparsely } from '$lib/wire/sparse-json';
import type { FileAbout, Named } from './about';
import { Collector } from './collector';

/** What is said of the recording as a whole. */
const said: readonly string[] = ['version', 'creator', 'browser', '_pkcePlayground'];
/** Bytes of such a saying. */
const mostSaid = 200_000;

const named = (value: unknown): Named | undefined => {
	const one: JsonObject = isJsonObject(value) ? value : {};
	const name = stringOf(one, 'name')?.slice(0, 200);
	return name ? { name, ...onlyKnown({ version: stringOf(one, 'version')?.slice(0, 100) }) } : undefined;
};

export class RecordingReader {
	readonly collector = new Collector();
	hasEntries: boolean;
	#form: FileForm;
	#said = new Map<string, unknown>();
	#cutter: JsonCutter;

	/** `entries`: they stand in no recording. */
	constructor(form: 'har' | 'entries') {
		this.#form = form;
		this.hasEntries = form === 'entries';
		this.#cutter = new JsonCutter({
			opens: (path, isList) => this.#opens(path.join('.'), isList),
			value: (path, bytes, long) => this.#take(path.join('.'), bytes, long)
		});
	}

	push(chunk: Uint8Array): void {
		this.#cutter.push(chunk);
	}

	end(): void {
		this.#cutter.end();
	}

	get isWhole(): boolean {
		return this.#cutter.isWhole;
	}

	get isBroken(): boolean {
		return this.#cutter.isBroken;
	}

	about(bytes: number, notes: ReadonlySet<FileNote>): FileAbout {
		const { collector } = this;
		const { entries, unread, leftOut, kept, first, last, lacks, missing, missingCount } = collector;
		const written = this.#said.get('version');
		// Some write it as a number; what is neither says nothing.
		const version = typeof written === 'string' || typeof written === 'number' ? String(written) : '';
		const isNewer = version !== '' && !/^1\.[0-3]$/.test(version);
		return {
			...{
				form: this.#form,
				bytes,
				entries,
				unread,
				leftOut,
				kept: kept.length,
				lacks,
				missing,
				missingCount
			},
			...onlyKnown({
				recorder: named(this.#said.get('creator')),
				browser: named(this.#said.get('browser')) ?? collector.browser,
				...{ first, last },
				version: isNewer ? version.slice(0, 40) : undefined,
				said: this.#said.get('_pkcePlayground')
			}),
			notes: [
				...new Set([
					...notes,
					...collector.notes,
					...(isNewer ? (['newer-version'] as const) : []),
					...(this.isWhole ? [] : (['cut-off'] as const))
				])
			]
		};
	}

	#opens(path: string, isList: boolean): boolean {
		// Of entries alone only a list around them is opened: `#take` sees each.
		if (this.#form === 'entries') return path === '' && isList;
		if (path === 'log.entries') this.hasEntries = true;
		return path === '' || path === 'log' || path === 'log.entries';
	}

	#take(path: string, bytes: Uint8Array | undefined, long: readonly number[]): void {
		if (path === 'log.entries.*' || this.#form === 'entries') return this.collector.add(bytes, long);
		const name = path.replace(/^log\./, '');
		if (!bytes || bytes.length > mostSaid || !said.includes(name)) return;
		this.#said.set(name, parseSparsely(readSparsely(bytes, long))?.value);
	}
}
