/**
 * What was taken out of a file before it came here, by whatever tool. A check that meets such a value can only be skipped:
 * every check of the client goes through here, so that none is made of a mark in the place of a value.
 */
import type { Check, CheckId } from '$lib/lexicon/check';
import { checkBasis } from '$lib/lexicon/check-basis';
import { check } from '$lib/lexicon/check-citations';
import {
	areComparable,
	areHashedApart,
	hasLostSignature,
	isForeignMark,
	isOfNoValue
} from '$lib/lexicon/removed';
import { say, says, type Said } from '$lib/lexicon/said';
import type { Attempt, Session } from './session';
import { isRedacted } from './redacted';
import { requestSays } from '$lib/message/authorization-request';
import { parseJsonObject } from '$lib/message/json-body';
import { sentPairs } from '$lib/message/token-request';
import { valueChange } from '$lib/message/value-change';
import { navigationTo } from '$lib/trace/exchanges';
import { queryOf, type Pair } from '$lib/wire/form';
import { headerOf, isSuccess, type Exchange } from '$lib/wire/http';

/**
 * Whether a mark in this walk is to be believed. In one of one's own a server, or whoever stands between, could send a mark
 * in the place of a value, and no check of it would be made.
 */
export const isFromElsewhere = (attempt: Pick<Attempt, 'recorded' | 'redacted' | 'code_verifier'>): boolean =>
	attempt.recorded === true || isRedacted(attempt);

/** A value of the walk that was taken out, and whose mark does not say which other one it equals. */
export const isWithheld = (attempt: Attempt, value: string | undefined): boolean =>
	value !== undefined && isFromElsewhere(attempt) && isOfNoValue(value);

/** RFC 7636 §4.6: what is hashed and not only compared. */
const hashed: ReadonlySet<string> = new Set(['code_verifier', 'code_challenge']);

/** The names of the parameters that were sent with a mark in the place of their value. */
export const withheldNames = (session: Session, pairs: readonly Pair[]): string[] =>
	isFromElsewhere(session)
		? pairs
				.filter(([name, value]) => (hashed.has(name) ? isForeignMark(value) : isOfNoValue(value)))
				.map(([name]) => name)
		: [];

/** What no message of the flow carries without a value. */
const secrets: ReadonlySet<string> = new Set([
	...['code', 'state', 'code_verifier', 'code_challenge', 'client_secret', 'nonce'],
	...['access_token', 'refresh_token', 'id_token']
]);

/** Whether values were taken out of a message and nothing was put in their place: a fault leaves one of them empty. */
export const isEmptied = (carried: readonly Pair[]): boolean =>
	carried.filter(([name, value]) => value === '' && secrets.has(name)).length > 1;

/** The values of a message by their names: of its request, and of its answer. */
export function carriedIn({ request, response }: Exchange): Pair[] {
	const body = parseJsonObject(response?.body ?? '');
	const members = body.ok ? Object.entries(body.value) : [['body', response?.body]];
	return [
		...sentPairs(request),
		...members.flatMap(([name, value]): Pair[] =>
			typeof name === 'string' && typeof value === 'string' ? [[name, value]] : []
		)
	];
}

/** An answer that says of itself that it has no content has none. */
const saysEmpty = ({ headers }: NonNullable<Exchange['response']>): boolean =>
	headerOf(headers, 'content-length') === '0';

/**
 * Whether the content of an answer was left out when the file was saved, or a mark stands in its place. What a recorder
 * drops is dropped of answers that were taken: an error without a content may have had none.
 */
export const lacksContent = (session: Session, { response, assumed }: Exchange): boolean =>
	response !== undefined &&
	!assumed &&
	isFromElsewhere(session) &&
	isSuccess(response.status) &&
	(response.body.trim() === ''
		? response.status === 200 && !saysEmpty(response)
		: isOfNoValue(response.body.trim()));

/** The names of what was taken out of an attempt, in the order in which its messages went. */
export function removedIn(session: Session): string[] {
	const { authorizationRequest: left, authorizationResponse, outcomes, pushed, idTokenChecks } = session;
	const asked = left && requestSays(navigationTo(left), pushed ? [pushed.exchange] : []);
	const messages: Pair[][] = [
		[...(asked ?? [])],
		authorizationResponse?.parameters ?? [],
		...outcomes.map(({ exchange }) => [...carriedIn(exchange), ...exchange.request.headers])
	];
	const names = messages.flatMap((pairs) => [
		...withheldNames(session, pairs),
		...(isEmptied(pairs) ? pairs.filter(([, value]) => value === '').map(([name]) => name) : [])
	]);
	const isUnsigned = idTokenChecks.some(
		({ id, actual }) => id === 'id-token-signature' && says(actual, 'removed-before')
	);
	return [...new Set([...names, ...(isUnsigned ? ['signature'] : [])])];
}

