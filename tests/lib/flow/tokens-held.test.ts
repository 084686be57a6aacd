import { describe, expect, it } from 'vitest';
import { newTokens } from '$lib/flow/tokens-held';
import { at } from '../../fixtures/tokens';

const first = newTokens(
	{
		access_token: 'at-1',
		token_type: 'Bearer',
		expires_in: 300,
		id_token: 'id-1',
		refresh_token: 'rt-1',
		scope: 'openid'
	},
	at
);

describe('newTokens', () => {
	it('knows when they came and when they end', () => {
		expect(first).toMatchObject({ receivedAt: at, expiresAt: at + 300_000 });
	});

	it('keeps what a refresh does not bring again', () => {
		expect(newTokens({ access_token: 'at-2', token_type: 'Bearer' }, at + 1, first)).toEqual({
			access_token: 'at-2',
			token_type: 'Bearer',
			id_token: 'id-1',
			refresh_token: 'rt-1',
			scope: 'openid',
			receivedAt: at + 1
		});
	});

	it('takes what a refresh brings', () => {
		const rotated = { access_token: 'at-2', token_type: 'Bearer', refresh_token: 'rt-2', id_token: 'id-2' };
		expect(newTokens(rotated, at, first)).toMatchObject(rotated);
	});

	it('does not know the end of a token that does not say it', () => {
		expect(newTokens({ access_token: 'at-2', token_type: 'Bearer' }, at, first)).not.toHaveProperty(
			'expiresAt'
		);
	});
});
