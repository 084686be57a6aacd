import { isPublicKey, mostKeys, type KeySet, type PublicKey } from '$lib/client/key-set';
import { fail, ok, type Result } from '$lib/lexicon/result';
import { note, type Phrase } from '$lib/lexicon/said';
import { isJsonObject } from '$lib/message/json-body';
import { modulusBytes } from '$lib/message/signature';
import type { KeyFault } from './fault';
import { faultOfKey, isPrivate, publicHalf } from './judged';
import { readMaterial } from './material';
import { keyOfX5c } from './pem';

/** Public keys out of a pasted text, and what there is to know of them. */
export interface PastedKeys extends KeySet {
	notes: readonly Phrase[];
}

/** Lets others have their turn: awaited between keys, as often as whoever gives it wants. */
export type Pause = () => Promise<void>;

/** Of one kind, no more notes than these: a thousand keys with the same fault need no thousand sentences. */
const mostNotes = 5;

/** How a key is named to a person: by its `kid`, or by its place in what was pasted. */
const named = (key: unknown, at: number): Phrase =>
	isJsonObject(key) && typeof key.kid === 'string'
		? note('key-with-kid', key.kid)
		: note('key-number', at + 1);

interface Judged {
	key?: PublicKey;
	said: Phrase[];
	isSecret?: boolean;
}

/** The key with what its certificate says of it (RFC 7517 §4.7): alone that is enough, and both have to be the same key. */
async function withCertificate(member: unknown): Promise<{ key: unknown; differs: boolean }> {
	const x5c = isJsonObject(member) && Array.isArray(member.x5c) ? (member.x5c as unknown[])[0] : undefined;
	if (!isJsonObject(member) || typeof x5c !== 'string') return { key: member, differs: false };
	const certified = await keyOfX5c(x5c);
	if (!certified) return { key: member, differs: false };
	if (member.kty === undefined) return { key: { ...member, ...certified }, differs: false };
	const differs = (['n', 'e', 'x', 'y'] as const).some(
		(name) => member[name] !== undefined && member[name] !== certified[name]
	);
	return { key: { ...certified, ...member }, differs };
}

async function judge(member: unknown, at: number): Promise<Judged> {
	const which = named(member, at);
	const { key, differs } = await withCertificate(member);
	const fault = faultOfKey(key);
	if (fault || !isPublicKey(key)) {
		return { said: [note('member-left-out', which, fault ?? note('not-an-object'))] };
	}
	if (key.kty === 'oct') return { said: [note('secret-in-keys', which)], isSecret: true };
	const bits = (modulusBytes(key.n ?? '') ?? 0) * 8;
	return {
		key: publicHalf(key),
		said: [
			...(isPrivate(key) ? [note('private-key', which)] : []),
			...(differs ? [note('x5c-differs', which)] : []),
			...(key.kty === 'RSA' && bits < 2048 ? [note('rsa-short', which, bits)] : [])
		]
	};
}

/** The `kid` that several keys have: which of them is meant cannot be told by it. */
function doubledKids(keys: readonly PublicKey[]): string[] {
	const [seen, doubled] = [new Set<string>(), new Set<string>()];
	for (const { kid } of keys) if (kid !== undefined) (seen.has(kid) ? doubled : seen).add(kid);
	return [...doubled];
}

const fewOfEach = (notes: readonly Phrase[]): Phrase[] => {
	const counts = new Map<string, number>();
	return notes.filter(({ say }) => {
		const count = (counts.get(say) ?? 0) + 1;
		counts.set(say, count);
		return count <= mostNotes;
	});
};

/**
 * Public keys out of a JWK Set, a JWK, a list of them, PEM, certificates, or a document that holds one of these. Of a
 * private key only the public half goes on, and the notes say that it is one. Refused with the reason: everything else.
 * @see [RFC 7517 §5](https://www.rfc-editor.org/rfc/rfc7517#section-5), [RFC 7468](https://www.rfc-editor.org/rfc/rfc7468)
 */
export async function readKeys(text: string, pause?: Pause): Promise<Result<PastedKeys, KeyFault>> {
	const material = await readMaterial(text);
	if (!material.ok) return material;
	const members = material.value.keys.slice(0, mostKeys);
	if (members.length === 0) return fail({ reason: 'no-keys' });
	const judged: Judged[] = [];
	for (const [at, member] of members.entries()) {
		judged.push(await judge(member, at));
		await pause?.();
	}
	const keys = judged.flatMap(({ key }) => key ?? []);
	if (keys.length === 0) {
		if (judged.some(({ isSecret }) => isSecret)) return fail({ reason: 'only-secrets' });
		const [first] = judged.flatMap(({ said }) => said);
		return fail({ reason: 'none-usable', ...(first && { where: first }) });
	}
	const all = material.value.keys.length;
	return ok({
		keys,
		notes: fewOfEach([
			...material.value.notes,
			...judged.flatMap(({ said }) => said),
			...doubledKids(keys).map((kid) => note('kid-twice', kid)),
			...(all > members.length ? [note('keys-beyond', members.length, all)] : [])
		])
	});
}
