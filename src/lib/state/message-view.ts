/** How messages are shown: chosen once for all of them, and kept in the tab. */
import type { Drafts } from './drafts.svelte';

export const messageViews = ['formatted', 'explained', 'raw'] as const;

export type MessageView = (typeof messageViews)[number];

const name = 'message view';

/** The chosen view, or the first that this message offers. */
export function viewOf<Offered extends MessageView>(
	drafts: Drafts,
	offered: readonly [Offered, ...Offered[]]
): Offered {
	const chosen = drafts.get(name);
	return offered.find((view) => view === chosen) ?? offered[0];
}

export const chooseView = (drafts: Drafts, view: MessageView): void => drafts.set(name, view);
