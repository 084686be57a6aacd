import { headerOf, type Header } from '$lib/wire/http';
import type { Pair } from '$lib/wire/form';

/** One challenge of a `WWW-Authenticate` header, as it stands there. */
export interface Challenge {
	/** As written; '' for parameters that no scheme stands before. */
	scheme: string;
	/** What some schemes have in place of parameters (RFC 9110 §11.2). */
	token68?: string;
	/** In order, with doubled ones. */
	parameters: Pair[];
	/** A quoted value of it does not end. */
	unclosed?: true;
}

/** The same for whoever looks for one parameter. */
interface AuthenticateChallenge {
	/** In lower case. */
	scheme: string;
	/** By name in lower case; of a doubled one the last value. */
	parameters: Record<string, string>;
}

const word = /[^\s,="]+/y;
const equals = /\s*=\s*/y;
const quoted = /"((?:[^"\\]|\\[^])*)"/y;
const bare = /[^\s",]+/y;
/** Directly after a scheme, and nothing but a comma after it. */
const token68 = /[\w.~+/-]+=*(?=\s*(?:,|$))/y;

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
	pattern.lastIndex = at;
	return pattern.exec(text);
};

/** A value at `at`, and where what follows it begins. */
function valueAt(text: string, at: number): { value: string; next: number; unclosed?: true } {
	const inQuotes = matchAt(quoted, text, at);
	if (inQuotes) return { value: (inQuotes[1] ?? '').replace(/\\([^])/g, '$1'), next: quoted.lastIndex };
	if (text[at] === '"') return { value: text.slice(at + 1), next: text.length, unclosed: true };
	const value = matchAt(bare, text, at)?.[0] ?? '';
	return { value, next: at + value.length };
}

/**
 * The challenges of a header, in order, as far as they can be read: servers write commas where none belong, and leave
 * quotes out. The work is linear in the text.
 * @see [RFC 9110 §11.6.1](https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1)
 */
export function parseChallenges(header: string): Challenge[] {
	const challenges: Challenge[] = [];
	/** Where a token68 of the newest scheme may stand. */
	let afterScheme = -1;
	let at = 0;
	while (at < header.length) {
		const blob = at === afterScheme ? matchAt(token68, header, at)?.[0] : undefined;
		const newest = challenges.at(-1);
		if (blob && newest) {
			newest.token68 = blob;
			at += blob.length;
			continue;
		}
		const name = matchAt(word, header, at)?.[0];
		if (name === undefined) {
			at += 1;
			continue;
		}
		at += name.length;
		if (matchAt(equals, header, at)) {
			const { value, next, unclosed } = valueAt(header, equals.lastIndex);
			if (!newest) challenges.push({ scheme: '', parameters: [] });
			const owner = challenges.at(-1);
			owner?.parameters.push([name, value]);
			if (owner && unclosed) owner.unclosed = true;
			at = next;
		} else if (/^[A-Za-z][\w-]*$/.test(name)) {
			challenges.push({ scheme: name, parameters: [] });
			afterScheme = at + (/^[ \t]+/.exec(header.slice(at, at + 64))?.[0].length ?? 0);
			at = Math.max(at, afterScheme);
		}
	}
	return challenges;
}

/** All headers of that name as one: RFC 9110 §5.3 lets them stand apart or together. */
export function challengeHeader(headers: readonly Header[]): string | undefined {
	if (headerOf(headers, 'www-authenticate') === undefined) return undefined;
	return headers
		.filter(([name]) => name.toLowerCase() === 'www-authenticate')
		.map(([, value]) => value)
		.join();
}

/** The challenges of a header, in order, with their parameters by name. */
export const readChallenges = (header: string): AuthenticateChallenge[] =>
	parseChallenges(header).map(({ scheme, parameters }) => ({
		scheme: scheme.toLowerCase(),
		parameters: Object.fromEntries(parameters.map(([name, value]) => [name.toLowerCase(), value]))
	}));

/** The first value that any of them gives a parameter. */
export const challengeValue = (header: string, name: string): string | undefined =>
	readChallenges(header).find(({ parameters }) => parameters[name] !== undefined)?.parameters[name];

/** Statuses that go with the error codes. Of the others no standard says one. */
const statusOfError: Record<string, number> = {
	// RFC 6750 §3.1
	invalid_request: 400,
	invalid_token: 401,
	insufficient_scope: 403,
	// RFC 9449 §7.1 and §9
	invalid_dpop_proof: 401,
	use_dpop_nonce: 401,
	// RFC 9470 §3
	insufficient_user_authentication: 401
};

export type ChallengeFault =
	| { fault: 'no-scheme' | 'no-parameter' | 'unclosed' }
	| { fault: 'doubled'; names: string[] }
	| { fault: 'status'; error: string; expected: number };

/**
 * What of a challenge is against the standards. Of schemes that are not OAuth's only the form is judged.
 * @see [RFC 6750 §3](https://www.rfc-editor.org/rfc/rfc6750#section-3)
 */
export function challengeFaults(challenge: Challenge, status: number): ChallengeFault[] {
	const { scheme, parameters, token68: blob, unclosed } = challenge;
	const kind = scheme.toLowerCase();
	const names = parameters.map(([name]) => name.toLowerCase());
	const doubled = [...new Set(names.filter((name, index) => names.indexOf(name) < index))];
	const error = parameters.find(([name]) => name.toLowerCase() === 'error')?.[1] ?? '';
	const expected = Object.hasOwn(statusOfError, error) ? statusOfError[error] : undefined;
	const isOurs = kind === 'bearer' || kind === 'dpop';
	return [
		...(scheme === '' ? [{ fault: 'no-scheme' as const }] : []),
		// RFC 6750 §3: the scheme MUST be followed by one or more auth-param values.
		...(kind === 'bearer' && parameters.length === 0 && !blob ? [{ fault: 'no-parameter' as const }] : []),
		...(unclosed ? [{ fault: 'unclosed' as const }] : []),
		// RFC 9110 §11.2: each parameter name MUST only occur once per challenge.
		...(doubled.length > 0 ? [{ fault: 'doubled' as const, names: doubled }] : []),
		...(isOurs && expected !== undefined && expected !== status
			? [{ fault: 'status' as const, error, expected }]
			: [])
	];
}
