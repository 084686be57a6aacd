/** What a server publishes: its metadata by members, its keys by their names. */
import { isJsonObject, type JsonObject } from '$lib/message/json-body';
import { privateJwkMembers } from '$lib/lexicon/secrets';
import { canonical, jsonValue, textValue, toldOf, type Told, type Value } from './told';

export const tellMetadata = (document: JsonObject): Told =>
	toldOf(Object.entries(document).map(([name, value]): [string, Value] => [name, jsonValue(value)]));

/** What alone makes a key another one is in it: never its private half. */
function tellKey(key: JsonObject, index: number): [string, Value] {
	const open = Object.fromEntries(Object.entries(key).filter(([name]) => !privateJwkMembers.has(name)));
	const { kid, ...rest } = open;
	return [typeof kid === 'string' && kid !== '' ? kid : `${index + 1}`, textValue(canonical(rest))];
}

export const tellKeys = (keys: readonly unknown[]): Told => toldOf(keys.filter(isJsonObject).map(tellKey));
