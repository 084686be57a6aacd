/** Tokens under a name: in a JSON document, in a query, a fragment or a form. */
import { normalName } from '$lib/lexicon/normal-name';
import { tokenNames } from '$lib/lexicon/token-forms';
import type { Pair } from '$lib/wire/form';
import { isJsonObject, type JsonObject } from '../json-body';
import { looksLikeJose } from './form';
import { compactForms } from './json-forms';
import type { Found } from './pasted-token';

const names: ReadonlySet<string> = new Set(tokenNames.map(normalName));

/** Whether what stands under this name is a token, whatever it looks like. */
export const isTokenName = (name: string): boolean => names.has(normalName(name));

/** `expires_in` and an empty text are none; a placeholder like `…` is too short. */
const isToken = (name: string, value: string): boolean =>
	looksLikeJose(value) || (isTokenName(name) && value.length >= 4 && !/\s/.test(value));

export const tokensOfPairs = (pairs: readonly Pair[]): Found[] =>
	pairs.flatMap(([name, value]) => (isToken(name, value) ? [{ name, text: value, mended: [] }] : []));

/** RFC 6749 §5.1, and what OpenID Connect puts beside it. */
const ofResponse = ['access_token', 'id_token', 'refresh_token'];

export const isResponse = (object: JsonObject): boolean =>
	ofResponse.some((name) => typeof object[name] === 'string' && object[name] !== '');

/** The tokens in a JSON value, in the order in which they stand there, however deep; `response`: the first answer in it. */
export function tokensOfJson(value: unknown): { found: Found[]; response?: JsonObject } {
	const found: Found[] = [];
	let response: JsonObject | undefined;
	const waiting: { name: string; value: unknown }[] = [{ name: '', value }];
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		const { name, value } = next;
		if (typeof value === 'string' && isToken(name, value.trim()))
			found.push({ ...(name === '' ? {} : { name }), text: value.trim(), mended: [] });
		if (Array.isArray(value)) {
			for (let index = value.length - 1; index >= 0; index -= 1)
				waiting.push({ name, value: value[index] as unknown });
		} else if (isJsonObject(value)) {
			const whole = compactForms(value);
			if (whole) {
				for (const one of whole) found.push(one);
				continue;
			}
			if (isResponse(value)) response ??= value;
			for (const [own, member] of Object.entries(value).toReversed())
				waiting.push({ name: own, value: member });
		}
	}
	return { found, ...(response ? { response } : {}) };
}
