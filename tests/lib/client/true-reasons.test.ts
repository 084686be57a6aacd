/** What a check of an ID token says has to be true for the reason at hand, and no word of it beyond that. */
import { createHash } from 'node:crypto';
import { CompactEncrypt, exportJWK, generateKeyPair } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkIdToken, type IdTokenContext } from '$lib/client/id-token';
import { idTokenLibraryCheck } from '$lib/client/id-token-library';
import type { PublicKey } from '$lib/client/key-set';
import { isVerified } from '$lib/flow/verified';
import { adviceOf } from '$lib/lessons/en/checks/checks';
import { textOf } from '$lib/lessons/en/phrases/phrases';
import type { Check, CheckId } from '$lib/lexicon/check';
import { answer, failures } from '../../fixtures/messages';
import {
	at,
	clientId,
	createSigner,
	forgeToken,
	idTokenClaims,
	now,
	signToken,
	signWith,
	type Signer
} from '../../fixtures/tokens';
import { metadata } from '../../fixtures/walk';

let signer: Signer;
let rsa: Signer;
const keyOf = ({ publicJwk }: Signer): PublicKey => publicJwk as PublicKey;
beforeAll(async () => {
	[signer, rsa] = await Promise.all([createSigner('ES256', 'now-in-use'), createSigner('RS256', 'rsa')]);
});

const contextOf = (keys: readonly Signer[], about: Partial<IdTokenContext> = {}): IdTokenContext => ({
	server: metadata,
	clientId,
	nonce: String(idTokenClaims().nonce),
	accessToken: 'at-1',
	keySet: { keys: keys.map(keyOf) },
	at,
	kind: 'code',
	...about
});

async function read(token: string, context: IdTokenContext): Promise<Check[]> {
	const response = answer({ access_token: 'at-1', token_type: 'Bearer', id_token: token });
	const keys = answer({ keys: context.keySet?.keys });
	return [
		...(await checkIdToken(token, context)),
		await idTokenLibraryCheck(response, context.keySet && keys, context)
	];
}

/** The status of a check, what it found, and what it says of that, in words. */
function said(checks: readonly Check[], id: CheckId): string {
	const found = checks.find((one) => one.id === id);
	if (!found) return 'not made';
	const actual = found.actual === undefined ? '' : textOf(found.actual);
	const advice = adviceOf(found);
	const isSilent = found.status === 'pass' || found.status === 'skipped';
	return `${found.status}: ${actual} ${isSilent ? '' : `${advice.fails} ${advice.fix}`}`;
}

describe('dates', () => {
	it.each<[string, Record<string, unknown>, string]>([
		['text', { exp: String(now + 60), iat: String(now) }, `exp: text ("${now + 60}"), iat: text ("${now}")`],
		['text that has passed', { exp: String(now - 9999) }, `exp: text ("${now - 9999}")`],
		['an ISO date', { exp: '2030-01-01T00:00:00Z' }, 'exp: text ("2030-01-01T00:00:00Z")'],
		['milliseconds', { iat: at, exp: at + 60_000 }, `which looks like milliseconds`],
		['auth_time as text', { auth_time: String(now) }, `auth_time: text`]
	])('as %s are malformed, and not judged', async (_, claims, found) => {
		const checks = await checkIdToken(
			await signToken(signer, { ...idTokenClaims(), ...claims }),
			contextOf([signer])
		);
		expect(failures(checks)).toEqual(['id-token-dates']);
		expect(said(checks, 'id-token-dates')).toContain(found);
		expect(said(checks, 'id-token-dates')).toContain('must be numbers of seconds');
		for (const name of ['exp', 'iat'] as const) {
			if (Object.hasOwn(claims, name))
				expect(said(checks, `id-token-${name}`)).toMatch(/^skipped.*not judged/);
		}
	});

	it('that are missing are said to be missing, and that have passed to have passed', async () => {
		const of = async (claims: object) =>
			checkIdToken(await signToken(signer, { ...idTokenClaims(), ...claims }), contextOf([signer]));
		expect(said(await of({ exp: undefined }), 'id-token-exp')).toMatch(
			/^fail: missing The ID token has no exp/
		);
		expect(said(await of({ exp: now - 99 }), 'id-token-exp')).toMatch(/^fail.*has passed/);
	});
});

