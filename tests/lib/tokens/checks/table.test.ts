import { describe, expect, it } from 'vitest';
import { tokenChecks } from '$lib/lexicon/token-checks';
import { tokenUses } from '$lib/lexicon/token-uses';
import { tokenTextOf } from '$lib/lessons/en/tokens/phrases';
import { tokenCheckTable } from '$lib/tokens/checks/table';
import { checksOf, phraseOf } from '../../../fixtures/token-cases';
import { commonCases } from './cases-of-all';
import { assertionCases, proofCases, requestCases } from './cases-of-client';
import { accessTokenCases, idTokenCases, logoutTokenCases, userInfoCases } from './cases-of-server';

const cases = [
	...commonCases,
	...idTokenCases,
	...accessTokenCases,
	...logoutTokenCases,
	...userInfoCases,
	...proofCases,
	...assertionCases,
	...requestCases
];

describe('a check of a token', () => {
	it.each(cases.map(([id, use, status, changes = {}, says]) => ({ id, use, status, changes, says })))(
		'$id of $use: $status, by $changes',
		async ({ id, use, status, changes, says }) => {
			const found = (await checksOf(use, changes)).filter((check) => check.id === id);
			expect(found).toHaveLength(1);
			expect(found[0]).toMatchObject({ status, rfc: tokenChecks[id] });
			if (says !== undefined) expect(phraseOf(found[0]!)).toBe(says);
			// Each says in words what it found, and nothing in it is unknown to the texts.
			const unsaid = tokenTextOf({ say: 'not-known', with: [] });
			for (const said of [found[0]!.expected, found[0]!.actual])
				if (said !== undefined) expect(tokenTextOf(said)).not.toContain(unsaid);
		}
	);
});

describe('the table', () => {
	it('has each check once, and a row for each check of the lexicon', () => {
		const ids = tokenCheckTable.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids.toSorted()).toEqual(Object.keys(tokenChecks).toSorted());
	});

	it('has a case of each row, and more than one outcome of those that can have them', () => {
		// Those that are about a signature, or about the text of the token, have tests of their own.
		const always = ['id-token-form', 'jwt-form', 'id-token-members', 'jwt-members', 'proof-single'].concat([
			'id-token-signature',
			'jwt-signature'
		]);
		const outcomes = (id: string) => new Set(cases.filter((one) => one[0] === id).map((one) => one[2])).size;
		const thin = tokenCheckTable.filter(({ id }) => outcomes(id) < (always.includes(id) ? 1 : 2));
		expect(thin.map(({ id }) => id)).toEqual([]);
	});

	it.each(tokenUses)('refuses nothing in a good one as %s', async (use) => {
		const checks = await checksOf(use);
		expect(checks.length).toBe(tokenCheckTable.filter(({ uses }) => uses.includes(use)).length);
		expect(checks.filter(({ status }) => status === 'fail' || status === 'warn')).toEqual(
			use === 'proof' ? [expect.objectContaining({ id: 'proof-signature' })] : []
		);
	});

	it.each(tokenUses)('fails nothing in a good one as %s of which nothing else is known', async (use) => {
		const nothing = [
			'server',
			'issuer',
			'audience',
			'clientId',
			'nonce',
			'accessToken',
			'code',
			'state'
		].concat(['subject', 'method', 'url', 'maxAge', 'acrValues', 'keys', 'secret']);
		const context = Object.fromEntries(nothing.map((name) => [name, undefined]));
		const failed = (await checksOf(use, { context })).filter(({ status }) => status === 'fail');
		expect(failed.map(({ id }) => id)).toEqual(use === 'proof' ? ['proof-signature'] : []);
	});
});
