/**
 * Where everything of the large diagram stands, in pixels: three lanes, one place for each message, time to the right
 * (`across`) or, where there is little room, downwards (`down`). Nothing is measured: widths are estimated by letters.
 */
import type { ArrowState } from '$lib/flow/planned-score';
import type { Party } from '$lib/flow/wire-messages';

export type Course = 'across' | 'down';

/** A message as it is written. */
export interface Notation {
	from: Party;
	to: Party;
	state: ArrowState;
	title: string;
	detail: string;
	/** The words of the values that it carries. */
	values: readonly string[];
	/** What is to be noticed at it. */
	remark?: string;
}

interface Point {
	x: number;
	y: number;
}

interface Box extends Point {
	width: number;
	height: number;
}

export interface Placed {
	/** The whole of its place: what is marked when it is the present one. */
	box: Box;
	/** From the sender to the head; broken off half-way when it was lost. */
	line: [from: Point, to: Point];
	/** The path of the head, or of the cross where it broke off. */
	end: string;
	title: Point;
	detail: Point & { text: string };
	/** In the order of the values. */
	values: Box[];
	/** Where the remark stands, if there is one. */
	remark?: Point;
}

export interface Sheet {
	width: number;
	height: number;
	/** The ends of the line of each party. */
	lanes: Record<Party, [from: Point, to: Point]>;
	/** Where the name of each party begins, or ends when it is the last of a row. */
	names: Record<Party, Point & { anchor: 'start' | 'middle' | 'end' }>;
	placed: Placed[];
}

/** Widths of one letter: of the names, and of the details and values, which are as wide as code. */
const letter = { title: 7.2, code: 7.3 };
/** Between an arrow and what is written beside it. */
const beside = 12;
const row = 24;
/** Left of an arrow and right of what is written beside it. */
const edge = 13;
const value = { height: 20, padding: 14, gap: 4 };
/** Of the names of the parties, left of their lines. */
const gutter = 180;

/** A text cut to a width. The end says more of a path than its beginning. */
export function fitted(text: string, width: number): string {
	const most = Math.max(4, Math.floor(width / letter.code));
	if (text.length <= most) return text;
	const space = text.indexOf(' ') + 1;
	return `${text.slice(0, space)}…${text.slice(space + text.length - most + 1)}`;
}

/** The values in rows of a width. */
function inRows(words: readonly string[], left: number, top: number, width: number): Box[] {
	let [x, y] = [left, top];
	return words.map((word) => {
		const wide = word.length * letter.code + value.padding;
		if (x > left && x + wide > left + width) [x, y] = [left, y + row];
		const box = { x, y, width: wide, height: value.height };
		x += wide + value.gap;
		return box;
	});
}

/** What stands below the head of a message: its values, then its remark. */
function bodyOf({ values, remark }: Notation, left: number, top: number, width: number) {
	const boxes = inRows(values, left, top, width);
	const bottom = Math.max(top, ...boxes.map(({ y, height }) => y + height));
	return remark === undefined
		? { values: boxes, bottom }
		: { values: boxes, remark: { x: left, y: bottom + 18 }, bottom: bottom + row };
}

/** The head of an arrow whose tip is here, or the cross where it broke off. `dx`, `dy`: the way that it goes. */
function endOf({ x, y }: Point, dx: number, dy: number, broken: boolean): string {
	if (broken) return `M${x - 5} ${y - 5}l10 10m0 -10l-10 10`;
	return `M${x} ${y}l${-10 * dx - 5.5 * dy} ${-10 * dy - 5.5 * dx}l${11 * dy} ${11 * dx}z`;
}

/** The line between two places and its end. */
function arrowBetween(from: Point, to: Point, broken: boolean): Pick<Placed, 'line' | 'end'> {
	const [dx, dy] = [Math.sign(to.x - from.x), Math.sign(to.y - from.y)];
	const half = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
	const tip = broken ? half : to;
	// The line ends inside the head, so that a thick one does not blunt it.
	const last = broken ? half : { x: to.x - 8 * dx, y: to.y - 8 * dy };
	return { line: [from, last], end: endOf(tip, dx, dy, broken) };
}

const isFar = ({ from, to }: Notation): boolean => from === 'resource-server' || to === 'resource-server';

type Name = Sheet['names'][Party];

const perParty = (
	lane: (party: Party) => [Point, Point],
	name: (party: Party) => Name
): Pick<Sheet, 'lanes' | 'names'> => ({
	lanes: {
		'authorization-server': lane('authorization-server'),
		browser: lane('browser'),
		'resource-server': lane('resource-server')
	},
	names: {
		'authorization-server': name('authorization-server'),
		browser: name('browser'),
		'resource-server': name('resource-server')
	}
});