describe('a critical header', () => {
	it.each([
		['an extension', { crit: ['exp'], exp: now }, 'not understood: exp'],
		['what is not there', { crit: ['urn:x'] }, 'not in the header: urn:x'],
		['a standard member', { crit: ['kid'] }, 'no extension: kid'],
		['nothing', { crit: [] }, 'crit: []'],
		['no list', { crit: 'exp', exp: 1 }, 'crit: exp'],
		['b64', { crit: ['b64'], b64: false }, 'b64: false']
	])('that names %s is refused, and the signature is told for itself', async (_, header, found) => {
		const token = await signWith(signer, { kid: 'now-in-use', ...header });
		const checks = await read(token, contextOf([signer]));
		expect(failures(checks)).toEqual(['id-token-crit', 'id-token-library']);
		expect(said(checks, 'id-token-crit')).toContain(found);
		expect(said(checks, 'id-token-crit')).not.toContain('changed');
		expect(said(checks, 'id-token-signature')).toMatch(/^pass/);
		const [head, payload] = token.split('.');
		const forged = await checkIdToken(`${head}.${payload}.${'A'.repeat(86)}`, contextOf([signer]));
		expect(failures(forged)).toEqual(['id-token-signature', 'id-token-crit']);
	});
});

describe('algorithms', () => {
	it.each(['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'])(
		'%s is verified',
		async (alg) => {
			const own = await createSigner(alg, 'k');
			const server = { ...metadata, id_token_signing_alg_values_supported: [alg] };
			const checks = await read(await signToken(own, idTokenClaims()), contextOf([own, signer], { server }));
			expect(failures(checks)).toEqual([]);
			expect(isVerified(checks)).toBe(true);
		}
	);

	it.each([
		['ES256K', { kty: 'EC', crv: 'secp256k1', x: 'eA', y: 'eQ' }],
		['Ed448', { kty: 'OKP', crv: 'Ed448', x: 'eA' }],
		['ML-DSA-65', { kty: 'AKP', pub: 'eA' }]
	])('%s cannot be checked by this browser, which says nothing against the token', async (alg, key) => {
		const server = { ...metadata, id_token_signing_alg_values_supported: [alg] };
		const keySet = { keys: [{ ...key, kid: 'k', alg }] };
		const token = forgeToken({ alg, kid: 'k' }, idTokenClaims(), 'c2lnbmF0dXJl');
		const checks = await read(token, contextOf([], { server, keySet }));
		expect(failures(checks)).toEqual([]);
		expect(isVerified(checks)).toBe(false);
		expect(said(checks, 'id-token-key')).toMatch(/^pass/);
		expect(said(checks, 'id-token-signed')).toContain('This browser cannot check it');
		const words = checks.map(({ id }) => said(checks, id)).join(' ');
		expect(words).not.toMatch(/nobody|discard|forged/i);
	});

	it('HS256 needs the client secret, which a public client has not', async () => {
		const server = { ...metadata, id_token_signing_alg_values_supported: ['HS256'] };
		const token = forgeToken({ alg: 'HS256' }, idTokenClaims(), 'A'.repeat(43));
		const checks = await read(token, contextOf([signer], { server }));
		expect(failures(checks)).toEqual(['id-token-signed']);
		expect(said(checks, 'id-token-signed')).toMatch(/client secret.*public client.*RS256 or ES256/s);
		const kept = await read(token, contextOf([signer], { server, confidential: true }));
		expect(failures(kept)).toEqual([]);
		expect(isVerified(kept)).toBe(false);
	});
});

