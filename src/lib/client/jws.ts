import { compactVerify, importJWK } from 'jose';
import type { Check } from '$lib/lexicon/check';
import { check, checkThat } from '$lib/lexicon/client-check';
import { say, type Said } from '$lib/lexicon/said';
import { isUnsigned } from '$lib/lexicon/placeholders';
import type { DecodedToken } from '$lib/message/jwt';
import type { KeySet, PublicKey } from './key-set';

/** Which keys an algorithm goes with. */
interface KeyKind {
	kty: string;
	crv?: string;
}

/** Asymmetric algorithms whose signatures a page can verify, with the keys of each (RFC 7518 §3.1). */
const keyKinds: ReadonlyMap<string, KeyKind> = new Map([
	['RS256', { kty: 'RSA' }],
	['RS384', { kty: 'RSA' }],
	['RS512', { kty: 'RSA' }],
	['PS256', { kty: 'RSA' }],
	['PS384', { kty: 'RSA' }],
	['PS512', { kty: 'RSA' }],
	['ES256', { kty: 'EC', crv: 'P-256' }],
	['ES384', { kty: 'EC', crv: 'P-384' }],
	['ES512', { kty: 'EC', crv: 'P-521' }],
	['EdDSA', { kty: 'OKP', crv: 'Ed25519' }],
	['Ed25519', { kty: 'OKP', crv: 'Ed25519' }]
]);

/** Whether a public key of a key set serves for it: neither `none` nor a shared secret. */
export const isPublicKeyAlgorithm = (alg: unknown): alg is string =>
	typeof alg === 'string' && keyKinds.has(alg);

/** Keys that are tried when a token does not say which one it is signed with. */
const mostTried = 50;

/** RFC 7518 §3.1, §3.6: `none` is no signature, and an HMAC is none that a public key verifies. */
function signedCheck(alg: string): Check {
	return checkThat('id-token-signed', isPublicKeyAlgorithm(alg), {
		expected: say('by-public-key'),
		actual: alg === 'none' ? say('algorithm-none') : say('algorithm', alg || say('missing'))
	});
}

/**
 * Whether there is a signature to verify, and the checks of its key and of itself. Those two are skipped without a
 * key set, and for algorithms that no key set serves. `redacted`: secrets were taken out of the walk; only then is a
 * placeholder no wrong signature.
 * @see [RFC 7515 §5.2](https://www.rfc-editor.org/rfc/rfc7515#section-5.2)
 */
export async function checkSignature(
	token: DecodedToken,
	keySet: KeySet | undefined,
	redacted = false
): Promise<[signed: Check, key: Check, signature: Check]> {
	const alg = typeof token.header.alg === 'string' ? token.header.alg : '';
	const kid = typeof token.header.kid === 'string' ? token.header.kid : undefined;
	const signed = signedCheck(alg);
	const skipped = (actual: Said): Check => check('id-token-signature', 'skipped', { actual });
	const noKey = (actual: Said): Check => check('id-token-key', 'skipped', { actual });
	const kind = keyKinds.get(alg);
	const gone = redacted && isUnsigned(token.parts[2]);
	if (!kind) return [signed, noKey(say('nothing-to-verify')), skipped(say('nothing-to-verify'))];
	if (!keySet) return [signed, noKey(say('no-key-set')), skipped(say(gone ? 'taken-out' : 'no-key-set'))];
	const fitting = keySet.keys.filter((key) => isFor(key, alg, kind));
	const named = fitting.filter((key) => kid === undefined || key.kid === kid);
	const name = kind.crv ? `${kind.kty} ${kind.crv}` : kind.kty;
	const keyCheck = checkThat('id-token-key', named.length === 1, {
		expected: kid === undefined ? say('one-key', name) : say('one-key-with-kid', name, kid),
		actual: say('count', named.length, keySet.keys.length)
	});
	if (gone) return [signed, keyCheck, skipped(say('taken-out'))];
	// That the key was not named stays a fault; whose signature it is can still be told.
	const tried = named.length > 0 ? named : fitting.filter((key) => key.kid === undefined);
	return [signed, keyCheck, await verifyWithAny(token, tried.slice(0, mostTried), alg)];
}

/** `EdDSA` is named `Ed25519` since RFC 9864; keys and tokens have either. */
const isSameAlgorithm = (one: string, other: string): boolean => one === other || (isEd(one) && isEd(other));
const isEd = (alg: string): boolean => alg === 'EdDSA' || alg === 'Ed25519';

/** RFC 7517 §4: a key is used for what it says that it is for. */
const isFor = (key: PublicKey, alg: string, { kty, crv }: KeyKind): boolean =>
	key.kty === kty &&
	(crv === undefined || key.crv === crv) &&
	(key.alg === undefined || isSameAlgorithm(key.alg, alg)) &&
	(key.use === undefined || key.use === 'sig') &&
	(key.key_ops === undefined || key.key_ops.includes('verify'));

async function verifyWithAny(token: DecodedToken, keys: readonly PublicKey[], alg: string): Promise<Check> {
	let last = check('id-token-signature', 'skipped', { actual: say('no-key') });
	for (const key of keys) {
		last = await verify(token, key, alg);
		if (last.status === 'pass') return last;
	}
	return last;
}

async function verify(token: DecodedToken, key: PublicKey, alg: string): Promise<Check> {
	try {
		await compactVerify(token.parts.join('.'), await importJWK(key, alg));
		return check('id-token-signature', 'pass', { actual: say('valid-by', alg) });
	} catch (error) {
		return check('id-token-signature', 'fail', {
			expected: say('valid'),
			actual: error instanceof Error ? error.message : String(error)
		});
	}
}

/** What the three checks of a signature come to in one: the first that failed, or the signature itself. */
export const decisive = (made: Awaited<ReturnType<typeof checkSignature>>): Check =>
	made.find(({ status }) => status === 'fail') ?? made[2];
