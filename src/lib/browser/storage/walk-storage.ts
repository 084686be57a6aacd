import type { Memory } from '$lib/flow/world';
import type { Configuration } from '$lib/trace/configuration';
import { filledIn } from '$lib/trace/configuration-fields';
import type { IntakeFailure, IntakeReason } from '$lib/lexicon/failure';
import { loadPart } from '$lib/lexicon/part';
import { openStoredConfigurations } from './local-storage';
import { openStoredDrafts, openStoredTrace } from './session-storage';
import type { Overflow } from './overflow';
import type { StoredValue } from './stored-value';
import { TabMemory } from './tab-memory';
import { TabWalk } from './tab-walk';
import { keysFor, overflowName } from './walk-keys';

/** What was kept, as far as it can be read, and what is wrong with the rest. */
interface Kept<T> {
	value: T;
	trouble?: IntakeFailure;
}

/** Private windows of some browsers lack one of these. */
function canMoveAway(): boolean {
	try {
		return Boolean(globalThis.indexedDB && navigator.locks && globalThis.crypto.subtle);
	} catch {
		return false;
	}
}

/** What tabs that are gone have left there; where nothing ever was nothing is fetched. Nobody waits for it. */
async function sweep(base: string, overflow: () => Promise<Overflow>): Promise<void> {
	try {
		const databases = await indexedDB.databases();
		if (databases.some(({ name }) => name === overflowName(base))) await (await overflow()).sweep();
	} catch {
		return;
	}
}

/** The playground's memory: the walk of this tab. */
export function openMemory(base: string): Memory {
	let opened: Overflow | undefined;
	const overflow = async (): Promise<Overflow> => {
		if (opened) return opened;
		const part = await loadPart(() => import('./overflow'));
		return (opened ??= new part.Overflow(overflowName(base)));
	};
	const canMove = canMoveAway();
	if (canMove) void sweep(base, overflow);
	return new TabMemory({
		walk: new TabWalk(() => sessionStorage, keysFor(base)),
		earlier: openStoredTrace(base),
		overflow: canMove ? overflow : undefined
	});
}

/** What a stored value holds, or what could be read of it, with what could not. */
function readFrom<T>(stored: StoredValue<T>, nothing: T, reason: IntakeReason): Kept<T> {
	const kept = stored.read();
	if (kept.ok) return { value: kept.value ?? nothing };
	const { rest = nothing, reason: why, where } = kept.failure;
	// That storage is full or blocked is told by the trace, which shares it.
	if (why !== 'storage-unreadable') return { value: rest };
	return { value: rest, trouble: { reason, ...(where === undefined ? {} : { where }) } };
}

/** What is being typed in this tab. */
export function openDrafts(base: string, storage?: () => Storage) {
	const stored = openStoredDrafts(base, storage);
	return {
		read: (): Kept<Record<string, string>> => readFrom(stored, {}, 'drafts-unreadable'),
		write: (values: Record<string, string>): void => {
			stored.write(values);
		}
	};
}

/** The configurations of earlier walks. Where storage is blocked there are none, and the walk goes on. */
export function openConfigurations(base: string, storage?: () => Storage) {
	const stored = openStoredConfigurations(base, storage);
	return {
		read: (): Kept<Configuration[]> => readFrom(stored, [], 'saved-unreadable'),
		write: (configurations: Configuration[]): void => {
			stored.write(configurations);
		}
	};
}

/** Types a configuration into the walk's first form; nothing of the walk so far is lost by it. */
export function fillWalk(base: string, configuration: Configuration, storage?: () => Storage): void {
	const drafts = openDrafts(base, storage);
	drafts.write(filledIn(drafts.read().value, configuration));
}
