/**
 * A JWT without its signature and without whatever its claims say of a person: still a JWT, which can be decoded and
 * whose `iss`, `aud`, `exp` and `nonce` can be checked. Of an encrypted one the header stays.
 */
import { isPlaceholder } from '$lib/lexicon/placeholders';
import type { Ledger } from './ledger';
import { decodeBase64url, encodeBase64url } from '$lib/wire/base64url';
import { parseJson } from '$lib/wire/json';
import { isJsonObject } from '$lib/message/json-body';

interface Tools {
	take: Ledger['take'];
	number: Ledger['number'];
	/** The same JSON, without what may not stay in it. */
	json: (text: string) => string;
}

/** What base64url makes of `{` and what may follow it (RFC 7515 §3.1). */
const beginning = /^e[yw][\w-]{6,}(?:\.|$)/;

function textOf(part: string): string | undefined {
	const octets = decodeBase64url(part.replace(/=+$/, ''));
	if (!octets.ok) return undefined;
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(octets.value);
	} catch {
		return undefined;
	}
}

const encoded = (text: string): string => encodeBase64url(new TextEncoder().encode(text));

/** The part without its secrets; undefined: it is no JSON object. */
function redactedPart(part: string, { json }: Tools): string | undefined {
	const text = textOf(part);
	if (text === undefined || !isJsonObject(parseJson(text))) return undefined;
	const changed = json(text);
	return changed === text ? part : encoded(changed);
}

/** The placeholder of a signature is base64url itself: of a length that octets have (RFC 4648 §5). */
const asSignature = (placeholder: string): string =>
	placeholder.length % 4 === 1 ? placeholder.replace(/\d+$/, (count) => `0${count}`) : placeholder;

/** The token as it may leave; undefined: this is none. What is cut off keeps its header alone. */
export function redactToken(token: string, tools: Tools): string | undefined {
	if (!beginning.test(token)) return undefined;
	const [header = '', payload, signature, ...more] = token.split('.');
	if (/[^\w.=-]/.test(token) || more.length > 2) return undefined;
	const head = redactedPart(header, tools);
	if (head === undefined) return undefined;
	if (payload === undefined) return tools.take('token', token, true);
	const { number } = tools;
	if (more.length === 2) {
		return isPlaceholder(payload) ? token : number('encrypted', token, (mark) => `${head}.${mark}...`);
	}
	if (isPlaceholder(payload)) return token;
	const claims = redactedPart(payload, tools);
	if (claims === undefined) return number('token', token, (mark) => `${head}.${mark}`);
	if (signature === undefined || signature === '' || isPlaceholder(signature)) {
		const rest = signature === undefined ? '' : `.${signature}`;
		return number('token', token, () => `${head}.${claims}${rest}`);
	}
	if (more.length > 0) return number('token', token, (mark) => `${head}.${claims}.${mark}.`);
	// A signature alone may stand elsewhere too.
	if (signature.length > 15) tools.take('signature', signature, true);
	return number('signature', token, (mark) => `${head}.${claims}.${asSignature(mark)}`);
}
