/** Everything that can be said of a paste before anything is checked: plain data, so that a worker can say it. */
import type { TokenKind } from '$lib/lexicon/token-says';
import { isJsonObject, stringOf, type JsonObject } from '$lib/message/json-body';
import { decodeToken, disclosuresIn } from '$lib/message/jwt';
import { flawsOfToken, textsOf } from '$lib/message/token-parts';
import { kindOfToken } from '$lib/message/token-says';
import { parseJson } from '$lib/wire/json';

export interface ReadToken {
	/** Of the member of a response that it was. */
	name: string;
	text: string;
	form: 'jws' | 'jwe' | 'sd-jwt' | 'broken' | 'opaque';
	parts: readonly string[];
	/** As they were written. */
	header?: string;
	claims?: string;
	inexact: readonly (readonly [string, string])[];
	doubled: readonly string[];
	kind?: TokenKind;
}

export interface Reading {
	tokens: readonly ReadToken[];
	response?: JsonObject;
}

function readOne(name: string, text: string): ReadToken {
	const selective = disclosuresIn(text);
	const jwt = selective?.jwt ?? text;
	const decoded = decodeToken(jwt);
	const parts = jwt.split('.');
	if (!decoded.ok)
		return {
			...{ name, text, parts, inexact: [], doubled: [] },
			form: decoded.failure.reason === 'encrypted' ? 'jwe' : parts.length < 2 ? 'opaque' : 'broken'
		};
	const [header, claims] = textsOf(decoded.value);
	return {
		...{ name, text, parts, header, claims, kind: kindOfToken(decoded.value) },
		...flawsOfToken(decoded.value),
		form: selective ? 'sd-jwt' : 'jws'
	};
}

/** Never throws. */
export function readBench(text: string): Reading {
	const value = parseJson(text);
	if (isJsonObject(value)) {
		const tokens = ['id_token', 'access_token', 'refresh_token'].flatMap((name) => {
			const token = stringOf(value, name);
			return token ? [readOne(name, token)] : [];
		});
		return { tokens, response: value };
	}
	return { tokens: text.trim() === '' ? [] : text.trim().split(/\s+/).map((one) => readOne('', one)) };
}
