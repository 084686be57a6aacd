/** What a server publishes: its metadata by members, its keys by their names. */
import { isJsonObject, type JsonObject } from '$lib/message/json-body';
import { privateJwkMembers } from '$lib/lexicon/secrets';
import { canonical, jsonValue, toldOf, typedValue, type Told, type Value } from './told';

export const tellMetadata = (document: JsonObject): Told =>
	toldOf(Object.entries(document).map(([name, value]): [string, Value] => [name, jsonValue(value)]));

/** What a key without a name is told apart by: the beginning of its number or point (RFC 7518 §6). */
const beginningOf = ({ n, x }: JsonObject): string =>
	[n, x].find((one): one is string => typeof one === 'string')?.slice(0, 12) ?? '';

/** The members of a key, each an item: never those of its private half. */
function itemsOf(key: JsonObject): string[] {
	const open = Object.entries(key).filter(([name]) => name !== 'kid' && !privateJwkMembers.has(name));
	return open
		.map(([name, value]) => `${name}=${typeof value === 'string' ? value : canonical(value)}`)
		.sort();
}

/** Keys by their names; of several with one name each is told. */
export function tellKeys(keys: readonly unknown[]): Told {
	const values = new Map<string, Value>();
	for (const key of keys.filter(isJsonObject)) {
		const named =
			typeof key.kid === 'string' && key.kid !== '' ? key.kid : `${String(key.kty)} ${beginningOf(key)}`;
		let name = named;
		for (let count = 2; values.has(name); count += 1) name = `${named} (${count})`;
		const items = itemsOf(key);
		values.set(name, typedValue('list', items.join(' '), items));
	}
	return { values };
}
