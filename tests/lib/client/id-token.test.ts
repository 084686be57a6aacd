import { beforeAll, describe, expect, it } from 'vitest';
import type { JWTPayload } from 'jose';
import { isVerified } from '$lib/flow/verified';
import { checkIdToken, type IdTokenContext } from '$lib/client/id-token';
import { idTokenLibraryCheck } from '$lib/client/id-token-library';
import type { Check } from '$lib/lexicon/check';
import { say } from '$lib/lexicon/said';
import { textOf } from '$lib/lessons/en/phrases/phrases';
import { answer, failures, statuses } from '../../fixtures/messages';
import {
	at,
	clientId,
	createSigner,
	forgeToken,
	halfHash,
	idTokenClaims,
	issuer,
	nonce,
	now,
	signToken,
	type Signer
} from '../../fixtures/tokens';
import { metadata } from '../../fixtures/walk';

let signer: Signer;
let context: IdTokenContext;
beforeAll(async () => {
	signer = await createSigner('ES256');
	context = {
		server: metadata,
		clientId,
		nonce,
		accessToken: 'at-1',
		keySet: { keys: [signer.publicJwk] } as IdTokenContext['keySet'],
		at,
		kind: 'code'
	};
});

const checksOf = async (changes: JWTPayload = {}, about: Partial<IdTokenContext> = {}): Promise<Check[]> =>
	checkIdToken(await signToken(signer, { ...idTokenClaims(), ...changes }), { ...context, ...about });
const statusOf = async (id: string, changes: JWTPayload = {}, about: Partial<IdTokenContext> = {}) =>
	statuses(await checksOf(changes, about))[id];
const without = (name: string): JWTPayload => ({ [name]: undefined });

