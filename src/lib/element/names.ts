/** Names of frames: each its own on a page, and the same again after a reload, for what a frame keeps by its name. */
const taken = new Set<string>();

/** A short word for a path: djb2. The page's own path is not told to the frame. */
function wordOf(path: string): string {
	let hash = 5381;
	for (const character of path) hash = (hash * 33 + (character.codePointAt(0) ?? 0)) >>> 0;
	return hash.toString(36);
}

/** Elements come in the order of the page. */
export function takeName(path: string): string {
	const word = wordOf(path);
	let place = 1;
	while (taken.has(`pkce-playground-${word}-${place}`)) place += 1;
	const name = `pkce-playground-${word}-${place}`;
	taken.add(name);
	return name;
}

export const leaveName = (name: string): void => void taken.delete(name);
