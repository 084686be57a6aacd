import type { ScoreArrow } from '$lib/flow/planned-score';
import { actorTexts, messageNames, scoreTexts, shortMarks } from '$lib/lessons/en/walk/score';
import { milliseconds } from '$lib/lessons/en/walk/values';
import type { Notation } from './geometry';

export const nameOf = ({ name, answer }: ScoreArrow): string =>
	messageNames[name][answer ? 'answer' : 'request'];

/** Method and path of a request, status and time of an answer. */
const detailOf = ({ method, path, status, ms, edited }: ScoreArrow): string => {
	const request = [method, path].filter((part) => part !== undefined).join(' ');
	const time = ms === undefined ? undefined : milliseconds(Math.round(ms));
	return [request, status, time, edited && scoreTexts.edited].filter(Boolean).join(' · ');
};

/** A message as the diagram writes it. */
export const notationOf = (arrow: ScoreArrow, index: number): Notation => ({
	from: arrow.from,
	to: arrow.to,
	state: arrow.state,
	title: `${index + 1} ${nameOf(arrow)}`,
	detail: detailOf(arrow),
	values: arrow.carries.map((id) => shortMarks[id])
});

/** The same as a sentence. */
export const sentenceOf = (arrow: ScoreArrow): string =>
	scoreTexts.said({
		name: nameOf(arrow),
		from: actorTexts[arrow.from],
		to: actorTexts[arrow.to],
		detail: detailOf(arrow),
		values: arrow.carries.map((id) => shortMarks[id]),
		state: arrow.state
	});
