/** The shapes of the room: what goes in, what comes out. All of it is plain JSON, but for the ports. */

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/**
 * A rule as a person wrote it.
 * `rule`: one expression, `function (user, context, callback) { … callback(null, user, context); }`.
 * `action`: a module that sets `exports.onExecutePostLogin = async (event, api) => { … }`.
 */
export interface Rule {
	id: string;
	name: string;
	kind: 'rule' | 'action';
	enabled: boolean;
	code: string;
}

/**
 * What a rule sees of the login. A `rule` gets it as it is; for an `action` it becomes `event`:
 * `client: { client_id, name }`, `request`, `transaction: { protocol, requested_scopes }`, `authorization`,
 * `resource_server: { identifier }` (the audience) and `user`.
 */
export interface RuleContext {
	clientID: string;
	clientName: string;
	/** The Authorization Code flow is always this one. */
	protocol: 'oidc-basic-profile';
	/** The authorization request. `query` holds its parameters, `scope` and `audience` among them. */
	request: { query: Record<string, string>; ip?: string; userAgent?: string; hostname?: string };
	/**
	 * `scope`: what is about to be granted; a rule that writes it, as a list or a string with spaces, changes the grant.
	 * Everything else in here, and in `idToken`, is a custom claim. Both start without any.
	 */
	accessToken: { scope?: string[]; [claim: string]: Json | undefined };
	idToken: JsonObject;
	authorization: { roles: string[] };
	sessionID?: string;
	/** Logins of this person with this client so far. */
	stats?: { loginsCount: number };
}

export interface RuleInput {
	user: JsonObject;
	context: RuleContext;
}

export interface Limits {
	/** Wall time of one rule by the given clock. */
	milliseconds: number;
	/** Of all rules of one login together. */
	allMilliseconds: number;
	/** What a rule may hold at any time. */
	memoryBytes: number;
	stackBytes: number;
	codeCharacters: number;
	/** Of everything that a rule hands back, as JSON. */
	outputCharacters: number;
	logLines: number;
	logCharacters: number;
}

export const defaultLimits: Limits = {
	milliseconds: 250,
	allMilliseconds: 1_000,
	memoryBytes: 32 * 1024 * 1024,
	stackBytes: 256 * 1024,
	codeCharacters: 100_000,
	outputCharacters: 64 * 1024,
	logLines: 100,
	logCharacters: 1_000
};

export interface RulesOptions {
	/** The bytes of QuickJS, `@jitl/quickjs-wasmfile-release-sync/wasm`. Called once, when a rule first runs. */
	loadWasm: () => Promise<ArrayBuffer>;
	/** Milliseconds since the epoch. It is also the time that a rule sees. */
	now: () => number;
	limits?: Partial<Limits>;
}

/**
 * Why a login was refused. `denied`: the rule asked for it. All others are faults of the rule, but for `engine`: the
 * sandbox itself could not be loaded, or broke.
 */
export type DenialReason =
	| 'denied'
	| 'time'
	| 'memory'
	| 'stack'
	| 'threw'
	| 'syntax'
	| 'shape'
	| 'callback-twice'
	| 'callback-never'
	| 'never-settled'
	| 'forbidden'
	| 'prototype'
	| 'output'
	| 'engine';

/** `detail`: what the rule said, or what exactly was wrong. Text from outside: never HTML. */
export interface Denial {
	ruleId: string;
	ruleName: string;
	reason: DenialReason;
	detail: string;
}

export type TokenKind = 'access_token' | 'id_token';

export type ClaimRefusal = 'not-namespaced' | 'reserved' | 'too-long';

/** One thing that a rule changed, or tried to. */
export type Note = { ruleId: string } & (
	| { kind: 'scope-added' | 'scope-removed'; scope: string }
	| { kind: 'claim-added' | 'claim-removed'; token: TokenKind; claim: string }
	| { kind: 'claim-dropped'; token: TokenKind; claim: string; because: ClaimRefusal }
	| { kind: 'log-cut'; lines: number }
);

/** `result`: `disabled` = switched off; `not-reached` = an earlier rule denied the login. */
export interface RuleRun {
	ruleId: string;
	ruleName: string;
	result: 'passed' | 'denied' | 'disabled' | 'not-reached';
	ms: number;
	/** What the rule wrote to its console. */
	logs: string[];
}

/** What the rules made of a login. With a `denial` there are no changes at all. */
export interface RulesOutcome {
	denial?: Denial;
	/** The scopes to grant; only if a rule changed them. */
	scope?: string[];
	/** Custom claims to add, all of them namespaced. */
	accessToken: JsonObject;
	idToken: JsonObject;
	runs: RuleRun[];
	notes: Note[];
}
