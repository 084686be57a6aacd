import { describe, expect, it } from 'vitest';
import { timelineOf } from '$lib/panels/tokens/timeline';

const iat = 1_700_000_000;
const at = (seconds: number): number => (iat + seconds) * 1000;
const token = { iat, nbf: iat, exp: iat + 60, auth_time: iat - 20 };

describe('the line of a token’s moments', () => {
	it('has them in order, with now among them', () => {
		const line = timelineOf(token, at(5));
		expect(line?.moments.map(({ names }) => names)).toEqual([
			['auth_time'],
			['iat', 'nbf'],
			['now'],
			['exp']
		]);
		expect(line).toMatchObject({ from: 1, to: 3, valid: true, left: 55_000 });
	});

	it('is valid from nbf on and not at exp itself (RFC 7519 §4.1.4, §4.1.5)', () => {
		expect(timelineOf(token, at(0))?.valid).toBe(true);
		expect(timelineOf(token, at(0) - 1)?.valid).toBe(false);
		expect(timelineOf(token, at(60) - 1)?.valid).toBe(true);
		expect(timelineOf(token, at(60))).toMatchObject({ valid: false, left: 0 });
	});

	it('is valid before iat as well: it says when the token was made, and no more (RFC 7519 §4.1.6)', () => {
		expect(timelineOf({ iat, exp: iat + 60 }, at(-1))?.valid).toBe(true);
		expect(timelineOf({ exp: iat + 60 }, at(-1))?.valid).toBe(true);
	});

	it.each([[{}], [{ exp: '1700000060' }], [{ exp: null }], [{ exp: 1e300 }], [{ exp: Number.NaN }]])(
		'is not drawn for %j',
		(claims) => expect(timelineOf(claims, at(0))).toBeUndefined()
	);

	it('leaves out what is no moment', () => {
		const line = timelineOf({ iat: 'yesterday', exp: iat }, at(1));
		expect(line?.moments.map(({ names }) => names)).toEqual([['exp'], ['now']]);
	});
});
