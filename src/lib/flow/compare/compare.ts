/**
 * Two sides compared: what differs in the order of what it means, what is equal, and what is not known of one of them.
 * Pure, and the same from both sides. What a recording does not show, or was taken out of it, is never a difference.
 */
import {
	comparedSubjects,
	differenceMeanings,
	type ComparedSubject,
	type DifferenceMeaning,
	type ValueType
} from '$lib/lexicon/compared';
import { onlyKnown } from '$lib/lexicon/only-known';
import type { RedirectDifference } from '$lib/lexicon/proofs';
import { redirectDifference } from '$lib/message/value-change';
import { rowOf, type Way } from './meanings';
import { atOnce, type Steps } from './steps';
import type { Missing, Side, Told, Value } from './told';

/** From the first to the second. `only`: the side that has it. `than`: what the second is. */
export type Change =
	| { kind: 'only'; on: 'one' | 'other' }
	| { kind: 'set'; lost: string[]; gained: string[] }
	| { kind: 'form' }
	| { kind: 'type'; one: ValueType; other: ValueType }
	| { kind: 'amount'; than: 'less' | 'more' }
	| { kind: 'address'; parts: RedirectDifference[] }
	| { kind: 'changed' };

/** `name` is missing where the whole message is on one side only. */
export interface Place {
	subject: ComparedSubject;
	name?: string;
}

export interface Finding {
	/** Missing where nobody knows what it means. */
	meaning?: DifferenceMeaning;
	change: Change;
	/** Of a hidden value: that it was there. */
	one?: string;
	other?: string;
	/** Where the same difference shows. */
	places: Place[];
}

export interface NotKnown extends Place {
	on: 'one' | 'other' | 'both';
	why: Missing;
}

export interface Comparison {
	findings: Finding[];
	/** Differences whose meaning is not known. */
	rest: Finding[];
	unknown: NotKnown[];
	equal: (Place & { value: string })[];
}

type Known = Value & { is: 'known' };

const shown = (value: Value | undefined): string | undefined => {
	if (value?.is !== 'known') return undefined;
	return value.hidden ? '…' : value.text;
};

const wordsOf = (value: Known): readonly string[] => value.items ?? value.text.split(/\s+/).filter(Boolean);

/** Numbers and marks that a server gives each message. */
const withoutMarks = (text: string): string =>
	text
		.replace(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/gi, '#')
		.replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?Z?/g, '#')
		.replace(/\b[\da-f]{16,}\b/gi, '#');

/** Seconds within which two amounts are taken as one: servers count what is left. */
const jitter = 5;
/** From here on a wait is long. */
const longWait = 60;

function changeOfSet(one: Known, other: Known): Change | undefined {
	const [here, there] = [new Set(wordsOf(one)), new Set(wordsOf(other))];
	const lost = [...here].filter((word) => !there.has(word));
	const gained = [...there].filter((word) => !here.has(word));
	if (lost.length > 0 || gained.length > 0) return { kind: 'set', lost, gained };
	return Boolean(one.items) === Boolean(other.items) ? undefined : { kind: 'form' };
}

function changeOfAmount(way: Way, one: string, other: string): Change | undefined {
	const [here, there] = [Number(one), Number(other)];
	if (Number.isNaN(here) || Number.isNaN(there)) return { kind: 'changed' };
	const [less, more] = [Math.min(here, there), Math.max(here, there)];
	if (more - less <= (way === 'clock' ? longWait : jitter)) return undefined;
	if (way === 'late' && (more < longWait || more < 3 * less)) return undefined;
	return { kind: 'amount', than: there < here ? 'less' : 'more' };
}

/** A list beside a single value is told as that: a reader of the one may not know the other. */
function changeOfType(one: Known, other: Known): Change | undefined {
	const [here, there] = [one.type, other.type];
	const isForm = Boolean(one.items) !== Boolean(other.items) && here !== 'object' && there !== 'object';
	return here && there && here !== there && !isForm ? { kind: 'type', one: here, other: there } : undefined;
}

