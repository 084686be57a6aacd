/** Finds the values that are followed by eye (lexicon/marks) in any text that is shown. */
import { markIds, type MarkId } from '$lib/lexicon/marks';
import type { Session } from './session';

export type Mark = [id: MarkId, value: string];

export interface Segment {
	text: string;
	mark?: MarkId;
}

/** Shorter values would be found inside innocent text. */
const leastLength = 6;

/** A session never changes: its marks are found once, however many texts are shown. */
const found = new WeakMap<Session, readonly Mark[]>();

/** The marked values of a session, as they are and URL-encoded, the longest first. */
export function marksOf(session: Session): readonly Mark[] {
	const marks = found.get(session) ?? findMarks(session);
	found.set(session, marks);
	return marks;
}

/** Every token that a response has brought, the old ones too: they stay on the wire after a refresh. */
const tokenResponses = ({ exchange, refreshes, tokens }: Session) => [
	tokens,
	exchange?.value,
	...refreshes.map(({ value }) => value)
];

/** A plain challenge equals its verifier: then the verifier's name wins. */
function findMarks(session: Session): readonly Mark[] {
	const brought = tokenResponses(session);
	const values: Record<MarkId, (string | undefined)[]> = {
		code_verifier: [session.code_verifier],
		code_challenge: [session.code_challenge],
		state: [session.state],
		nonce: [session.nonce],
		code: [session.authorizationResponse?.code],
		access_token: brought.map((tokens) => tokens?.access_token),
		id_token: brought.map((tokens) => tokens?.id_token),
		refresh_token: brought.map((tokens) => tokens?.refresh_token)
	};
	const forms = new Map<string, MarkId>();
	for (const id of markIds) {
		for (const value of values[id]) {
			if (value === undefined || value.length < leastLength) continue;
			for (const form of [value, encodeURIComponent(value.toWellFormed())]) {
				if (!forms.has(form)) forms.set(form, id);
			}
		}
	}
	return [...forms].map(([value, id]): Mark => [id, value]).sort(([, a], [, b]) => b.length - a.length);
}

/** The text cut into plain and marked parts. `marks` come longest first. */
export function splitByMarks(text: string, marks: readonly Mark[]): Segment[] {
	const segments: Segment[] = [];
	let rest = text;
	while (rest !== '') {
		const next = firstMark(rest, marks);
		if (!next) return [...segments, { text: rest }];
		if (next.at > 0) segments.push({ text: rest.slice(0, next.at) });
		segments.push({ text: next.value, mark: next.id });
		rest = rest.slice(next.at + next.value.length);
	}
	return segments;
}

/** Which values a text carries, in the order in which a walk makes them. */
export function marksIn(text: string, marks: readonly Mark[]): MarkId[] {
	const carried = new Set(marks.filter(([, value]) => text.includes(value)).map(([id]) => id));
	return markIds.filter((id) => carried.has(id));
}

/** The first occurrence of any form; of those that start at one place the longest, as `forms` come longest first. */
function firstMark(text: string, forms: readonly Mark[]) {
	let first: { at: number; id: MarkId; value: string } | undefined;
	for (const [id, value] of forms) {
		const at = text.indexOf(value);
		if (at !== -1 && (!first || at < first.at)) first = { at, id, value };
	}
	return first;
}
