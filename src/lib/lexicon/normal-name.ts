/** Longer texts are no name of anything. */
export const longestName = 200;

/** The names of a message come again and again: what was found out of one is remembered, of so many. */
const mostRemembered = 5_000;

export function remembering<T>(find: (name: string) => T): (name: string) => T {
	const known = new Map<string, T>();
	return (name) => {
		const before = known.get(name);
		if (before !== undefined) return before;
		const found = find(name);
		if (known.size >= mostRemembered) known.clear();
		if (name.length <= longestName) known.set(name, found);
		return found;
	};
}

/** A name without what only its spelling is: `X-Api-Key`, `x_api_key` and `xApiKey` are `xapikey`. */
export const normalName = remembering((name) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
