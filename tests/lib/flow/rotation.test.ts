import { beforeEach, describe, expect, it } from 'vitest';
import type { TokenResponse } from '$lib/client/token';
import { claimChanges, renewedBy, scopeChange, tokenChange } from '$lib/flow/renewal';
import { familyOf, replacedToken, reuseStory } from '$lib/flow/rotation';
import type { Outcome } from '$lib/flow/session';
import { forgeToken } from '../../fixtures/tokens';

let at = 0;
beforeEach(() => (at = 0));

/** What came of a token request; `sent`: the refresh token that it carried. */
function outcome(
	sent: string | undefined,
	came: Partial<TokenResponse> | 'refused' | 'too-many' | 'nothing'
): Outcome<TokenResponse> {
	at += 1_000;
	const body =
		sent === undefined ? 'grant_type=authorization_code' : `grant_type=refresh_token&refresh_token=${sent}`;
	const status = came === 'too-many' ? 429 : 200;
	const response = { status, statusText: '', headers: [], body: '' };
	return {
		step: 'renew',
		move: 'refresh',
		checks: [],
		exchange: {
			id: String(at),
			request: {
				method: 'POST',
				url: 'https://id.example/token',
				headers: [['content-type', 'application/x-www-form-urlencoded']],
				body
			},
			...(came === 'nothing' ? {} : { response }),
			at,
			ms: 1,
			via: 'page'
		},
		...(came === 'refused' || came === 'too-many' ? { error: { error: 'invalid_grant' } } : {}),
		...(typeof came === 'object' ? { value: { access_token: `a${at}`, token_type: 'bearer', ...came } } : {})
	};
}

const first = (): Outcome<TokenResponse> => outcome(undefined, { refresh_token: 'r1' });

describe('the family of refresh tokens', () => {
	it('begins with the code and grows by each rotation', () => {
		const run = { exchange: first(), refreshes: [outcome('r1', { refresh_token: 'r2' })] };
		expect(familyOf(run)).toEqual([
			{
				token: 'r1',
				at: 1_000,
				replaced: true,
				uses: [{ at: 2_000, order: 0, came: 'tokens', afterReplaced: false }]
			},
			{ token: 'r2', at: 2_000, replaced: false, uses: [] }
		]);
		expect(replacedToken(familyOf(run))).toBe('r1');
	});

	it.each([
		['no refresh token', {}],
		['the same one again', { refresh_token: 'r1' }]
	])('has one member where the server answers with %s', (_, came) => {
		const family = familyOf({ exchange: first(), refreshes: [outcome('r1', came)] });
		expect(family).toHaveLength(1);
		expect(replacedToken(family)).toBeUndefined();
		expect(reuseStory(family)).toBeUndefined();
	});

	it('does not count a token that it never had', () => {
		const run = { exchange: first(), refreshes: [outcome('stolen', 'refused')] };
		expect(familyOf(run).flatMap(({ uses }) => uses)).toEqual([]);
	});
});

describe('the reuse of a token that was replaced', () => {
	const story = (...refreshes: Outcome<TokenResponse>[]) =>
		reuseStory(familyOf({ exchange: exchange, refreshes }));
	let exchange: Outcome<TokenResponse>;
	beforeEach(() => (exchange = first()));
	const rotated = () => outcome('r1', { refresh_token: 'r2' });

	it('is none where the server refused before it looked at the token', () => {
		const again = outcome('r1', 'too-many');
		const refreshes = [rotated(), again];
		expect(story(...refreshes)).toBeUndefined();
		const [old] = familyOf({ exchange, refreshes });
		expect(old?.uses.map(({ came }) => came)).toEqual(['tokens', 'unlooked']);
	});

	it('is not told before it happened', () => {
		expect(story(rotated())).toBeUndefined();
	});

	it('refused, and nobody has tried the newest one since', () => {
		expect(story(rotated(), outcome('r1', 'refused'))).toEqual({ reuse: 'refusal' });
	});

	it('RFC 9700 §4.14.2: refused, and the newest one as well: the family has ended', () => {
		expect(story(rotated(), outcome('r1', 'refused'), outcome('r2', 'refused'))).toEqual({
			reuse: 'refusal',
			newest: 'refusal'
		});
	});

	it.each([
		['another one', { refresh_token: 'r3' }],
		['no other one', {}]
	])('refused, and the newest one still works and brings %s', (_, came) => {
		expect(story(rotated(), outcome('r1', 'refused'), outcome('r2', came))).toEqual({
			reuse: 'refusal',
			newest: 'tokens'
		});
	});

	it('taken all the same', () => {
		expect(story(rotated(), outcome('r1', { refresh_token: 'r3' }))).toEqual({ reuse: 'tokens' });
	});

	it('without an answer, nothing is known', () => {
		expect(story(rotated(), outcome('r1', 'nothing'))).toEqual({ reuse: 'unknown' });
	});

	it('what the newest one came to before the reuse says nothing of it', () => {
		expect(story(rotated(), outcome('r2', 'refused'), outcome('r1', 'refused'))).toEqual({
			reuse: 'refusal'
		});
	});
});

describe('old against new', () => {
	it('is not told before a refresh brought tokens, or where nothing is known of before', () => {
		expect(renewedBy({ exchange: first(), refreshes: [] })).toBeUndefined();
		expect(renewedBy({ exchange: first(), refreshes: [outcome('r1', 'refused')] })).toBeUndefined();
		expect(renewedBy({ refreshes: [outcome('r1', {})] })).toBeUndefined();
	});

	it('RFC 6749 §6: what an answer leaves out stays, and is compared at the next one', () => {
		const exchange = outcome(undefined, { refresh_token: 'r1', id_token: 'i1', scope: 'a b' });
		const refreshes = [
			outcome('r1', { refresh_token: 'r2' }),
			outcome('r2', { id_token: 'i2', scope: 'b c' })
		];
		const renewed = renewedBy({ exchange, refreshes })!;
		expect(renewed.before).toMatchObject({ refresh_token: 'r2', id_token: 'i1', scope: 'a b' });
		expect(
			['access_token', 'refresh_token', 'id_token'].map((name) => tokenChange(renewed, name as 'id_token'))
		).toEqual(['new', 'kept', 'new']);
		expect(scopeChange(renewed)).toEqual({ lost: ['a'], gained: ['c'] });
	});

	it('tells a token that came again from one that is new, and none from none', () => {
		const renewed = renewedBy({ exchange: first(), refreshes: [outcome('r1', { refresh_token: 'r1' })] })!;
		expect(tokenChange(renewed, 'refresh_token')).toBe('same');
		expect(tokenChange(renewed, 'id_token')).toBe('none');
		expect(scopeChange(renewed)).toBeUndefined();
	});

	it('compares claims by value, in whatever order their members stand', () => {
		const before = forgeToken(
			{ alg: 'none' },
			{ iat: 1, cnf: { a: 1, b: 2 }, gone: true, ['__proto__x']: 1 }
		);
		const after = forgeToken({ alg: 'none' }, { iat: 2, cnf: { b: 2, a: 1 }, came: 'x', ['__proto__x']: 1 });
		expect(claimChanges(before, after)).toEqual([
			{ name: 'iat', before: '1', after: '2' },
			{ name: 'gone', before: 'true' },
			{ name: 'came', after: '"x"' }
		]);
	});

	it('compares nothing that is no JWT', () => {
		expect(claimChanges('opaque', forgeToken({ alg: 'none' }, {}))).toBeUndefined();
		expect(claimChanges(undefined, undefined)).toBeUndefined();
	});
});