/** What is written of a message needs this much beside its arrow, with two values in a row. */
function widthOf({ title, detail, values }: Notation): number {
	const words = values.map((word) => word.length * letter.code + value.padding + value.gap);
	const pair = Math.max(
		0,
		...words.map((one, index) => one + (index % 2 === 0 ? (words[index + 1] ?? 0) : 0))
	);
	const code = Math.min(detail.length, 22) * letter.code;
	return Math.max(title.length * letter.title, code, pair, 76) + beside + edge;
}

/** Time to the right. `room`: the width that there is; more is taken where the messages need it. */
function across(notes: readonly Notation[], room: number): Sheet {
	const widths = notes.map(widthOf);
	const needed = gutter + widths.reduce((sum, one) => sum + one, 0);
	const slack = notes.length === 0 ? 0 : Math.min(40, Math.max(0, room - needed) / notes.length);
	const width = Math.max(room, needed);
	const heads = 48;
	const wideOf = (index: number): number => (widths[index] ?? 0) + slack - beside - edge;
	const deepest = (far: boolean): number =>
		Math.max(
			heads,
			...notes.map((note, index) => (isFar(note) === far ? bodyOf(note, 0, heads, wideOf(index)).bottom : 0))
		);
	const y = { 'authorization-server': 16, browser: 0, 'resource-server': 0 };
	y.browser = y['authorization-server'] + deepest(false) + 16;
	y['resource-server'] = y.browser + deepest(true) + 16;
	let x = gutter;
	const placed = notes.map((note, index): Placed => {
		const wide = (widths[index] ?? 0) + slack;
		const top = Math.min(y[note.from], y[note.to]);
		const left = x + 8 + beside;
		const { bottom: _, ...body } = bodyOf(note, left, top + heads, wideOf(index));
		const box = { x, y: top, width: wide - 4, height: Math.abs(y[note.from] - y[note.to]) };
		x += wide;
		return {
			box,
			...arrowBetween(
				{ x: box.x + 8, y: y[note.from] },
				{ x: box.x + 8, y: y[note.to] },
				note.state === 'lost'
			),
			title: { x: left, y: top + 22 },
			detail: { x: left, y: top + 39, text: fitted(note.detail, wide - beside - 12) },
			...body
		};
	});
	const lane = (party: Party): [Point, Point] => [
		{ x: gutter - 10, y: y[party] },
		{ x: width, y: y[party] }
	];
	const name = (party: Party) => ({ x: 0, y: y[party] + 4, anchor: 'start' }) as const;
	return {
		width,
		height: y['resource-server'] + 12,
		...perParty(lane, name),
		placed
	};
}

/** Time downwards, in exactly this width. */
function down(notes: readonly Notation[], width: number): Sheet {
	const x = { 'authorization-server': 10, browser: Math.round(width * 0.63), 'resource-server': width - 10 };
	const start = 30;
	let y = start;
	const placed = notes.map((note): Placed => {
		const left = Math.min(x[note.from], x[note.to]);
		const wide = Math.abs(x[note.from] - x[note.to]);
		const { bottom: below, ...body } = bodyOf(note, left + 8, y + 52, wide - 14);
		const bottom = below + 8;
		const box = { x: left, y: y + 4, width: wide, height: bottom - y - 6 };
		const at = y + 43;
		const texts = { title: { x: left + 8, y: y + 20 }, detail: { x: left + 8, y: y + 35 } };
		y = bottom;
		return {
			box,
			...arrowBetween({ x: x[note.from], y: at }, { x: x[note.to], y: at }, note.state === 'lost'),
			title: texts.title,
			detail: { ...texts.detail, text: fitted(note.detail, wide - 16) },
			...body
		};
	});
	const names: Sheet['names'] = {
		'authorization-server': { x: 0, y: 14, anchor: 'start' },
		browser: { x: x.browser, y: 14, anchor: 'middle' },
		'resource-server': { x: width, y: 14, anchor: 'end' }
	};
	const lane = (party: Party): [Point, Point] => [
		{ x: x[party], y: start - 8 },
		{ x: x[party], y: y + 6 }
	];
	return {
		width,
		height: y + 6,
		...perParty(lane, (party) => names[party]),
		placed
	};
}

/** The whole diagram, of these messages in this room. */
export const sheetOf = (notes: readonly Notation[], course: Course, room: number): Sheet =>
	course === 'across' ? across(notes, room) : down(notes, room);

/** The next message after this one that carries the value, from the beginning again after the last. */
export function nextWith<Value>(
	carried: readonly (readonly Value[])[],
	value: Value,
	after: number
): number | undefined {
	const all = carried.flatMap((values, index) => (values.includes(value) ? [index] : []));
	return all.find((index) => index > after) ?? all[0];
}
