import { isSecretHeader, isSecretParameter, secretLooks } from '$lib/lexicon/secrets';

interface Part {
	text: string;
	secret: boolean;
}

/** What looks like a secret, or a name with what stands between it and its value. */
const places = new RegExp(
	[
		`(?<look>${secretLooks.key}|${secretLooks.token})`,
		secretLooks.credential,
		'(?<![\\p{L}\\p{N}_-])(?<name>[\\p{L}_][\\p{L}\\p{N}_.-]{0,80})(?<between>["\']?\\s{0,3}[=:]\\s{0,3})'
	].join('|'),
	'giu'
);

const quoted = /"((?:[^"\\]|\\.)+)/y;
const pairValue = /[^&#'"\s]+/y;
const headerValue = /(?:bearer |dpop |basic )?([^'"\r\n]+)/iy;

/** The value that begins here, without its quotation mark and its scheme: where it stands. */
function valueAt(pattern: RegExp, text: string, at: number): [from: number, to: number] | undefined {
	pattern.lastIndex = at;
	const [whole, inner] = pattern.exec(text) ?? [];
	if (whole === undefined) return undefined;
	return [at + whole.length - (inner ?? whole).length, at + whole.length];
}

function secretAt(
	text: string,
	{ index, groups = {}, 0: whole }: RegExpExecArray
): [number, number] | undefined {
	const end = index + whole.length;
	const { look, credential, name = '', between = '' } = groups;
	if (look !== undefined) return [index, end];
	// In a sentence a word follows: `Bearer tokens`.
	if (credential !== undefined)
		return /\d|[A-Z].*[a-z]|=/.test(credential) ? [end - credential.length, end] : undefined;
	const isLine = /^$|[\r\n'"]/.test(text.slice(Math.max(0, index - 1), index));
	if (between.includes(':') && isLine && isSecretHeader(name) && !/^["']/.test(between)) {
		return valueAt(headerValue, text, end);
	}
	if (!isSecretParameter(name)) return undefined;
	if (text[end] === '"') return valueAt(quoted, text, end);
	return between === '=' ? valueAt(pairValue, text, end) : undefined;
}

/** The text cut at the values that stand under a secret's name, and at what looks like one. */
export function secretParts(text: string): Part[] {
	const parts: Part[] = [];
	let done = 0;
	const pattern = new RegExp(places);
	for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
		const [from, to] = secretAt(text, found) ?? [];
		if (from === undefined || to === undefined) continue;
		parts.push({ text: text.slice(done, from), secret: false }, { text: text.slice(from, to), secret: true });
		done = to;
		pattern.lastIndex = to;
	}
	return [...parts, { text: text.slice(done), secret: false }].filter((part) => part.text !== '');
}
