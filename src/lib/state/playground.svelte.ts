/**
 * The one writer of the page: the runner over a ledger of runes. A fact is kept before anything else happens; the walk
 * is always what the fold makes of the facts. Everything that panels show derives from this snapshot.
 */
import { refusedByGate } from '$lib/flow/gate';
import { carried, heldFor, hold, ownerOf, type Held, type Keeping } from '$lib/flow/held';
import { Runner } from '$lib/flow/run';
import { emptySession, type Session } from '$lib/flow/session';
import { signedAnew } from '$lib/flow/signed-anew';
import type { AskInput } from '$lib/flow/step';
import type { Memory, World } from '$lib/flow/world';
import type { AskFailure, IntakeFailure } from '$lib/lexicon/failure';
import { loadPart } from '$lib/lexicon/part';
import type { Result } from '$lib/lexicon/result';
import type { MoveId, StepId } from '$lib/lexicon/steps';
import type { Configuration } from '$lib/trace/configuration';
import type { Fact, FactOf, Trace } from '$lib/trace/fact';
import { formatTrace } from '$lib/trace/format';
import type { Exchange, HttpRequest } from '$lib/wire/http';
import { Keeper } from './keeper.svelte';
import { NewestResponse } from './newest-response.svelte';
import { Reader } from './reader.svelte';

/** A message on its way. */
export interface Running {
	step: StepId;
	move: MoveId;
	request: HttpRequest;
	/** Milliseconds since the epoch. */
	since: number;
}

/** What was edited was loaded to be edited. */
async function resignedEdit(...messages: [edited: HttpRequest, from: HttpRequest, to: HttpRequest]) {
	const { resignedRequest } = await loadPart(() => import('$lib/flow/resigned'));
	return resignedRequest(...messages);
}

export class Playground extends Runner {
	readonly newest = new NewestResponse();
	readonly reader: Reader;
	readonly #keeper: Keeper;
	#running = $state.raw<Running>();
	#restored = $state.raw(false);
	readonly #sentHere: Exchange[] = [];
	#abort = new AbortController();
	#keeping = $state.raw<Keeping>();
	/** Answers that the person brought and that are not recorded yet. */
	#pasting = $state(0);
	/** Counts the traces: what comes back for a trace that was replaced has no place in the new one. */
	#era = $state(0);

