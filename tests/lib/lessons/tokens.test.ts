import { describe, expect, it } from 'vitest';
import { tokenChecks, type TokenCheckId } from '$lib/lexicon/token-checks';
import { tokenPhrases } from '$lib/lexicon/token-phrases';
import { tokenUses } from '$lib/lexicon/token-uses';
import { citations } from '$lib/lexicon/citations';
import { attackOf, attackSource } from '$lib/lessons/en/tokens/attacks';
import { tokenAdviceOf, tokenCheckTexts } from '$lib/lessons/en/tokens/checks';
import { tokenTextOf } from '$lib/lessons/en/tokens/phrases';
import { tokenCheckTable } from '$lib/tokens/checks/table';
import { faultsOf } from './prose';

const ids = Object.keys(tokenChecks) as TokenCheckId[];

describe('the words of the checks of a token', () => {
	it('are there for each check and for no other', () => {
		expect(Object.keys(tokenCheckTexts).toSorted()).toEqual(ids.toSorted());
	});

	it.each(ids)('%s reads as the house wants it', (id) => {
		const { label, fails, fix, when = {} } = tokenCheckTexts[id];
		const words = label.split(' ').length;
		expect(words).toBeGreaterThanOrEqual(2);
		expect(words).toBeLessThanOrEqual(6);
		const said = [fails, fix, ...Object.values(when).flatMap((advice) => [advice.fails, advice.fix])];
		expect(said.flatMap((text) => faultsOf(text))).toEqual([]);
	});

	it('say what was found where they have words for it', () => {
		const actual = { say: 'missing', with: [] };
		expect(tokenAdviceOf({ id: 'access-aud', actual })).toBe(tokenCheckTexts['access-aud'].when?.missing);
		expect(tokenAdviceOf({ id: 'access-aud', actual: 'x' })).toBe(tokenCheckTexts['access-aud']);
		expect(tokenAdviceOf({ id: 'proof-jti', actual })).toBe(tokenCheckTexts['proof-jti']);
	});
});

describe('what somebody could do where nobody made a check', () => {
	const made = tokenCheckTable.flatMap(({ id, uses }) => uses.map((use) => [id, use] as const));

	it.each(made)('%s of %s is told in one to three sentences', (id, use) => {
		const told = attackOf(id, use);
		expect(faultsOf(told)).toEqual([]);
		expect(told.match(/[.](?:\s|$)/g)?.length).toBeLessThanOrEqual(3);
		const source = attackSource(id);
		if (source !== undefined) expect(citations).toHaveProperty([source]);
	});

	it('is not the same for two kinds where it is another thing', () => {
		const told = tokenUses
			.filter((use) => !['id', 'proof'].includes(use))
			.map((use) => attackOf('jwt-signature', use));
		expect(new Set(told).size).toBe(told.length);
	});
});

describe('what a check of a token needs and has not', () => {
	const lacks = tokenCheckTable.flatMap(({ needs, uses }) =>
		needs.flatMap((need) => uses.map((use) => [need, use] as const))
	);

	it.each(lacks)('%s of %s is asked for by name', (need, use) => {
		const text = tokenTextOf({ say: 'not-told', with: [need, use] });
		expect(text).not.toBe(tokenTextOf({ say: 'not-known', with: [] }));
		expect(text).toMatch(/not known|no .* (?:is|are) known/);
	});

	it('no phrase of a token is one of another list', () => {
		expect(Object.keys(tokenPhrases).length).toBeGreaterThan(30);
	});
});
