/** The errors in the JSON of a text, and in the texts that stand in it. */
import { onlyKnown } from '$lib/lexicon/only-known';
import { isJsonObject } from '$lib/message/json-body';
import type { PlacedValue } from './objects';
import { stepOfLead } from './origin';
import { isTold, type Find, type Inside, type Span } from './reading';
import { objectsIn, reduceValue, type Member } from './records';
import { statusIn } from './words';

/** The part of an object that says what failed, where the object is long. */
function partOf(text: string, { value, span }: PlacedValue, taken: readonly Member[]): Span {
	const region = text.slice(span.start, span.end);
	if (region.length < 400 || !(isJsonObject(value) || Array.isArray(value))) return span;
	const places = taken.flatMap((one): Span[] => {
		const written = JSON.stringify(one.value).slice(1, -1);
		const at = region.indexOf(written);
		const named = region.lastIndexOf(`"${one.name}"`, at);
		return at === -1 || named === -1 ? [] : [{ start: named, end: at + written.length + 1 }];
	});
	if (places.length === 0) return span;
	const start = Math.min(...places.map((place) => place.start));
	const end = Math.max(...places.map((place) => place.end));
	return { start: span.start + start, end: span.start + end };
}

/** The newest of a log of objects. */
const mostObjects = 3_000;

/** JSON anywhere, and what stands in its texts. */
export function objectFinds(text: string, placed: readonly PlacedValue[], inside: Inside): Find[] {
	return placed.slice(-mostObjects).flatMap((one): Find[] => {
		const reduced = reduceValue(one.value);
		const lead = text.slice(Math.max(0, one.span.start - 200), one.span.start).replace(/^.*\n/s, '');
		const known = onlyKnown({ step: stepOfLead(lead), status: reduced?.seen.status ?? statusIn(lead) });
		const own: Find[] = reduced
			? [
					{
						span: partOf(text, one, reduced.taken),
						seen: { ...known, ...reduced.seen },
						weight: reduced.weight
					}
				]
			: [];
		const inner = objectsIn(one.value)
			.texts.filter(({ text: said }) => /[{=]|:\s|_|[A-Z]{3}\w*\d/.test(said) && said.length > 20)
			.slice(0, 12)
			.flatMap(({ text: said, name }) => inside(said, partOf(text, one, [{ name, value: said }])));
		return [
			...own,
			...inner.map((find) => ({
				...find,
				weight: isTold(find) && reduced ? Math.max(find.weight, reduced.weight + 1) : find.weight,
				seen: { ...known, ...find.seen }
			}))
		];
	});
}
