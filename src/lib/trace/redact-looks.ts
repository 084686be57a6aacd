/** Secrets that no structure tells: what looks like one in the middle of a text. */
import { isErrorCode } from '$lib/lexicon/kept';
import { normalName } from '$lib/lexicon/normal-name';
import { isPlaceholder } from '$lib/lexicon/placeholders';
import { isSecretName, secretLooks } from '$lib/lexicon/secrets';
import { isLoopback } from '$lib/message/loopback';
import { endOfString, unescapeJson } from './json-scan';
import { percentDecoded, percentEncoded } from './pairs-scan';

export interface Looks {
	take: (name: string, value: string, strong?: boolean) => string;
	isKept: (value: string) => boolean;
	token: (text: string) => string | undefined;
	address: (url: string) => string;
	form: (text: string) => string;
	member: (name: string, value: string) => string;
	/** The text is a sentence: long random strings are taken out of it too. */
	closely: boolean;
}

/** What a match becomes, and where the text goes on; undefined: it is none after all. */
type Took = { text: string; end: number } | undefined;
type Take = (found: RegExpExecArray, text: string, looks: Looks) => Took;

const whole = (found: RegExpExecArray, text: string): Took => ({ text, end: found.index + found[0].length });

const uuid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/** Whether a word is made by chance: letters and digits mixed at some length, or digits alone. */
export const isRandom = (word: string): boolean =>
	/^[\w+/=~-]{15,}$/.test(word) &&
	!isPlaceholder(word) &&
	(uuid.test(word) ||
		/^\d{15,}$/.test(word) ||
		((word.match(/\d/g)?.length ?? 0) >= 2 && (word.match(/[a-z]/gi)?.length ?? 0) >= 3));

