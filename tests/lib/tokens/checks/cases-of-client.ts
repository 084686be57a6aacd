import { clientId, forgeToken, issuer, now } from '../../../fixtures/tokens';
import { api, jkt, type Case } from '../../../fixtures/token-cases';

const unknown = (name: string) => ({ context: { [name]: undefined } });
const noIssuer = { context: { server: undefined, issuer: undefined } };

export const proofCases: readonly Case[] = [
	['proof-single', 'proof', 'pass'],
	['proof-claims', 'proof', 'pass'],
	...['jti', 'htm', 'htu', 'iat'].map((name): Case => [
		'proof-claims',
		'proof',
		'fail',
		{ claims: { [name]: undefined } },
		'claims-missing'
	]),
	['proof-typ', 'proof', 'pass', { header: { typ: 'DPoP+JWT' } }],
	['proof-typ', 'proof', 'fail', { header: { typ: 'JWT' } }],
	['proof-typ', 'proof', 'fail', { header: { typ: undefined } }, 'jwt-without-typ'],
	['proof-alg', 'proof', 'pass'],
	['proof-alg', 'proof', 'pass', { header: { alg: 'ES256K' }, ...unknown('server') }],
	['proof-alg', 'proof', 'fail', { header: { alg: 'PS256' } }],
	['proof-alg', 'proof', 'fail', { header: { alg: 'none' } }],
	['proof-alg', 'proof', 'fail', { header: { alg: 'HS256' }, ...unknown('server') }],
	['proof-key', 'proof', 'pass'],
	['proof-key', 'proof', 'fail', { header: { jwk: undefined } }, 'missing'],
	['proof-key', 'proof', 'fail', { header: { jwk: { kty: 'EC', d: 'x' } } }, 'private-members'],
	['proof-key', 'proof', 'fail', { header: { jwk: { kty: 'oct', k: 'x' } } }, 'private-members'],
	['proof-key', 'proof', 'fail', { header: { jwk: [] } }],
	['proof-signature', 'proof', 'skipped', { header: { jwk: undefined } }, 'no-key-and-algorithm'],
	[
		'proof-signature',
		'proof',
		'skipped',
		{ header: { alg: 'ES256K', jwk: { kty: 'EC', crv: 'secp256k1' } } },
		'browser-cannot'
	],
	[
		'proof-signature',
		'proof',
		'fail',
		{ header: { jwk: { kty: 'EC', crv: 'P-256', x: 'A', y: 'A' } } },
		'unusable'
	],
	['proof-htm', 'proof', 'pass'],
	['proof-htm', 'proof', 'fail', { claims: { htm: 'get' } }],
	['proof-htm', 'proof', 'fail', { claims: { htm: undefined }, ...unknown('method') }, 'missing'],
	['proof-htm', 'proof', 'skipped', unknown('method'), 'not-told'],
	['proof-htu', 'proof', 'pass'],
	['proof-htu', 'proof', 'pass', { claims: { htu: 'HTTPS://API.example:443/%6De' } }],
	['proof-htu', 'proof', 'warn', { claims: { htu: `${api}/me?page=2` } }, 'with-query'],
	['proof-htu', 'proof', 'fail', { claims: { htu: `${api}/me/` } }],
	['proof-htu', 'proof', 'fail', { claims: { htu: 'http://api.example/me' } }],
	['proof-htu', 'proof', 'fail', { claims: { htu: 7 } }],
	['proof-htu', 'proof', 'skipped', { context: { url: 'no address' } }, 'not-a-url'],
	['proof-htu', 'proof', 'skipped', unknown('url'), 'not-told'],
	['proof-nonce', 'proof', 'pass'],
	['proof-nonce', 'proof', 'fail', { claims: { nonce: 'n2' } }],
	['proof-nonce', 'proof', 'fail', { claims: { nonce: undefined } }, 'missing'],
	['proof-nonce', 'proof', 'skipped', unknown('nonce'), 'not-told'],
	['proof-iat', 'proof', 'pass', { claims: { iat: now - 300 } }],
	['proof-iat', 'proof', 'fail', { claims: { iat: now - 301 } }],
	['proof-iat', 'proof', 'pass', { claims: { iat: now + 60 } }],
	['proof-iat', 'proof', 'fail', { claims: { iat: now + 61 } }],
	['proof-iat', 'proof', 'fail', { claims: { iat: undefined } }, 'missing'],
	['proof-iat', 'proof', 'skipped', { claims: { iat: String(now) } }, 'not-judged'],
	['proof-ath', 'proof', 'fail', { context: { accessToken: 't' } }, 'missing'],
	['proof-ath', 'proof', 'fail', { claims: { ath: 'x' }, context: { accessToken: 't' } }],
	['proof-ath', 'proof', 'skipped', {}, 'not-told'],
	['proof-binding', 'proof', 'skipped', {}, 'not-told'],
	['proof-binding', 'proof', 'skipped', { context: { accessToken: 'opaque' } }, 'binding-not-readable'],
	['proof-binding', 'proof', 'pass', { context: { accessToken: forgeToken({}, { cnf: { jkt } }) } }],
	['proof-binding', 'proof', 'fail', { context: { accessToken: forgeToken({}, { cnf: { jkt: 'x' } }) } }],
	['proof-binding', 'proof', 'fail', { context: { accessToken: forgeToken({}, {}) } }, 'token-not-bound'],
	['proof-jti', 'proof', 'pass'],
	['proof-jti', 'proof', 'fail', { claims: { jti: 5 } }, 'no-text']
];

