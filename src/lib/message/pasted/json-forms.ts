/** JWS and JWE as JSON, put into the compact form where that says the same. */
import type { Mend } from '$lib/lexicon/token-forms';
import { isJsonObject, type JsonObject } from '../json-body';
import type { Found } from './pasted-token';

const text = (object: JsonObject, name: string): string => {
	const value = object[name];
	return typeof value === 'string' ? value : '';
};

const listOf = (value: unknown): JsonObject[] | undefined =>
	Array.isArray(value) ? value.filter(isJsonObject) : undefined;

/** Nothing signs an unprotected header (RFC 7515 §7.2.1), so that a compact token never has it. */
const mendsOf = (...headers: unknown[]): Mend[] => [
	'json-serialization',
	...(headers.some((header) => isJsonObject(header) && Object.keys(header).length > 0)
		? (['unprotected-header'] as const)
		: [])
];

/** Each signature makes one token: what it signs is its header and the payload, as in the compact form. */
function signed(object: JsonObject): Found[] {
	const signatures = listOf(object.signatures);
	return (signatures ?? [object]).map((one, index) => ({
		...(signatures && signatures.length > 1 ? { name: `signatures[${index}]` } : {}),
		text: `${text(one, 'protected')}.${text(object, 'payload')}.${text(one, 'signature')}`,
		mended: mendsOf(one.header)
	}));
}

/** Each recipient makes one token. What is authenticated beside it (`aad`, RFC 7516 §5.1) has no place in a compact one. */
function encrypted(object: JsonObject): Found[] {
	const recipients = listOf(object.recipients);
	const aad: Mend[] = object.aad === undefined ? [] : ['additional-data'];
	return (recipients ?? [object]).map((one, index) => ({
		...(recipients && recipients.length > 1 ? { name: `recipients[${index}]` } : {}),
		text: [
			text(object, 'protected'),
			text(one, 'encrypted_key'),
			...['iv', 'ciphertext', 'tag'].map((name) => text(object, name))
		].join('.'),
		mended: [...mendsOf(object.unprotected, one.header), ...aad]
	}));
}

/**
 * The tokens that a JSON object is: RFC 7515 §7.2 (flattened or general), RFC 7516 §7.2. Undefined: it is none.
 */
export function compactForms(object: JsonObject): Found[] | undefined {
	const has = (name: string): boolean => typeof object[name] === 'string';
	if (has('ciphertext') && (has('protected') || has('tag'))) return encrypted(object);
	const isSigned = has('signature') || Array.isArray(object.signatures);
	const hasPayload = has('payload') || has('protected');
	return isSigned && hasPayload ? signed(object) : undefined;
}
