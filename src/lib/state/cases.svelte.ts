/**
 * The cases that a person keeps in this browser. Nothing is kept before it was switched on, and what could not be kept
 * is told. Another tab may change them at any time: then they are read again.
 */
import { attemptsOf } from '$lib/flow/attempts';
import type { IntakeFailure } from '$lib/lexicon/failure';
import { loadPart } from '$lib/lexicon/part';
import type { Result } from '$lib/lexicon/result';
import { formatCases, longestCaseName, longestNotes, type CaseAbout } from '$lib/trace/case';
import type { Case, CaseFailure, CaseStore } from '$lib/trace/case';
import type { Trace } from '$lib/trace/fact';
import { formatTrace } from '$lib/trace/format';

/** What is to be kept. `raw`: with its secrets. */
export interface NewCase {
	name: string;
	notes: string;
	trace: Trace;
	raw: boolean;
	/** When it was first kept, where it comes from a file. */
	at?: number;
}

interface Around {
	now: () => number;
	/** A name that no other case has. */
	name: () => string;
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

export class Cases {
	readonly #store: CaseStore;
	readonly #around: Around;
	#on = $state(false);
	#list = $state.raw<readonly CaseAbout[]>([]);
	#unreadable = $state(0);
	#trouble = $state.raw<CaseFailure>();
	#usage = $state.raw<{ usage?: number; quota?: number }>({});
	#restored = $state(false);
	#elsewhere = $state(0);

	constructor(store: CaseStore, around: Around) {
		this.#store = store;
		this.#around = around;
	}

	get isOn(): boolean {
		return this.#on;
	}

	/** Newest first. */
	get list(): readonly CaseAbout[] {
		return this.#list;
	}

	/** How many there are that cannot be read here. */
	get unreadable(): number {
		return this.#unreadable;
	}

	/** Why the last thing that was to be done was not done. */
	get trouble(): CaseFailure | undefined {
		return this.#trouble;
	}

	get usage(): { usage?: number; quota?: number } {
		return this.#usage;
	}

	/** Bytes of all walks, names and notes. */
	get size(): number {
		return this.#list.reduce((sum, one) => sum + one.size + bytesOf(one.name + one.notes), 0);
	}

	get isRestored(): boolean {
		return this.#restored;
	}

	/** How often another tab has changed something. */
	get changedElsewhere(): number {
		return this.#elsewhere;
	}

	async restore(): Promise<void> {
		await this.#read();
		this.#restored = true;
	}

	/** Reads again whenever another tab has changed something, until what it returns is called. */
	watch(): () => void {
		return this.#store.watch(() => {
			this.#elsewhere += 1;
			void this.#read();
		});
	}

	turnOn(): Promise<boolean> {
		return this.#do(() => this.#store.turn(true));
	}

	/** `keep`: what is stored stays, and nothing more is stored. */
	async turnOff(keep: boolean): Promise<boolean> {
		if (!keep && !(await this.#do(() => this.#store.remove('all')))) return false;
		return this.#do(() => this.#store.turn(false));
	}

	/** All of them, or none. */
	async add(all: readonly NewCase[]): Promise<boolean> {
		const made: Case[] = [];
		for (const one of all) made.push(await this.#made(one));
		return this.#do(() => this.#store.add(made));
	}

	change(id: string, name: string, notes: string): Promise<boolean> {
		const change = { ...cut(name, notes), changedAt: this.#around.now() };
		return this.#do(() => this.#store.change(id, change));
	}

	remove(ids: readonly string[] | 'all'): Promise<boolean> {
		return this.#do(() => this.#store.remove(ids));
	}

	/** The walk of a case; undefined: it could not be read, and `trouble` says why. */
	async open(id: string): Promise<string | undefined> {
		const walk = await this.#store.open(id);
		this.#trouble = walk.ok ? undefined : walk.failure;
		if (!walk.ok) await this.#read();
		return walk.ok ? walk.value : undefined;
	}

	/** The same as a trace. It was written here, and may have been so by another version of the site. */
	async openTrace(id: string): Promise<Result<Trace, IntakeFailure> | undefined> {
		const text = await this.open(id);
		if (text === undefined) return undefined;
		return (await loadPart(() => import('$lib/trace/file'))).parseTrace(text);
	}

	/** One file of all. Those that hold secrets lose them, unless they are wanted. */
	async export(raw: boolean): Promise<string | undefined> {
		const made: Case[] = [];
		for (const about of this.#list) {
			const walk = await this.open(about.id);
			if (walk === undefined) return undefined;
			made.push(about.redacted || raw ? { about, trace: walk } : await redactedCase(about, walk));
		}
		return formatCases(made);
	}

	async #made({ name, notes, trace, raw, at }: NewCase): Promise<Case> {
		const [{ redact }, { fold }] = await Promise.all([
			loadPart(() => import('$lib/trace/redact')),
			loadPart(() => import('$lib/flow/fold'))
		]);
		const leaving = raw ? trace : redact(trace);
		const text = formatTrace(leaving);
		const attempts = attemptsOf(await fold(leaving));
		const [newest] = attempts;
		const now = this.#around.now();
		const about: CaseAbout = {
			id: this.#around.name(),
			...cut(name, notes),
			at: at ?? now,
			changedAt: now,
			redacted: !raw,
			attempts: attempts.length,
			...(newest?.clientId ? { clientId: newest.clientId.slice(0, 2_000) } : {}),
			...(newest?.issuer ? { issuer: newest.issuer.slice(0, 2_000) } : {}),
			...(newest ? { end: endOf(newest.end).slice(0, 2_000) } : {}),
			size: bytesOf(text)
		};
		return { about, trace: text };
	}

	async #do(act: () => Promise<Result<true, CaseFailure>>): Promise<boolean> {
		const done = await act();
		await this.#read();
		this.#trouble = done.ok ? this.#trouble : done.failure;
		return done.ok;
	}

	async #read(): Promise<void> {
		const found = await this.#store.read();
		this.#trouble = found.ok ? undefined : found.failure;
		if (!found.ok) return;
		this.#on = found.value.on;
		this.#list = found.value.cases.toSorted((one, other) => other.changedAt - one.changedAt);
		this.#unreadable = found.value.unreadable;
		this.#usage = await this.#store.usage();
	}
}

const cut = (name: string, notes: string): Pick<CaseAbout, 'name' | 'notes'> => ({
	name: name.trim().slice(0, longestCaseName),
	notes: notes.slice(0, longestNotes)
});

const endOf = (end: { kind: string; error?: string }): string => `${end.kind} ${end.error ?? ''}`.trim();

async function redactedCase(about: CaseAbout, walk: string): Promise<Case> {
	const [{ redact }, { parseTrace }] = await Promise.all([
		loadPart(() => import('$lib/trace/redact')),
		loadPart(() => import('$lib/trace/file'))
	]);
	const trace = parseTrace(walk);
	// What cannot be read cannot be cleaned: nothing of it leaves.
	const clean = trace.ok ? formatTrace(redact(trace.value)) : formatTrace([]);
	return { about: { ...about, redacted: true }, trace: clean };
}

/** Whether each word of the search stands in what is said of a case. */
export function matches(about: CaseAbout, search: string): boolean {
	const said = [about.name, about.notes, about.clientId, about.issuer, about.end].join(' ').toLowerCase();
	return search
		.toLowerCase()
		.split(/\s+/)
		.every((word) => said.includes(word));
}
