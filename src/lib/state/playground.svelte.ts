/**
 * The one writer. The trace grows by `#append` alone, which keeps it before anything else happens; the session is
 * always what the fold makes of it. Everything that panels show derives from this snapshot.
 */
import { statusOf } from '$lib/flow/fold';
import { refusedByGate } from '$lib/flow/gate';
import { generateAttempt, generateVerifier } from '$lib/flow/generate';
import { isOn } from '$lib/flow/extensions';
import { decisionLogOf, emptySession, type Session } from '$lib/flow/session';
import { signedAnew } from '$lib/flow/signed-anew';
import type { AskInput } from '$lib/flow/step';
import { stepOf } from '$lib/flow/steps';
import type { Memory, World } from '$lib/flow/world';
import { hasFailed } from '$lib/lexicon/check';
import type { AskFailure, IntakeFailure } from '$lib/lexicon/failure';
import { fail, type Result } from '$lib/lexicon/result';
import type { MoveId, Status, StepId } from '$lib/lexicon/steps';
import type { Configuration } from '$lib/trace/configuration';
import type { CallbackMessage, Fact, FactOf, Trace, WayOut } from '$lib/trace/fact';
import { formatTrace } from '$lib/trace/file';
import { encodeBase64url } from '$lib/wire/base64url';
import type { Pair } from '$lib/wire/form';
import type { HttpRequest, HttpResponse } from '$lib/wire/http';
import { carried, heldFor, hold, ownerOf, type Held, type Keeping } from '$lib/flow/held';
import { lookInside } from '$lib/flow/inside';
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

export class Playground {
	readonly newest = new NewestResponse();
	readonly reader = new Reader((from, to) => {
		this.#keeping = carried(this.#keeping, ownerOf(this.#era, from), ownerOf(this.#era, to));
	});
	#world: World;
	#keeper: Keeper;
	#running = $state.raw<Running>();
	#restored = $state.raw(false);
	#abort = new AbortController();
	#keeping = $state.raw<Keeping>();
	/** Counts the traces: what comes back for a trace that was replaced has no place in the new one. */
	#era = $state(0);

	constructor(world: World, memory: Memory) {
		this.#world = world;
		this.#keeper = new Keeper(memory);
	}

	get trace(): Trace {
		return this.reader.trace;
	}

	get session(): Session {
		return this.reader.session;
	}

