/** Everything that can be said of a paste before anything is checked: plain data, so that a worker can say it. */
import type { Mend, TokenForm } from '$lib/lexicon/token-forms';
import type { TokenKind } from '$lib/lexicon/token-says';
import type { JsonObject } from '$lib/message/json-body';
import { decodeToken, disclosuresIn } from '$lib/message/jwt';
import { readPastedTokens, type PastedToken } from '$lib/message/pasted/read';
import { flawsOfToken } from '$lib/message/token-parts';
import { kindOfToken } from '$lib/message/token-says';
import { decodeBase64url } from '$lib/wire/base64url';

export interface ReadToken {
	/** Of the member of a response that it was. */
	name: string;
	text: string;
	form: TokenForm;
	mended: readonly Mend[];
	/** What stands between the dots. */
	parts: readonly string[];
	/** As they were written; of what is damaged, as far as it can be read. */
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

/** As much of a part as is base64url, as text. */
function readable(part: string | undefined): string | undefined {
	if (part === undefined || part === '') return undefined;
	const all = decodeBase64url(part);
	const end = all.ok ? part.length : all.failure.position;
	const whole = end - (end % 4 === 1 ? 1 : 0);
	const bytes = all.ok ? all : decodeBase64url(part.slice(0, whole));
	return bytes.ok && bytes.value.length > 0 ? new TextDecoder().decode(bytes.value) : undefined;
}

function readOne({ name = '', text, form, mended }: PastedToken): ReadToken {
	const jwt = disclosuresIn(text)?.jwt ?? text;
	const parts = jwt.split('.');
	const bare = { name, text, form, mended, parts, inexact: [], doubled: [] };
	if (form === 'opaque') return bare;
	const decoded = form === 'jwe' ? undefined : decodeToken(jwt);
	const header = readable(parts[0]);
	const claims = form === 'jwe' ? undefined : readable(parts[1]);
	return {
		...bare,
		...(header === undefined ? {} : { header }),
		...(claims === undefined ? {} : { claims }),
		...(decoded?.ok ? { kind: kindOfToken(decoded.value), ...flawsOfToken(decoded.value) } : {})
	};
}

/** Never throws. */
export function readBench(text: string): Reading {
	const { tokens, response } = readPastedTokens(text);
	return { tokens: tokens.map(readOne), ...(response ? { response } : {}) };
}
