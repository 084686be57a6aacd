/** A fact about a provider, with where it comes from. `verified: false`: not from the provider itself. */
export interface Known<T> {
	value: T;
	sources: readonly string[];
	verified: boolean;
}

export const known = <const T>(value: T, sources: readonly string[], verified = true): Known<T> => ({
	value,
	sources,
	verified
});

/** Why a value of the right kind is none of this provider's all the same. */
export type FormFailure = 'variable-admin' | 'variable-tenant' | 'variable-region';

/**
 * A value that the person gives. `host`: `a.example[:port]`. `label`: one part of a host name. `segment`: one part of
 * a path. `base`: an https address that may have a path. `choice`: one of `choices`.
 */
export interface Variable {
	name: string;
	kind: 'host' | 'label' | 'segment' | 'base' | 'choice';
	example: string;
	optional?: true;
	choices?: readonly string[];
	/** What a value has to look like beyond its kind, and why another is refused. */
	form?: { is: RegExp; otherwise: FormFailure };
	/** The variable whose value this one begins with. */
	begins?: string;
}

/** `value`: what the flow usually needs here. Without it the parameter is only offered. */
export interface PresetParameter {
	name: string;
	value?: string;
}

export type BrowserFinish = 'yes' | 'with-secret' | 'no' | 'unknown';
export type TokenCors = 'always' | 'per-client' | 'per-tenant' | 'never';
export type AccessTokenFormat = 'jwt' | 'opaque' | 'depends';

/**
 * What is known about a provider before the first request; what is said of it is in the lessons, by its id. A fact that is left out was not found. In the issuer's
 * template `{name}` stands for a variable, and a part in `[…]` is left out when its variable is empty.
 */
export interface Preset {
	id: string;
	name: string;
	issuer?: Known<string>;
	/** For providers without discovery. */
	endpoints?: Known<{ authorization: string; token: string }>;
	variables: readonly Variable[];
	/** Host names, or endings of host names that begin with a dot. */
	hosts: readonly string[];
	/** A part of the issuer's path that only this product has. */
	path?: string;
	scopes: readonly string[];
	parameters: Known<readonly PresetParameter[]>;
	/** Can a page finish the flow without a server of its own? */
	browser: Known<BrowserFinish>;
	cors?: Known<TokenCors>;
	publicClient?: Known<boolean>;
	plain?: Known<boolean>;
	/** What a refresh token needs. */
	refreshToken?: Known<true>;
	accessToken?: Known<AccessTokenFormat>;
	/** `discovery`: by the metadata's end_session_endpoint. `own`: at an address or in a way of the provider's own. */
	logout?: Known<'discovery' | 'own'>;
	notes?: Known<true>;
}
