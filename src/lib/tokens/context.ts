/** What a token is held against. Everything but the moment may be unknown: then what needs it is skipped. */
import type { KeySet } from '$lib/client/key-set';
import type { ServerMetadata } from '$lib/client/discovery';

export type { TokenUse } from '$lib/lexicon/token-uses';

export interface TokenContext {
	/** Milliseconds since the epoch, by this device. */
	at: number;
	/** What the server’s clock is ahead of this device, in milliseconds, where it is known. */
	ahead?: number;
	/** Keys that are trusted for this issuer. */
	keys?: KeySet;
	/** The secret of an HMAC, as bytes. */
	secret?: Uint8Array;
	/** The metadata of the server, where it was fetched or pasted. */
	server?: ServerMetadata;
	/** The issuer that is trusted, where no metadata is known. */
	issuer?: string;
	/**
	 * Whom it has to be for: the client_id of an ID token or a logout token, the API of an access token. What a client makes
	 * is for the server, whose issuer is known by `server` or `issuer`.
	 */
	audience?: string;
	/** The client that an assertion or a request object has to be of. */
	clientId?: string;
	/** The nonce that was sent: of the authorization request, or of a DPoP server. */
	nonce?: string;
	/** What `at_hash`, `c_hash`, `s_hash` and `ath` are hashes of. */
	accessToken?: string;
	code?: string;
	state?: string;
	/** `sub` of the ID token that belongs to it. */
	subject?: string;
	/** Of the request that carries a proof (RFC 9449 §4.2). */
	method?: string;
	url?: string;
	/** `max_age` of the authorization request, in seconds, and the classes that it asked for. */
	maxAge?: number;
	acrValues?: readonly string[];
}