	constructor(world: World, memory: Memory) {
		const keeper = new Keeper(memory);
		const reader = new Reader((from, to) => this.#changed(from, to));
		const era = (): number => this.#era;
		super(world, {
			get walk() {
				return reader.walk;
			},
			get session() {
				return reader.session;
			},
			get era() {
				return era();
			},
			// The only place where the trace grows. It is kept at once, read after.
			append: (fact: Fact) => {
				void keeper.append(fact);
				return reader.read(fact);
			}
		});
		this.#keeper = keeper;
		this.reader = reader;
	}

	get trace(): Trace {
		return this.reader.trace;
	}

	get running(): Running | undefined {
		return this.#running;
	}

	/** Whether an answer is awaited or a fact is not read yet: what is asked now may be old in a moment. */
	get isBusy(): boolean {
		return this.#running !== undefined || this.#pasting > 0 || this.reader.isReading;
	}

	/** What is wrong with the place where the trace is kept, if anything. */
	get trouble(): IntakeFailure | undefined {
		return this.#keeper.trouble;
	}

	/** Whether all that was kept has been read. Before that nothing may be started: a code could be sent twice. */
	get restored(): boolean {
		return this.#restored && this.reader.isWhole;
	}

	/** What was kept and cannot be read, as text, for the person to take away. It holds secrets. */
	get unreadable(): string | undefined {
		return this.reader.unread ? formatTrace(this.#keeper.trace) : this.#keeper.unreadable;
	}

	/** Reads what was kept, once, when the page starts. */
	async restore(): Promise<void> {
		const kept = await this.#keeper.load();
		if (kept) await this.reader.replace(kept);
		this.#restored = true;
		await this.observe();
	}

	/** Whether there is room to keep this trace. Nothing is replaced by asking. */
	fits(trace: Trace): boolean {
		return this.#keeper.fits(trace);
	}

	/** Replaces the whole trace: an import, or `[]` for a fresh start. */
	replace(trace: Trace): Promise<void> {
		this.#era += 1;
		this.cancel();
		void this.#keeper.replace(trace);
		return this.reader.replace(trace);
	}

	/** What the tab holds in memory only, for the client of this configuration: its secret, and the key that signs. */
	held(configuration?: Configuration): Held {
		return heldFor(this.#keeping, ownerOf(this.#era, this.session, configuration));
	}

	hold(held: Held, configuration?: Configuration): void {
		this.#keeping = hold(this.#keeping, ownerOf(this.#era, this.session, configuration), held);
	}

	/** A new private key, as a JWK in JSON. */
	readonly newKey = (): Promise<string> => this.world.newKey();

	/** The message that `send` would send now, with what the tab holds; of a configuration that is only typed, alone. */
	preview(
		step: StepId,
		move: MoveId,
		input: AskInput = {},
		configuration?: Configuration
	): Promise<Result<HttpRequest, AskFailure>> {
		const { plainHosts } = this.session;
		const session = configuration ? { ...emptySession, plainHosts, configuration } : this.session;
		return this.ask(step, move, { ...this.held(configuration), ...input }, session);
	}

	/**
	 * Sends a message as it was previewed, or as the person edited it. One at a time, and none before the answer to the
	 * last was read: it would carry what that answer has replaced. One that is signed with the time in it is built again,
	 * by the same builder, when `input` is given: a proof lives for seconds. An edit takes over the signatures that the
	 * person left alone.
	 */
	async send(
		step: StepId,
		move: MoveId,
		previewed: HttpRequest,
		edited?: HttpRequest,
		input?: AskInput
	): Promise<void> {
		if (this.isBusy || (edited && refusedByGate(this.session, edited.url))) return;
		const era = this.#era;
		this.#abort = new AbortController();
		const { signal } = this.#abort;
		this.#running = { step, move, request: edited ?? previewed, since: this.world.now() };
		try {
			const isSigned = input && signedAnew(previewed).length > 0;
			const again = isSigned ? await this.preview(step, move, input) : undefined;
			if (era !== this.#era) return;
			// Never to somebody else than was shown.
			const asked = again?.ok && again.value.url === previewed.url ? again.value : previewed;
			const made = edited && asked !== previewed ? await resignedEdit(edited, previewed, asked) : edited;
			const fact = await this.transmit(step, move, made ?? asked, { signal, ...(made ? { asked } : {}) });
			if (fact) this.#sentHere.push(fact.exchange);
		} finally {
			this.#running = undefined;
		}
	}

	/** Whether this page sent that message, since it was loaded, and had that answer: no file can say so. */
	hasSent({ id, response }: Exchange): boolean {
		return this.#sentHere.some((sent) => sent.id === id && sent.response?.body === response?.body);
	}

	/** Ends the message on its way; its fact says that it was cancelled. */
	readonly cancel = (): void => this.#abort.abort();

	override async paste(...answer: Parameters<Runner['paste']>): Promise<void> {
		this.#pasting += 1;
		try {
			await super.paste(...answer);
		} finally {
			this.#pasting -= 1;
		}
	}

	/** Records what came of a message, and tells that it is the newest. */
	override record(of: Parameters<Runner['record']>[0]): Promise<FactOf<'exchanged'>> {
		this.newest.tell(of);
		return super.record(of);
	}

	#changed(from: Session, to: Session): void {
		this.#keeping = carried(this.#keeping, ownerOf(this.#era, from), ownerOf(this.#era, to));
	}
}
