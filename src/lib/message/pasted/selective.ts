/** What an SD-JWT discloses: RFC 9901. Its signature and that of its holder are checked elsewhere, and nothing here trusts it. */
import type { DisclosureFault } from '$lib/lexicon/token-forms';
import { encodeBase64url } from '$lib/wire/base64url';
import { textOfBase64 } from '$lib/wire/base64-text';
import { parseJson } from '$lib/wire/json';
import { octetsOf } from '../challenge';
import { isJsonObject, stringOf, type JsonObject } from '../json-body';
import { decodeToken, disclosuresIn } from '../jwt';

/** One disclosure (RFC 9901 §4.2). `name` is missing for an element of a list. `place`: the way to it through the claims. */
export interface Disclosure {
	text: string;
	/** Undefined where the hash function is not known here. */
	digest?: string;
	salt?: string;
	name?: string;
	value?: unknown;
	place?: readonly (string | number)[];
	fault?: DisclosureFault;
}

export interface SelectiveReading {
	jwt: string;
	/** RFC 9901 §4.1.1: `_sd_alg`, or sha-256 where there is none. `isKnown`: whether it can be computed here. */
	hash: { name: string; isKnown: boolean };
	disclosures: readonly Disclosure[];
	/** How many digests stand in it and in what it discloses, and how many of them nothing here belongs to. */
	digests: number;
	undisclosed: number;
	/** Digests that come more than once: RFC 9901 §7.1 refuses them. */
	repeated: readonly string[];
	/** With what is disclosed in its place, and without the digests. */
	claims: JsonObject;
	/** RFC 9901 §4.3. `binds`: whether its `sd_hash` is that of what stands before it. */
	keyBinding?: { jwt: string; binds?: boolean };
}

/** Of the names of https://www.iana.org/assignments/named-information those that Web Cryptography has. */
const hashes: Readonly<Record<string, string>> = {
	'sha-256': 'SHA-256',
	'sha-384': 'SHA-384',
	'sha-512': 'SHA-512'
};

const digestOf = async (text: string, hash: string): Promise<string> =>
	encodeBase64url(new Uint8Array(await crypto.subtle.digest(hash, new TextEncoder().encode(text))));

/** RFC 9901 §4.2.1, RFC 9901 §4.2.2: a list of a salt, a name and a value, or of a salt and a value. */
function readDisclosure(text: string): Disclosure {
	const written = octetsOf(text) && textOfBase64(text);
	if (written === undefined) return { text, fault: 'not-base64url' };
	const list = parseJson(written);
	if (!Array.isArray(list)) return { text, fault: 'not-a-list' };
	const [salt, ...rest] = list as unknown[];
	if (typeof salt !== 'string' || rest.length < 1 || rest.length > 2) return { text, fault: 'wrong-members' };
	if (rest.length === 1) return { text, salt, value: rest[0] };
	const [name, value] = rest;
	if (typeof name !== 'string') return { text, salt, fault: 'wrong-members' };
	// RFC 9901 §7.1: these two would be digests.
	const isReserved = name === '_sd' || name === '...';
	return { text, salt, name, value, ...(isReserved ? { fault: 'reserved-name' } : {}) };
}

/** The digest that stands in the place of an element (RFC 9901 §4.2.4.2). */
function elementDigest(element: unknown): string | undefined {
	if (!isJsonObject(element) || Object.keys(element).length !== 1) return undefined;
	return stringOf(element, '...');
}

/** The way to a value, from its end: so that a deep one costs no more than its own step. */
interface Step {
	name: string | number;
	from: Step | undefined;
}

function wayTo(step: Step): (string | number)[] {
	const way: (string | number)[] = [];
	for (let at: Step | undefined = step; at; at = at.from) way.push(at.name);
	return way.toReversed();
}

class Placing {
	readonly found = new Map<string, number>();
	undisclosed = 0;
	readonly #byDigest: Map<string, Disclosure>;
	readonly #waiting: { at: JsonObject | unknown[]; place: Step | undefined }[] = [];