describe('checkIdToken', () => {
	it('takes a good token', async () => {
		const checks = await checksOf({ at_hash: halfHash('at-1', 'sha256'), azp: clientId, nbf: now });
		expect(new Set(checks.map(({ status }) => status))).toEqual(new Set(['pass']));
		expect(isVerified(checks)).toBe(true);
	});

	it('makes one check of what is no JWT', async () => {
		expect(statuses(await checkIdToken('opaque', context))).toEqual({ 'id-token-form': 'fail' });
	});

	it('is not verified without the key set', async () => {
		const checks = await checksOf({}, { keySet: undefined });
		expect(failures(checks)).toEqual([]);
		expect(isVerified(checks)).toBe(false);
	});

	it('makes every check of a token without claims', async () => {
		const checks = await checkIdToken(forgeToken({}, {}), context);
		expect(failures(checks)).toEqual([
			'id-token-alg',
			'id-token-signed',
			'id-token-iss',
			'id-token-sub',
			'id-token-aud',
			'id-token-exp',
			'id-token-iat',
			'id-token-nonce'
		]);
	});

	it.each<[string, string, JWTPayload, string]>([
		['another issuer', 'id-token-iss', { iss: 'https://evil.example' }, 'fail'],
		['the issuer with a slash', 'id-token-iss', { iss: `${issuer}/` }, 'fail'],
		['no issuer', 'id-token-iss', without('iss'), 'fail'],
		['no subject', 'id-token-sub', without('sub'), 'fail'],
		['an empty subject', 'id-token-sub', { sub: '' }, 'fail'],
		['255 characters of subject', 'id-token-sub', { sub: 's'.repeat(255) }, 'pass'],
		['256 characters of subject', 'id-token-sub', { sub: 's'.repeat(256) }, 'fail'],
		['another audience', 'id-token-aud', { aud: 'someone' }, 'fail'],
		['no audience', 'id-token-aud', without('aud'), 'fail'],
		['an audience among others', 'id-token-aud', { aud: ['someone', clientId] }, 'pass'],
		['an empty list of audiences', 'id-token-aud', { aud: [] }, 'fail'],
		['one audience and no azp', 'id-token-azp', { aud: [clientId] }, 'skipped'],
		['several audiences and no azp', 'id-token-azp', { aud: [clientId, 'x'] }, 'fail'],
		['several audiences and azp', 'id-token-azp', { aud: [clientId, 'x'], azp: clientId }, 'pass'],
		['another azp, with one audience', 'id-token-azp', { azp: 'someone' }, 'warn'],
		['another azp, with one in a list', 'id-token-azp', { aud: [clientId], azp: 'someone' }, 'warn'],
		['another azp, with several', 'id-token-azp', { aud: [clientId, 'x'], azp: 'x' }, 'fail'],
		['an end 31 s ago', 'id-token-exp', { exp: now - 31 }, 'fail'],
		['an end 30 s ago', 'id-token-exp', { exp: now - 30 }, 'fail'],
		['an end 29 s ago', 'id-token-exp', { exp: now - 29 }, 'pass'],
		['no end', 'id-token-exp', without('exp'), 'fail'],
		['a beginning 30 s ahead', 'id-token-iat', { iat: now + 30 }, 'pass'],
		['a beginning 31 s ahead', 'id-token-iat', { iat: now + 31 }, 'fail'],
		['no beginning', 'id-token-iat', without('iat'), 'fail'],
		['nbf 30 s ahead', 'id-token-nbf', { nbf: now + 30 }, 'pass'],
		['nbf 31 s ahead', 'id-token-nbf', { nbf: now + 31 }, 'fail'],
		['no nbf', 'id-token-nbf', {}, 'skipped'],
		['another nonce', 'id-token-nonce', { nonce: 'replayed' }, 'fail'],
		['no nonce', 'id-token-nonce', without('nonce'), 'fail'],
		['no at_hash', 'id-token-at-hash', {}, 'skipped'],
		['the at_hash of another token', 'id-token-at-hash', { at_hash: halfHash('at-2', 'sha256') }, 'fail']
	])('says of %s: %s', async (_, id, changes, status) => {
		expect(await statusOf(id, changes)).toBe(status);
	});

	it.each([
		['iss', { iss: 5 }, 'id-token-iss'],
		['sub', { sub: ['a'] }, 'id-token-sub'],
		['aud', { aud: { a: 1 } }, 'id-token-aud'],
		['exp', { exp: String(now + 60) }, 'id-token-dates'],
		['iat', { iat: null }, 'id-token-dates'],
		['nbf', { nbf: 'now' }, 'id-token-dates'],
		['azp', { azp: [clientId] }, 'id-token-azp'],
		['at_hash', { at_hash: 1 }, 'id-token-at-hash'],
		['nonce', { nonce: [nonce] }, 'id-token-nonce']
	])('fails a claim %s of the wrong type', async (_, changes, id) => {
		const claims = { ...idTokenClaims(), ...changes };
		expect(failures(await checkIdToken(forgeToken({ alg: 'ES256' }, claims), context))).toContain(id);
	});

	it('tells times as exact seconds, however large', async () => {
		const checks = await checkIdToken(forgeToken({ alg: 'ES256' }, { exp: now, iat: 99999999999 }), context);
		expect(checks.find(({ id }) => id === 'id-token-exp')?.actual).toEqual(say('second-of', now));
		expect(checks.find(({ id }) => id === 'id-token-iat')?.actual).toEqual(say('second-of', 99999999999));
	});

	it.each([
		['exp', String(now * 1e3), say('date-in-milliseconds', now * 1e3)],
		['exp', String(now * 1e6), say('date-in-microseconds', now * 1e6)],
		['iat', String(now * 1e9), say('date-in-nanoseconds', now * 1e9)],
		['exp', '1e14', say('date-in-microseconds', 1e14)],
		['exp', '1e300', say('date-beyond', 1e300)],
		['nbf', '-1e300', say('date-beyond', -1e300)],
		['exp', '1e400', say('number-too-large')],
		['nbf', '-1e400', say('number-too-large')]
	])('takes no %s of %s for a number of seconds', async (name, written, why) => {
		const claims = JSON.stringify({ ...idTokenClaims(), nbf: now, [name]: 0 }).replace(
			`"${name}":0`,
			`"${name}":${written}`
		);
		const checks = await checkIdToken(forgeToken({ alg: 'ES256' }, claims), context);
		const dates = checks.find(({ id }) => id === 'id-token-dates');
		expect(dates).toMatchObject({ status: 'fail', actual: say('dates', say('named', name, why)) });
		const one = checks.find(({ id }) => id === `id-token-${name}`);
		expect(one?.status).toBe('skipped');
		expect(textOf(one?.actual ?? '')).toMatch(
			/^(?:-?\d|a number larger).*: not a number of seconds, so not judged$/
		);
	});

	it('agrees with the library on a token that another client of the same owner asked for', async () => {
		const token = await signToken(signer, { ...idTokenClaims(), azp: 'android' });
		const checks = await checkIdToken(token, context);
		expect(checks.find(({ id }) => id === 'id-token-azp')?.actual).toEqual(say('another-party', 'android'));
		const response = answer({ access_token: 'at-1', token_type: 'Bearer', id_token: token });
		expect((await idTokenLibraryCheck(response, answer(context.keySet), context)).status).toBe('pass');
	});

	it.each(['at+jwt', 'application/at+jwt', 'LOGOUT+JWT', 'dpop+jwt'])(
		'takes none that is %s',
		async (typ) => {
			const token = await signToken(signer, idTokenClaims(), { kid: signer.publicJwk.kid, typ });
			const [form] = await checkIdToken(token, context);
			expect(form).toMatchObject({ id: 'id-token-form', status: 'fail', actual: say('typ', typ) });
		}
	);

	it.each(['JWT', 'jwt', 'id+jwt', 5, undefined])(
		'takes one whose typ tells no other kind: %s',
		async (typ) => {
			const header = { kid: signer.publicJwk.kid, ...(typ === undefined ? {} : { typ }) };
			const [form] = await checkIdToken(await signToken(signer, idTokenClaims(), header), context);
			expect(form?.status).toBe('pass');
		}
	);

	it('expects no nonce where none was sent', async () => {
		expect(await statusOf('id-token-nonce', without('nonce'), { nonce: undefined })).toBe('skipped');
		expect(await statusOf('id-token-nonce', {}, { nonce: undefined })).toBe('fail');
	});

	it('needs no nonce after a refresh, but compares one that is there', async () => {
		expect(await statusOf('id-token-nonce', {}, { kind: 'refresh' })).toBe('pass');
		expect(await statusOf('id-token-nonce', without('nonce'), { kind: 'refresh' })).toBe('skipped');
		expect(await statusOf('id-token-nonce', { nonce: 'other' }, { kind: 'refresh' })).toBe('fail');
	});

	it.each([
		['listed', ['RS256', 'ES256'], 'pass'],
		['not listed', ['RS256'], 'fail'],
		['not RS256, where nothing is listed', undefined, 'warn']
	])('says of an alg that is %s: %s', async (_, algorithms, status) => {
		const { id_token_signing_alg_values_supported: _listed, ...server } = metadata;
		const listed = algorithms ? { ...server, id_token_signing_alg_values_supported: algorithms } : server;
		expect(await statusOf('id-token-alg', {}, { server: listed })).toBe(status);
	});

	it('never takes alg none, even where the server lists it', async () => {
		const server = { ...metadata, id_token_signing_alg_values_supported: ['none', 'ES256'] };
		const checks = await checkIdToken(forgeToken({ alg: 'none' }, idTokenClaims()), { ...context, server });
		expect(failures(checks)).toEqual(['id-token-alg', 'id-token-signed']);
	});

	it.each([
		['RS256', 'sha256'],
		['PS384', 'sha384'],
		['ES256', 'sha256'],
		['ES384', 'sha384'],
		['ES512', 'sha512'],
		['EdDSA', 'sha512'],
		['Ed25519', 'sha512']
	] as const)('hashes the access token with %s as %s', async (alg, hash) => {
		const other = await createSigner(alg);
		for (const [digest, status] of [
			[halfHash('at-1', hash), 'pass'],
			[halfHash('at-2', hash), 'fail']
		] as const) {
			const token = await signToken(other, { ...idTokenClaims(), at_hash: digest });
			expect(statuses(await checkIdToken(token, context))['id-token-at-hash']).toBe(status);
		}
	});

	it('skips at_hash where no hash belongs to the alg', async () => {
		const token = forgeToken({ alg: 'none' }, { ...idTokenClaims(), at_hash: 'x' });
		expect(statuses(await checkIdToken(token, context))['id-token-at-hash']).toBe('skipped');
	});

	it('cuts a huge claim before it is shown', async () => {
		const checks = await checksOf({ iss: 'x'.repeat(1_000_000) });
		expect(checks.find(({ id }) => id === 'id-token-iss')?.actual).toHaveLength(301);
	});
});