describe('keys', () => {
	it('without a kid each is tried, and the one that fits is named', async () => {
		const others = await Promise.all(['a', 'b'].map((kid) => createSigner('RS256', kid)));
		const checks = await read(
			await signToken(rsa, idTokenClaims(), {}),
			contextOf([...others, rsa], {
				server: { ...metadata, id_token_signing_alg_values_supported: ['RS256'] }
			})
		);
		expect(failures(checks)).toEqual([]);
		expect(said(checks, 'id-token-key')).toMatch(/^warn: no kid; of 3 keys this one fits: rsa/);
		expect(said(checks, 'id-token-signature')).toContain('RS256, valid by the key rsa');
		expect(said(checks, 'id-token-library')).toMatch(/^warn/);
	});

	it('that have no name are named by their place', async () => {
		const [one, other] = await Promise.all([createSigner('ES256'), createSigner('ES256')]);
		const bare = ({ publicJwk: { kid: _, ...key } }: Signer) => key as PublicKey;
		const keySet = { keys: [bare(one), bare(other)] };
		const checks = await checkIdToken(await signToken(other, idTokenClaims(), {}), contextOf([], { keySet }));
		expect(said(checks, 'id-token-signature')).toContain('number 2 of the set');
	});

	it.each(['rotated-away', ''])('a kid %j that is not in the set is no sign of a forgery', async (kid) => {
		const stranger = await createSigner('ES256', 'stranger');
		const checks = await checkIdToken(
			await signToken(stranger, idTokenClaims(), { kid }),
			contextOf([signer, rsa])
		);
		expect(failures(checks)).toEqual(['id-token-key']);
		expect(said(checks, 'id-token-key')).toMatch(
			/has now-in-use, rsa.*rotated.*cache.*another server.*no sign/s
		);
		expect(said(checks, 'id-token-signature')).toBe('skipped: no key to verify with ');
	});

	it('a key of the set under another name is found', async () => {
		const checks = await checkIdToken(
			await signToken(signer, idTokenClaims(), { kid: 'thumbprint' }),
			contextOf([signer, rsa])
		);
		expect(said(checks, 'id-token-key')).toMatch(/signature fits another: now-in-use/);
	});

	it('a key of another kind, or for something else, is told as that', async () => {
		const other = await createSigner('RS256', 'now-in-use');
		const token = await signToken(signer, idTokenClaims());
		expect(said(await checkIdToken(token, contextOf([other])), 'id-token-key')).toContain(
			'something else (RSA)'
		);
		expect(
			said(await checkIdToken(token, contextOf([await createSigner('RS256', 'x')])), 'id-token-key')
		).toContain('none; the set has RSA');
		const keySet = { keys: [{ ...keyOf(signer), use: 'enc' }] };
		expect(said(await checkIdToken(token, contextOf([], { keySet })), 'id-token-key')).toContain('use: enc');
	});

	it('of 1024 bits are too short, whose signature fits all the same', async () => {
		const way = {
			name: 'RSASSA-PKCS1-v1_5',
			hash: 'SHA-256',
			modulusLength: 1024,
			publicExponent: new Uint8Array([1, 0, 1])
		};
		const { privateKey, publicKey } = await crypto.subtle.generateKey(way, true, ['sign', 'verify']);
		const jwk = { ...(await exportJWK(publicKey)), kty: 'RSA', kid: 'short' };
		const short: Signer = { alg: 'RS256', privateKey, publicJwk: jwk };
		const checks = await checkIdToken(await signWith(short, { kid: 'short' }), contextOf([short]));
		expect(said(checks, 'id-token-key')).toContain('a key of 1024 bits');
		expect(said(checks, 'id-token-signature')).toMatch(/^pass/);
	});
});

describe('signatures', () => {
	const cutTo = async (signature: string) =>
		(await signToken(signer, idTokenClaims())).replace(/[^.]*$/, signature);

	it.each(['', 'redacted', 'REDACTED', '***', '[signature redacted]', '…', '<removed>', 'xxxx'])(
		'%j in the place of one was cut off before a recording came here',
		async (signature) => {
			const checks = await read(await cutTo(signature), contextOf([signer], { recorded: true }));
			expect(failures(checks)).toEqual([]);
			expect(isVerified(checks)).toBe(false);
			expect(said(checks, 'id-token-key')).toMatch(/^pass/);
			expect(said(checks, 'id-token-signature')).toMatch(/^skipped: the signature was cut off/);
			expect(said(checks, 'id-token-library')).toMatch(/^skipped: the signature was cut off/);
		}
	);

	it('that a server itself left out are none', async () => {
		expect(failures(await read(await cutTo(''), contextOf([signer])))).toContain('id-token-signature');
	});

	it('of another length are not said to be of a changed token', async () => {
		const token = await signToken(signer, idTokenClaims());
		const checks = await checkIdToken(token.slice(0, -20), contextOf([signer]));
		expect(said(checks, 'id-token-signature')).toMatch(/^fail: 49 bytes in place of 64.*cut off/s);
	});

	it('in DER are told as that', async () => {
		const der = Buffer.from([
			0x30,
			68,
			2,
			32,
			...new Uint8Array(32).fill(1),
			2,
			32,
			...new Uint8Array(32).fill(2)
		]);
		const checks = await checkIdToken(await cutTo(der.toString('base64url')), contextOf([signer]));
		expect(said(checks, 'id-token-signature')).toMatch(/^fail: DER: 70 bytes/);
	});
});

