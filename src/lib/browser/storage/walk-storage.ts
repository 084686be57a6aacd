import type { Memory } from '$lib/flow/world';
import type { Configuration } from '$lib/trace/configuration';
import { filledIn } from '$lib/trace/configuration-fields';
import type { IntakeFailure, IntakeReason } from '$lib/lexicon/failure';
import { loadPart } from '$lib/lexicon/part';
import { openStoredConfigurations } from './local-storage';
import { openStoredDrafts, openStoredTrace } from './session-storage';
import type { Mover } from './mover';
import type { StoredValue } from './stored-value';
import { TabMemory } from './tab-memory';
import { TabWalk } from './tab-walk';
import { keysFor } from './walk-keys';
import { onlyKnown } from '$lib/lexicon/only-known';

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

/** How often is looked for what tabs that were closed have left. */
const sweepEvery = 10 * 60 * 1000;

/** The playground's memory: the walk of this tab. `stays`: the page goes on with it. */
export function openMemory(base: string, stays = true): Memory {
	const walk = new TabWalk(() => sessionStorage, keysFor(base));
	const database = `pkce-playground ${base}/ walks`;
	let opened: Mover | undefined;
	const open = async (): Promise<Mover> => {
		if (opened) return opened;
		const part = await loadPart(() => import('./mover'));
		return (opened ??= part.openMover(walk, database, stays));
	};
	/** Where nothing ever was nothing is fetched. Nobody waits for it, and it is done another time where it fails. */
	const sweep = async (): Promise<void> => {
		const databases = await indexedDB.databases();
		if (databases.some(({ name }) => name === database)) await (await open()).sweep();
	};
	const mover = canMoveAway() ? open : undefined;
	const memory = new TabMemory({ walk, earlier: openStoredTrace(base), mover });
	if (mover && stays) {
		const look = (): void => void sweep().catch(() => undefined);
		look();
		setInterval(look, sweepEvery);
	}
	window.addEventListener('pagehide', ({ persisted }) => {
		if (!persisted) opened?.end(memory.isLeaving);
	});
	// A page that the browser kept aside while others of this tab went on knows nothing of what these wrote.
	window.addEventListener('pageshow', ({ persisted }) => {
		if (persisted && stays && walk.isBehind) location.reload();
	});
	return memory;
}

/** What a stored value holds, or what could be read of it, with what could not. */
const openKept = <T>(stored: StoredValue<T>, nothing: T, reason: IntakeReason) => ({
	read: (): Kept<T> => {
		const kept = stored.read();
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

/** Types a configuration into the walk's first form, and what else stands there; nothing of the walk so far is lost by it. */
export function fillWalk(
	base: string,
	configuration: Configuration,
	storage?: () => Storage,
	typed: Readonly<Record<string, string>> = {}
): void {
	const drafts = openDrafts(base, storage);
	drafts.write({ ...filledIn(drafts.read().value, configuration), ...typed });
}