describe('idTokenLibraryCheck', () => {
	const verdict = async (
		changes: JWTPayload = {},
		about: Partial<IdTokenContext> = {},
		jwks: unknown = { keys: [signer.publicJwk] }
	) => {
		const idToken = await signToken(signer, { ...idTokenClaims(), ...changes });
		const response = answer({ access_token: 'at-1', token_type: 'Bearer', id_token: idToken });
		return (
			await idTokenLibraryCheck(response, answer(jwks), {
				...context,
				...about
			})
		).status;
	};

	it('accepts a good token at the recorded time, however long ago', async () => {
		expect(await verdict()).toBe('pass');
		expect(await verdict(without('nonce'), { kind: 'refresh' })).toBe('pass');
	});

	it('compares when the person signed in with the max_age that was asked for, and wants to be told', async () => {
		const signedIn = (ago: number): JWTPayload => ({ auth_time: now - ago });
		expect(await verdict(signedIn(300), { maxAge: 300 })).toBe('pass');
		// Clocks may differ by half a minute.
		expect(await verdict(signedIn(331), { maxAge: 300 })).toBe('fail');
		expect(await verdict(signedIn(0), { maxAge: 0 })).toBe('pass');
		expect(await verdict({}, { maxAge: 300 })).toBe('fail');
		expect(await verdict({ auth_time: `${now}` }, { maxAge: 300 })).toBe('fail');
		expect(await verdict(signedIn(31_536_000))).toBe('pass');
	});

	it('waits for the key set', async () => {
		const idToken = await signToken(signer, idTokenClaims());
		const response = answer({ access_token: 'at-1', token_type: 'Bearer', id_token: idToken });
		expect((await idTokenLibraryCheck(response, undefined, context)).status).toBe('skipped');
	});

	it('refuses what the checks refuse', async () => {
		expect(await verdict({ exp: now - 31 })).toBe('fail');
		expect(await verdict({ aud: 'someone' })).toBe('fail');
		expect(await verdict({ nonce: 'other' })).toBe('fail');
		expect(await verdict({}, { nonce: undefined })).toBe('fail');
		expect(await verdict({}, {}, { keys: [] })).toBe('fail');
		expect(await verdict({}, {}, { keys: [(await createSigner('ES256')).publicJwk] })).toBe('fail');
	});

	it('reads a recorded answer that no platform can build again', async () => {
		const response = answer({ access_token: 'a', token_type: 'Bearer' }, { headers: [['bad name', 'x']] });
		expect((await idTokenLibraryCheck(response, undefined, context)).status).toBe('fail');
	});
});
