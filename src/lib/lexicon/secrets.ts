/**
 * The one list of names whose values are secret: masked on screen on request, redacted on export, never stored
 * outside the tab. Names are parameters of a query or a form, members of a JSON body, or headers.
 */
export const secretParameters = [
	'access_token',
	'assertion',
	'client_assertion',
	'client_secret',
	'code',
	'code_verifier',
	/** The private key of DPoP proofs as this app keeps it; it never goes on the wire. */
	'dpop_jwk',
	'id_token',
	'id_token_hint',
	'password',
	'refresh_token',
	/** A secured authorization response (JARM): it carries the code. */
	'response',
	'registration_access_token',
	'subject_token',
	'actor_token',
	'token'
] as const;

/** Header names in lower case. */
export const secretHeaders = ['authorization', 'cookie', 'set-cookie', 'dpop'] as const;

const names: ReadonlySet<string> = new Set(secretParameters);
const headers: ReadonlySet<string> = new Set(secretHeaders);

export const isSecretParameter = (name: string): boolean => names.has(name);

export const isSecretHeader = (name: string): boolean => headers.has(name.toLowerCase());

/** What stands in an exported file in the place of the nth secret value that was found under a name. */
export const placeholderOf = (name: string, count: number): string => `redacted-${name}-${count}`;

/** Whether a value is such a placeholder: nothing can be checked of the secret that it stands for. */
export function isPlaceholder(value: string): boolean {
	const name = /^redacted-([a-z_-]+)-\d+$/.exec(value)?.[1];
	return name !== undefined && (isSecretParameter(name) || isSecretHeader(name));
}

/** What a check says that it found where a placeholder stands. */
export const takenOut = 'the value was taken out before the file was saved';

/** A secret as it may be shown: its first six characters, so that two can be told apart. */
export const maskSecret = (value: string): string => `${value.slice(0, 6)}…`;

/** Whether what stands under this name is secret, wherever it stands. */
export const isSecretName = (name: string): boolean => isSecretParameter(name) || isSecretHeader(name);
