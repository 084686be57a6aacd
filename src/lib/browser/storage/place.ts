/**
 * Where a page keeps what is its own. In a tab that is one place for all pages of the site. Frames of one tab have one
 * storage as well: each of them is a place of its own there, or two walks on one page would write over each other.
 */

/** The mark that a frame bears in its name, which a reload leaves alone. */
const mark = 'pkce-playground ';

export function isInFrame(): boolean {
	return typeof window !== 'undefined' && Boolean(window.top) && window.top !== window;
}

function refusal(): string | undefined {
	try {
		void sessionStorage.length;
		return undefined;
	} catch (error) {
		return String(error);
	}
}

/** Why the browser lets this page keep nothing at all; undefined where it may. It is asked once for each page. */
let refused: { why: string | undefined } | undefined;
export const storageRefusal = (): string | undefined => (refused ??= { why: refusal() }).why;

/**
 * Whether no other window knows what this page keeps: then the embedded servers are in the page itself, and a sign-in
 * at them in another window would be one at other servers.
 */
export const standsAlone = (): boolean => isInFrame() || storageRefusal() !== undefined;

const framesOf = (around: Window): Window[] =>
	Array.from({ length: around.length }, (_, index) => around[index]).filter((one) => one !== undefined);

/** The places that other frames of this tab have. A frame of another origin says nothing, and has another storage. */
function takenIn(around: Window): string[] {
	return framesOf(around).flatMap((frame) => {
		const inner = takenIn(frame);
		if (frame === window) return inner;
		try {
			const { place } = frame.document.documentElement.dataset;
			return place === undefined ? inner : [place, ...inner];
		} catch {
			return inner;
		}
	});
}

/** Which frame of its page it is, from the outermost page on: the same again when that page is loaded again. */
function pathTo(frame: Window): string {
	const { parent } = frame;
	return parent === frame ? '' : `${pathTo(parent)}.${framesOf(parent).indexOf(frame)}`;
}

function findPlace(): string {
	const { name } = window;
	const kept = name.startsWith(mark) ? name.slice(mark.length) : undefined;
	// A name that the page around has given is left alone, and the walk goes by it.
	const given = name === '' ? pathTo(window) : ` ${name}`;
	const wanted = (kept ?? given).replace(/[^\w.-]/g, '_').slice(0, 60);
	const taken = takenIn(window.top ?? window);
	let place = wanted;
	for (let count = 2; taken.includes(place); count += 1) place = `${wanted}_${count}`;
	document.documentElement.dataset.place = place;
	if (name === '' || kept !== undefined) window.name = mark + place;
	return place;
}

/** Stands for the base of the site in the name of whatever this page keeps for its walk. */
export const placeOf = (base: string): string =>
	isInFrame() ? `${base}#${document.documentElement.dataset.place ?? findPlace()}` : base;

/** As long as the page is open, whatever of it is shown: a storage for where the browser gives none. */
function createPageStorage(): Storage {
	const kept = new Map<string, string>();
	return {
		get length() {
			return kept.size;
		},
		key: (index: number) => [...kept.keys()][index] ?? null,
		getItem: (name: string) => kept.get(name) ?? null,
		setItem: (name: string, value: string) => void kept.set(name, value),
		removeItem: (name: string) => void kept.delete(name),
		clear: () => kept.clear()
	};
}

let pageStorage: Storage | undefined;

/** The storage of the tab; where it is refused, one that a reload forgets. */
export const tabStorage = (): Storage =>
	storageRefusal() === undefined ? sessionStorage : (pageStorage ??= createPageStorage());
