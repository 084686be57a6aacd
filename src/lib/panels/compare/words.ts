/** A difference in words: looked up by what it means and how it differs. */
import type { Change, Finding, Place } from '$lib/flow/compare/compare';
import type { DerivedName, ProvenName } from '$lib/lexicon/compared';
import type { CheckId } from '$lib/lexicon/check';
import type { MoveId } from '$lib/lexicon/steps';
import { checkTexts } from '$lib/lessons/en/checks/checks';
import { differenceTexts as texts } from '$lib/lessons/en/compare/differences';
import { meaningTexts } from '$lib/lessons/en/compare/meanings';
import { answerTexts, provenTexts, redirectAnswer, wrongAnswer } from '$lib/lessons/en/compare/proofs';
import { derivedTexts, subjectTexts } from '$lib/lessons/en/compare/subjects';
import { bearerText, challengeFaultTexts, redirectPartText, valueChangeTexts } from '$lib/lessons/en/proofs';
import { attemptEndTexts } from '$lib/lessons/en/walk/attempts';
import { moveLabels } from '$lib/lessons/en/walk/steps';

/** The words for a key that may be none of the list. */
const within = <Key extends string, Text>(list: Record<Key, Text>, key: string): Text | undefined =>
	Object.entries<Text>(list).find(([name]) => name === key)?.[1];

const ofItself: ReadonlySet<string> = new Set(['end', 'proof', 'check']);

/** Its title says all: how it ended, what was checked. */
export const isWhole = ({ meaning }: Finding): boolean => meaning !== undefined && ofItself.has(meaning);

/** Where a meaning is told of one of many, its name stands in the sentence. */
const named: ReadonlySet<string> = new Set([
	...['claim', 'supported', 'endpoint-published', 'signing-key', 'permissions', 'disclosed', 'token-moment'],
	...[
		'tenant',
		'subject',
		'authorized-party',
		'token-use',
		'bound-key',
		'actor',
		'client-methods',
		'algorithms-published'
	]
]);

export const nameOf = ({ name = '' }: Place): string =>
	within<DerivedName, string>(derivedTexts, name) ?? name;

const checkLabel = (name: string): string =>
	texts.check(within<CheckId, { label: string }>(checkTexts, name)?.label ?? name);

export function placeOf(place: Place): string {
	const { subject, name } = place;
	if (name === undefined) return subjectTexts[subject];
	if (subject === 'end') return texts.ends;
	if (subject === 'checks') return checkLabel(name);
	if (subject === 'proofs') return within<ProvenName, string>(provenTexts, name) ?? name;
	if (subject === 'answers') return texts.answer(within<MoveId, string>(moveLabels, name) ?? name);
	return texts.named(subjectTexts[subject], nameOf(place));
}

function whatOf({ meaning, places: [place] }: Finding): string {
	if (!place) return '';
	if (meaning === undefined || meaning === 'answer' || ofItself.has(meaning)) return placeOf(place);
	const { what } = meaningTexts[meaning];
	return named.has(meaning) ? texts.named(what, nameOf(place)) : what;
}

function changed(what: string, many: boolean, change: Change): string {
	switch (change.kind) {
		case 'only':
			return texts.only[change.on](what);
		case 'form':
			return texts.form(what);
		case 'type':
			return texts.type(what, change.one, change.other);
		case 'amount':
			return texts[change.than](what);
		case 'address':
			return texts.address(what, change.parts);
		case 'changed':
			return texts.changed(what, many);
		case 'set': {
			const { lost, gained } = change;
			if (gained.length === 0) return texts.lost(what, lost);
			return lost.length === 0 ? texts.gained(what, gained) : texts.both(what, lost, gained);
		}
	}
}

/** What differs, in one sentence. */
export function titleOf(finding: Finding): string {
	const { meaning, change } = finding;
	const what = whatOf(finding);
	return isWhole(finding) ? what : changed(what, (meaning && meaningTexts[meaning].many) ?? false, change);
}

/** Members that make a key another one (RFC 7638 §3.2). */
const makesKey = /^(?:kty|crv|n|e|x|y|k)=/;

/** What comes of it, where that is known. */
export function meansOf({ meaning, change }: Finding): string[] {
	if (meaning === undefined) return [];
	const { means, lost, gained, only, ...amounts } = meaningTexts[meaning];
	const isOtherKey =
		meaning === 'signing-key' &&
		change.kind === 'set' &&
		[...change.lost, ...change.gained].some((item) => makesKey.test(item));
	if (isOtherKey) return means === undefined ? [] : [means];
	const own =
		change.kind === 'only'
			? [only]
			: change.kind === 'set'
				? [change.lost.length > 0 ? lost : undefined, change.gained.length > 0 ? gained : undefined]
				: change.kind === 'amount'
					? [amounts[change.than]]
					: [];
	const said = own.filter((text) => text !== undefined);
	return said.length > 0 ? [...new Set(said)] : means === undefined ? [] : [means];
}

const ofSeconds: ReadonlySet<string> = new Set(['@lifetime', 'expires_in', '@wait', '@clock']);

/** A value as a person reads it; undefined: as it stands. */
export function valueWords({ subject, name = '' }: Place, value: string): string | undefined {
	if (subject === 'checks') return within(texts.checkStatus, value);
	if (subject === 'proofs') return provenWords(name, value);
	if (subject === 'end') return endWords(value);
	if (ofSeconds.has(name) && /^-?\d+$/.test(value)) return texts.seconds(Number(value));
	return value === '…' ? texts.hidden : undefined;
}

/** What was proved, in words; a count as it stands. */
function provenWords(name: string, value: string): string | undefined {
	const said = within(answerTexts, value);
	if (said !== undefined) return said;
	if (name === 'bearer') return bearerText(value);
	if (name === 'redirectUri') return redirectAnswer(value.split(' ').map(redirectPartText));
	const how = within<string, string>(name === 'challenge' ? challengeFaultTexts : valueChangeTexts, value);
	return how === undefined ? undefined : wrongAnswer(how);
}

/** How an attempt ended: a word of ours, and what the server said. */
export function endWords(value: string): string {
	const [, kind = '', error = ''] = /^(\S*) ?(.*)$/s.exec(value) ?? [];
	return `${within(attemptEndTexts, kind) ?? kind} ${error}`.trim();
}
