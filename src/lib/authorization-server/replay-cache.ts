import type { Call } from './call';

/**
 * Whether this was seen before; from now on, until `until` (milliseconds since the epoch), it was. Looking and
 * remembering are one move, so that of two at the same time one finds the other.
 */
export async function sawBefore({ realm }: Call, kind: 'proof' | 'assertion', key: string, until: number) {
	let seen = false;
	const remember = (known: true | undefined): true => {
		seen = known === true;
		return true;
	};
	await realm.store.update(`${kind}-seen`, key, remember, until);
	return seen;
}
