import type { Decision } from '$lib/lexicon/check';

/** Where the API keeps its entries: structured-cloneable values by kind and key. */
export interface EntryStore {
	get<T>(kind: string, key: string): Promise<T | undefined>;
	put(kind: string, key: string, value: unknown, expiresAt?: number): Promise<void>;
	remove(kind: string, key: string): Promise<void>;
	/** Reads and writes in one atomic move; undefined: nothing is written. */
	update<T>(
		kind: string,
		key: string,
		change: (known: T | undefined) => T | undefined,
		expiresAt?: number
	): Promise<void>;
	list<T>(kind: string): Promise<[key: string, value: T][]>;
}

/** One sample API and its ports. What it knows of the authorization server is the issuer and the published keys. */
export interface Api {
	/** Its identifier, which tokens for it have as audience; its addresses begin with it. No trailing slash. */
	resource: string;
	/** Whose tokens it takes. */
	issuer: string;
	/** The issuer's key set, parsed JSON: RFC 7517 §5. */
	fetchJwks(): Promise<unknown>;
	store: EntryStore;
	/** Milliseconds since the epoch. */
	now(): number;
	/** `count` bytes from a cryptographically secure generator. */
	random(count: number): Uint8Array;
	/** Whether proofs have to carry a nonce of the API: RFC 9449 §9. */
	dpopNonce?: boolean;
	report?(decision: Decision, about: { requestId: string }): Promise<void> | void;
}
