import type { Check } from '$lib/lexicon/check';
import { check } from '$lib/lexicon/client-check';
import { say, type Said } from '$lib/lexicon/said';
import { isCutSignature, isUnsigned } from '$lib/lexicon/placeholders';
import type { DecodedToken } from '$lib/message/jwt';
import {
	fewestBytes,
	lengthFault,
	modulusBytes,
	signatureFitter,
	type SignatureFit
} from '$lib/message/signature';
import { isKnownElsewhere, isOfSecret, isPublicKeyAlgorithm, kindsFor, nameOfKind } from './algorithms';
import { critCheck } from './critical';
import type { KeySet, PublicKey } from './key-set';
import { chooseKeys, nameOf, type Choice } from './signing-keys';

/** What is known of a token besides itself. */
export interface SignatureContext {
	/** Whether secrets were taken out of the walk: only then is a placeholder no wrong signature. */
	redacted?: boolean;
	/** Whether somebody else recorded it: then a signature that is not there was cut off on the way. */
	recorded?: boolean;
	/** Whether the client has a secret: with it, and with nothing else, an HMAC can be checked. */
	confidential?: boolean;
	/** Whether a person gave the keys: they may have come in a form that has no names, such as PEM. */
	given?: boolean;
}

/** RFC 7518 §3.1, §3.6: `none` is no signature. OIDC Core §10.1: a public client must not be given an HMAC. */
function signedCheck(alg: string, { confidential = false }: SignatureContext): Check {
	const made = (status: Check['status'], actual: Said): Check =>
		check('id-token-signed', status, { expected: say('by-public-key'), actual });
	if (isPublicKeyAlgorithm(alg)) return made('pass', say('algorithm', alg));
	if (alg === 'none') return made('fail', say('algorithm-none'));
	if (isOfSecret(alg)) return made(confidential ? 'warn' : 'fail', say('algorithm-of-secret', alg));
	if (isKnownElsewhere(alg)) return made('warn', say('algorithm-not-here', alg));
	return made('fail', alg === '' ? say('algorithm', say('missing')) : say('algorithm-not-known', alg));
}

/** A key that was tried, and what came of it. */
interface Tried {
	key: PublicKey;
	fit: SignatureFit;
}

async function tryKeys({ parts }: DecodedToken, keys: readonly PublicKey[], alg: string): Promise<Tried[]> {
	const tried: Tried[] = [];
	const fits = signatureFitter(parts, alg);
	for (const key of keys) {
		tried.push({ key, fit: await fits(key) });
		if (tried.at(-1)?.fit === 'fits') break;
	}
	return tried;
}

/** Which key it is, or why none can be named. */
function keyCheck(
	choice: Choice,
	tried: readonly Tried[],
	alg: string,
	{ keys }: KeySet,
	{ given = false }: SignatureContext
): Check {
	const [first = '', ...others] = kindsFor(alg).map(nameOfKind);
	const name = others.length === 0 ? first : say('one-of', first, ...others);
	const expected =
		choice.kid === undefined ? say('one-key', name) : say('one-key-with-kid', name, choice.kid);
	const made = (status: Check['status'], actual: Said): Check =>
		check('id-token-key', status, { expected, actual });
	const found = tried.find(({ fit }) => fit === 'fits');
	const length = found?.key.n === undefined ? undefined : modulusBytes(found.key.n);
	if (length !== undefined && length < fewestBytes) return made('fail', say('key-too-short', length * 8));
	switch (choice.by) {
		case 'named':
		case 'only':
			if (choice.keys.length > 1) return made('warn', say('kid-of-several', choice.keys.length));
			return tried.some(({ fit }) => fit === 'unusable')
				? made('fail', say('key-unusable', nameOf(choice.keys[0], keys)))
				: made('pass', say('count', 1, keys.length));
		case 'several':
			return found
				? made('warn', say('key-tried', nameOf(found.key, keys), choice.keys.length))
				: made('warn', say('none-of-keys', choice.keys.length));
		case 'another':
			// RFC 7517 §4.5: a key may have no name; RFC 7515 §4.1.4: the one in the token is a hint. Libraries want both alike.
			if (found && found.key.kid === undefined)
				return made(given ? 'warn' : 'fail', say('key-without-name', nameOf(found.key, keys)));
			return found
				? made('fail', say('kid-of-no-key', nameOf(found.key, keys)))
				: made('fail', say('kid-not-in-set', ...keys.slice(0, 8).map((key) => nameOf(key, keys))));
		case 'for-else':
			return made('fail', say('key-for-else', choice.what));
		case 'none':
			return made('fail', say('no-key-of-kind', ...new Set(keys.slice(0, 8).map(nameOfKind))));
	}
}

