import { fail, ok, type Result } from '$lib/lexicon/result';
import { loadPart } from '$lib/lexicon/part';
import { isJsonObject } from '$lib/message/json-body';
import type { Trace } from '$lib/trace/fact';
import { formatTrace } from '$lib/trace/format';
import { formatReplacement, type Replacement } from '$lib/trace/replacement';
import { readJson } from '$lib/wire/json';
import { placeOf, tabStorage } from './place';
import { openStoredValue, type StoredValue, type Unread } from './stored-value';

/** The trace of this tab as earlier versions kept it. */
export const openStoredTrace = (base: string, storage: () => Storage = tabStorage): StoredValue<Trace> =>
	openStoredValue(storage, `pkce-playground ${placeOf(base)}/ trace`, {
		format: formatTrace,
		parse: async (text) => (await loadPart(() => import('$lib/trace/file'))).parseTrace(text)
	});

/** The walk that gave way to the one of this tab. */
export const openStoredReplacement = (
	base: string,
	storage: () => Storage = tabStorage
): StoredValue<Replacement> =>
	openStoredValue(storage, `pkce-playground ${placeOf(base)}/ replaced`, {
		format: formatReplacement,
		parse: async (text) => (await loadPart(() => import('$lib/trace/replaced'))).parseReplacement(text)
	});

const longestName = 100;
const longestText = 1_000_000;
type Texts = Record<string, string>;

/** Each of them by itself: one that cannot be read takes no other with it. */
function parseDrafts(text: string): Result<Texts, Unread<Texts>> {
	const json = readJson(text);
	if (!json.ok) return json;
	if (!isJsonObject(json.value)) return fail({ reason: 'storage-unreadable', where: 'drafts' });
	const all = Object.entries(json.value);
	const read = all.filter(
		(entry): entry is [string, string] =>
			entry[0].length <= longestName && typeof entry[1] === 'string' && entry[1].length <= longestText
	);
	const rest = Object.fromEntries(read);
	if (read.length === all.length) return ok(rest);
	const unread = all.filter(([name]) => !Object.hasOwn(rest, name));
	const where = unread
		.map(([name]) => name)
		.join(', ')
		.slice(0, 200);
	return fail({
		reason: 'storage-unreadable',
		where,
		rest,
		aside: JSON.stringify(Object.fromEntries(unread))
	});
}

/** What is being typed and was not sent yet, by the name of the field. */
export const openStoredDrafts = (base: string, storage: () => Storage = tabStorage): StoredValue<Texts> =>
	openStoredValue(storage, `pkce-playground ${placeOf(base)}/ drafts`, {
		format: (texts) => JSON.stringify(texts),
		parse: parseDrafts
	});