/** What no message of an attempt has, though it would have it: its recorder left it out. */
export const lacksOf = (session: Session): ('authorization' | 'answers')[] => {
	const calls = session.outcomes.filter(({ step }) => step === 'call');
	const isBare = session.recorded && session.configuration?.authentication === undefined;
	const isSilent = session.outcomes.some(({ exchange }) => lacksContent(session, exchange));
	return [
		...(isBare && calls.length > 0 ? (['authorization'] as const) : []),
		...(isSilent ? (['answers'] as const) : [])
	];
};

/** What a phrase says, value by value. */
const valuesOf = (said: Said | undefined): string[] =>
	said === undefined ? [] : typeof said === 'string' ? [said] : said.with.flatMap(valuesOf);

/** What is longer is shown cut, by us. */
const longestShown = 300;

/** Lists stand in one text: scopes, audiences. */
const isMarked = (text: string): boolean =>
	text.length <= longestShown && (isOfNoValue(text) || text.split(/\s+/).some(isOfNoValue));

/** What comes back as it was sent. A challenge in hexadecimal is a mistake of people, and no mark. */
const returned: ReadonlySet<CheckId> = new Set(['callback-state', 'id-token-nonce']);

/** One of them is nothing like the other, and may be its hash. A value that was cut or encoded is itself. */
const isHashedOnce = (one: string, other: string): boolean =>
	areHashedApart(one, other) && valueChange(one, other) === 'other';

function comparesMarks({ id, expected, actual }: Check): boolean {
	// A library says a sentence: what it could not look at is told by the checks of each value.
	if (id.endsWith('-library')) return false;
	const [wanted, found] = [valuesOf(expected), valuesOf(actual)];
	if ([...wanted, ...found].some(isMarked)) return true;
	const [[one, ...others], [other, ...more]] = [wanted, found];
	if (one === undefined || other === undefined || others.length + more.length > 0) return false;
	return !areComparable(one, other) || (returned.has(id) && isHashedOnce(one, other));
}

const signed: ReadonlySet<CheckId> = new Set([
	...(['id-token-signature', 'id-token-library', 'jarm-signature', 'userinfo-signature'] as const),
	// Of a JWT that lost a part, too, that it has its form is not to be asked.
	...(['id-token-form', 'jarm-form'] as const),
	// OIDC Core §3.1.3.6: it is the hash of the whole access token.
	'id-token-at-hash'
]);

/** They ask whether two values are the same, and nothing else. */
const equals: ReadonlySet<CheckId> = new Set(['callback-code-fresh', 'refresh-rotated']);

const basisOf = (id: CheckId) => Object.entries(checkBasis).find(([name]) => name === id)?.[1];

function goesByMarks({ id, status }: Check, carried: readonly Pair[]): boolean {
	const basis = basisOf(id) ?? 'form';
	if (typeof basis === 'string') return false;
	const values = carried.flatMap(([name, value]) => (basis.includes(name) ? [value] : []));
	const needsSignature = signed.has(id) && !(id.endsWith('-form') && status === 'pass');
	const isGone = equals.has(id) ? isOfNoValue : isForeignMark;
	return values.some((value) => isGone(value) || (needsSignature && hasLostSignature(value)));
}

const gone = (id: CheckId): Check => check(id, 'skipped', { actual: say('removed-before') });

/** The library looks at everything at once: where one thing could not be looked at, neither could it. */
function withoutVerdict(checks: readonly Check[]): Check[] {
	const skipped = checks.filter(
		({ actual }) => typeof actual === 'object' && actual.say === 'removed-before'
	);
	const isOfSkipped = (id: string): boolean =>
		id.endsWith('-library') && skipped.some((one) => one.id.startsWith(id.slice(0, -'library'.length)));
	return checks.map((made) => (made.status !== 'skipped' && isOfSkipped(made.id) ? gone(made.id) : made));
}

/** The checks as they can be made of what is left. `carried`: the values of the message that they are of. */
export function asLeft(session: Session, checks: readonly Check[], carried: readonly Pair[]): Check[] {
	if (!isFromElsewhere(session)) return [...checks];
	// Whoever empties one message empties all of them.
	const asked = queryOf(session.authorizationRequest?.url ?? '');
	const emptied = isEmptied(carried) || isEmptied(asked);
	const isGone = (made: Check): boolean =>
		comparesMarks(made) ||
		goesByMarks(made, carried) ||
		(emptied && made.status !== 'pass' && basisOf(made.id) !== 'head');
	return withoutVerdict(
		checks.map((made) => (made.status !== 'skipped' && isGone(made) ? gone(made.id) : made))
	);
}

/** The checks of an answer whose content is not in the file. */
export const withoutItsContent = (checks: readonly Check[]): Check[] =>
	checks.map((made) =>
		basisOf(made.id) === 'head' ? made : check(made.id, 'skipped', { actual: say('content-not-in-file') })
	);
