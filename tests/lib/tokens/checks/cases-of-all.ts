import { clientId, issuer, now } from '../../../fixtures/tokens';
import { api, logoutMember, type Case } from '../../../fixtures/token-cases';

const text255 = 'x'.repeat(255);
const own = { jwk: { kty: 'EC', crv: 'P-256', x: 'A', y: 'A' } };

/** What an ID token is checked for by names of its own, and the others by those of every JWT. */
const inBoth = (
	ofIdToken: Case[0],
	ofOthers: Case[0],
	cases: readonly (readonly [...Case] extends readonly [unknown, unknown, ...infer Rest] ? Rest : never)[]
): Case[] =>
	cases.flatMap((rest): Case[] => [
		[ofIdToken, 'id', ...rest],
		[ofOthers, 'other', ...rest]
	]);

export const commonCases: readonly Case[] = [
	...inBoth('id-token-form', 'jwt-form', [['pass']]),
	...inBoth('id-token-crit', 'jwt-crit', [
		['pass'],
		['fail', { header: { crit: ['x'], x: 1 } }, 'crit-not-understood'],
		['fail', { header: { crit: [] } }, 'crit-is-no-list'],
		['fail', { header: { b64: false } }, 'not-encoded']
	]),
	...inBoth('id-token-members', 'jwt-members', [['pass']]),
	...inBoth('id-token-dates', 'jwt-dates', [
		['pass'],
		['fail', { claims: { exp: String(now) } }, 'dates'],
		['fail', { claims: { iat: now * 1000 } }, 'dates']
	]),
	...inBoth('id-token-exp', 'jwt-exp', [
		['pass', { claims: { exp: now - 29 } }],
		['fail', { claims: { exp: now - 30 } }],
		['skipped', { claims: { exp: 'soon' } }, 'not-judged'],
		['pass', { claims: { exp: now - 89 }, context: { ahead: -60_000 } }],
		['fail', { claims: { exp: now + 30 }, context: { ahead: 60_000 } }]
	]),
	['id-token-exp', 'id', 'fail', { claims: { exp: undefined } }, 'missing'],
	['jwt-exp', 'other', 'skipped', { claims: { exp: undefined } }, 'not-needed'],
	...inBoth('id-token-iat', 'jwt-iat', [
		['pass', { claims: { iat: now + 30 } }],
		['fail', { claims: { iat: now + 31 } }]
	]),
	['id-token-iat', 'id', 'fail', { claims: { iat: undefined } }, 'missing'],
	['jwt-iat', 'other', 'skipped', { claims: { iat: undefined } }, 'not-needed'],
	...inBoth('id-token-nbf', 'jwt-nbf', [
		['pass', { claims: { nbf: now + 30 } }],
		['fail', { claims: { nbf: now + 31 } }],
		['skipped', { claims: { nbf: undefined } }, 'not-needed']
	]),
	...inBoth('id-token-signed', 'jwt-signed', [
		['pass'],
		['fail', { header: { alg: 'none' } }, 'algorithm-none'],
		['warn', { header: { alg: 'HS256' } }, 'algorithm-of-secret'],
		['warn', { header: { alg: 'ES256K' } }, 'algorithm-not-here'],
		['fail', { header: { alg: 'XY' } }, 'algorithm-not-known']
	]),
	...inBoth('id-token-key', 'jwt-key', [
		['skipped', {}, 'no-key-set'],
		[
			'fail',
			{ context: { keys: { keys: [{ kty: 'EC', crv: 'P-256', kid: 'k2', x: 'A', y: 'A' }] } } },
			'kid-not-in-set'
		]
	]),
	...inBoth('id-token-signature', 'jwt-signature', [
		['skipped', {}, 'no-key-set'],
		[
			'skipped',
			{ context: { keys: { keys: [{ kty: 'EC', crv: 'P-256', kid: 'k2', x: 'A', y: 'A' }] } } },
			'no-key'
		]
	]),
	['jwt-kind', 'id', 'pass'],
	['jwt-kind', 'id', 'fail', { claims: { token_use: 'access' } }, 'kind-by'],
	['jwt-kind', 'id', 'warn', { claims: { scope: 'openid' } }, 'kind-by'],
	[
		'jwt-kind',
		'id',
		'skipped',
		{ claims: { nonce: undefined, at_hash: undefined, c_hash: undefined, s_hash: undefined } },
		'kind-unsaid'
	],
	['jwt-kind', 'access', 'pass'],
	['jwt-kind', 'access', 'fail', { header: { typ: 'JWT' }, claims: { typ: 'ID' } }],
	['jwt-kind', 'access', 'fail', { header: { typ: 'JWT' }, claims: { typ: 'Refresh' } }],
	['jwt-kind', 'access', 'warn', { header: { typ: 'JWT' }, claims: { nonce: 'n', scope: undefined } }],
	['jwt-kind', 'logout', 'pass', { header: { typ: undefined } }],
	[
		'jwt-kind',
		'logout',
		'fail',
		{ header: { typ: undefined }, claims: { events: { [`${logoutMember}s`]: {} } } }
	],
	['jwt-kind', 'proof', 'pass', { header: { typ: undefined } }],
	['jwt-kind', 'request', 'pass', { header: { typ: undefined } }],
	['jwt-kind', 'assertion', 'pass', { header: { typ: undefined } }],
	['jwt-kind', 'user-info', 'skipped', {}, 'kind-unsaid'],
	['jwt-kind', 'user-info', 'skipped', { header: { typ: 'JWT' }, claims: { nonce: 'n' } }, 'kind-unsaid'],
	['jwt-kind', 'user-info', 'skipped', { claims: { scope: 'openid', client_id: 'c' } }, 'kind-unsaid'],
	['jwt-kind', 'user-info', 'fail', { header: { typ: 'logout+jwt' } }, 'kind-by'],
	['jwt-kind', 'user-info', 'fail', { claims: { events: { [logoutMember]: {} } } }, 'kind-by'],
	['jwt-kind', 'user-info', 'fail', { header: { typ: 'at+jwt' } }, 'kind-by'],
	['jwt-kind', 'user-info', 'fail', { claims: { token_use: 'id' } }, 'kind-by'],
	['jwt-alg', 'access', 'pass'],
	['jwt-alg', 'access', 'warn', { header: { alg: 'HS256' } }],
	['jwt-alg', 'access', 'fail', { header: { alg: 'NONE' } }, 'algorithm-none'],
	['jwt-alg', 'other', 'pass', { header: { alg: 'HS256' } }],
	['jwt-alg', 'other', 'fail', { header: { alg: 'rs256' } }, 'algorithm-not-known'],
	['jwt-alg', 'other', 'fail', { header: { alg: undefined } }, 'missing'],
	...(['logout', 'user-info', 'assertion', 'request'] as const).flatMap((use): Case[] => [
		['jwt-alg-listed', use, 'pass'],
		['jwt-alg-listed', use, 'fail', { header: { alg: 'RS256' } }],
		['jwt-alg-listed', use, 'fail', { header: { alg: 'none' } }, 'algorithm-none'],
		['jwt-alg-listed', use, 'skipped', { context: { server: { issuer } } }, 'algorithms-not-listed'],
		['jwt-alg-listed', use, 'skipped', { context: { server: undefined } }, 'not-told']
	]),
	['jwt-confusion', 'other', 'skipped', {}, 'no-hmac'],
	['jwt-confusion', 'other', 'skipped', { header: { alg: 'HS256' } }, 'not-told'],
	['jwt-confusion', 'other', 'pass', { header: { alg: 'HS256' }, context: { keys: { keys: [] } } }],
	['jwt-own-key', 'other', 'pass'],
	['jwt-own-key', 'other', 'warn', { header: own }, 'brings-key'],
	['jwt-own-key', 'other', 'warn', { header: { jku: 'https://x.example' } }, 'brings-key'],
	['jwt-own-key', 'other', 'warn', { header: { x5c: ['MII'] } }, 'brings-key'],
	['jwt-own-key', 'id', 'pass', { header: { jku: `${issuer}/jwks` } }, 'named'],
	[
		'jwt-own-key',
		'other',
		'pass',
		{ header: own, context: { keys: { keys: [own.jwk] } } },
		'brings-known-key'
	],
	['jwt-kid', 'other', 'pass', { header: { kid: 'a+b/c=--d' } }],
	['jwt-kid', 'other', 'warn', { header: { kid: '../../dev/null' } }],
	['jwt-kid', 'other', 'warn', { header: { kid: "x' OR 1" } }],
	['jwt-kid', 'other', 'fail', { header: { kid: 5 } }, 'no-text'],
	['jwt-kid', 'other', 'skipped', { header: { kid: undefined } }, 'not-needed'],
	['jwt-iss', 'other', 'pass'],
	['jwt-iss', 'other', 'fail', { claims: { iss: clientId } }],
	['jwt-iss', 'other', 'skipped', { claims: { iss: undefined } }, 'not-needed'],
	['jwt-iss', 'other', 'skipped', { context: { issuer: '' } }, 'not-told'],
	['jwt-sub', 'other', 'pass', { claims: { sub: text255 } }],
	['jwt-sub', 'other', 'pass', { claims: { sub: `${text255}x` } }],
	['jwt-sub', 'other', 'fail', { claims: { sub: '' } }],
	['jwt-sub', 'other', 'skipped', { claims: { sub: undefined } }, 'not-needed'],
	['jwt-aud', 'other', 'pass', { claims: { aud: [api] } }],
	['jwt-aud', 'other', 'fail', { claims: { aud: 'x' } }],
	['jwt-aud', 'other', 'skipped', { context: { audience: undefined } }, 'not-told'],
	['jwt-jti', 'other', 'pass'],
	['jwt-jti', 'other', 'fail', { claims: { jti: 5 } }],
	['jwt-jti', 'other', 'skipped', { claims: { jti: undefined } }, 'not-needed']
];