function lengthOf(signature: string, alg: string, key: PublicKey | undefined): Said | undefined {
	const fault = key && lengthFault(signature, alg, key);
	return fault && say(fault.der ? 'signature-in-der' : 'signature-length', fault.found, fault.wanted);
}

function signatureCheck(
	token: DecodedToken,
	choice: Choice,
	tried: readonly Tried[],
	alg: string,
	all: KeySet
): Check {
	const found = tried.find(({ fit }) => fit === 'fits');
	const isNamed = choice.by === 'named' && choice.keys.length === 1;
	// A name is no proof, and a key with another name is not the one that was named.
	if (found && choice.by === 'another' && found.key.kid !== undefined)
		return check('id-token-signature', 'skipped', { actual: say('kid-of-no-key', found.key.kid) });
	if (found) {
		const actual =
			isNamed || choice.by === 'only'
				? say('valid-by', alg)
				: say('valid-by-key', alg, nameOf(found.key, all.keys));
		return check('id-token-signature', 'pass', { actual });
	}
	const skipped = (actual: Said): Check => check('id-token-signature', 'skipped', { actual });
	if (tried.some(({ fit }) => fit === 'unable')) return skipped(say('browser-cannot', alg));
	// That the keys of others do not fit says nothing: the right one is not there.
	if (choice.by === 'another' || choice.by === 'for-else' || tried.length === 0)
		return skipped(say('no-key'));
	if (tried.every(({ fit }) => fit === 'unusable'))
		return skipped(say('key-unusable', nameOf(tried[0]?.key, all.keys)));
	const actual =
		lengthOf(token.parts[2], alg, tried[0]?.key) ??
		(tried.length > 1 ? say('signature-of-none', tried.length) : say('signature-of-another'));
	return check('id-token-signature', 'fail', { expected: say('valid'), actual });
}

/**
 * Whether there is a signature to verify, and the checks of its key and of itself, whatever `crit` says. Key and
 * signature are skipped without a key set, and for algorithms that no key set serves.
 * @see [RFC 7515 §5.2](https://www.rfc-editor.org/rfc/rfc7515#section-5.2)
 */
export async function checkSignature(
	token: DecodedToken,
	keySet: KeySet | undefined,
	about: SignatureContext = {}
): Promise<[signed: Check, key: Check, signature: Check]> {
	const { header, parts } = token;
	const alg = typeof header.alg === 'string' ? header.alg : '';
	const signed = signedCheck(alg, about);
	const without = (key: Said, signature = key): [Check, Check, Check] => [
		signed,
		check('id-token-key', 'skipped', { actual: key }),
		check('id-token-signature', 'skipped', { actual: signature })
	];
	const gone = goneOf(parts[2], about);
	if (isOfSecret(alg)) return without(say('of-secret'), gone ?? say('of-secret'));
	if (kindsFor(alg).length === 0) return without(say('nothing-to-verify'));
	if (!keySet) return without(say('no-key-set'), gone ?? say('no-key-set'));
	const choice = chooseKeys(keySet.keys, header.kid, alg);
	if (gone) {
		const skipped = check('id-token-signature', 'skipped', { actual: gone });
		return [signed, keyCheck(choice, [], alg, keySet, about), skipped];
	}
	const tried = await tryKeys(token, choice.keys, alg);
	const key = keyCheck(choice, tried, alg, keySet, about);
	return [signed, key, signatureCheck(token, choice, tried, alg, keySet)];
}

/** Why there is no signature, where whoever gave us the token took it away. */
export function goneOf(signature: string, { redacted, recorded }: SignatureContext): Said | undefined {
	if (redacted && isUnsigned(signature)) return say('taken-out');
	return recorded && isCutSignature(signature) ? say('signature-cut') : undefined;
}

/** What the checks of a signature come to in one: the first that failed, or the signature itself. */
export async function signatureVerdict(
	token: DecodedToken,
	keySet: KeySet | undefined,
	about: SignatureContext = {}
): Promise<Check> {
	const made = await checkSignature(token, keySet, about);
	return [...made, critCheck(token.header)].find(({ status }) => status === 'fail') ?? made[2];
}
