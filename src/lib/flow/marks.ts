/** Finds the values that are followed by eye (lexicon/marks) in any text that is shown. */
import type { TokenResponse } from '$lib/client/token';
import { markIds, type MarkId } from '$lib/lexicon/marks';
import { sentValue } from '$lib/message/token-request';
import { formatForm } from '$lib/wire/form';
import type { Session } from './session';
import { tokenResponses } from './token-responses';

type Mark = [id: MarkId, value: string];

interface Segment {
	text: string;
	mark?: MarkId;
}

/** Shorter values would be found inside innocent text. */
const leastLength = 6;

/** A session never changes: its marks are found once, however many texts are shown. */
const found = new WeakMap<Session, readonly Mark[]>();

/** The marked values of a session, as they are and URL-encoded. */
export function marksOf(session: Session): readonly Mark[] {
	const marks = found.get(session) ?? findMarks(session);
	found.set(session, marks);
	return marks;
}

/** The code that came; of a recording without the answer that brought it, the one that was sent. */
export const codeOf = ({ authorizationResponse, exchange, recorded }: Session): string | undefined =>
	authorizationResponse?.code ??
	(recorded && exchange ? sentValue(exchange.exchange.request, 'code') : undefined);

/** The refresh token that is held; of a recording that begins with it, the one that was sent. */
export const refreshTokenOf = ({ tokens, refreshes, recorded }: Session): string | undefined => {
	const newest = refreshes.at(-1);
	return (
		tokens?.refresh_token ??
		(recorded && newest ? sentValue(newest.exchange.request, 'refresh_token') : undefined)
	);
};

/** A value as it is, as it stands in a URL, and as it stands in a form: a form encodes `~` as well. */
export const formsOf = (value: string | undefined): string[] =>
	value === undefined || value.length < leastLength
		? []
		: [value, encodeURIComponent(value.toWellFormed()), formatForm([['', value]]).slice(1)];

/** Whether a value is long enough to be looked for in messages. */
export const isFollowed = (value: string | undefined): boolean => formsOf(value).length > 0;

type TokenForms = Record<'access_token' | 'id_token' | 'refresh_token', string[]>;

/** A response never changes: a long walk holds hundreds of them, and one more message reads only its own. */
const formsOfTokens = new WeakMap<TokenResponse, TokenForms>();

function tokenForms(tokens: TokenResponse): TokenForms {
	const known = formsOfTokens.get(tokens);
	if (known) return known;
	const { access_token, id_token, refresh_token } = tokens;
	const forms = {
		access_token: formsOf(access_token),
		id_token: formsOf(id_token),
		refresh_token: formsOf(refresh_token)
	};
	formsOfTokens.set(tokens, forms);
	return forms;
}

/** A plain challenge equals its verifier: then the verifier's name wins. */
function findMarks(session: Session): readonly Mark[] {
	const brought = tokenResponses(session).map(tokenForms);
	const forms: Record<MarkId, string[]> = {
		code_verifier: formsOf(session.code_verifier),
		code_challenge: formsOf(session.code_challenge),
		state: formsOf(session.state),
		nonce: formsOf(session.nonce),
		code: formsOf(codeOf(session)),
		access_token: brought.flatMap(({ access_token }) => access_token),
		id_token: brought.flatMap(({ id_token }) => id_token),
		refresh_token: [
			...brought.flatMap(({ refresh_token }) => refresh_token),
			...(brought.length === 0 ? formsOf(refreshTokenOf(session)) : [])
		]
	};
	const named = new Map<string, MarkId>();
	for (const id of markIds) {
		for (const form of forms[id]) if (!named.has(form)) named.set(form, id);
	}
	return [...named].map(([value, id]): Mark => [id, value]);
}

/** The marks by how they end: tokens of one server begin alike. */
const byEnding = new WeakMap<readonly Mark[], Map<string, Mark[]>>();

const endingOf = (value: string, end: number): string => value.slice(end - leastLength, end);

function endingsOf(marks: readonly Mark[]): Map<string, Mark[]> {
	const known = byEnding.get(marks);
	if (known) return known;
	const endings = new Map<string, Mark[]>();
	for (const mark of marks) {
		const ending = endingOf(mark[1], mark[1].length);
		const alike = endings.get(ending);
		if (alike) alike.push(mark);
		else endings.set(ending, [mark]);
	}
	byEnding.set(marks, endings);
	return endings;
}

interface Occurrence {
	at: number;
	id: MarkId;
	value: string;
}

/** Every occurrence of every mark. The text is read once, however many marks there are. */
function occurrencesIn(text: string, marks: readonly Mark[]): Occurrence[] {
	const endings = endingsOf(marks);
	const found: Occurrence[] = [];
	if (endings.size === 0) return found;
	for (let end = leastLength; end <= text.length; end += 1) {
		for (const [id, value] of endings.get(endingOf(text, end)) ?? []) {
			const at = end - value.length;
			if (at >= 0 && text.startsWith(value, at)) found.push({ at, id, value });
		}
	}
	return found;
}

/** The text cut into plain and marked parts: the first occurrence counts, and of those that begin alike the longest. */
export function splitByMarks(text: string, marks: readonly Mark[]): Segment[] {
	const inOrder = occurrencesIn(text, marks).sort((a, b) => a.at - b.at || b.value.length - a.value.length);
	const segments: Segment[] = [];
	let done = 0;
	for (const { at, id, value } of inOrder) {
		if (at < done) continue;
		if (at > done) segments.push({ text: text.slice(done, at) });
		segments.push({ text: value, mark: id });
		done = at + value.length;
	}
	if (done < text.length) segments.push({ text: text.slice(done) });
	return segments;
}

/** Which values a text carries, in the order in which a walk makes them. */
export function marksIn(text: string, marks: readonly Mark[]): MarkId[] {
	const carried = new Set(occurrencesIn(text, marks).map(({ id }) => id));
	return markIds.filter((id) => carried.has(id));
}
