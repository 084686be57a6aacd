/** Names and values that belong together, as one record: of one line of a log, of one object, of one paragraph. */
import { pairsIn, type PlacedPair } from './pairs';
import type { PlacedMember } from './page';
import { standardErrorIn } from '../error-signs';
import { reduce, type Reduced } from './records';
import { isTold, within, type Find, type Inside, type Source, type Span } from './reading';

type Placed = PlacedPair | PlacedMember;

/** Where one record ends and the next begins. */
function bordersOf({ text, lines }: Source): number[] {
	// In a short text without entries of a log the paragraphs speak of one thing.
	const isOne = text.length < 2_000 && !lines.some(({ isEntry }) => isEntry);
	return lines.flatMap(({ start, end, isEntry, at }) =>
		isEntry || (!isOne && text.slice(at, end).trim() === '') ? [start] : []
	);
}

/** Records, in order; the borders and the pairs are walked through once. */
function grouped(pairs: readonly Placed[], borders: readonly number[]): Placed[][] {
	const groups: Placed[][] = [];
	let next = 0;
	let current: Placed[] | undefined;
	for (const pair of pairs) {
		let crossed = false;
		while (next < borders.length && (borders[next] ?? 0) <= pair.span.start) {
			next += 1;
			crossed = true;
		}
		// The same name again begins another record, unless it is inside of the one before.
		const again = current?.some((one) => one.name === pair.name && /^error/i.test(pair.name));
		if (!current || crossed || again) groups.push((current = []));
		current.push(pair);
	}
	return groups;
}

const spanOf = (members: readonly Placed[]): Span => ({
	start: Math.min(...members.map(({ span }) => span.start)),
	end: Math.max(...members.map(({ span }) => span.end))
});

/** What stands inside of a value is worth to be read by itself. */
const isNest = (value: string): boolean => value.length > 20 && /[{[]|=|: |\\|->|%[\da-fA-F]{2}/.test(value);

/** Words under a name, and the code before them on the line: `value: "invalid_grant", error_description: …`. */
function withCode(
	reduced: Reduced | undefined,
	{ text }: Source,
	members: readonly Placed[]
): Reduced | undefined {
	if (reduced?.seen.error !== undefined || !reduced) return reduced;
	const at = Math.min(...members.map(({ span }) => span.start));
	const lead = text.slice(Math.max(0, at - 200), at).replace(/^.*\n/s, '');
	const error = standardErrorIn(lead);
	return error === ''
		? reduced
		: { ...reduced, seen: { error, ...reduced.seen }, weight: reduced.weight + 40 };
}

/** The newest: what somebody saw failing is nearer to the end. */
const mostRecords = 600;

export function recordFinds(
	source: Source,
	elements: readonly PlacedMember[],
	inside: Inside,
	records: readonly Span[]
): Find[] {
	const pairs: Placed[] = [...pairsIn(source.text), ...elements].toSorted(
		(one, other) => one.span.start - other.span.start
	);
	return grouped(pairs, bordersOf(source))
		.slice(-Math.min(mostRecords, 10 + source.text.length / 60))
		.flatMap((group): Find[] => {
			const members = group.slice(0, 60);
			const reduced = withCode(reduce(members), source, members);
			if (!reduced) return [];
			const taken = members.filter((member) => reduced.taken.includes(member));
			const known = reduced.seen.status === undefined ? {} : { status: reduced.seen.status };
			const nested = taken
				.filter((one) => isNest(one.value))
				.flatMap((one) => inside(one.value, one.span))
				// What is taken apart tells more than the text that it stood in.
				.map((find) => ({
					...find,
					weight:
						(isTold(find) ? Math.max(find.weight, reduced.weight + 1) : find.weight) +
						Math.min(reduced.level, 0),
					seen: { ...known, ...find.seen }
				}));
			const span = spanOf(taken.length > 0 ? taken : members);
			// A code alone among words is told with them.
			const [one] = taken;
			const isBare =
				!records.some((line) => within(span, line)) &&
				taken.length === 1 &&
				one &&
				'quoted' in one &&
				!one.quoted &&
				reduced.seen.error === one.value;
			const own: Find = { span, seen: reduced.seen, weight: isBare ? reduced.weight / 2 : reduced.weight };
			return [own, ...nested];
		});
}
