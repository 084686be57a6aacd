import * as v from 'valibot';
import { fail, ok, type Result } from '$lib/lexicon/result';
import type { Trace } from '$lib/trace/fact';
import { formatTrace, parseTrace } from '$lib/trace/file';
import { formatReplacement, parseReplacement, type Replacement } from '$lib/trace/replaced';
import { readJson } from '$lib/wire/json';
import { openStoredValue, type StoredValue, type Unread } from './stored-value';

/** The trace of this tab as earlier versions kept it. */
export const openStoredTrace = (
	base: string,
	storage: () => Storage = () => sessionStorage
): StoredValue<Trace> =>
	openStoredValue(storage, `pkce-playground ${base}/ trace`, { format: formatTrace, parse: parseTrace });

/** The walk that gave way to the one of this tab. */
export const openStoredReplacement = (
	base: string,
	storage: () => Storage = () => sessionStorage
): StoredValue<Replacement> =>
	openStoredValue(storage, `pkce-playground ${base}/ replaced`, {
		format: formatReplacement,
		parse: parseReplacement
	});

const nameSchema = v.pipe(v.string(), v.maxLength(100));
const textSchema = v.pipe(v.string(), v.maxLength(1_000_000));
type Texts = Record<string, string>;

/** Each of them by itself: one that cannot be read takes no other with it. */
function parseDrafts(text: string): Result<Texts, Unread<Texts>> {
	const json = readJson(text);
	if (!json.ok) return json;
	const entries = v.safeParse(v.record(v.string(), v.unknown()), json.value);
	if (!entries.success || Array.isArray(json.value)) {
		return fail({ reason: 'storage-unreadable', where: 'drafts' });
	}
	const all = Object.entries(entries.output);
	const read = all.filter(
		(entry): entry is [string, string] => v.is(nameSchema, entry[0]) && v.is(textSchema, entry[1])
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
export const openStoredDrafts = (
	base: string,
	storage: () => Storage = () => sessionStorage
): StoredValue<Texts> =>
	openStoredValue(storage, `pkce-playground ${base}/ drafts`, {
		format: (texts) => JSON.stringify(texts),
		parse: parseDrafts
	});
