/** What a claim says, for a person: dates, scopes, methods, keys. What is not known is not made up. */
import { authenticationMethods, confirmationMethods, type HumanValue } from '$lib/lexicon/human-values';
import { octetsOf } from './challenge';
import { isJsonObject, stringOf } from './json-body';
import { audiencesOf, faultOfSeconds } from './token-says';

export interface ValueContext {
	/** Milliseconds since the epoch. */
	now: number;
	/** The id of the provider, where the token tells. */
	provider?: string | undefined;
	/** The value as the token has it, where it is a number that is rounded when it is read. */
	written?: string | undefined;
}

/** RFC 7519 §2, NumericDate; OIDC Core §2 and §5.1 for those of OpenID Connect. */
const times = new Set(['exp', 'nbf', 'iat', 'auth_time', 'updated_at']);
const hashes = new Set(['at_hash', 'c_hash', 's_hash']);

const most = 200;
const short = (text: string): string =>
	(text.length > most ? `${text.slice(0, most)}…` : text).toWellFormed();

/** Any value in one line; what is too deep for a text has none. */
function written(value: unknown): string {
	if (typeof value === 'string') return short(value);
	if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}';
	return short(String(value));
}

function timeOf(value: unknown, now: number): HumanValue {
	if (typeof value !== 'number') {
		const isNumber = typeof value === 'string' && /^\d{1,15}(?:\.\d{1,9})?$/.test(value.trim());
		return { kind: 'no-time', written: written(value), as: isNumber ? 'text' : 'other' };
	}
	const fault = faultOfSeconds(value);
	if (fault) return { kind: 'no-time', written: written(value), as: fault };
	return { kind: 'time', at: value, fromNow: value - now / 1000 };
}

/** RFC 8693 §4.2: separated by spaces; some providers have a list. */
function scopesOf(value: unknown): HumanValue | undefined {
	const list =
		typeof value === 'string' ? value.split(/\s+/) : Array.isArray(value) ? (value as unknown[]) : undefined;
	const names = list?.filter((one): one is string => typeof one === 'string' && one !== '');
	return names && { kind: 'scopes', names };
}

function methodsOf(value: unknown): HumanValue | undefined {
	if (!Array.isArray(value)) return undefined;
	const names = (value as unknown[]).filter((one) => typeof one === 'string');
	return {
		kind: 'methods',
		methods: names.map((name) => {
			const known = authenticationMethods.find((method) => method === name);
			return known ? { name, known } : { name };
		})
	};
}

function confirmationOf(value: unknown): HumanValue | undefined {
	if (!isJsonObject(value)) return undefined;
	const isKnown = (name: string): boolean => confirmationMethods.some((method) => method === name);
	return {
		kind: 'confirmation',
		by: confirmationMethods.filter((method) => Object.hasOwn(value, method)),
		others: Object.keys(value).filter((name) => !isKnown(name))
	};
}

/** So many are named. */
const mostActors = 10;

/** RFC 8693 §4.1: the outermost acts now, those inside of it did before. */
function actorsOf(value: unknown): HumanValue | undefined {
	if (!isJsonObject(value)) return undefined;
	const chain: string[] = [];
	let count = 0;
	for (let actor: unknown = value; isJsonObject(actor); actor = actor.act) {
		if (count < mostActors) chain.push(short(stringOf(actor, 'sub') ?? stringOf(actor, 'client_id') ?? ''));
		count += 1;
	}
	return { kind: 'actors', chain, more: count - chain.length };
}

/** Providers that document which kind of identifier `sub` is (OIDC Core §8). */
const subjects: Readonly<Record<string, 'pairwise' | 'public'>> = { entra: 'pairwise', google: 'public' };

const subjectOf = (provider: string | undefined): HumanValue => ({
	kind: 'subject',
	how:
		(provider !== undefined && Object.hasOwn(subjects, provider) ? subjects[provider] : undefined) ??
		'not-known'
});

/** OIDC Core §5.1: a Boolean. A text is what some providers write. */
function verifiedOf(what: 'email' | 'phone', value: unknown): HumanValue | undefined {
	if (typeof value === 'boolean') return { kind: 'verified', what, is: value };
	return value === 'true' || value === 'false' ? { kind: 'yes-as-text', written: value } : undefined;
}

function hashOctets(value: unknown): HumanValue | undefined {
	const octets = typeof value === 'string' ? octetsOf(value)?.length : undefined;
	return octets === undefined ? undefined : { kind: 'half-hash', octets };
}

/** What the claim alone says, by its name. */
function byName(name: string, value: unknown, { now, provider }: ValueContext): HumanValue | undefined {
	if (times.has(name)) return timeOf(value, now);
	if (hashes.has(name)) return hashOctets(value);
	switch (name) {
		case 'scope':
		case 'scp':
			return scopesOf(value);
		case 'amr':
			return methodsOf(value);
		case 'cnf':
			return confirmationOf(value);
		case 'act':
		case 'may_act':
			return actorsOf(value);
		case 'sub':
			return typeof value === 'string' ? subjectOf(provider) : undefined;
		case 'aud':
			return { kind: 'audiences', names: audiencesOf({ aud: value }) };
		case 'email_verified':
			return verifiedOf('email', value);
		case 'phone_number_verified':
			return verifiedOf('phone', value);
		case 'events':
			return isJsonObject(value) ? { kind: 'events', names: Object.keys(value) } : undefined;
		case 'expires_in':
			return typeof value === 'number' && value >= 0 ? { kind: 'duration', seconds: value } : undefined;
		default:
			return undefined;
	}
}

/** What a value means to a person; undefined where it says that itself. Never throws. */
export function humanValue(name: string, value: unknown, context: ValueContext): HumanValue | undefined {
	if (context.written !== undefined) return { kind: 'inexact', written: short(context.written) };
	const named = byName(name, value, context);
	if (named) return named;
	if (Array.isArray(value)) return { kind: 'elements', count: value.length };
	return isJsonObject(value) ? { kind: 'members', count: Object.keys(value).length } : undefined;
}
