import type { Memory } from '$lib/flow/world';
import type { Configuration } from '$lib/trace/configuration';
import { filledIn } from '$lib/trace/configuration-fields';
import { ok } from '$lib/lexicon/result';
import { openConfigurationShelf } from './local-storage';
import { openDraftShelf, openTraceShelf } from './session-storage';

/** The playground's memory over the trace of this tab. */
export function openMemory(base: string): Memory {
	const shelf = openTraceShelf(base);
	return {
		load: () => {
			const kept = shelf.read();
			return kept.ok ? ok(kept.value ?? []) : kept;
		},
		save: (trace) => shelf.write(trace),
		putAside: () => shelf.putAside()
	};
}

/** What is being typed in this tab. Losing it to a full or blocked storage is told by the trace, which shares it. */
export function openDrafts(base: string, storage?: () => Storage) {
	const shelf = openDraftShelf(base, storage);
	return {
		read: (): Record<string, string> => {
			const kept = shelf.read();
			return kept.ok ? (kept.value ?? {}) : {};
		},
		write: (values: Record<string, string>): void => {
			shelf.write(values);
		}
	};
}

/** The configurations of earlier walks. Where storage is blocked there are none, and the walk goes on. */
export function openConfigurations(base: string, storage?: () => Storage) {
	const shelf = openConfigurationShelf(base, storage);
	return {
		read: (): Configuration[] => {
			const kept = shelf.read();
			return kept.ok ? (kept.value ?? []) : [];
		},
		write: (configurations: Configuration[]): void => {
			shelf.write(configurations);
		}
	};
}

/** Types a configuration into the walk's first form; nothing of the walk so far is lost by it. */
export function fillWalk(base: string, configuration: Configuration, storage?: () => Storage): void {
	const drafts = openDrafts(base, storage);
	drafts.write(filledIn(drafts.read(), configuration));
}
