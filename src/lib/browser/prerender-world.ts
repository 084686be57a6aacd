import type { Memory, World } from '$lib/flow/world';
import { ok } from '$lib/lexicon/result';

const still = (): never => {
	throw new Error('Nothing happens while a page is being prerendered');
};

/** The outside of a page that is being prerendered: there is none, and nothing was kept. */
export const prerenderWorld: World = {
	now: still,
	random: still,
	newKey: still,
	send: still,
	look: still
};

export const stillMemory: Memory = {
	load: () => Promise.resolve(ok([])),
	lost: () => undefined,
	append: () => Promise.resolve(ok(true)),
	replace: () => Promise.resolve(ok(true)),
	fits: () => true,
	putAside: () => []
};

/** Nobody signs in while a page is being prerendered. */
export const stillVisitor = { knows: () => false, signIn: still, ask: still };
