import { describe, expect, it } from 'vitest';
import type { TokenKind } from '$lib/lexicon/token-says';
import { decodeToken } from '$lib/message/jwt';
import { declaresKind, kindOfToken, timeOfToken } from '$lib/message/token-says';
import { forgeToken } from '../../fixtures/tokens';

type Members = Record<string, unknown>;

function read(header: Members, claims: Members) {
	const decoded = decodeToken(forgeToken({ alg: 'RS256', ...header }, claims));
	if (!decoded.ok) throw new Error('no token');
	return decoded.value;
}

const issued = { iss: 'https://idp.example', sub: 'u1', iat: 1, exp: 2 };
const logout = { 'http://schemas.openid.net/event/backchannel-logout': {} };

const declared: readonly [
	what: string,
	header: Members,
	claims: Members,
	kind: TokenKind['kind'],
	by: string
][] = [
	['RFC 9068', { typ: 'at+jwt' }, {}, 'access', 'typ'],
	['RFC 9068, as a media type', { typ: 'application/AT+JWT' }, { nonce: 'n' }, 'access', 'typ'],
	['RFC 9449', { typ: 'dpop+jwt' }, {}, 'proof', 'typ'],
	['a typed logout token', { typ: 'logout+jwt' }, { events: logout }, 'logout', 'typ'],
	['an untyped logout token', {}, { ...issued, events: logout }, 'logout', 'events'],
	['RFC 8417', { typ: 'secevent+jwt' }, { events: { 'https://x.example': {} } }, 'event', 'events'],
	['RFC 8417 without events', { typ: 'secevent+jwt' }, {}, 'event', 'typ'],
	['a logout token typed as an event', { typ: 'secevent+jwt' }, { events: logout }, 'logout', 'events'],
	['RFC 9101', { typ: 'oauth-authz-req+jwt' }, {}, 'request', 'typ'],
	['a typed client assertion', { typ: 'client-authentication+jwt' }, {}, 'assertion', 'typ'],
	['an answer of introspection', { typ: 'token-introspection+jwt' }, {}, 'introspection', 'typ'],
	['an SD-JWT VC', { typ: 'dc+sd-jwt' }, { vct: 'x' }, 'credential', 'typ'],
	['a key binding JWT', { typ: 'kb+jwt' }, { nonce: 'n' }, 'credential', 'typ'],
	['Cognito, ID token', {}, { ...issued, token_use: 'id', 'cognito:username': 'u' }, 'id', 'token_use'],
	['Cognito, access token', {}, { ...issued, token_use: 'access', client_id: 'c' }, 'access', 'token_use'],
	['Keycloak, ID token', { typ: 'JWT' }, { ...issued, typ: 'ID', azp: 'c' }, 'id', 'typ'],
	['Keycloak, access token', { typ: 'JWT' }, { ...issued, typ: 'Bearer', azp: 'c' }, 'access', 'typ'],
	['Keycloak, bound access token', { typ: 'JWT' }, { ...issued, typ: 'DPoP' }, 'access', 'typ'],
	['Keycloak, refresh token', { typ: 'JWT' }, { ...issued, typ: 'Refresh' }, 'refresh', 'typ'],
	['Keycloak, offline token', { typ: 'JWT' }, { ...issued, typ: 'Offline' }, 'refresh', 'typ'],
	['Keycloak, logout token', { typ: 'JWT' }, { ...issued, typ: 'Logout' }, 'logout', 'typ']
];

const likely: readonly [what: string, claims: Members, kind: TokenKind['kind'], by: string][] = [
	[
		'Entra ID v1, access token',
		{ ...issued, appid: 'a', appidacr: '1', scp: 'User.Read', ver: '1.0' },
		'access',
		'scp'
	],
	[
		'Entra ID v2, access token',
		{ ...issued, azp: 'a', azpacr: '1', scp: 'read', ver: '2.0' },
		'access',
		'scp'
	],
	['Entra ID, app-only token', { ...issued, azpacr: '1', idtyp: 'app', roles: ['r'] }, 'access', 'azpacr'],
	['Entra ID, ID token with a nonce', { ...issued, nonce: 'n', ver: '2.0', tid: 't' }, 'id', 'nonce'],
	['Okta, access token', { ...issued, cid: 'c', uid: 'u', scp: ['openid'] }, 'access', 'scp'],
	['Okta, ID token', { ...issued, amr: ['pwd'], at_hash: 'h' }, 'id', 'at_hash'],
	['Auth0, access token', { ...issued, azp: 'c', scope: 'openid' }, 'access', 'scope'],
	['Google, ID token', { ...issued, azp: 'c', at_hash: 'h', email: 'e' }, 'id', 'at_hash'],
	['an untyped proof', { htm: 'GET', htu: 'https://x.example', iat: 1, jti: 'j' }, 'proof', 'htm'],
	['an untyped request object', { client_id: 'c', response_type: 'code' }, 'request', 'response_type'],
	['an untyped client assertion', { iss: 'c', sub: 'c', aud: 'a', exp: 2, jti: 'j' }, 'assertion', 'iss'],
	['a credential', { ...issued, vct: 'x' }, 'credential', 'vct'],
	['an ID token that says nothing', issued, 'unsaid', ''],
	['nothing', {}, 'unsaid', ''],
	['one whose events are no object', { ...issued, events: 'x' }, 'unsaid', ''],
	['one whose typ is unknown', { ...issued, typ: 'constructor', token_use: '__proto__' }, 'unsaid', '']
];

describe('the kind of a token', () => {
	it.each(declared)('is said by %s', (_, header, claims, kind, by) => {
		const token = read(header, claims);
		expect(kindOfToken(token)).toEqual({ kind, by: [by] });
		expect(declaresKind(token)).toBe(true);
	});

	it.each(likely)('is likely by what is in %s', (_, claims, kind, by) => {
		const token = read({ typ: 'JWT' }, claims);
		const found = kindOfToken(token);
		expect(found.kind).toBe(kind);
		if (by !== '') expect(found.by).toContain(by);
		expect(declaresKind(token)).toBe(false);
	});
});

describe('the time of a token', () => {
	const now = 1_767_323_045;
	it.each([
		[now + 60, 'good'],
		[now - 60, 'expired'],
		[-1, 'expired'],
		[99_999_999_999, 'good'],
		[now * 1e3, 'malformed'],
		[now * 1e6, 'malformed'],
		[now * 1e9, 'malformed'],
		[1e300, 'malformed'],
		[Infinity, 'malformed'],
		[-Infinity, 'malformed'],
		[String(now), 'malformed'],
		[undefined, 'unsaid']
	])('that ends at %j is %s', (exp, kind) => {
		expect(timeOfToken({ exp }, now * 1000).kind).toBe(kind);
	});

	it('has not begun before its nbf, where that is a number of seconds', () => {
		expect(timeOfToken({ exp: now + 60, nbf: now + 1 }, now * 1000).kind).toBe('not-yet');
		expect(timeOfToken({ exp: now + 60, nbf: now * 1e6 }, now * 1000).kind).toBe('good');
	});
});
