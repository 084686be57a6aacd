/** Words that an address carries in Base64, as Google's pages of errors do (`authError`): an error code and what is said of it. */
import { decodeBase64 } from '$lib/wire/base64';
import { parseForm } from '$lib/wire/form';

/** Runs of signs that somebody can read, in what is no text as a whole. */
const runs = /[\x20-\x7E]{6,}/g;

function wordsOf(value: string): string[] {
	const encoded = value.replaceAll('-', '+').replaceAll('_', '/').replaceAll(' ', '+').replace(/=+$/, '');
	if (encoded.length < 16 || encoded.length > 20_000 || !/^[A-Za-z\d+/]+$/.test(encoded)) return [];
	const bytes = decodeBase64(encoded);
	const words = bytes === undefined ? [] : (String.fromCharCode(...bytes).match(runs) ?? []);
	const length = words.reduce((sum, word) => sum + word.length, 0);
	// What is nothing but bytes has a readable run by chance, and rarely a code or a sentence.
	return bytes && length * 2 > bytes.length ? words.map((word) => word.trim()) : [];
}

/** Undefined: nothing in it is encoded like that. */
export function encodedWords(address: string): string | undefined {
	const pairs = parseForm(/\?([^#]*)/.exec(address)?.[1] ?? '');
	const words = pairs.filter(([name]) => /err/i.test(name)).flatMap(([, value]) => wordsOf(value));
	return words.length === 0 ? undefined : words.join('\n');
}
