import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPastedTokens } from '$lib/message/pasted/read';
import { whyOpaque } from '$lib/providers/why-opaque';

const base = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (header: object, claims: object): string =>
	`${base({ alg: 'RS256', ...header })}.${base(claims)}.${Buffer.alloc(256, 1).toString('base64url')}`;
const jwe = (header: object): string =>
	`${base({ enc: 'A256GCM', ...header })}..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA`;

function reasons(pasted: string, provider?: string) {
	const [token] = readPastedTokens(pasted).tokens;
	if (!token) throw new Error('no token');
	return whyOpaque(token, provider);
}

describe('whyOpaque', () => {
	const graph = '00000003-0000-0000-c000-000000000000';
	const scp = ['openid'];

	it.each([
		['a token for Microsoft Graph', jwt({ nonce: 'n' }, { aud: graph }), 'entra-graph'],
		['the same by its address', jwt({ nonce: 'n' }, { aud: 'https://graph.microsoft.com' }), 'entra-graph'],
		['Okta’s own server', jwt({}, { iss: 'https://dev-1.okta.com', cid: 'a', scp }), 'okta-organization'],
		['Auth0 without audience', jwe({ alg: 'dir', iss: 'https://tenant.auth0.com/' }), 'auth0-no-audience'],
		['what is encrypted', jwe({ alg: 'RSA-OAEP-256' }), 'encrypted'],
		['Google', `ya29.${'a1'.repeat(20)}`, 'google'],
		['GitHub', `gho_${'a1'.repeat(18)}`, 'always-opaque'],
		['a reference token', `${'0123456789ABCDEF'.repeat(4)}-1`, 'reference'],
		['Ory', `ory_at_${'a1'.repeat(20)}`, 'opaque-by-default'],
		['a refresh token by its name', 'refresh_token: abcdef123456', 'refresh-token'],
		['a refresh token by its form', `1//0${'a1'.repeat(20)}`, 'refresh-token']
	])('%s', (_, pasted, reason) => {
		expect(reasons(pasted)).toEqual([reason]);
	});

	it('takes what is known of the provider beside the token', () => {
		expect(reasons('a1b2c3d4e5f6', 'auth0')).toEqual(['auth0-no-audience']);
		expect(reasons('a1b2c3d4e5f6', 'logto')).toEqual(['no-resource']);
		expect(reasons(jwe({ alg: 'dir' }), 'auth0')).toEqual(['auth0-no-audience']);
	});

	it.each([
		['an unknown one', 'a1b2c3d4e5f6'],
		['a JWT that everybody may check', jwt({}, { iss: 'https://idp.example', scp })],
		['a token for Graph without a nonce in its header', jwt({}, { aud: graph })],
		['a nonce for another API', jwt({ nonce: 'n' }, { aud: 'https://api.example' })],
		['a custom server of Okta', jwt({}, { iss: 'https://dev-1.okta.com/oauth2/default', cid: 'a', scp })],
		['an ID token of Okta’s own server', jwt({}, { iss: 'https://dev-1.okta.com', nonce: 'n' })],
		['a damaged one', jwt({}, {}).slice(0, 40)]
	])('knows no reason for %s', (_, pasted) => {
		expect(reasons(pasted)).toEqual([]);
		expect(reasons(pasted, 'toString')).toEqual([]);
	});

	it('never throws', () => {
		fc.assert(
			fc.property(fc.string(), fc.option(fc.string(), { nil: undefined }), (text, provider) => {
				for (const token of readPastedTokens(text).tokens) whyOpaque(token, provider);
			})
		);
	});
});
