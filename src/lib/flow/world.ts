import type { Decision } from '$lib/lexicon/check';
import type { IntakeFailure } from '$lib/lexicon/failure';
import type { Result } from '$lib/lexicon/result';
import type { Fact, Trace } from '$lib/trace/fact';
import type { Exchange, HttpRequest } from '$lib/wire/http';

/**
 * Everything outside: the only way the walk has an effect. `browser/network/world.ts` is the real one; tests have one in
 * memory that calls the two servers' handlers directly.
 */
export interface World {
	/** Milliseconds since the epoch. */
	now(): number;
	/** `count` bytes from a cryptographically secure generator (RFC 7636 §7.1). */
	random(count: number): Uint8Array;
	/** A new P-256 key for the proofs of one attempt (RFC 9449), as a private JWK in JSON. */
	newKey(): Promise<string>;
	/** Sends one message and records what came of it. Never rejects: a failure is part of the record. */
	send(request: HttpRequest, signal: AbortSignal): Promise<Exchange>;
	/** What the server decided, where it publishes that and may be asked unasked. Rejects with a `PartFailure` alone. */
	look(at: DecisionLog, about: { requestId: string } | { state: string }): Promise<Decision[]>;
}

/** Where a server says that it tells its decisions: `log` is the metadata's `decision_log_endpoint`. */
export interface DecisionLog {
	log: string;
	/** The issuer that the person chose. */
	issuer: string;
}

/**
 * Where a trace is kept between reloads, fact by fact. What can be written at once is written when `append` or `replace`
 * returns, because the page may be gone the next moment; the promise waits for what cannot, and says whether all is kept.
 */
export interface Memory {
	/** What was kept, `[]` when there was nothing. A failure says why what was kept cannot be used. */
	load(): Promise<Result<Trace, IntakeFailure>>;
	/** What was on its way when the page before was left, and is lost. Known when all is loaded; asked once. */
	lost(): IntakeFailure | undefined;
	/** One more fact, after those that are kept. What is kept already is not written again. */
	append(fact: Fact): Promise<Result<true, IntakeFailure>>;
	/** Another trace in place of what is kept. */
	replace(trace: Trace): Promise<Result<true, IntakeFailure>>;
	/** Whether there is room for this trace in place of what is kept. Nothing is replaced by asking. */
	fits(trace: Trace): boolean;
	/** What `load` could not read, as it was, newest last: it is put aside and never thrown away. */
	putAside(): string[];
}
