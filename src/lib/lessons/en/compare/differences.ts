/** What two sides have in common and what not: the words around it. */
import type { ValueType } from '$lib/lexicon/compared';
import type { RedirectDifference } from '$lib/lexicon/proofs';
import { lengthText } from '../phrases/moments';
import { redirectDifferenceTexts } from '../proofs';

/** So many of a list are named. */
const most = 5;
/** Of each so many characters: the whole stands beside it. */
const longest = 120;

/** Words and values one after another, with their count where there are many. */
const listed = (all: readonly string[]): string => {
	const first = all.slice(0, most).map((one) => (one.length > longest ? `${one.slice(0, longest)}…` : one));
	return all.length > most ? `${first.join(', ')} and ${all.length - most} more` : first.join(', ');
};

const types: Record<ValueType, string> = {
	text: 'a text',
	number: 'a number',
	boolean: 'true or false',
	null: 'null',
	list: 'a list',
	object: 'an object'
};

export const differenceTexts = {
	/** The two sides, where they have no names. */
	sides: { one: 'First', other: 'Second' },
	ends: 'How they ended',
	list: 'Differences, those that matter most first',
	rest: (count: number): string => (count === 1 ? 'One more difference' : `${count} more differences`),
	restWhy: 'What these mean is not known here.',
	unknown: (count: number): string => `Not known on one side or both (${count})`,
	unknownWhy:
		'It was not recorded, it was taken out of the file, or it is encrypted. Nothing is said of whether it differs.',
	equal: (count: number): string => (count === 1 ? 'One value is equal' : `${count} values are equal`),
	leftOut:
		'State, nonce, code, challenge, times and identifiers are new in every attempt: only whether they are there is compared. Of several answers of a kind the newest counts.',
	same: 'Nothing that is compared differs.',
	sameBut: 'Nothing that is known on both sides differs.',
	missing: 'not there',
	hidden: 'there, and not shown',
	long: (more: number): string => `… and ${more} more characters`,
	where: (places: readonly string[]): string => listed(places),
	/** Of a difference: what it is, and from the first to the second. */
	changed: (what: string, many: boolean): string => `${what} ${many ? 'differ' : 'differs'}`,
	form: (what: string): string => `${what} is a list on one side and a single value on the other`,
	type: (what: string, one: ValueType, other: ValueType): string =>
		`${what} is ${types[one]} in the first, and ${types[other]} in the second`,
	only: {
		one: (what: string): string => `${what}: in the first only`,
		other: (what: string): string => `${what}: in the second only`
	},
	lost: (what: string, values: readonly string[]): string => `${what}: the second lacks ${listed(values)}`,
	gained: (what: string, values: readonly string[]): string => `${what}: the second adds ${listed(values)}`,
	both: (what: string, lost: readonly string[], gained: readonly string[]): string =>
		`${what}: the second lacks ${listed(lost)}, and adds ${listed(gained)}`,
	less: (what: string): string => `${what} is less in the second`,
	more: (what: string): string => `${what} is more in the second`,
	address: (what: string, parts: readonly RedirectDifference[]): string =>
		`${what} differs in ${parts.map((part) => redirectDifferenceTexts[part]).join(', ')}`,
	answer: (what: string): string => `The newest answer: ${what}`,
	check: (label: string): string => `Checked: ${label}`,
	checkStatus: { pass: 'passed', warn: 'passed with a warning', fail: 'failed' },
	/** A number of seconds. */
	seconds: (count: number): string => (count > 0 ? `${lengthText(count * 1000)} (${count} s)` : `${count} s`),
	named: (what: string, name: string): string => `${what} ${listed([name])}`,
	why: { 'not-recorded': 'not recorded', 'taken-out': 'taken out', encrypted: 'encrypted' },
	on: { one: 'in the first', other: 'in the second', both: 'in both' }
} as const;