	get running(): Running | undefined {
		return this.#running;
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

	status(id: StepId): Status {
		return statusOf(id, this.session);
	}

	/** Reads what was kept, once, when the page starts. */
	async restore(): Promise<void> {
		const kept = await this.#keeper.load();
		if (kept) await this.reader.replace(kept);
		this.#restored = true;
		await this.#observe();
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

	configure(configuration: Configuration): Promise<void> {
		return this.#append({ kind: 'configured', at: this.#world.now(), configuration });
	}

	/** The person says yes to plain `http:` for a host. */
	allow(host: string): Promise<void> {
		return this.#append({ kind: 'allowed', at: this.#world.now(), step: 'configure', host });
	}

	/** Endpoints in place of a document that the server does not publish. */
	typeEndpoints(endpoints: Record<string, string>): Promise<void> {
		return this.#generate('configure', endpoints);
	}

	/** A random verifier of `bytes` octets: not yet chosen, only made. */
	newVerifier(bytes: number): string {
		return generateVerifier(this.#world, bytes);
	}

	chooseVerifier(verifier: string): Promise<void> {
		return this.#generate('verifier', { code_verifier: verifier });
	}

	/** Derives the challenge, and makes the state and nonce that the authorization request needs next. */
	async chooseChallenge(method: 'S256' | 'plain'): Promise<void> {
		await this.#generate('challenge', { code_challenge_method: method });
		await this.renewState();
	}

	/**
	 * A new attempt: a new `state` and `nonce`, and a new key when proofs are switched on. `stepUp`: what an API
	 * wants of the sign-in (RFC 9470).
	 */
	async renewState(stepUp: readonly Pair[] = []): Promise<void> {
		const key = isOn(this.session, 'dpop') ? { dpop_jwk: await this.#world.newKey() } : {};
		await this.#generate('authorize', {
			...Object.fromEntries(stepUp),
			...generateAttempt(this.#world),
			...key
		});
	}

	/** What the tab holds in memory only, for the client of this configuration: its secret, and the key that signs. */
	held(configuration?: Configuration): Held {
		return heldFor(this.#keeping, ownerOf(this.#era, this.session, configuration));
	}

	hold(held: Held, configuration?: Configuration): void {
		this.#keeping = hold(this.#keeping, ownerOf(this.#era, this.session, configuration), held);
	}

	/** A new private key, as a JWK in JSON. */
	readonly newKey = (): Promise<string> => this.#world.newKey();

	/** The message that `send` would send now. */
	preview(
		step: StepId,
		move: MoveId,
		input: AskInput = {},
		configuration?: Configuration
	): Promise<Result<HttpRequest, AskFailure>> {
		const ask = stepOf(step).asks[move];
		const session = configuration
			? { ...emptySession, plainHosts: this.session.plainHosts, configuration }
			: this.session;
		return ask
			? ask(session, { ...this.held(configuration), ...input })
			: Promise.resolve(fail({ reason: 'step-missing', field: step }));
	}

	/**
	 * Sends a message as it was previewed, or as the person edited it. One at a time. One that is signed with the
	 * time in it is built again, by the same builder, when `input` is given: a proof lives for seconds.
	 */
	async send(
		step: StepId,
		move: MoveId,
		previewed: HttpRequest,
		edited?: HttpRequest,
		input?: AskInput
	): Promise<void> {
		if (this.#running || (edited && refusedByGate(this.session, edited.url))) return;
		const era = this.#era;
		this.#abort = new AbortController();
		this.#running = { step, move, request: edited ?? previewed, since: this.#world.now() };
		try {
			const again =
				input && !edited && signedAnew(previewed).length > 0
					? await this.preview(step, move, input)
					: undefined;
			// Never to somebody else than was shown.
			const asked = again?.ok && again.value.url === previewed.url ? again.value : previewed;
			const request = edited ?? asked;
			const exchange = await lookInside(
				this.#world,
				this.session,
				await this.#world.send(request, this.#abort.signal)
			);
			if (era !== this.#era) return;
			await this.#record({ step, move, exchange, ...(edited ? { asked } : {}) });
		} finally {
			this.#running = undefined;
		}
	}

	/**
	 * Records an answer that the person got elsewhere for this message, and reads it like any other. `assumed`: they
	 * had only its body.
	 */
	async paste(
		step: StepId,
		move: MoveId,
		request: HttpRequest,
		response: HttpResponse,
		{ asked, assumed = false }: { asked?: HttpRequest | undefined; assumed?: boolean } = {}
	): Promise<void> {
		const at = this.#world.now();
		const id = encodeBase64url(this.#world.random(12));
		const known = { id, request, response, at, ms: 0, via: 'pasted' } as const;
		const exchange = await lookInside(this.#world, this.session, assumed ? { ...known, assumed } : known);
		await this.#record({ step, move, exchange, ...(asked ? { asked } : {}) });
	}

	/** Ends the message on its way; its fact says that it was cancelled. */
	readonly cancel = (): void => this.#abort.abort();

	/** Records that the person is sent to the server, to sign in or out. Kept when this returns. */
	leave(step: FactOf<'left'>['step'], url: string, way: WayOut, asked: string): Promise<void> {
		const fact: Fact = { kind: 'left', at: this.#world.now(), step, url, way };
		return this.#append(url === asked ? fact : { ...fact, asked });
	}

	/** Records a callback. The same one twice counts once: a reloaded callback page. */
	async arrive(arrived: CallbackMessage, way: 'redirect' | 'pasted'): Promise<void> {
		const isKnown = (one: CallbackMessage | undefined) =>
			one?.url === arrived.url && one.body === arrived.body;
		if (isKnown(this.session.authorizationResponse) || isKnown(this.session.second)) return;
		await this.#append({ kind: 'returned', at: this.#world.now(), step: 'callback', ...arrived, way });
		await this.#observe();
	}

	/** Which of two answers the walk goes on with. */
	async decide(second: boolean): Promise<void> {
		await this.#append({ kind: 'decided', at: this.#world.now(), step: 'callback', second });
		if (second) await this.#lookBack();
	}

	/** Asks the server, if it says such things, why nothing comes back: about the newest request, without an answer. */
	async askWhy(): Promise<void> {
		const { authorizationResponse: came, authorizationRequest: sent, unanswered } = this.session;
		if (sent && !came && !unanswered?.some(({ checks }) => hasFailed(checks))) await this.#lookBack();
	}

	/** The same about the request that the newest authorization response answers. */
	async #observe(): Promise<void> {
		if (this.trace.at(-1)?.kind === 'returned' && !this.session.second) await this.#lookBack();
	}

	async #lookBack(): Promise<void> {
		const at = decisionLogOf(this.session);
		const state = this.session.authorizationRequest?.state;
		const era = this.#era;
		const inside = at && state ? await this.#world.look(at, { state }) : [];
		const heard = this.session.unanswered?.length ?? 0;
		if (inside.length <= heard || era !== this.#era) return;
		await this.#append({ kind: 'observed', at: this.#world.now(), step: 'callback', inside });
	}

	/** Whether this walk went out with that `state`, now or in an earlier attempt. */
	owns(state: string): boolean {
		return this.session.attempts.some((attempt) => attempt.state === state);
	}

	/** Records what came of a message, and tells that it is the newest. */
	async #record(of: Pick<FactOf<'exchanged'>, 'step' | 'move' | 'exchange' | 'asked'>): Promise<void> {
		const fact: FactOf<'exchanged'> = { kind: 'exchanged', at: of.exchange.at, ...of };
		this.newest.tell(fact);
		await this.#append(fact);
	}

	#generate(step: FactOf<'generated'>['step'], values: Record<string, string>): Promise<void> {
		return this.#append({ kind: 'generated', at: this.#world.now(), step, values });
	}

	/** The only place where the trace grows. It is kept at once, read after. */
	#append(fact: Fact): Promise<void> {
		void this.#keeper.append(fact);
		return this.reader.read(fact);
	}
}
