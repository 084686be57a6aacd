/** Everything that can be said of a paste before anything is checked: plain data, so that a worker can say it. */
import type { Mend, TokenForm } from '$lib/lexicon/token-forms';
import type { TokenKind } from '$lib/lexicon/token-says';
import type { JsonObject } from '$lib/message/json-body';
import { decodeToken, disclosuresIn } from '$lib/message/jwt';
import { faultsOf, type TokenFault } from '$lib/message/pasted/faults';
import { readPastedTokens, type PastedToken } from '$lib/message/pasted/read';
import { readableOf, type ReadablePart } from '$lib/message/pasted/readable';
import { readPaseto } from '$lib/message/pasted/paseto';
import { readSelective, type SelectiveReading } from '$lib/message/pasted/selective';
import { flawsOfToken } from '$lib/message/token-parts';
import { kindOfToken } from '$lib/message/token-says';
import { parseJson } from '$lib/wire/json';

export interface ReadToken {
	/** Of the member of a response that it was. */
	name: string;
	text: string;
	form: TokenForm;
	mended: readonly Mend[];
	/** What stands between the dots; of an SD-JWT, of its JWT. */
	parts: readonly string[];
	/** JSON as it was written. Of what is damaged: the members at its beginning, or the text where there are none. */
	header?: string;
	claims?: string;
	faults: readonly TokenFault[];
	doubled: readonly string[];
	kind?: TokenKind;
	/** What an SD-JWT discloses. */
	selective?: SelectiveReading;
}

export interface Reading {
	tokens: readonly ReadToken[];
	response?: JsonObject;
}

/** Text that is JSON; of one that is damaged the members that are whole. */
function shownOf(part: ReadablePart | undefined): string | undefined {
	if (!part || parseJson(part.text) !== undefined || !part.value) return part?.text;
	try {
		return JSON.stringify(part.value);
	} catch {
		// Deeper than can be written again.
		return part.text;
	}
}

async function readOne(token: PastedToken): Promise<ReadToken> {
	const { name = '', text, form, mended } = token;
	const jwt = disclosuresIn(text)?.jwt ?? text;
	const bare = { name, text, form, mended, parts: jwt.split('.'), faults: [], doubled: [] };
	if (form === 'opaque') {
		const claims = readPaseto(text)?.claims;
		return claims ? { ...bare, claims: JSON.stringify(claims) } : bare;
	}
	const { header, claims } = readableOf(jwt);
	const [head, body] = [shownOf(header), shownOf(claims)];
	const decoded = form === 'jwe' ? undefined : decodeToken(jwt);
	const selective = form === 'sd-jwt' ? await readSelective(text) : undefined;
	return {
		...bare,
		faults: faultsOf(token),
		...(head === undefined ? {} : { header: head }),
		...(body === undefined ? {} : { claims: body }),
		...(selective ? { selective } : {}),
		...(decoded?.ok ? { kind: kindOfToken(decoded.value), doubled: flawsOfToken(decoded.value).doubled } : {})
	};
}

/** Never throws. */
export async function readBench(text: string): Promise<Reading> {
	const { tokens, response } = readPastedTokens(text);
	return { tokens: await Promise.all(tokens.map(readOne)), ...(response ? { response } : {}) };
}
