/**
 * What was taken out of a trace, and what stays. The same value gets the same placeholder, whoever meets it under
 * whatever name, so that a reader still sees which values are equal.
 */
import { isVocabulary } from '$lib/lexicon/kept';
import { isPlaceholder, placeholderOf } from '$lib/lexicon/placeholders';
import { isOfNoValue } from '$lib/lexicon/removed';
import { sweeper, type Swept } from './sweep';

export interface Taken {
	name: string;
	value: string;
	placeholder: string;
	/** A secret by its name or its look: taken out wherever it stands. Else it must be distinct enough for that. */
	strong: boolean;
}

export interface Ledger {
	/** The placeholder of a value. One that is a placeholder already stays. */
	take: (name: string, value: string, strong: boolean) => string;
	/** The placeholder of a value that is replaced as a whole, by more than a placeholder: a token, whose header stays. */
	number: (name: string, value: string, replacement: (placeholder: string) => string) => string;
	/** A value that stays, so that it is not taken for a secret in a sentence. */
	keep: (value: string) => void;
	isKept: (value: string) => boolean;
	/** A value that a person chose to leave in: nobody takes it out. */
	choose: (value: string) => void;
	isChosen: (value: string) => boolean;
	/** Numbers of placeholders that the trace had before. */
	reserve: (text: string) => void;
	taken: () => Taken[];
	/** Everything that stays, a value a line. */
	kept: () => string;
	/** What is to be taken out wherever it stands, and what takes its place. `stays`: how what stays is known. */
	swept: (stays: string) => Swept[];
}

const placeholders = /redacted-([a-z][a-z_-]*)-(\d+)/g;

/** What stands for a value that another tool took out, or cut: it reads as a mark of no value, and needs no encoding. */
const removedBefore = 'removed';

/** Shorter texts would be found inside innocent ones. */
const leastStrong = 4;
const leastDistinct = 6;
const leastLong = 12;

/** Whether a value is nobody's word by accident: it has digits beside letters, or is long. */
const isDistinct = (value: string): boolean =>
	value.length >= leastLong ||
	(value.length >= leastDistinct && /\d/.test(value) && (/\p{L}/u.test(value) || value.length >= 8)) ||
	(value.length >= leastDistinct && /[^\p{L}\p{N}\s._-]/u.test(value));

const mostKept = 50_000;

const placeholdersIn = (text: string): Set<string> =>
	new Set([...text.matchAll(placeholders)].map(([placeholder]) => placeholder));

/** `before`: the ledger of an earlier time over the same trace, which knows what stays. */
export function openLedger(before?: Pick<Ledger, 'isKept' | 'isChosen'>): Ledger {
	const isKnown = before?.isKept ?? (() => false);
	const chosen = new Set<string>();
	const isChosen = (value: string): boolean => chosen.has(value) || before?.isChosen(value) === true;
	const taken = new Map<string, Taken>();
	const replaced = new Map<string, string>();
	const counts = new Map<string, number>();
	const kept = new Set<string>();
	const stems = new Map<string, string>();
	const next = (name: string): string => {
		const stem = stems.get(name) ?? placeholderOf(name, 0).slice('redacted-'.length, -'-0'.length);
		stems.set(name, stem);
		const count = (counts.get(stem) ?? 0) + 1;
		counts.set(stem, count);
		return `redacted-${stem}-${count}`;
	};
	/** A value that is also a part of something that stays is looked for only if nobody could mean anything else. */
	const wanted = (stays: string): Taken[] => {
		const long = [...taken.values()].filter(
			({ value, strong }) =>
				!isVocabulary(value) && (strong ? value.length >= leastStrong : isDistinct(value))
		);
		const innocent = placeholdersIn(sweeper(long.map(asSwept))(stays));
		return long.filter(
			({ value, strong, placeholder }) => (strong && isDistinct(value)) || !innocent.has(placeholder)
		);
	};
	return {
		take: (name, value, strong) => {
			if (value === '' || isPlaceholder(value) || isChosen(value)) return value;
			const known = taken.get(value);
			if (known) {
				known.strong ||= strong;
				return known.placeholder;
			}
			// Somebody took it out before, all values alike: a number of ours would say that they were equal.
			const placeholder = isOfNoValue(value) ? removedBefore : next(name);
			taken.set(value, { name, value, placeholder, strong });
			return placeholder;
		},
		number: (name, value, replacement) => {
			const known = replaced.get(value) ?? replacement(next(name));
			replaced.set(value, known);
			return known;
		},
		keep: (value) => {
			if (kept.size < mostKept && value.length <= 500) kept.add(value);
		},
		isKept: (value) => kept.has(value) || isKnown(value),
		choose: (value) => chosen.add(value),
		isChosen,
		reserve: (text) => {
			for (const [, stem = '', count = ''] of text.matchAll(placeholders)) {
				counts.set(stem, Math.max(counts.get(stem) ?? 0, Number(count.slice(0, 9))));
			}
		},
		taken: () => [...taken.values()],
		kept: () => [...kept].join('\n'),
		swept: (stays) => [
			...wanted(stays).map(asSwept),
			...[...replaced].map(([value, placeholder]): Swept => ({ value, placeholder, partly: false }))
		]
	};
}

const asSwept = ({ value, placeholder, strong }: Taken): Swept => ({ value, placeholder, partly: strong });