	constructor(disclosures: readonly Disclosure[]) {
		this.#byDigest = new Map(
			disclosures.flatMap((one) => (one.digest === undefined ? [] : [[one.digest, one]]))
		);
	}

	/** Puts into the claims what is disclosed of them, also in what was disclosed before. The claims are changed. */
	fill(claims: JsonObject): void {
		this.#waiting.push({ at: claims, place: undefined });
		for (let next = this.#waiting.pop(); next; next = this.#waiting.pop()) {
			if (Array.isArray(next.at)) this.#list(next.at, next.place);
			else this.#object(next.at, next.place);
		}
	}

	#take(digest: string, isElement: boolean): Disclosure | undefined {
		const before = this.found.get(digest) ?? 0;
		this.found.set(digest, before + 1);
		const one = before === 0 ? this.#byDigest.get(digest) : undefined;
		if (before === 0 && !one) this.undisclosed += 1;
		if (!one || one.fault) return undefined;
		if ((one.name === undefined) !== isElement) one.fault = 'wrong-place';
		return one.fault ? undefined : one;
	}

	#object(object: JsonObject, place: Step | undefined): void {
		const digests: unknown[] = Array.isArray(object._sd) ? object._sd : [];
		delete object._sd;
		const own = new Set(Object.keys(object));
		for (const digest of digests) {
			const one = typeof digest === 'string' ? this.#take(digest, false) : undefined;
			if (!one || one.name === undefined) continue;
			// RFC 9901 §7.1: a name that is there already.
			if (own.has(one.name)) one.fault = 'name-taken';
			else {
				own.add(one.name);
				one.place = wayTo({ name: one.name, from: place });
				Object.defineProperty(object, one.name, {
					value: one.value,
					enumerable: true,
					configurable: true,
					writable: true
				});
			}
		}
		for (const [name, value] of Object.entries(object)) this.#enter(value, { name, from: place });
	}

	#list(list: unknown[], place: Step | undefined): void {
		const kept = list.flatMap((element, index): unknown[] => {
			const digest = elementDigest(element);
			const one = digest === undefined ? undefined : this.#take(digest, true);
			if (one) one.place = wayTo({ name: index, from: place });
			return digest === undefined ? [element] : one ? [one.value] : [];
		});
		list.splice(0, list.length);
		for (const element of kept) list.push(element);
		kept.forEach((element, index) => this.#enter(element, { name: index, from: place }));
	}

	#enter(value: unknown, place: Step | undefined): void {
		if (Array.isArray(value) || isJsonObject(value)) this.#waiting.push({ at: value, place });
	}
}

async function bindingOf(token: string, hash: string | undefined): Promise<SelectiveReading['keyBinding']> {
	const start = token.lastIndexOf('~') + 1;
	const jwt = token.slice(start);
	if (jwt === '') return undefined;
	const decoded = decodeToken(jwt);
	const said = decoded.ok ? stringOf(decoded.value.claims, 'sd_hash') : undefined;
	if (said === undefined || hash === undefined) return { jwt };
	return { jwt, binds: said === (await digestOf(token.slice(0, start), hash)) };
}

/** Undefined: it is no SD-JWT, or its JWT cannot be read. */
export async function readSelective(token: string): Promise<SelectiveReading | undefined> {
	const text = token.trim();
	const selective = disclosuresIn(text);
	const decoded = selective && decodeToken(selective.jwt);
	if (!selective || !decoded?.ok) return undefined;
	// Of its own: the disclosures are put into it.
	const { claims } = decoded.value;
	const name = stringOf(claims, '_sd_alg') ?? 'sha-256';
	const hash = Object.hasOwn(hashes, name) ? hashes[name] : undefined;
	const read = new Map<string, Disclosure>();
	// One that comes again is read and hashed once: a token may have a million that are alike.
	for (const one of new Set(selective.disclosures)) {
		const digest = hash === undefined ? {} : { digest: await digestOf(one, hash) };
		read.set(one, { ...readDisclosure(one), ...digest });
	}
	const disclosures = selective.disclosures.map((one): Disclosure => ({ text: one, ...read.get(one) }));
	const placing = new Placing(disclosures);
	placing.fill(claims);
	delete claims._sd_alg;
	for (const one of disclosures)
		if (hash !== undefined && !one.place && !one.fault) one.fault = 'without-digest';
	const keyBinding = await bindingOf(text, hash);
	return {
		jwt: selective.jwt,
		hash: { name, isKnown: hash !== undefined },
		disclosures,
		digests: placing.found.size,
		undisclosed: placing.undisclosed,
		repeated: [...placing.found].flatMap(([digest, count]) => (count > 1 ? [digest] : [])),
		claims,
		...(keyBinding ? { keyBinding } : {})
	};
}
