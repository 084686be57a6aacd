/**
 * The memory of the playground: the walk of this tab, kept fact by fact. It holds secrets, so it ends with the tab and
 * is never seen by another.
 *
 * What holds when the page is left at once: every fact that had room in the tab is kept, and room is made long before
 * there is none, by moving facts away. Only a fact larger than the room that is left, which is millions of characters,
 * and an import larger than the tab are on their way for some milliseconds: a page that is left in these loses them, and
 * `lost` says so in the next one.
 * Where nothing can be moved away (no IndexedDB or no locks, as in some private windows) what does not fit is told, and
 * kept as long as the page is open.
 */
import type { Memory } from '$lib/flow/world';
import type { IntakeFailure } from '$lib/lexicon/failure';
import { fail, ok, type Result } from '$lib/lexicon/result';
import type { Fact, Trace } from '$lib/trace/fact';
import { loadPart } from '$lib/lexicon/part';
import { formatFact } from '$lib/trace/format';
import type { Mover } from './mover';
import type { StoredValue } from './stored-value';
import type { Kept, TabWalk } from './tab-walk';
import type { Away } from './walk-keys';

/** Characters of a walk in the tab, of about five million that all together have: beyond it facts are moved away. */
const roomy = 2_000_000;
/** For what happens next, where the walk itself is away. */
const reserve = 200_000;
/** What a key takes beside its fact. */
const keyLength = 100;

export interface Places {
	walk: TabWalk;
	/** The walk as earlier versions kept it: whole, under one key. */
	earlier: StoredValue<Trace>;
	/** What has no room goes there; undefined where there is no such place. */
	mover: (() => Promise<Mover>) | undefined;
}

export class TabMemory implements Memory {
	readonly #walk: TabWalk;
	readonly #earlier: StoredValue<Trace>;
	readonly #mover: Places['mover'];
	/** Before all is read nothing is moved: the name may turn out to be that of another tab. */
	#isLoaded = false;
	#moving: Promise<Kept> | undefined;
	#last: Fact | undefined;
	/** What this page found unreadable: also where it had no room to be put aside whole. */
	#told: string | undefined;

	constructor({ walk, earlier, mover }: Places) {
		this.#walk = walk;
		this.#earlier = earlier;
		this.#mover = mover;
	}

	async load(): Promise<Result<Trace, IntakeFailure>> {
		const found = this.#walk.read();
		const trace = !found.ok ? found : found.value ? await this.#read(found.value) : await this.#carryOver();
		this.#isLoaded = true;
		this.#last ??= trace.ok ? trace.value.at(-1) : undefined;
		void this.#settled(this.#walk.settle());
		return trace;
	}

	/** Whether the last thing that happened is that the person left this tab for the provider. */
	get isLeaving(): boolean {
		return this.#last?.kind === 'left' && this.#last.way === 'tab';
	}

	lost(): IntakeFailure | undefined {
		const waited = this.#walk.takeCutOff();
		if (!waited) return undefined;
		return { reason: waited.instead ? 'walk-not-kept' : 'facts-not-kept', where: `${waited.count} facts` };
	}

	append(fact: Fact): Promise<Kept> {
		this.#last = fact;
		return this.#settled(this.#walk.append(formatFact(fact)));
	}

	replace(trace: Trace): Promise<Kept> {
		this.#last = trace.at(-1);
		return this.#settled(this.#walk.replace(trace.map(formatFact)));
	}

	fits(trace: Trace): boolean {
		const size = trace.reduce((sum, fact) => sum + formatFact(fact).length + keyLength, 0);
		return this.#walk.hasRoom(this.#mover ? Math.min(size, reserve) : size);
	}

	putAside(): string[] {
		const all = [...this.#earlier.putAside(), ...this.#walk.asides()];
		return this.#told === undefined ? all : [...all.filter((text) => text !== this.#told), this.#told];
	}

	async #read(here: (string | undefined)[]): Promise<Result<Trace, IntakeFailure>> {
		const { away } = this.#walk.head;
		const elsewhere = away ? await this.#readAway(away) : ok([]);
		const texts = [...(elsewhere.ok ? elsewhere.value : []), ...here];
		const { parseFact } = await loadPart(() => import('$lib/trace/file'));
		const missing = elsewhere.ok ? 0 : (away?.upTo ?? 0);
		const facts: Fact[] = [];
		const wrong = elsewhere.ok ? [] : [`facts.0–${missing - 1}: ${elsewhere.failure.where ?? ''}`];
		for (const [index, text] of texts.entries()) {
			const fact = text === undefined ? fail({ reason: 'missing', where: '' }) : parseFact(text);
			if (fact.ok) facts.push(fact.value);
			else wrong.push(`facts.${index + missing}: ${fact.failure.reason} ${fact.failure.where}`.trim());
		}
		if (wrong.length === 0) return ok(facts);
		this.#tell(texts.filter((text) => text !== undefined));
		return fail({ reason: 'storage-unreadable', where: wrong.slice(0, 5).join('; ') });
	}

	async #readAway(away: Away): Promise<Result<string[], IntakeFailure>> {
		try {
			if (this.#mover) return await (await this.#mover()).read(away);
			return fail({ reason: 'storage-unreadable', where: 'IndexedDB' });
		} catch (error) {
			return fail({ reason: 'storage-unreadable', where: String(error) });
		}
	}

	/** Raw, and a file of a trace again when what is wrong in it is mended. */
	#tell(texts: string[]): void {
		const { version } = this.#walk.head;
		this.#told = `{"format":"pkce-playground-trace","version":${version},"facts":[\n${texts.join(',\n')}\n]}`;
		this.#walk.putAside(this.#told);
	}

	/** What earlier versions kept: from now on fact by fact. Where that has no room it stays as it is. */
	async #carryOver(): Promise<Result<Trace, IntakeFailure>> {
		const kept = await this.#earlier.read();
		if (!kept.ok) {
			this.#told = this.#earlier.putAside().at(-1);
			return kept;
		}
		if (kept.value === undefined) return ok([]);
		// It is here: nothing of it is lost where it had no room as facts.
		this.#walk.takeCutOff();
		this.#earlier.clear();
		const carried = this.#walk.carryOver(kept.value.map(formatFact));
		if (!carried.ok) this.#earlier.write(kept.value);
		return ok(kept.value);
	}

	async #settled(kept: Kept): Promise<Kept> {
		const open = this.#isLoaded ? this.#mover : undefined;
		if (!open) return kept;
		const isFull = !kept.ok && kept.failure.reason === 'storage-full';
		if (isFull || this.#walk.size > roomy) {
			this.#moving ??= this.#move(open).finally(() => (this.#moving = undefined));
			return kept.ok ? kept : this.#moving;
		}
		if (this.#walk.isElsewhere) void this.#tidy(open);
		return kept;
	}

	async #move(open: () => Promise<Mover>): Promise<Kept> {
		try {
			const kept = await (await open()).move();
			void this.#tidy(open);
			return kept;
		} catch (error) {
			return fail({ reason: 'storage-full', where: String(error) });
		}
	}

	async #tidy(open: () => Promise<Mover>): Promise<void> {
		try {
			await (await open()).tidy();
		} catch {
			return;
		}
	}
}
