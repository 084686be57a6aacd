/** What people and programs put around a token and into it, taken away, with a word for each. */
import type { Mend } from '$lib/lexicon/token-forms';

export interface Mended {
	text: string;
	mended: Mend[];
}

type Step = readonly [mend: Mend, take: (text: string) => string];

const quotes = /^(["'`\u201C\u201D\u201E\u2018\u2019«])([^]*?)(["'`\u201C\u201D\u2018\u2019»])$/;

/** The word before a credential in a header (RFC 6750 §2.1, RFC 9449 §7.1), with the name of the header or without. */
const scheme = /^(?:authorization\s*:\s*)?(?:bearer|dpop)(?::?\s+|\+|%20)(?=\S)/i;

/** `\/`, `\"`, `\n` and `\u002e`, as they stand in JSON that was copied out of JSON (RFC 8259 §7). */
const unescaped = (text: string): string =>
	text
		.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
		.replace(/\\[rnt]/g, '\n')
		.replace(/\\(["/\\])/g, '$1');

function unescapedPercent(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

const invisible: readonly Step[] = [
	['byte-order-mark', (text) => text.replace(/^\uFEFF/, '')],
	// Of no width, of direction, soft hyphens: what word processors and chats put between characters.
	['invisible', (text) => text.replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\u00AD]/g, '')],
	['spaces', (text) => text.replace(/[\u00A0\u2000-\u200A\u202F\u3000]/g, ' ')]
];

const around: readonly Step[] = [
	['fence', (text) => text.replace(/^(`{3,9}|~{3,9})[^\n`~]*\n([^]*?)\n?\1$/, '$2')],
	['scheme', (text) => text.replace(scheme, '')],
	['quotes', (text) => text.replace(quotes, '$2')]
];

function apply(steps: readonly Step[], before: Mended): Mended {
	let { text } = before;
	const mended = new Set(before.mended);
	for (const [mend, take] of steps) {
		const taken = take(text);
		if (taken !== text) mended.add(mend);
		text = taken;
	}
	return { text: text.trim(), mended: [...mended] };
}

/** Without signs that nobody sees. */
export const visible = (text: string): Mended => apply(invisible, { text, mended: [] });

/** Nobody puts more around a token than this: a scheme, in quotes, in a fence, escaped twice. */
const deepest = 5;

/** Without what stands around it: fences, quotes, the scheme of a header. */
export function unwrapped(before: Mended): Mended {
	let now = { ...before, text: before.text.trim() };
	for (let depth = 0; depth < deepest; depth += 1) {
		const next = apply(around, now);
		if (next.text === now.text) break;
		now = next;
	}
	return now;
}

/** Without the escapes of JSON, or of an address; undefined where there are none. */
export function decodedOnce(before: Mended): Mended | undefined {
	const { text } = before;
	const next = /\\["/\\nrtu]/.test(text)
		? apply([['json-escapes', unescaped]], before)
		: /%[0-9a-f]{2}/i.test(text) && !/\s/.test(text)
			? apply([['percent-encoding', unescapedPercent]], before)
			: undefined;
	return next?.text === text ? undefined : next;
}
