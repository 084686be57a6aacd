import { describe, expect, it } from 'vitest';
import { authenticationMethods, confirmationMethods, type HumanValue } from '$lib/lexicon/human-values';
import { opaqueReasons } from '$lib/lexicon/opaque-reasons';
import { opaqueForms } from '$lib/lexicon/opaque-tokens';
import { tokenClaims } from '$lib/lexicon/token-claims';
import { disclosureFaults, mends, tokenFaults, tokenForms, type TokenFault } from '$lib/lexicon/token-forms';
import {
	disclosureFaultTexts,
	faultText,
	formTexts,
	mendTexts,
	lengthsText,
	selectiveTexts
} from '$lib/lessons/en/tokens/forms';
import { durationText, humanText, methodTexts } from '$lib/lessons/en/tokens/human-values';
import { opaqueKindTexts, opaqueReasonTexts } from '$lib/lessons/en/tokens/opaque';
import { tokenClaimText } from '$lib/lessons/en/tokens/registered-claims';
import { humanValue } from '$lib/message/human-value';

const isSentence = (text: string): boolean =>
	/^[\p{Lu}0-9].*[.]$/su.test(text) && !/undefined|NaN|\[object/.test(text);

describe('what is said of a fault', () => {
	it('is a sentence for each', () => {
		for (const fault of tokenFaults) {
			const whole: TokenFault = {
				fault,
				part: 'payload',
				at: 4,
				inside: 2,
				character: '+',
				found: 2,
				wanted: 3,
				names: ['a']
			};
			expect(faultText(whole)).toSatisfy(isSentence);
		}
	});

	it('names the part, the character and its place, counted from 1', () => {
		expect(faultText({ fault: 'other-alphabet', part: 'signature', at: 9, character: '+' })).toContain(
			'signature has “+” (U+002B), at character 10 of the token'
		);
	});

	it.each([
		['\u200B', 'U+200B'],
		['\n', 'a line break'],
		[' ', 'a space'],
		['🔑', '“🔑” (U+1F511)'],
		['\uD800', 'U+D800']
	])('shows %j as %s', (character, shown) => {
		expect(faultText({ fault: 'foreign-character', part: 'header', at: 0, character })).toContain(
			`has ${shown}, at`
		);
	});

	it('says whether parts are missing or too many', () => {
		expect(faultText({ fault: 'parts', found: 1, wanted: 3 })).toMatch(/this has 1 part\..*cut off/);
		expect(faultText({ fault: 'parts', found: 4, wanted: 3 })).toMatch(/this has 4 parts\..*behind it/);
		expect(faultText({ fault: 'parts', found: 3, wanted: 5 })).toContain(
			'encrypted token has 5 parts with 4 dots'
		);
	});
});

describe('the other words for tokens', () => {
	it('give the length of each part of what is encrypted', () => {
		expect(lengthsText([{ part: 'header', octets: 29 }, { part: 'tag' }])).toBe(
			'In bytes: header 29, authentication tag not known.'
		);
	});

	it('are sentences', () => {
		const all = [
			...tokenForms.map((form) => formTexts[form].what),
			...mends.map((mend) => mendTexts[mend]),
			...disclosureFaults.map((fault) => disclosureFaultTexts[fault]),
			...Object.keys(opaqueForms).map((kind) => opaqueKindTexts[kind as keyof typeof opaqueForms]),
			...Object.keys(opaqueReasons).map((reason) => opaqueReasonTexts[reason as keyof typeof opaqueReasons]),
			...[0, 1, 2].map(selectiveTexts.undisclosed),
			...[true, false, undefined].map(selectiveTexts.binds),
			...[true, false].map((isKnown) => selectiveTexts.hash('sha-256', isKnown)),
			...Object.keys(tokenClaims).map((name) => tokenClaimText(name)?.what ?? '')
		];
		for (const text of all) expect(text).toSatisfy(isSentence);
	});

	it('give each claim of a standard its section or its address', () => {
		for (const name of Object.keys(tokenClaims)) {
			const { rfc, source } = tokenClaimText(name) ?? {};
			expect(rfc ?? new URL(source ?? '').protocol).toMatch(/^(?:RFC \d+ §|https:)/);
		}
		for (const name of ['toString', '__proto__', 'iss']) expect(tokenClaimText(name)).toBeUndefined();
	});
});

describe('what a value means', () => {
	const now = Date.UTC(2026, 0, 2, 3, 4, 5);
	const at = now / 1000;
	const said = (name: string, value: unknown): string => {
		const human = humanValue(name, value, { now });
		return human ? humanText(human, 'UTC') : '';
	};

	it.each([
		['exp', at + 3_725, '2026-01-02 04:06:10 UTC, in 1 hour 2 minutes (here: 2 Jan 2026, 04:06:10)'],
		['exp', at - 86_400, '2026-01-01 03:04:05 UTC, 1 day ago (here: 1 Jan 2026, 03:04:05)'],
		['iat', at, '2026-01-02 03:04:05 UTC, now (here: 2 Jan 2026, 03:04:05)'],
		['exp', String(at), 'A text and no number. A time must be a number of seconds.'],
		['scope', 'a b', '2 scopes'],
		['scope', '', 'No scope.'],
		['amr', ['pwd', 'x'], 'pwd: a password, x: not registered'],
		['cnf', { jkt: 'a' }, 'Bound to the key of DPoP proofs (RFC 9449 §6.1).'],
		['cnf', { x: 'a' }, 'Bound to x, which is not known here.'],
		['cnf', {}, 'Bound to nothing.'],
		['act', { sub: 'a', act: {} }, 'Acting: a, before that not named.'],
		['email_verified', false, 'Not verified: do not rely on it.'],
		['email_verified', 'true', 'The text “true”. It must be true or false without quotes.'],
		['at_hash', 'AAAAAAAAAAAAAAAAAAAAAA', 'Half of a hash of 256 bits.'],
		['aud', [], 'Nobody is named.'],
		['expires_in', 90, '1 minute 30 seconds'],
		['groups', ['a'], '1 element']
	])('%s: %j', (name, value, text) => {
		expect(said(name, value)).toBe(text);
	});

	it.each([
		[0, '0 seconds'],
		[0.4, '0 seconds'],
		[-59.6, '1 minute'],
		[86_399, '23 hours 59 minutes'],
		[90_061, '1 day 1 hour'],
		[86_401, '1 day 1 second']
	])('%d seconds last %s', (seconds, text) => {
		expect(durationText(seconds)).toBe(text);
	});

	it('has words for each method and each kind of value', () => {
		for (const method of authenticationMethods) expect(methodTexts[method]).toMatch(/^[a-z]/);
		const values: HumanValue[] = [
			{ kind: 'confirmation', by: confirmationMethods, others: [] },
			...(['pairwise', 'public', 'not-known'] as const).map((how): HumanValue => ({ kind: 'subject', how })),
			{ kind: 'events', names: [] },
			{ kind: 'members', count: 2 },
			{ kind: 'inexact', written: '9007199254740993' },
			{ kind: 'verified', what: 'email', is: true }
		];
		for (const value of values) expect(humanText(value)).not.toMatch(/undefined|^$/);
	});
});