describe('what is in a token', () => {
	it('an encrypted one is for whoever has the private key, and nothing else is said of it', async () => {
		const { publicKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256' });
		const token = await new CompactEncrypt(new TextEncoder().encode('a.b.c'))
			.setProtectedHeader({ alg: 'ECDH-ES', enc: 'A128GCM' })
			.encrypt(publicKey);
		const checks = await read(token, contextOf([signer]));
		expect(failures(checks)).toEqual([]);
		expect(isVerified(checks)).toBe(false);
		expect(said(checks, 'id-token-form')).toMatch(
			/^warn: 5 parts: encrypted \(JWE\) with ECDH-ES and A128GCM.*encryption key for this client.*private key/s
		);
		expect(checks.map(({ status }) => status)).toEqual(['warn', 'skipped']);
	});

	it('a name that stands there twice is told, and so is a number that is rounded', async () => {
		const text = JSON.stringify(idTokenClaims());
		const twice = await signWith(signer, { kid: 'now-in-use' }, `${text.slice(0, -1)},"sub":"admin"}`);
		const inHeader = await signWith(signer, '{"alg":"ES256","kid":"now-in-use","kid":"now-in-use"}');
		const large = await signWith(
			signer,
			{ kid: 'now-in-use' },
			text.replace('"user-1"', '12345678901234567890')
		);
		const of = (token: string) => checkIdToken(token, contextOf([signer]));
		expect(said(await of(twice), 'id-token-members')).toMatch(/^warn: doubled: sub/);
		expect(said(await of(inHeader), 'id-token-members')).toMatch(/^warn: doubled: kid/);
		expect(said(await of(large), 'id-token-members')).toContain('sub: 12345678901234567890');
		expect(said(await of(large), 'id-token-sub')).toMatch(/^fail: the number 12345678901234567890/);
	});

	it('claims that are compressed are not said to be broken', async () => {
		const checks = await checkIdToken(
			await signWith(signer, { zip: 'DEF' }, 'not json'),
			contextOf([signer])
		);
		expect(said(checks, 'id-token-form')).toMatch(/^fail: payload: compressed \(zip: DEF\)/);
	});

	it('an SD-JWT is told as one', async () => {
		const token = `${await signToken(signer, idTokenClaims())}~WyJhIiwiYiJd~WyJjIl0~`;
		expect(said(await checkIdToken(token, contextOf([signer])), 'id-token-form')).toMatch(
			/^fail: an SD-JWT: a signed JWT and 2 disclosures/
		);
	});

	it.each([
		[metadata.issuer, `${metadata.issuer}/`],
		[`${metadata.issuer}/`, metadata.issuer]
	])('an issuer %s that differs by the slash alone from %s is told as that', async (expected, iss) => {
		const server = { ...metadata, issuer: expected };
		const token = await signToken(signer, { ...idTokenClaims(), iss });
		expect(said(await checkIdToken(token, contextOf([signer], { server })), 'id-token-iss')).toMatch(
			/^fail:.*by the slash at the end alone/s
		);
	});

	const hash = (name: string) => createHash(name).update('at-1').digest();
	it.each([
		['the whole hash', hash('sha256').toString('base64url'), 'the whole SHA-256 hash'],
		['the right half', hash('sha256').subarray(16).toString('base64url'), 'the right half'],
		['hexadecimal', hash('sha256').subarray(0, 16).toString('hex'), 'in hexadecimal'],
		['another hash', hash('sha512').subarray(0, 32).toString('base64url'), 'made by SHA-512, not by SHA-256']
	])('at_hash of %s was made of this very token', async (_, at_hash, found) => {
		const checks = await checkIdToken(
			await signToken(signer, { ...idTokenClaims(), at_hash }),
			contextOf([signer])
		);
		expect(failures(checks)).toEqual(['id-token-at-hash']);
		expect(said(checks, 'id-token-at-hash')).toContain(found);
		expect(said(checks, 'id-token-at-hash')).toContain('The tokens belong together');
	});

	it('a nonce after a refresh is that of the first sign-in, or none', async () => {
		const of = async (nonce: string | undefined) =>
			said(
				await checkIdToken(
					await signToken(signer, { ...idTokenClaims(), nonce }),
					contextOf([signer], { kind: 'refresh' })
				),
				'id-token-nonce'
			);
		expect(await of(String(idTokenClaims().nonce))).toMatch(/^pass/);
		expect(await of(undefined)).toMatch(/^skipped/);
		expect(await of('another')).toMatch(/^fail: another: another.*that of the first sign-in/s);
	});
});
