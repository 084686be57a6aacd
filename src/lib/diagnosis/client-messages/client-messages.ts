import type { ClientMessage } from './client-message';
import { appMessages } from './in-apps';
import { browserMessages } from './in-browsers';
import { dotnetAndJavaMessages } from './in-dotnet-java';
import { frameworkMessages } from './in-frameworks';
import { goPhpRubyMessages } from './in-go-php-ruby';
import { nodeMessages } from './in-node';
import { pythonMessages } from './in-python';
import { msalJsMessages } from './msal-js';

/** What libraries say: each was read in the source or the documentation of its library, none from memory. */
export const clientMessages: readonly ClientMessage[] = [
	...browserMessages,
	...msalJsMessages,
	...nodeMessages,
	...frameworkMessages,
	...dotnetAndJavaMessages,
	...pythonMessages,
	...goPhpRubyMessages,
	...appMessages
];

const longest = 50_000;

/** At most so much stands for one `*`. */
const value = '[^]{1,300}?';

const literal = (words: string): string =>
	words
		.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
		.replace(/\s+/g, '\\s{1,20}')
		.replace(/['"]/g, '[\'"‘’“”\\\\]{1,2}');

/** Before and after words that stand alone: an end of the text or line, a colon, a quote, a bracket, a full stop. */
const before = '(?<=(?:^|[\\n\\r:"\'`([{>])\\s{0,9})';
const after = '(?=\\s{0,9}(?:$|[\\n\\r"\'`)\\]},;<]|\\.(?:\\s|\\.|$)|\\s{1,9}at\\s))';

function patternOf(words: string, alone: boolean): RegExp {
	const found = words.split('*').map(literal);
	if (alone) return new RegExp(`${before}${found.join(value)}${after}`, 'i');
	// A value at the end may be cut off or hidden.
	const isOpen = words.endsWith('*');
	return new RegExp(
		`(?<![\\w-])${(isOpen ? found.slice(0, -1) : found).join(value)}${isOpen ? '' : '(?!\\w)'}`,
		'i'
	);
}

const neededOf = (words: string): string[] =>
	words
		.toLowerCase()
		.split(/[\s*'"]+/)
		.filter(Boolean);

interface Pattern {
	message: ClientMessage;
	pattern: RegExp;
	/** Its words in small letters: a text without one of them is not tried. */
	needs: readonly string[];
	/** How many letters are given: the longest match is the most special one. */
	length: number;
}

const patterns: readonly Pattern[] = clientMessages
	.flatMap((message) =>
		message.says.map((words) => ({
			message,
			pattern: patternOf(words, message.alone === true),
			needs: neededOf(words),
			length: words.replace(/\*/g, '').length
		}))
	)
	.toSorted(
		(one, other) =>
			Number(one.message.wraps ?? false) - Number(other.message.wraps ?? false) || other.length - one.length
	);

export interface FoundMessage {
	message: ClientMessage;
	/** The words of the text that were recognised. */
	words: string;
}

/** The message of a library in a text, the most special one; undefined where there is none that is known. */
export function clientMessageIn(text: string): FoundMessage | undefined {
	const read = text.slice(0, longest);
	const small = read.toLowerCase();
	for (const { message, pattern, needs } of patterns) {
		if (!needs.every((word) => small.includes(word))) continue;
		const words = pattern.exec(read)?.[0].trim();
		if (words !== undefined) return { message, words };
	}
	return undefined;
}