export const assertionCases: readonly Case[] = [
	['assertion-typ', 'assertion', 'pass'],
	['assertion-typ', 'assertion', 'skipped', { header: { typ: 'JWT' } }],
	['assertion-typ', 'assertion', 'fail', { header: { typ: 'dpop+jwt' } }],
	['assertion-iss', 'assertion', 'pass'],
	['assertion-iss', 'assertion', 'fail', { claims: { iss: 'x' } }],
	['assertion-iss', 'assertion', 'skipped', unknown('clientId'), 'not-told'],
	['assertion-sub', 'assertion', 'pass'],
	['assertion-sub', 'assertion', 'fail', { claims: { sub: undefined }, ...unknown('clientId') }, 'missing'],
	['assertion-aud', 'assertion', 'pass'],
	['assertion-aud', 'assertion', 'pass', { claims: { aud: [issuer] } }],
	['assertion-aud', 'assertion', 'warn', { claims: { aud: [issuer, 'x'] } }],
	['assertion-aud', 'assertion', 'warn', { claims: { aud: `${issuer}/token` } }, 'endpoint-as-audience'],
	...['par', 'ciba'].map((path): Case => [
		...(['assertion-aud', 'assertion', 'warn'] as const),
		{ claims: { aud: `${issuer}/${path}` } },
		'endpoint-as-audience'
	]),
	...['introspect', 'token/'].map((path): Case => [
		...(['assertion-aud', 'assertion', 'fail'] as const),
		{ claims: { aud: `${issuer}/${path}` } }
	]),
	['assertion-aud', 'assertion', 'fail', { claims: { aud: 'x' } }],
	['assertion-aud', 'assertion', 'skipped', noIssuer, 'not-told'],
	[
		'assertion-aud',
		'assertion',
		'skipped',
		{ claims: { aud: 'x' }, context: { server: undefined, issuer } },
		'not-issuer-perhaps-endpoint'
	],
	['assertion-exp', 'assertion', 'pass', { claims: { exp: now - 29 } }],
	['assertion-exp', 'assertion', 'fail', { claims: { exp: now - 30 } }],
	['assertion-exp', 'assertion', 'fail', { claims: { exp: undefined } }, 'missing'],
	['assertion-jti', 'assertion', 'pass'],
	['assertion-jti', 'assertion', 'warn', { claims: { jti: undefined } }]
];

export const requestCases: readonly Case[] = [
	['request-typ', 'request', 'pass'],
	['request-typ', 'request', 'skipped', { header: { typ: undefined } }],
	['request-typ', 'request', 'fail', { header: { typ: 'at+jwt' } }],
	['request-client-id', 'request', 'pass'],
	['request-client-id', 'request', 'fail', { claims: { client_id: 'x' } }],
	['request-client-id', 'request', 'fail', { claims: { client_id: undefined }, ...unknown('clientId') }],
	['request-iss', 'request', 'pass'],
	['request-iss', 'request', 'warn', { claims: { iss: undefined } }],
	['request-iss', 'request', 'fail', { claims: { iss: 'x' } }],
	['request-aud', 'request', 'pass', { claims: { aud: ['x', issuer] } }],
	['request-aud', 'request', 'warn', { claims: { aud: undefined } }],
	['request-aud', 'request', 'fail', { claims: { aud: 'x' } }],
	['request-response-type', 'request', 'pass'],
	['request-response-type', 'request', 'fail', { claims: { response_type: undefined } }],
	['request-nested', 'request', 'pass'],
	['request-nested', 'request', 'fail', { claims: { request_uri: 'https://x.example' } }],
	['request-sub', 'request', 'skipped'],
	['request-sub', 'request', 'warn', { claims: { sub: clientId } }],
	['request-sub', 'request', 'pass', { claims: { sub: 'x' } }]
];
