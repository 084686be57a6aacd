/**
 * A walk as it lies in the storage of the tab: each fact under a key of its own, and a small head that says how many
 * there are. What the tab had no room for, from the first fact on, is elsewhere: `away` says where, and holds the key.
 */
import { randomWord } from '../random-word';
import { isReadableVersion, traceVersion } from '$lib/trace/format';
import { isJsonObject } from '$lib/message/json-body';
import { onlyKnown } from '$lib/lexicon/only-known';
import { parseJson } from '$lib/wire/json';
import { keysOf } from './stored-value';

export interface Head {
	version: number;
	walk: string;
	/** How many facts are kept, here and away. */
	count: number;
	away?: Away;
	/** Facts that had no place yet, and whether they should take the place of this walk. */
	waiting?: { count: number; instead: boolean };
}

/** The first facts, as many as that, lie elsewhere, under that name and locked with that key. */
export interface Away {
	name: string;
	key: string;
	upTo: number;
}

export const newHead = (): Head => ({ version: traceVersion, walk: randomWord(12), count: 0 });

/** Where the facts begin that lie in the tab. */
export const startOf = ({ away }: Head): number => away?.upTo ?? 0;

export const keysFor = (base: string) => {
	const head = `pkce-playground ${base}/ walk`;
	return {
		head,
		fact: (walk: string, index: number): string => `${head} ${walk} ${index}`,
		aside: `${head} put aside `,
		probe: `${head} probe`
	};
};

export type WalkKeys = ReturnType<typeof keysFor>;

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 100;
const isCount = (value: unknown): value is number =>
	typeof value === 'number' && Number.isInteger(value) && value >= 0;

function parseAway(value: unknown): Away | undefined {
	if (!isJsonObject(value)) return undefined;
	const { name, key, upTo } = value;
	return isText(name) && isText(key) && isCount(upTo) ? { name, key, upTo } : undefined;
}

function parseWaiting(value: unknown): Head['waiting'] {
	if (!isJsonObject(value)) return undefined;
	const { count, instead } = value;
	return isCount(count) && typeof instead === 'boolean' ? { count, instead } : undefined;
}

/** Undefined: it cannot be read, or its version is not known. */
export function parseHead(written: string): Head | undefined {
	const head = parseJson(written);
	if (!isJsonObject(head)) return undefined;
	const { version, walk, count } = head;
	const away = parseAway(head.away);
	const waiting = parseWaiting(head.waiting);
	const isWhole = 'away' in head === (away !== undefined) && 'waiting' in head === (waiting !== undefined);
	return isWhole && isCount(version) && isReadableVersion(version) && isText(walk) && isCount(count)
		? { version, walk, count, ...onlyKnown({ away, waiting }) }
		: undefined;
}

/** Always of one length, so that a head that is there can be written again where there is no room at all. */
export const formatHead = (head: Head): string => JSON.stringify(head).padEnd(400);

/** The facts that lie in the tab, as text. One that should be there and is not is undefined. */
export const textsIn = (storage: Storage, keys: WalkKeys, head: Head): (string | undefined)[] =>
	Array.from(
		{ length: Math.max(0, head.count - startOf(head)) },
		(_, index) => storage.getItem(keys.fact(head.walk, startOf(head) + index)) ?? undefined
	);

/** Takes facts away, from this one on and up to that one. */
export function removeFacts(storage: Storage, keys: WalkKeys, walk: string, from: number, to: number): void {
	for (let index = from; index < to; index += 1) storage.removeItem(keys.fact(walk, index));
}

/** Everything that lies under a name of the walk, in the order of the keys: for what cannot be read. */
export const allOf = (storage: Storage, keys: WalkKeys): [key: string, written: string][] =>
	keysOf(storage)
		.filter((key) => key === keys.head || (key.startsWith(`${keys.head} `) && !key.startsWith(keys.aside)))
		.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
		.map((key) => [key, storage.getItem(key) ?? '']);

/** What could not be read before, in the order in which it was put aside. */
export const asideIn = (storage: Storage, keys: WalkKeys): string[] =>
	keysOf(storage)
		.filter((key) => key.startsWith(keys.aside))
		.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
		.map((key) => storage.getItem(key) ?? '');
