import type { IntakeFailure, IntakeReason } from '$lib/lexicon/failure';
import { onlyKnown } from '$lib/lexicon/only-known';
import { openStoredConfigurations } from './local-storage';
import { openStoredDrafts } from './session-storage';
import type { StoredValue } from './stored-value';

/** What was kept, as far as it can be read, and what is wrong with the rest. */
interface Kept<T> {
	value: T;
	trouble?: IntakeFailure;
}

/** What a stored value holds, or what could be read of it, with what could not. */
const openKept = <T>(stored: StoredValue<T>, nothing: T, reason: IntakeReason) => ({
	read: async (): Promise<Kept<T>> => {
		const kept = await stored.read();
		if (kept.ok) return { value: kept.value ?? nothing };
		const { rest = nothing, reason: why, where } = kept.failure;
		// That storage is full or blocked is told by the trace, which shares it.
		if (why !== 'storage-unreadable') return { value: rest };
		return { value: rest, trouble: { reason, ...onlyKnown({ where }) } };
	},
	write: (value: T): void => void stored.write(value)
});

/** What is being typed in this tab. */
export const openDrafts = (base: string, storage?: () => Storage) =>
	openKept(openStoredDrafts(base, storage), {}, 'drafts-unreadable');

/** The configurations of earlier walks. Where storage is blocked there are none, and the walk goes on. */
export const openConfigurations = (base: string, storage?: () => Storage) =>
	openKept(openStoredConfigurations(base, storage), [], 'saved-unreadable');