/** What differs between two values that are known; undefined: nothing. */
function changeOf(way: Way, one: Known, other: Known): Change | undefined {
	const typed = changeOfType(one, other);
	if (typed) return typed;
	const isNew =
		way === 'presence' || (way === 'moment' && [one, other].every(({ type }) => type === 'number'));
	if (isNew || (one.text === other.text && Boolean(one.items) === Boolean(other.items))) return undefined;
	if (one.type === 'object') return { kind: 'changed' };
	if (way === 'set' || (one.items && other.items)) return changeOfSet(one, other);
	if (way === 'amount' || way === 'late' || way === 'clock') return changeOfAmount(way, one.text, other.text);
	if (way === 'prose' && withoutMarks(one.text) === withoutMarks(other.text)) return undefined;
	const areAddresses = [one, other].every(({ text }) => /^[\w+.-]+:\/\//.test(text));
	if (way === 'address' && areAddresses)
		return { kind: 'address', parts: redirectDifference(one.text, other.text) };
	return { kind: 'changed' };
}

/** Subjects in which a name that is not there says nothing: it was not looked at, or not worked out. */
const silent: ReadonlySet<ComparedSubject> = new Set(['proofs', 'checks', 'times', 'answers', 'end']);

/** Subjects that say nothing when they are missing: nobody looked, or the answer tells by itself that it was not in it. */
const unsaid: ReadonlySet<ComparedSubject> = new Set([
	...silent,
	...(['configuration', 'metadata', 'keys', 'tokens', 'id-token', 'access-token'] as const)
]);

const valueIn = ({ values, otherwise }: Told, name: string): Value | undefined =>
	values.get(name) ?? (otherwise && { is: 'unknown', why: otherwise });

/** Of what was taken out, that it was there is known: where nothing else counts it is as good as known. */
const asPresence = (value: Value | undefined): Value | undefined =>
	value?.is === 'unknown' && value.why === 'taken-out' ? { is: 'known', text: '…', hidden: true } : value;

const nothing = (): Comparison => ({ findings: [], rest: [], unknown: [], equal: [] });

function compareNamed(
	place: Place & { name: string },
	{ meaning, way }: ReturnType<typeof rowOf>,
	one?: Value,
	other?: Value
): Comparison {
	const unknown = [one, other].find((value) => value?.is === 'unknown');
	if (unknown?.is === 'unknown') {
		const on = one?.is === other?.is ? 'both' : one === unknown ? 'one' : 'other';
		// What neither side has is nobody's question.
		if (on === 'both' && unknown.why === 'not-recorded') return nothing();
		return { ...nothing(), unknown: [{ ...place, on, why: unknown.why }] };
	}
	const told = (change: Change): Comparison => {
		const finding = {
			...onlyKnown({ meaning, one: shown(one), other: shown(other) }),
			change,
			places: [place]
		};
		return { ...nothing(), ...(meaning ? { findings: [finding] } : { rest: [finding] }) };
	};
	if (one?.is !== 'known' || other?.is !== 'known')
		return silent.has(place.subject) ? nothing() : told({ kind: 'only', on: one ? 'one' : 'other' });
	const change = changeOf(way, one, other);
	if (change) return told(change);
	return way === 'presence' || way === 'moment'
		? nothing()
		: { ...nothing(), equal: [{ ...place, value: shown(one) ?? '' }] };
}

/** Names that are compared in one step. */
const inOneStep = 250;

function* compareTold(subject: ComparedSubject, one: Told, other: Told): Steps<Comparison[]> {
	const made: Comparison[] = [];
	for (const name of [...new Set([...one.values.keys(), ...other.values.keys()])].sort()) {
		if (made.length % inOneStep === 0) yield;
		const [here, there] = [valueIn(one, name), valueIn(other, name)];
		const row = rowOf(subject, name);
		made.push(
			row.way === 'presence'
				? compareNamed({ subject, name }, row, asPresence(here), asPresence(there))
				: compareNamed({ subject, name }, row, here, there)
		);
	}
	return made;
}

const isTold = (said: Told | 'not-recorded' | undefined): said is Told => typeof said === 'object';

function* compareSubject(subject: ComparedSubject, one: Side, other: Side): Steps<Comparison[]> {
	const [here, there] = [one.get(subject), other.get(subject)];
	if (isTold(here) && isTold(there)) return yield* compareTold(subject, here, there);
	const on = isTold(here) ? 'one' : 'other';
	if (unsaid.has(subject) || (!isTold(here) && !isTold(there))) return [];
	if (here === 'not-recorded' || there === 'not-recorded')
		return [
			{ ...nothing(), unknown: [{ subject, on: on === 'one' ? 'other' : 'one', why: 'not-recorded' }] }
		];
	return [{ ...nothing(), rest: [{ change: { kind: 'only', on }, places: [{ subject }] }] }];
}

/** What stands at one place only, whatever else has the same values. */
const single: ReadonlySet<DifferenceMeaning | undefined> = new Set([
	...([
		'end',
		'proof',
		'check',
		'answer',
		'claim',
		'supported',
		'signing-key',
		'endpoint-published'
	] as const),
	...([
		'permissions',
		'disclosed',
		'token-moment',
		'tenant',
		'subject',
		'authorized-party',
		'token-use'
	] as const)
]);

/** The same difference at several places is one. */
function* merged(findings: readonly Finding[]): Steps<Finding[]> {
	const made = new Map<string, Finding>();
	for (const [at, finding] of findings.entries()) {
		if (at % inOneStep === 0) yield;
		const { meaning, change, one, other, places } = finding;
		const key = JSON.stringify([meaning, change, one, other, single.has(meaning) && places]);
		const same = made.get(key);
		if (same) same.places.push(...places);
		else made.set(key, { ...finding, places: [...places] });
	}
	return [...made.values()];
}

const weights = new Map(differenceMeanings.map((meaning, at) => [meaning, at]));

const weightOf = ({ meaning }: Finding): number =>
	(meaning && weights.get(meaning)) ?? differenceMeanings.length;

/** The comparison in steps, none of them long: whoever shows a page rests between them. */
export function* comparing(one: Side, other: Side): Steps<Comparison> {
	const all: Comparison[] = [];
	for (const subject of comparedSubjects) all.push(...(yield* compareSubject(subject, one, other)));
	const findings = yield* merged(all.flatMap((part) => part.findings));
	yield;
	findings.sort((a, b) => weightOf(a) - weightOf(b));
	yield;
	return {
		findings,
		rest: all.flatMap(({ rest }) => rest),
		unknown: all.flatMap(({ unknown }) => unknown),
		equal: all.flatMap(({ equal }) => equal)
	};
}

export const compareSides = (one: Side, other: Side): Comparison => atOnce(comparing(one, other));
