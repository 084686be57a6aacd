/**
 * From any text to the tokens in it: alone or several, with what stands around them, in an answer, a callback, an HTTP
 * message, a command. What a token is, is said by its form; whether it is good, nothing here says.
 */
import type { Mend } from '$lib/lexicon/token-forms';
import { parseCurl } from '$lib/wire/parse-curl';
import { readCurlOutput } from '$lib/wire/curl-output';
import { parseForm, type Pair } from '$lib/wire/form';
import { headerOf } from '$lib/wire/http';
import { parseJson } from '$lib/wire/json';
import type { JsonObject } from '../json-body';
import { sentPairs } from '../token-request';
import { formOf } from './form';
import { mostPlaces, tokensAnywhere, tokensOfLines } from './lines';
import { isResponse, tokensOfJson, tokensOfPairs } from './members';
import { decodedOnce, unwrapped, visible, type Mended } from './mend';
import { nestedIn } from './nested';
import type { Found, PastedToken, PastedTokens } from './pasted-token';

interface Reading {
	found: Found[];
	response?: JsonObject;
}

const nothing: Reading = { found: [] };

/** A document; one that is a text is looked into (`JSON.stringify` of an answer). */
function ofJson(text: string): Reading | undefined {
	if (!/^[{["]/.test(text) && !/^"?\w{1,60}"\s*:/.test(text)) return undefined;
	// A member is copied without the object that it stands in.
	const value = parseJson(text) ?? parseJson(`{${text.replace(/,\s*$/, '')}}`);
	if (typeof value === 'string') return value.trim() === text ? undefined : readInside(value, ['quotes']);
	return value === undefined ? undefined : tokensOfJson(value);
}

function ofCurl(text: string): Reading | undefined {
	const command = parseCurl(text);
	if (!command) return undefined;
	const { request, output } = command;
	const authorization = headerOf(request.headers, 'authorization');
	const proof = headerOf(request.headers, 'dpop');
	const head = [
		...(authorization === undefined ? [] : tokensOfLines(`Authorization: ${authorization}`)),
		...(proof === undefined ? [] : tokensOfLines(`DPoP: ${proof}`))
	];
	const answered = readCurlOutput(output)?.response.body;
	const answer = answered === undefined ? nothing : (ofJson(answered.trim()) ?? nothing);
	return { ...answer, found: [...head, ...tokensOfPairs(sentPairs(request)), ...answer.found] };
}

/** A request or an answer as it is on the wire: lines of a head, an empty one, a body. */
function ofHttp(text: string): Reading | undefined {
	if (!/^(?:HTTP\/[\d.]{1,3} \d{3}|[A-Z]{3,10} \S+ HTTP\/[\d.]{1,3})/.test(text)) return undefined;
	const [, head = text, body = ''] = /^([^]*?)\r?\n[ \t]*\r?\n([^]*)$/.exec(text) ?? [];
	const lines = tokensOfLines(head.replace(/^([A-Z]{3,10}) (\S+) HTTP\/[\d.]+/, '$2'));
	const inBody = body.trim() === '' ? nothing : (ofJson(body.trim()) ?? { found: tokensOfLines(body) });
	return { ...inBody, found: [...lines, ...inBody.found] };
}

/** A callback, a query or a form alone. Its parameters are the answer where tokens are among them (OIDC Core §3.2.2.5). */
function ofParameters(text: string): Reading | undefined {
	if (/\s/.test(text) || !/[?#]|^[\w.-]+=/.test(text)) return undefined;
	const places = text.split(/[?#]/, mostPlaces).map((place): [string, Pair[]] => [place, parseForm(place)]);
	const found = places.flatMap(([place, pairs]) =>
		tokensOfPairs(pairs).map((one): Found =>
			place.includes(one.text) ? one : { ...one, mended: ['percent-encoding'] }
		)
	);
	if (found.length === 0) return undefined;
	const response = places.map(([, pairs]) => Object.fromEntries(pairs)).find(isResponse);
	return { found, ...(response ? { response } : {}) };
}

const withMends = ({ found, ...rest }: Reading, mended: readonly Mend[]): Reading => ({
	...rest,
	found: found.map((one) => ({ ...one, mended: [...new Set([...mended, ...one.mended])] }))
});

function readInside(text: string, mended: Mend[]): Reading {
	const bare = unwrapped({ text, mended });
	const shaped = ofJson(bare.text) ?? ofCurl(bare.text) ?? ofHttp(bare.text) ?? ofParameters(bare.text);
	return shaped ? withMends(shaped, bare.mended) : ofText(bare);
}

/** Characters that a credential of any kind may have (RFC 6750 §2.1 and more); an address and a query are none. */
const isCredential = (text: string): boolean =>
	/^[\w.~+/=|!:%*$@-]+$/.test(text) && !/^[a-z][\w+.-]*:\//i.test(text);

/** Escapes are taken away only where they hide something: a token may stand whole beside them. */
function ofText(bare: Mended): Reading {
	const decoded = decodedOnce(bare);
	if (decoded && decoded.text.length < bare.text.length) {
		const inside = readInside(decoded.text, decoded.mended);
		if (inside.found.length > 0) return inside;
	}
	const lines = tokensOfLines(bare.text);
	const found = lines.length > 0 ? lines : tokensAnywhere(bare.text);
	if (found.length > 0 || !isCredential(bare.text)) return withMends({ found }, bare.mended);
	return { found: [{ text: bare.text, mended: bare.mended }] };
}

const tokenOf = ({ name, text, mended }: Found): PastedToken => ({
	...(name === undefined ? {} : { name }),
	text,
	form: formOf(text),
	mended
});

/** A token that is in another is one of its own. */
function withNested(token: PastedToken): PastedToken[] {
	const inside = nestedIn(token.text);
	return inside === undefined ? [token] : [token, tokenOf({ text: inside, mended: [] })];
}

/** Reads whatever was pasted. Never throws; nothing that is a token gives no tokens. */
export function readPastedTokens(pasted: string): PastedTokens {
	const { text, mended } = visible(pasted);
	const { found, response } = readInside(text, mended);
	const tokens = found.map(tokenOf).flatMap(withNested);
	return { tokens, ...(response ? { response } : {}) };
}

export type { PastedToken, PastedTokens } from './pasted-token';
