import * as v from 'valibot';
import { fail, ok, type Result } from '$lib/lexicon/result';
import { configurationSchema, type Configuration } from '$lib/trace/configuration';
import { readJson } from '$lib/wire/json';
import type { Unread } from './stored-value';

/** More are never kept here. */
const mostConfigurations = 100;

/** Each of them by itself: one that cannot be read takes no other with it. */
export function parseConfigurations(text: string): Result<Configuration[], Unread<Configuration[]>> {
	const json = readJson(text);
	if (!json.ok) return json;
	if (!Array.isArray(json.value)) return fail({ reason: 'storage-unreadable', where: 'not a list' });
	const read: Configuration[] = [];
	const unread: unknown[] = [];
	const places: number[] = [];
	for (const [index, item] of json.value.slice(0, mostConfigurations).entries()) {
		const parsed = v.safeParse(configurationSchema, item);
		if (parsed.success) read.push(parsed.output);
		else {
			unread.push(item);
			places.push(index + 1);
		}
	}
	if (unread.length === 0) return ok(read);
	return fail({
		reason: 'storage-unreadable',
		where: places.join(', '),
		rest: read,
		aside: JSON.stringify(unread)
	});
}
