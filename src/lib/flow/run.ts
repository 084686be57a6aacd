/**
 * A walk without a screen: everything that can be done in one, by code. It builds a message, sends it and records what
 * came of it; what that means is for the fold to say, in whose hands the facts are. The page is runes over this.
 */
import type { AskFailure } from '$lib/lexicon/failure';
import { fail, type Result } from '$lib/lexicon/result';
import type { MoveId, Status, StepId } from '$lib/lexicon/steps';
import type { Configuration } from '$lib/trace/configuration';
import type { CallbackMessage, Fact, FactOf, WayOut } from '$lib/trace/fact';
import { encodeBase64url } from '$lib/wire/base64url';
import type { Pair } from '$lib/wire/form';
import type { Exchange, HttpRequest, HttpResponse } from '$lib/wire/http';
import { attemptOfAnswer } from './known-answer';
import { isOn } from './extensions';
import { statusOf } from './status';
import { generateAttempt, generateVerifier } from './generate';
import { lookInside } from './inside';
import { decisionLogOf, type Session, type Walk } from './session';
import type { AskInput } from './step';
import { stepOf } from './steps';
import type { World } from './world';
import { isTurnedAway } from './turned-away';

/** Who has the facts, and what they mean so far. */
export interface Ledger {
	readonly walk: Walk;
	/** The view of the attempt that the walk goes on with. */
	readonly session: Session;
	/** Another number once all facts were replaced: what comes back for those has no place any more. */
	readonly era: number;
	/** Resolves when the fact was read. It is kept before that. */
	append(fact: Fact): Promise<void>;
}

export class Runner {
	readonly world: World;
	readonly #ledger: Ledger;

	constructor(world: World, ledger: Ledger) {
		this.world = world;
		this.#ledger = ledger;
	}

	get walk(): Walk {
		return this.#ledger.walk;
	}

	get session(): Session {
		return this.#ledger.session;
	}

	status(id: StepId): Status {
		return statusOf(id, this.session);
	}

	configure(configuration: Configuration): Promise<void> {
		return this.#ledger.append({ kind: 'configured', at: this.world.now(), configuration });
	}

	/** The person says yes to plain `http:` for a host. */
	allow(host: string): Promise<void> {
		return this.#ledger.append({ kind: 'allowed', at: this.world.now(), step: 'configure', host });
	}

	/** Endpoints in place of a document that the server does not publish. */
	typeEndpoints(endpoints: Record<string, string>): Promise<void> {
		return this.#generate('configure', endpoints);
	}

	/** A random verifier of `bytes` octets: not yet chosen, only made. */
	newVerifier(bytes: number): string {
		return generateVerifier(this.world, bytes);
	}

	chooseVerifier(verifier: string): Promise<void> {
		return this.#generate('verifier', { code_verifier: verifier });
	}

	/** Derives the challenge, and makes the state and nonce that the authorization request needs next. */
	async chooseChallenge(method: 'S256' | 'plain', more: readonly Pair[] = []): Promise<void> {
		await this.#generate('challenge', { code_challenge_method: method });
		await this.renewState(more);
	}