/** By such a number the log of a provider finds the request. */
const ofALog = /(?:trace|correlation|request|reference|activity|event)[\s_-]?id["':=\s]{0,4}$/i;

const takeRandom: Take = (found, text, { take, isKept, closely }) => {
	const [word] = found;
	if (!closely || !isRandom(word) || isKept(word)) return undefined;
	if (ofALog.test(text.slice(Math.max(0, found.index - 30), found.index))) return undefined;
	return whole(found, take('text', word));
};

/** Names that are words of any sentence as well: `error code: 401`, `Response: refused`. */
const everyday = new Set([
	'code',
	'token',
	'response',
	'assertion',
	'ticket',
	'signature',
	'session',
	'cookie',
	'pin'
]);
const isWord = (value: string): boolean => /^(?:\d{1,3}|[a-z]{1,24})[.,;:!?]*$/i.test(value);

const toEndOfLine = new Set(['cookie', 'setcookie', 'authorization', 'proxyauthorization']);
const bareValue = /(?:(?:Bearer|DPoP|Basic|Digest|Token|ApiKey)\s+)?[^\s"'<>&,;)}\]]+/iy;
const line = /[^\r\n]+/y;

function quoted(text: string, at: number): { value: string; from: number; end: number } {
	const mark = text[at];
	const end = mark === '"' ? endOfString(text, at + 1) : text.indexOf("'", at + 1);
	const to = end < 0 ? text.length : end;
	return { value: unescapeJson(text.slice(at + 1, to)), from: at + 1, end: to };
}

/** `name=value` and `name: "value"`, where the name is a secret's. */
const takePair: Take = (found, text, { member, take, closely, isKept }) => {
	const name = found.groups?.name ?? '';
	const start = found.index + found[0].length;
	const separator = found.groups?.separator ?? '';
	if (!isSecretName(name) && !(closely && found[0].endsWith(`${name}=`))) {
		const isSecret = closely && isRandom(name) && !isKept(name);
		return { text: isSecret ? found[0].replace(name, take('text', name)) : found[0], end: start };
	}
	const before = text.slice(found.index, start);
	if (/["']/.test(text[start] ?? '')) {
		const { value, from, end } = quoted(text, start);
		if (everyday.has(normalName(name)) && (isWord(value) || isErrorCode(value)))
			return { text: before, end: start };
		return { text: `${before}${text.slice(start, from)}${member(name, value)}`, end };
	}
	const isHeader = separator === ':' && toEndOfLine.has(normalName(name));
	const pattern = isHeader ? line : bareValue;
	pattern.lastIndex = start;
	const value = pattern.exec(text)?.[0] ?? '';
	const isInnocent =
		value === '' ||
		(separator === ':' && everyday.has(normalName(name)) && (isWord(value) || isErrorCode(value)));
	if (isInnocent) return { text: before, end: start };
	const plain = separator === '=' ? percentDecoded(value) : value;
	const changed = member(name, plain);
	const written = changed === plain ? value : separator === '=' ? percentEncoded(changed) : changed;
	return { text: `${before}${written}`, end: start + value.length };
};

const takeToken: Take = (found, _, { token, take, closely }) => {
	const [, written = '', dots = ''] = /^([^]*?)(\.*)$/.exec(found[0]) ?? [];
	const known = token(written);
	// The dots behind it end a sentence, or are a part that is empty.
	if (known !== undefined) return whole(found, `${known}${dots}`);
	return closely && isRandom(written.split('.')[0] ?? '') ? whole(found, take('token', found[0])) : undefined;
};

const takeScheme: Take = (found, _, { token, take }) => {
	const { before = '', credential = '' } = found.groups ?? {};
	if (isWord(credential) || isPlaceholder(credential) || /^[a-z_]+=/i.test(credential)) return undefined;
	return whole(found, `${before}${token(credential) ?? take('authorization', credential)}`);
};

/** An address of the network, which may be a person's; those of this machine and of no machine are nobody's. */
const takeAddress: Take = (found, _, { take }) => {
	const [address] = found;
	// RFC 4291 §2.2: a time of day has colons as well.
	const url = `http://${address.includes(':') ? `[${address}]` : address}/`;
	if (!URL.canParse(url) || isLoopback(new URL(url)) || /^(?:0|255)\./.test(address)) return undefined;
	return whole(found, take('ip', address));
};

const octet = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';

const kinds: [kind: string, pattern: string, take: Take][] = [
	['pem', secretLooks.key, (found, _, { take }) => whole(found, take('key', found[0]))],
	[
		'url',
		'(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,30}:\\/\\/[^\\s"\'<>`\\\\]+',
		(found, _, { address }) => whole(found, address(found[0]))
	],
	['token', secretLooks.token, takeToken],
	['scheme', secretLooks.credential, takeScheme],
	[
		'query',
		'[?#&][\\w.~%+[\\]-]+=[^\\s"\'<>`]*',
		(found, _, { form }) => whole(found, `${found[0].slice(0, 1)}${form(found[0].slice(1))}`)
	],
	[
		'email',
		"(?<![\\p{L}\\p{N}._+%'-])[\\p{L}\\p{N}._+%'-]+(?:@|%40)[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*",
		(found, _, { take }) => whole(found, take('email', found[0]))
	],
	['ipv4', `(?<![\\w.-])(?:${octet}\\.){3}${octet}(?![\\w.-]*\\w)`, takeAddress],
	['ipv6', '(?<![\\w:.])(?=[\\da-f]{0,4}:[\\da-f]{0,4}:)[\\da-f:]{2,39}(?![\\w:])', takeAddress],
	[
		'pair',
		'(?<![\\p{L}\\p{N}_])(?:["\']?)(?<name>[\\p{L}_][\\p{L}\\p{N}_.-]{0,80})(?:["\']?)\\s{0,3}(?<separator>[=:])\\s{0,3}',
		takePair
	],
	['random', '(?<![\\w+/=~-])[\\w+/=~-]{15,}', takeRandom]
];

const takes = kinds.map(([kind, , take]) => [kind, take] as const);

/** One pattern of all kinds, each of them a group: what stands at one place is of the first kind that fits. */
const all = new RegExp(kinds.map(([kind, pattern]) => `(?<${kind}>${pattern})`).join('|'), 'giu');

/** The text without what looks like a secret. One pattern serves all texts, also one in the middle of another. */
export function rewriteLooks(text: string, looks: Looks): string {
	const parts: string[] = [];
	let done = 0;
	let at = 0;
	for (;;) {
		all.lastIndex = at;
		const found = all.exec(text);
		if (!found) break;
		const took = takes.find(([name]) => found.groups?.[name] !== undefined)?.[1](found, text, looks);
		if (took) {
			parts.push(text.slice(done, found.index), took.text);
			done = took.end;
			at = Math.max(took.end, found.index + 1);
		} else {
			// Of another kind it may be still, from the next word on.
			at = found.index + (/^[\p{L}\p{N}_]+/u.exec(found[0])?.[0].length ?? 1);
		}
	}
	return parts.length === 0 ? text : parts.join('') + text.slice(done);
}
