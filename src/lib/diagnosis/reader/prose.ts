/** Lines that no form knows: scored by what errors have in common, and taken with what goes on below them. */
import { standardErrorIn } from '../error-signs';
import type { Find, Line, Source, Span } from './reading';
import { codeIn, isSuccess, messageEnd, statusIn, tidy, troubleIn, weightOfWords } from './words';

/** The root of a failure that a program wrapped into others. */
const cause = /^\s{0,40}(?:Caused by|Root cause|Inner ?Exception|\[?cause\]?|---+>|-->)\s?:?/i;

/** An error as programs print one: its class, then its words. */
const header = /^\s{0,40}(?:[\w$]{1,40}[.\\:]{1,2})*[A-Z][\w$]{0,60}(?:Error|Exception|Failure)\w{0,20}: ?\S/;

/** What begins another thought, though no empty line stands before it. */
const isCause = (text: string): boolean => cause.test(text) || header.test(text);

const longestTaken = 700;
const mostLines = 8;
/** No word of failing is shorter. */
const shortest = 5;

/** A text of this length without any code is read as a whole: its words belong together. */
const longestWhole = 1_600;

const textOf = ({ text }: Source, { at, end }: Line): string => text.slice(at, end);

/** The level of a line of names and values. */
const quietLevel = /\b(?:level|lvl|severity)=["']?(?:info|debug|dbug|trace|notice)\b/i;

interface Scored {
	place: number;
	line: Line;
	weight: number;
	coded: boolean;
}

function scored(source: Source): Scored[] {
	return source.lines.flatMap((line, place): Scored[] => {
		const text = source.words.slice(line.at, line.end);
		if (line.isFrame || text.trim().length < shortest) return [];
		const code = codeIn(text);
		const words = weightOfWords(text);
		const passed = code === undefined && isSuccess(text) ? -15 : 0;
		const named = line.level === 'bad' || line.level === 'warning' ? 4 : 0;
		// The same code stands with words in another line, mostly.
		const bare = code === 'standard' && /[a-z]{2,20}(?:_[a-z]{2,20}){1,4}\W{0,3}$/.test(text.trim()) ? -6 : 0;
		const quiet = quietLevel.test(text.slice(0, longestTaken)) ? -25 : 0;
		const weight =
			words + passed + quiet + bare + named + (cause.test(text) ? 16 : 0) + (header.test(text) ? 6 : 0);
		return weight > 0 ? [{ place, line, weight, coded: code === 'number' || code === 'standard' }] : [];
	});
}

/** A line with the code of an error and at most a word before it, above a sentence about it. */
function isCodeAlone(source: Source, place: number): boolean {
	const [line, below] = [source.lines[place], source.lines[place + 2]];
	if (!line || !below || line.isEntry || below.isEntry) return false;
	const code = /^(?:\w{1,20}(?: \d{3})?: ?)?[a-z]{2,20}_[a-z_]{2,40}$/;
	return code.test(textOf(source, line).trim()) && troubleIn(textOf(source, below)) > 0;
}

/** The lines below that go on with what one says. */
function goingOn(source: Source, place: number): number {
	const { lines } = source;
	let last = place;
	let length = 0;
	for (let next = place + 1; next < lines.length && next - place < mostLines; next += 1) {
		const line = lines[next];
		if (!line || line.isEntry || line.isFrame) break;
		const text = textOf(source, line);
		length += text.length;
		// A page has its words under its code, with a line between them.
		if (text.trim() === '' && next === place + 1 && isCodeAlone(source, place)) continue;
		if (text.trim() === '' || isCause(text) || length > longestTaken) break;
		last = next;
	}
	return last;
}

/** The lines above, where what was taken begins in the middle of a sentence. */
function goingBack(source: Source, place: number, fully: boolean): number {
	let first = place;
	while (first > 0 && place - first < 4) {
		const [line, before] = [source.lines[first], source.lines[first - 1]];
		if (!line || !before || line.isEntry || before.isFrame || textOf(source, before).trim() === '') break;
		if (!fully && !/^\s*\p{Ll}/u.test(textOf(source, line))) break;
		if (isCause(textOf(source, line))) break;
		first -= 1;
	}
	return first;
}

function spanOf(source: Source, first: number, last: number): Span {
	const start = source.lines[first]?.at ?? 0;
	const end = source.lines[last]?.end ?? start;
	const text = source.text.slice(start, end);
	return {
		start: start + (text.length - text.trimStart().length),
		end: end - (text.length - text.trimEnd().length)
	};
}

/** A wrapped cause in one line: what is behind the last arrow is the root. */
function rootOf(text: string): number {
	const arrow = text.lastIndexOf('---> ');
	return arrow === -1 || troubleIn(text.slice(arrow)) === 0 ? 0 : arrow + 5;
}

/** What stands behind the code and a sign that divides: before it are names of programs. */
function wordsBehind(text: string, error: string): string {
	const behind = error === '' ? '' : text.slice(text.indexOf(error) + error.length);
	const words = /^["')\]]{0,2}\s?[:)\]\u2013-]\s{0,3}(?=\S)/.test(behind)
		? behind.replace(/^[\s"')\]:\u2013-]+/, '')
		: '';
	return /\p{L}{2,}\P{L}+\p{L}{2,}/u.test(words) ? words : text;
}

function seenOf(text: string): Find['seen'] {
	const error = standardErrorIn(text);
	const status = statusIn(text);
	return {
		...(error === '' ? {} : { error }),
		...(status === undefined ? {} : { status }),
		body: wordsBehind(text, error)
	};
}

function findOf(source: Source, { place, weight, coded }: Scored): Find {
	const first = goingBack(source, place, !coded);
	const whole = spanOf(source, first, goingOn(source, place));
	const start = whole.start + rootOf(source.text.slice(whole.start, whole.end));
	const end = start + messageEnd(source.text.slice(start, whole.end));
	const span = { start, end };
	// Frames among the lines are places in a program and no words of it.
	const text = tidy(source.text.slice(span.start, span.end));
	return { span, seen: seenOf(text), weight: start > whole.start ? weight + 5 : weight };
}

/** A whole short text, without the places in a program that are listed in it. */
function wholeOf(source: Source): Find | undefined {
	const said = source.lines.filter((line) => !line.isFrame).map((line) => textOf(source, line));
	const text = tidy(said.join('\n'));
	if (text === '' || text.length > longestWhole || source.lines.some((line) => line.isEntry || line.isFrame))
		return undefined;
	const trimmed = source.text.trimStart();
	const start = source.text.length - trimmed.length;
	const span = { start, end: start + trimmed.trimEnd().length };
	const words = source.words.slice(span.start, span.end);
	if (words.trim() === '') return undefined;
	return { span, seen: seenOf(text), weight: weightOfWords(words), whole: true };
}

/** An event that has a code and no words. */
const bareEvent = /^\s{0,9}type=["']?[A-Z_]{5,50}_ERROR\b(?!.{0,2000}\b(?:reason|error_description)=)/;
/** More than a code of one product, less than that of a standard. */
const besideEvent = 58;

const timeOf = ({ pasted }: Source, { start, at }: Line): string | undefined =>
	/\d{2}:\d{2}:\d{2}/.exec(pasted.slice(start, at))?.[0];

/** What a server says in words in the same second in which its event says it by a code. */
function besideEvents(source: Source, lines: readonly Scored[]): Scored[] {
	return lines.map((scored) => {
		const { line, place, weight } = scored;
		const time = timeOf(source, line);
		const isBeside = [place - 1, place + 1].some((next) => {
			const other = source.lines[next];
			return other && timeOf(source, other) === time && bareEvent.test(textOf(source, other));
		});
		const isOne = time !== undefined && isBeside && !bareEvent.test(textOf(source, line));
		return isOne && line.level !== 'quiet' ? { ...scored, weight: Math.max(weight, besideEvent) } : scored;
	});
}

const most = 40;

export function proseFinds(source: Source): Find[] {
	const lines = besideEvents(source, scored(source))
		.toSorted((one, other) => other.weight - one.weight)
		.slice(0, most);
	const finds = lines.map((line) => findOf(source, line));
	if (lines.some(({ coded }) => coded) || source.words.includes('---> ')) return finds;
	const whole = wholeOf(source);
	if (!whole) return finds;
	return [...finds.map((find) => ({ ...find, weight: find.weight / 2 })), whole];
}