	/** A new `state` and `nonce`, and a new key when proofs are switched on. `more`: what this one attempt asks besides. */
	async renewState(more: readonly Pair[] = []): Promise<void> {
		const key = isOn(this.session, 'dpop') ? { dpop_jwk: await this.world.newKey() } : {};
		await this.#generate('authorize', {
			...Object.fromEntries(more),
			...generateAttempt(this.world),
			...key
		});
	}

	/**
	 * A whole new attempt in one go: verifier, challenge, state and nonce, by the method of the one before (RFC 7636 §4.1:
	 * a verifier for each request). `more`: what an API wants of it (RFC 9470 §3), or that nothing be asked (`prompt`).
	 */
	async startAnew(more: readonly Pair[] = []): Promise<void> {
		const method = this.session.code_challenge_method ?? 'S256';
		await this.chooseVerifier(this.newVerifier(32));
		await this.chooseChallenge(method, more);
	}

	/** The message that would be sent now. */
	ask(
		step: StepId,
		move: MoveId,
		input: AskInput = {},
		session = this.session
	): Promise<Result<HttpRequest, AskFailure>> {
		const ask = stepOf(step).asks[move];
		return ask ? ask(session, input) : Promise.resolve(fail({ reason: 'step-missing', field: step }));
	}

	/**
	 * Sends a message and records what came of it, with what the server decided where it tells that. `asked`: the
	 * message as it was built, when this one was edited. Undefined: the walk was replaced meanwhile.
	 */
	async transmit(
		step: StepId,
		move: MoveId,
		request: HttpRequest,
		{ asked, signal = new AbortController().signal }: { asked?: HttpRequest; signal?: AbortSignal } = {}
	): Promise<FactOf<'exchanged'> | undefined> {
		const { era } = this.#ledger;
		const sent = await this.world.send(request, signal);
		const exchange = await lookInside(this.world, this.session, sent);
		return era === this.#ledger.era
			? this.record({ step, move, exchange, ...(asked ? { asked } : {}) })
			: undefined;
	}

	/** Records what came of a message, whoever sent it. */
	async record(
		of: Pick<FactOf<'exchanged'>, 'step' | 'move' | 'exchange' | 'asked'>
	): Promise<FactOf<'exchanged'>> {
		const fact: FactOf<'exchanged'> = { kind: 'exchanged', at: of.exchange.at, ...of };
		await this.#ledger.append(fact);
		return fact;
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
		const id = encodeBase64url(this.world.random(12));
		const known: Exchange = { id, request, response, at: this.world.now(), ms: 0, via: 'pasted' };
		const exchange = await lookInside(this.world, this.session, assumed ? { ...known, assumed } : known);
		await this.record({ step, move, exchange, ...(asked ? { asked } : {}) });
	}

	/** Records that the person is sent to the server, to sign in or out. Kept when this returns. */
	leave(step: FactOf<'left'>['step'], url: string, way: WayOut, asked: string): Promise<void> {
		const fact: Fact = { kind: 'left', at: this.world.now(), step, url, way };
		return this.#ledger.append(url === asked ? fact : { ...fact, asked });
	}

	/** Records a callback, of whichever attempt it is: the walk goes on with that one. The same one twice counts once. */
	async arrive(message: CallbackMessage, way: 'redirect' | 'pasted'): Promise<void> {
		const known = attemptOfAnswer(this.walk, message);
		if (known !== undefined) return this.open(known);
		await this.#ledger.append({ kind: 'returned', at: this.world.now(), step: 'callback', ...message, way });
		await this.observe();
	}

	/** Which of two answers the walk goes on with. */
	async decide(second: boolean): Promise<void> {
		await this.#ledger.append({ kind: 'decided', at: this.world.now(), step: 'callback', second });
		if (second) await this.#lookBack();
	}

	/** Goes on with another attempt: its verifier, its code, its tokens. */
	async open(attempt: number): Promise<void> {
		if (attempt === this.walk.current || !this.walk.attempts[attempt]) return;
		await this.#ledger.append({ kind: 'opened', at: this.world.now(), attempt });
	}

	/** Whether this walk went out with that `state`, now or in an earlier attempt. */
	owns(state: string): boolean {
		return this.walk.attempts.some(({ authorizationRequest }) => authorizationRequest?.state === state);
	}

	/** Asks the server, if it says such things, why nothing comes back: about the newest request, without an answer. */
	async askWhy(): Promise<void> {
		const { authorizationResponse: came, authorizationRequest: sent } = this.session;
		if (sent && !came && !isTurnedAway(this.session)) await this.#lookBack();
	}

	/** The same about the request that the answer at hand answers, once. */
	async observe(): Promise<void> {
		const { facts, second } = this.session;
		if (facts.at(-1)?.kind === 'returned' && !second) await this.#lookBack();
	}

	async #lookBack(): Promise<void> {
		const at = decisionLogOf(this.session);
		const state = this.session.authorizationRequest?.state;
		const { era } = this.#ledger;
		const inside = at && state ? await this.world.look(at, { state }) : [];
		const heard = this.session.unanswered?.length ?? 0;
		if (inside.length <= heard || era !== this.#ledger.era) return;
		await this.#ledger.append({ kind: 'observed', at: this.world.now(), step: 'callback', inside });
	}

	#generate(step: FactOf<'generated'>['step'], values: Record<string, string>): Promise<void> {
		return this.#ledger.append({ kind: 'generated', at: this.world.now(), step, values });
	}
}
