/** The errors in the JSON of a text, and in the texts that stand in it. */
import { onlyKnown } from '$lib/lexicon/only-known';
import { isJsonObject, type JsonObject } from '$lib/message/json-body';
import type { PlacedValue } from './objects';
import { stepOfLead } from './origin';
import { isTold, type Find, type Inside, type Span } from './reading';
import { isLogged, objectsIn, reduceValue, type Member } from './records';
import { statusIn } from './words';

/** The part of an object that says what failed, where the object is long. */
function partOf(text: string, { value, span }: PlacedValue, taken: readonly Member[]): Span {
	const region = text.slice(span.start, span.end);
	// A line of a log is about many things, and short ones of them are told apart too.
	const isShort = region.length < (isLogged(value) ? 120 : 400);
	if (isShort || !(isJsonObject(value) || Array.isArray(value))) return span;
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

const saysInWords = (answer: JsonObject): boolean =>
	Object.entries(answer).some(
		([name, value]) => /description$|^detail$/i.test(name) && typeof value === 'string' && /\s/.test(value)
	);

/** Whether a text in an object says no more than the object: its code again, or its message above places in a program. */
function isRepeated({ seen }: Find, name: string, own: readonly Find[]): boolean {
	const { error, error_description: said, body } = seen;
	if (typeof body !== 'string' || said !== undefined) return false;
	return own.some(({ seen: outer }) => {
		const code = isJsonObject(outer.body) ? outer.body.error : undefined;
		if (error !== undefined && error === code && isJsonObject(outer.body) && saysInWords(outer.body))
			return true;
		return /stack|trace/i.test(name) && String(outer.error_description ?? '').includes(body.trim());
	});
}

/** The newest of a log of objects. */
const mostObjects = 3_000;

/** JSON anywhere, and what stands in its texts. */
export function objectFinds(text: string, placed: readonly PlacedValue[], inside: Inside): Find[] {
	return placed.slice(-mostObjects).flatMap((one): Find[] => {
		const reduced = reduceValue(one.value);
		const level = reduced?.level ?? 0;
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
			.flatMap(({ text: said, name }) => {
				const found = inside(said, partOf(text, one, [{ name, value: said }]));
				return found.filter((find) => !isRepeated(find, name, own));
			});
		return [
			...own,
			...inner.map((find) => ({
				...find,
				weight:
					(isTold(find) && reduced ? Math.max(find.weight, reduced.weight + 1) : find.weight) +
					Math.min(level, 0),
				seen: { ...known, ...find.seen }
			}))
		];
	});
}
