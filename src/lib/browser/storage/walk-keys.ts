/**
 * A walk as it lies in the storage of the tab: each fact under a key of its own, and a small head that says how many
 * there are. What the tab had no room for, from the first fact on, is elsewhere: `away` says where, and holds the key.
 */
import * as v from 'valibot';
import { randomWord } from '../random-word';
import { isReadableVersion, traceVersion } from '$lib/trace/file';
import { parseJson } from '$lib/wire/json';
import { keysOf } from './stored-value';

const text = v.pipe(v.string(), v.maxLength(100));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const headSchema = v.object({
	version: v.pipe(v.number(), v.check(isReadableVersion)),
	walk: text,
	/** How many facts are kept, here and away. */
	count,
	away: v.exactOptional(v.object({ name: text, key: text, upTo: count })),
	/** Facts that had no place yet, and whether they should take the place of this walk. */
	waiting: v.exactOptional(v.object({ count, instead: v.boolean() }))
});

export type Head = v.InferOutput<typeof headSchema>;
export type Away = NonNullable<Head['away']>;

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

/** Undefined: it cannot be read, or its version is not known. */
export function parseHead(written: string): Head | undefined {
	const head = v.safeParse(headSchema, parseJson(written));
	return head.success ? head.output : undefined;
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
