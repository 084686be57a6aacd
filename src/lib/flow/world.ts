import type { Decision } from '$lib/lexicon/check';
import type { IntakeFailure } from '$lib/lexicon/failure';
import type { Result } from '$lib/lexicon/result';
import type { Trace } from '$lib/trace/fact';
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
	/** What the server decided, where it publishes that and may be asked unasked. Never rejects. */
	look(at: DecisionLog, about: { requestId: string } | { state: string }): Promise<Decision[]>;
}

/** Where a server says that it tells its decisions: `log` is the metadata's `decision_log_endpoint`. */
export interface DecisionLog {
	log: string;
	/** The issuer that the person chose. */
	issuer: string;
}

/** Where a trace is kept between reloads. Both are synchronous: the page may be gone the next moment. */
export interface Memory {
	/** What was kept, `[]` when there was nothing. A failure says why what was kept cannot be used. */
	load(): Result<Trace, IntakeFailure>;
	save(trace: Trace): Result<true, IntakeFailure>;
	/** What `load` could not read, as it was, newest last: it is put aside and never thrown away. */
	putAside(): string[];
}
