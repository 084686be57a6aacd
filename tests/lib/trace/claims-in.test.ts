import { expect, it } from 'vitest';
import { claimsIn } from '$lib/trace/claims-in';
import { answer } from '../../fixtures/messages';
import { forgeToken } from '../../fixtures/tokens';
import { exchanged } from '../../fixtures/walk';

it('names the claims of tokens and of UserInfo, once, with what becomes of each', () => {
	const token = forgeToken(
		{ alg: 'RS256' },
		{ iss: 'https://i', team: 'blue', address: { locality: 'x' } },
		'c2ln'
	);
	const trace = [
		exchanged('exchange', 'token', {}, answer({ access_token: token, id_token: token, refresh_token: 'r' })),
		exchanged('call', 'userinfo', {}, answer({ sub: 'erin', team: 'blue', client_secret: 'x' })),
		exchanged('call', 'api', {}, answer({ salary: 1 }))
	];
	expect(claimsIn(trace)).toEqual([
		{ name: 'address', kept: false },
		{ name: 'iss', kept: true },
		{ name: 'locality', kept: false },
		{ name: 'sub', kept: false },
		{ name: 'team', kept: false }
	]);
});
