import type { Call } from './call';

/**
 * Whether this was seen before; from now on, until `until` (milliseconds since the epoch), it was. Looking and
 * remembering are one move here, so that of two at the same time the later one finds the earlier.
 */
export async function sawBefore({ realm }: Call, kind: 'proof' | 'assertion', key: string, until: number) {
	const seen = (await realm.store.get<true>(`${kind}-seen`, key)) === true;
	if (!seen) await realm.store.put(`${kind}-seen`, key, true, until);
	return seen;
}
