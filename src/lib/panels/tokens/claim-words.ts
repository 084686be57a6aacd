/** What a member of a token is called and means, and its value as a person reads it. */
import type { Citation } from '$lib/lexicon/citations';
import { claimText } from '$lib/lessons/en/parameters/claims';
import { headerText } from '$lib/lessons/en/parameters/headers';
import { isNumericDate } from '$lib/message/token-says';

export interface MemberWords {
	what: string;
	rfc?: Citation | undefined;
	/** The provider that it is a claim of, and where that is documented. */
	by?: string | undefined;
	source?: string | undefined;
}

export interface ClaimWords {
	about: (name: string) => MemberWords | undefined;
	human: (name: string, value: unknown) => string;
}

/** The times of JOSE are seconds; people read dates. What is no number of seconds is none. */
const dated: ReadonlySet<string> = new Set(['exp', 'iat', 'nbf', 'auth_time', 'updated_at']);

function dateOf(name: string, value: unknown): string {
	const date = new Date(isNumericDate(value) ? value * 1000 : NaN);
	return dated.has(name) && !Number.isNaN(date.getTime())
		? date.toISOString().replace('.000Z', ' UTC').replace('T', ' ')
		: '';
}

export const headerWords: ClaimWords = { about: headerText, human: () => '' };
export const claimWords: ClaimWords = { about: claimText, human: dateOf };

/** Scopes one by one (RFC 6749 §3.3); undefined where it is no text of several. */
export const listOfScopes = (name: string, value: unknown): string[] | undefined =>
	['scope', 'scp'].includes(name) && typeof value === 'string' && value.includes(' ') && value.length < 4000
		? value.split(' ').filter(Boolean)
		: undefined;

/** A value as JSON where that is at most so many characters. However large or deep it is, no more of it is looked at. */
export function brief(value: unknown, most: number): string | undefined {
	let room = most;
	function fits(one: unknown): boolean {
		if (typeof one !== 'object' || one === null) {
			room -= typeof one === 'string' ? one.length + 2 : String(one).length;
			return room >= 0;
		}
		room -= 2;
		for (const [name, inner] of Array.isArray(one) ? one.entries() : members(one)) {
			room -= typeof name === 'string' ? name.length + 4 : 1;
			if (room < 0 || !fits(inner)) return false;
		}
		return room >= 0;
	}
	return fits(value) ? JSON.stringify(value) : undefined;
}

/** One by one: a list of all would be as long as the object is large. */
function* members(value: object): Generator<[string, unknown]> {
	for (const name in value) if (Object.hasOwn(value, name)) yield [name, Reflect.get(value, name)];
}
