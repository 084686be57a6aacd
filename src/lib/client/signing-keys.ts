/** Which keys of a set a token can be signed with, and what that rests on. */
import { say, type Said } from '$lib/lexicon/said';
import { isOfKindFor, isSameAlgorithm, nameOfKind } from './algorithms';
import { shown } from '$lib/message/json-body';
import type { PublicKey } from './key-set';

/**
 * `named`: those with its `kid`. `only`: it has no `kid`, and one key is for it. `several`: any of these. `another`: none
 * has its `kid`, and these are for such tokens. `for-else`: the one with its `kid` is not for it. `none`: no key is.
 */
export type Choice = { kid?: string; keys: readonly PublicKey[] } & (
	{ by: 'named' | 'only' | 'several' | 'another' | 'none' } | { by: 'for-else'; what: Said }
);

/** What a key says that it is for and this is not; undefined where it is for it (RFC 7517 §4.2, §4.3, §4.4). */
function forElse(key: PublicKey, alg: string): Said | undefined {
	if (!isOfKindFor(alg, key)) return nameOfKind(key);
	const isFor = {
		alg: key.alg === undefined || isSameAlgorithm(key.alg, alg),
		use: key.use === undefined || key.use === 'sig',
		key_ops: key.key_ops === undefined || key.key_ops.includes('verify')
	};
	const [name] = Object.entries(isFor).find(([, fits]) => !fits) ?? [];
	return name && say('named', name, shown(key[name]));
}

/** RFC 7517 §4: a key is used for what it says that it is for. */
export function chooseKeys(all: readonly PublicKey[], said: unknown, alg: string): Choice {
	const fitting = all.filter((key) => forElse(key, alg) === undefined);
	if (typeof said !== 'string') {
		if (fitting.length === 0) return { by: 'none', keys: [] };
		return { by: fitting.length === 1 ? 'only' : 'several', keys: fitting };
	}
	const named = all.filter(({ kid }) => kid === said);
	const right = named.filter((key) => fitting.includes(key));
	if (right.length > 0) return { by: 'named', kid: said, keys: right };
	const [first] = named;
	const what = first && forElse(first, alg);
	if (what !== undefined) return { by: 'for-else', kid: said, keys: [], what };
	return { by: fitting.length === 0 ? 'none' : 'another', kid: said, keys: fitting };
}

/** The `kid` of a key, or its place in the set. */
export const nameOf = (key: PublicKey | undefined, all: readonly PublicKey[]): Said =>
	key?.kid ?? say('key-at', key === undefined ? 0 : all.indexOf(key) + 1);
