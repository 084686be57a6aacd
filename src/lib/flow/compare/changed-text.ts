/** Where two texts differ, word by word: fetched when two are shown. */
import { diffArrays } from 'diff';

export interface Stretch {
	text: string;
	changed: boolean;
}

/** Longer ones are shown as they are: nobody reads marks in them, and to find them takes long. */
const longest = 4_000;

/** Words, and every other character by itself: what separates the parts of an address counts. */
const piecesOf = (text: string): string[] => text.match(/[\p{L}\p{N}_]+|[^]/gu) ?? [];

/** Each text in stretches, those that the other one has not marked. Undefined: they are too long for that. */
export function changedText(one: string, other: string): { one: Stretch[]; other: Stretch[] } | undefined {
	if (one.length > longest || other.length > longest) return undefined;
	const made: { one: Stretch[]; other: Stretch[] } = { one: [], other: [] };
	for (const { value, added, removed } of diffArrays(piecesOf(one), piecesOf(other))) {
		const stretch = { text: value.join(''), changed: added || removed };
		if (!added) made.one.push(stretch);
		if (!removed) made.other.push(stretch);
	}
	return made;
}
