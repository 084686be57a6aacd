/** The diagram as text: the same sheet that the walk shows, for a page that has no scripts. */
import type { ScoreArrow } from '$lib/flow/planned-score';
import { actorTexts } from '$lib/lessons/en/walk/score';
import { html, type Markup } from '$lib/report/html';
import type { Pictures } from '$lib/report/page';
import { parties } from '../score/actors';
import { sheetOf, type Course, type Notation, type Placed, type Sheet } from '../score/geometry';
import { notationOf } from '../score/notation';

const rooms: Record<Course, number> = { across: 1050, down: 358 };

const lanesOf = (sheet: Sheet): Markup[] =>
	parties.map((party) => {
		const [from, to] = sheet.lanes[party];
		return html`<line
			x1="${from.x}"
			y1="${from.y}"
			x2="${to.x}"
			y2="${to.y}"
			class="${party}"
			stroke-width="2"
		/>`;
	});

const namesOf = (sheet: Sheet): Markup[] =>
	parties.map((party) => {
		const { x, y, anchor } = sheet.names[party];
		return html`<text x="${x}" y="${y}" text-anchor="${anchor}" class="${party}">${actorTexts[party]}</text>`;
	});

const valueOf = ({ x, y, width, height }: Placed['values'][number], words: string): Markup =>
	html`<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="4" class="value" /><text
			x="${x + width / 2}"
			y="${y + 14}"
			text-anchor="middle"
			class="code"
			>${words}</text
		>`;

function messageOf(note: Notation, { line: [from, to], end, title, detail, values }: Placed): Markup {
	return html`<g class="arrow ${note.state}"
			><line x1="${from.x}" y1="${from.y}" x2="${to.x}" y2="${to.y}" stroke-width="1.5" /><path
				d="${end}"
				stroke-width="${note.state === 'lost' ? 2 : 0}" /></g
		><text x="${title.x}" y="${title.y}">${note.title}</text
		><text x="${detail.x}" y="${detail.y}" class="code">${detail.text}</text>${note.values.flatMap(
			(words, place) => {
				const box = values[place];
				return box ? [valueOf(box, words)] : [];
			}
		)}`;
}

function drawn(notes: readonly Notation[], course: Course): Markup {
	const sheet = sheetOf(notes, course, rooms[course]);
	const { width, height, placed } = sheet;
	return html`<svg
		xmlns="http://www.w3.org/2000/svg"
		class="${course}"
		width="${width}"
		height="${height}"
		viewBox="0 0 ${width} ${height}"
		aria-hidden="true"
	>
		${lanesOf(sheet)}${notes.flatMap((note, place) => {
			const one = placed[place];
			return one ? [messageOf(note, one)] : [];
		})}${namesOf(sheet)}
	</svg>`;
}

/** As many messages as fit go into a row, as music is written. */
function inSystems(notes: readonly Notation[]): Notation[][] {
	const rows: Notation[][] = [];
	for (const note of notes) {
		const last = rows.at(-1);
		const fits = last && sheetOf([...last, note], 'across', rooms.across).width <= rooms.across;
		if (fits) last.push(note);
		else rows.push([note]);
	}
	return rows;
}

const together = (parts: readonly Markup[]): Markup => html`${parts}`;

/** What crossed; what is to come is no part of a report. */
export function picturesOf(score: readonly ScoreArrow[]): Pictures | undefined {
	const notes = score.filter(({ state }) => state !== 'expected').map(notationOf);
	if (notes.length === 0) return undefined;
	return {
		across: together(inSystems(notes).map((row) => drawn(row, 'across'))),
		down: drawn(notes, 'down')
	};
}
