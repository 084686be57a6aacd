import type { Memory } from '$lib/flow/world';
import type { IntakeFailure } from '$lib/lexicon/failure';
import { loadPart } from '$lib/lexicon/part';
import { fail, type Result } from '$lib/lexicon/result';
import { openStoredTrace } from './session-storage';
import { placeOf, storageRefusal, tabStorage } from './place';
import type { Mover } from './mover';
import { TabMemory } from './tab-memory';
import { TabWalk } from './tab-walk';
import { keysFor } from './walk-keys';

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

/** The same, and what it says of itself where a reload forgets all of it. */
function forgetful(memory: Memory, where: string): Memory {
	const failure: IntakeFailure = { reason: 'storage-blocked', where };
	const told = (kept: Promise<unknown>): Promise<Result<true, IntakeFailure>> =>
		kept.then(() => fail(failure));
	return {
		load: () => memory.load(),
		lost: () => failure,
		append: (fact) => told(memory.append(fact)),
		replace: (trace) => told(memory.replace(trace)),
		fits: (trace) => memory.fits(trace),
		putAside: () => memory.putAside()
	};
}

/** The playground's memory: the walk of this tab. `stays`: the page goes on with it. */
export function openMemory(base: string, stays = true): Memory {
	const walk = new TabWalk(tabStorage, keysFor(placeOf(base)));
	const refusal = storageRefusal();
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
	const mover = refusal === undefined && canMoveAway() ? open : undefined;
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
	return refusal === undefined ? memory : forgetful(memory, refusal);
}
