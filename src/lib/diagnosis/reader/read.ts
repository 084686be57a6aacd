/**
 * Finds in a paste of any making what failed. Each form looks for what it knows and says how much speaks for it; what no
 * form knows is judged line by line, by general signs. Pure, never throws, and takes no longer than the text is.
 */
import { onlyKnown } from '$lib/lexicon/only-known';
import type { Seen } from '../seen';
import { errorAddresses, requestsIn, withoutAddresses, type PlacedRequest } from './addresses';
import { answered } from './answered';
import { objectFinds } from './object-finds';
import { valuesIn } from './objects';
import { issuersIn, stepIn } from './origin';
import { elementsIn, isPage, visibleText } from './page';
import { sourceOf } from './lines';
import { proseFinds } from './prose';
import { recordFinds } from './record-finds';
import { recordLines, wordsBeside } from './record-lines';
import { referencesIn } from './references';
import {
	longest,
	touches,
	within,
	type Find,
	type Inside,
	type Reference,
	type Source,
	type Span
} from './reading';
import { statusAround } from './status';
import { transcriptIn, type Transcript } from './transcript';
import { escapedFinds, wrappedFinds } from './unwrap';

export interface Reading {
	/** What was taken as the error: the first of `finds`. */
	seen: Seen;
	span: Span | undefined;
	/** Everything that may be the error, the likeliest first. */
	finds: Find[];
	references: Reference[];
	/** Whether several of its lines are entries of a log. */
	isLog: boolean;
	requests: PlacedRequest[];
	/** Addresses by which its provider may be known, the likeliest first. */
	issuers: string[];
	transcript: Transcript | undefined;
}

const deepest = 3;
const mostNested = 60_000;
const mostFinds = 12;

/** How much of nested texts is read yet: a paste may be nothing but texts in texts. */
interface Allowance {
	characters: number;
}

/** Text in a text: what is found in it stands where it stood, and is worth a little more than what is around it. */
const insideAt =
	(depth: number, left: Allowance): Inside =>
	(text, span) => {
		if (depth >= deepest || text.length < 4 || left.characters < text.length) return [];
		left.characters -= text.length;
		return findsIn(sourceOf(text), depth + 1, left)
			.slice(0, 3)
			.map((find) => ({ ...find, span, weight: find.weight + 3 }));
	};

const without = (text: string, spans: readonly Span[]): string => {
	let behind = 0;
	const pieces = spans.flatMap(({ start, end }) => {
		const before = text.slice(behind, start);
		behind = end;
		return [before, ' '.repeat(end - start)];
	});
	return [...pieces, text.slice(behind)].join('');
};

function findsIn(whole: Source, depth: number, left: Allowance): Find[] {
	const inside = insideAt(depth, left);
	const { text } = whole;
	const page = isPage(text);
	const values = valuesIn(text);
	const rest = without(
		text,
		values.map(({ span }) => span)
	);
	const source: Source = { ...whole, words: withoutAddresses(rest) };
	const records = recordLines(source);
	const elements = page ? [] : elementsIn(text);
	const visible = page ? visibleText(text) : undefined;
	const recorded = recordFinds({ ...source, text: source.words }, elements, inside, records);
	const prose: Source =
		visible === undefined
			? { ...source, words: wordsBeside(source, records, recorded) }
			: { ...source, text: visible, words: visible };
	const finds = [
		...errorAddresses(text),
		...objectFinds(text, values, inside),
		...recorded,
		...wrappedFinds(source, inside),
		...escapedFinds(source, inside),
		...proseFinds(prose)
	];
	return ranked(finds, source).map((find) => (page ? { ...find, seen: { body: text, ...find.seen } } : find));
}

/** The level of the line that something stands in. */
const levelAt = ({ lines }: Source, { start }: Span): number => {
	let [low, high] = [0, lines.length - 1];
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if ((lines[middle]?.start ?? 0) <= start) low = middle;
		else high = middle - 1;
	}
	const level = lines[low]?.level;
	return level === 'bad' ? 12 : level === 'warning' ? 6 : level === 'quiet' ? -25 : 0;
};

/** The best first; of two at one place the better. */
function ranked(finds: readonly Find[], source: Source): Find[] {
	const length = Math.max(source.text.length, 1);
	const sorted = finds
		.filter(({ weight }) => weight > 0)
		.map((find) => ({
			...find,
			// What came later is nearer to the end that somebody saw.
			weight: find.weight + levelAt(source, find.span) + (2 * find.span.start) / length
		}))
		.toSorted((one, other) => other.weight - one.weight)
		.filter(({ weight }) => weight > 0)
		.slice(0, 200);
	const kept: Find[] = [];
	for (const find of sorted) {
		if (kept.length === mostFinds) break;
		const isTaken = kept.some(({ span, whole }) =>
			whole ? within(span, find.span) : touches(span, find.span)
		);
		if (!isTaken) kept.push(find);
	}
	return kept;
}

/** What was found, with what the rest of the text says of it for sure. */
function placed(find: Find, source: Source, step: string | undefined, issuer: string | undefined): Find {
	const status = find.seen.status ?? statusAround(source, find.span);
	const seen: Seen = { ...onlyKnown({ step, issuer, status }), ...find.seen };
	return { ...find, seen };
}

/** No form knows it and no word of it speaks of failing: the whole may mean something all the same. */
function leftOver(text: string, isMessage: boolean): Find[] {
	const body = text.trim();
	if (body === '' || isMessage) return [];
	const start = text.indexOf(body);
	return [{ span: { start, end: start + body.length }, seen: { body }, weight: 0 }];
}

export function readText(pasted: string): Reading {
	const text = pasted.slice(0, longest);
	const source = sourceOf(text);
	const transcript = transcriptIn(source);
	const step = stepIn(text);
	const requests = requestsIn(text);
	const issuers = issuersIn(text);
	const found = answered(findsIn(source, 0, { characters: mostNested }), transcript);
	const finds = (
		found.length > 0 ? found : leftOver(text, requests.length > 0 || transcript !== undefined)
	).map((find) => placed(find, source, step, issuers[0]));
	const [first] = finds;
	const lines = first
		? text.slice(Math.max(0, text.lastIndexOf('\n', first.span.start)), first.span.end)
		: '';
	return {
		seen: first?.seen ?? {},
		span: first?.span,
		finds,
		references: referencesIn(`${text}\n${String(first?.seen.error_description ?? '')}`, lines),
		isLog: source.lines.filter(({ isEntry }) => isEntry).length > 1,
		requests,
		issuers,
		transcript
	};
}
