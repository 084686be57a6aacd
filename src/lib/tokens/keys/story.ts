import type { JWK } from 'jose';
import { isKnownElsewhere, isOfKindFor, isOfSecret, kindsFor, nameOfKind } from '$lib/client/algorithms';
import type { KeySet, PublicKey } from '$lib/client/key-set';
import { chooseKeys, type Choice } from '$lib/client/signing-keys';
import { note, type Phrase } from '$lib/lexicon/said';
import { isJsonObject } from '$lib/message/json-body';
import { isJwk } from '$lib/message/jwt';
import { badInSignature, issuedAt, issuerOf, readCompact, type Compact } from '$lib/message/compact';
import { lengthFault, modulusBytes, signatureFitter, type SignatureFit } from '$lib/message/signature';
import { encodeBase64url } from '$lib/wire/base64url';
import { carriedKeys } from './carried';
import { faultOfKey } from './judged';
import type { Pause } from './read-keys';
import { notesOnSecret } from './secret';

/** What is known besides the token. */
export interface StoryContext {
	keys?: KeySet;
	/** When the server gave these keys, in milliseconds; undefined where they were pasted. */
	keysAt?: number;
	secret?: Uint8Array;
	/** Whether it is a proof of possession, which is verified by the key that it brings and by no other. */
	isProof?: boolean;
	pause?: Pause;
}

/**
 * `fits`: a key that was given made this signature. `differs`: the keys that it could be of did not. `unsigned`: there is
 * none. `unknown`: it could not be found out.
 */
export type Verdict = 'fits' | 'differs' | 'unsigned' | 'unknown';

export interface SignatureStory {
	verdict: Verdict;
	alg?: string;
	/** The key that fits, as it was given. */
	key?: PublicKey;
	/** What came of it, first; then what it may rest on, and what would tell. */
	told: readonly Phrase[];
	/** What deserves a warning whatever came of it. */
	warnings: readonly Phrase[];
}

type Told = Omit<SignatureStory, 'alg' | 'warnings'>;

const unknown = (...told: Phrase[]): Told => ({ verdict: 'unknown', told });

const nameIn =
	({ keys }: KeySet) =>
	(key: PublicKey): Phrase =>
		key.kid === undefined ? note('key-number', keys.indexOf(key) + 1) : note('key-with-kid', key.kid);

/** What came of the keys that were asked: the one that fits, or the count of each answer. */
interface Asked {
	found?: PublicKey;
	counts: Record<SignatureFit, number>;
	first?: PublicKey;
}

async function ask(
	keys: readonly PublicKey[],
	fits: (key: JWK) => Promise<SignatureFit>,
	pause?: Pause
): Promise<Asked> {
	const asked: Asked = { counts: { fits: 0, differs: 0, unable: 0, unusable: 0 } };
	for (const key of keys) {
		const fit = await fits(key);
		asked.counts[fit]++;
		if (fit === 'fits') return { ...asked, found: key };
		if (fit === 'differs') asked.first ??= key;
		await pause?.();
	}
	return asked;
}

/** Why a signature that did not fit may not have. */
function reasons(choice: Choice, token: Compact, { keysAt }: StoryContext): Phrase[] {
	const issued = issuedAt(token);
	const isOlder = keysAt !== undefined && issued !== undefined && issued > keysAt;
	const older = isOlder ? [note('keys-older', timeOf(keysAt), timeOf(issued))] : [];
	const issuer = issuerOf(token);
	return [
		note(choice.by === 'another' || choice.by === 'for-else' ? 'why-kid-absent' : 'why-none-fits'),
		...older,
		note('tell-fetch-again'),
		...(issuer === undefined ? [] : [note('tell-issuer', issuer.slice(0, 300))])
	];
}

const timeOf = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** What of the signature itself shows that it is none by these keys. */
function lengthNote({ parts, alg }: Pick<Compact, 'parts' | 'alg'>, key: PublicKey | undefined): Phrase[] {
	const fault = key && lengthFault(parts[2], alg, key);
	return fault ? [note(fault.der ? 'differs-der' : 'differs-length', fault.found, fault.wanted)] : [];
}

async function byKeys(token: Compact, keySet: KeySet, context: StoryContext, fits: Fitter): Promise<Told> {
	const { alg, header } = token;
	const name = nameIn(keySet);
	const choice = chooseKeys(keySet.keys, header.kid, alg);
	if (choice.by === 'none') return unknown(note('no-key-for', alg, kindsFor(alg).map(nameOfKind).join(', ')));
	const forElse = choice.by === 'for-else' ? [note('named-for-else', choice.kid ?? '', choice.what)] : [];
	const meant = choice.by === 'for-else' ? chooseKeys(keySet.keys, undefined, alg).keys : choice.keys;
	const asked = await ask(meant, fits, context.pause);
	const { found, counts, first } = asked;
	if (found) return { verdict: 'fits', key: found, told: [fitNote(choice, found, name, token), ...forElse] };
	if (counts.unable > 0) return unknown(note('browser-cannot', alg));
	if (meant.length > 0 && counts.differs === 0) return unknown(note('keys-unusable', counts.unusable));
	if (choice.by === 'named') return namedDiffers(choice, token, keySet, context, fits, first);
	const length = lengthNote(token, first);
	if (choice.by === 'another' || choice.by === 'for-else') {
		// Where the one that is named is there and for something else, and no other was tried, that is all there is to say.
		if (counts.differs === 0) return unknown(...forElse);
		const told = note('differs-other', choice.kid ?? '', counts.differs);
		// That the keys of others do not fit says nothing: the right one is not there.
		return unknown(...forElse, told, ...length, ...reasons(choice, token, context));
	}
	const told = choice.by === 'only' ? note('differs-only') : note('differs-several', counts.differs);
	return { verdict: 'differs', told: [told, ...length, ...reasons(choice, token, context)] };
}

type Fitter = (key: JWK) => Promise<SignatureFit>;

function fitNote(
	{ by, kid, keys }: Choice,
	found: PublicKey,
	name: (key: PublicKey) => Phrase,
	{ alg }: Compact
): Phrase {
	const key = name(found);
	if (by === 'named') return note('fits-named', key, alg);
	if (by === 'only') return note('fits-only', key, alg);
	if (by === 'several') return note('fits-of-several', key, alg, keys.length);
	return note(found.kid === undefined ? 'fits-unnamed' : 'fits-other', key, alg, kid ?? '');
}

/** The key that was named is there and does not fit: another one that does would say that names were mixed up. */
async function namedDiffers(
	choice: Choice,
	token: Compact,
	keySet: KeySet,
	context: StoryContext,
	fits: Fitter,
	first: PublicKey | undefined
): Promise<Told> {
	const others = chooseKeys(keySet.keys, undefined, token.alg).keys.filter(
		(key) => !choice.keys.includes(key)
	);
	const { found } = await ask(others, fits, context.pause);
	const told = note('differs-named', choice.kid ?? '');
	if (found) {
		const why = note('why-named-other-fits', nameIn(keySet)(found));
		return {
			verdict: 'fits',
			key: found,
			told: [note('fits-other', nameIn(keySet)(found), token.alg, choice.kid ?? ''), told, why]
		};
	}
	const rest = reasons(choice, token, context).slice(1);
	return {
		verdict: 'differs',
		told: [told, ...lengthNote(token, first), note('why-named-differs'), ...rest]
	};
}

async function bySecret({ alg }: Compact, secret: Uint8Array, fits: Fitter): Promise<Told> {
	const fit = await fits({ kty: 'oct', k: encodeBase64url(secret) });
	if (fit === 'fits') return { verdict: 'fits', told: [note('fits-secret', alg)] };
	if (fit !== 'differs') return unknown(note('keys-unusable', 1));
	return { verdict: 'differs', told: [note('differs-secret', alg), note('tell-secret-form')] };
}

/**
 * RFC 9449 §4.2, §4.3: a proof brings its public key, and shows that whoever made it holds the private one. Whose key that
 * is says the token that is bound to it.
 */
async function byOwnKey({ header: { jwk }, alg, parts }: Compact, fits: Fitter): Promise<Told> {
	if (isOfSecret(alg)) return unknown(note('proof-of-secret', alg));
	if (!isJsonObject(jwk) || !isJwk(jwk) || jwk.kty === 'oct' || faultOfKey(jwk) !== undefined)
		return unknown(note('proof-without-key'));
	const key: PublicKey = { ...jwk, kty: jwk.kty ?? '' };
	if (!isOfKindFor(alg, key))
		return unknown(note('proof-key-kind', alg, kindsFor(alg).map(nameOfKind).join(', ')));
	switch (await fits(key)) {
		case 'fits':
			return { verdict: 'fits', key, told: [note('fits-proof', alg)] };
		case 'differs':
			return { verdict: 'differs', told: [note('differs-proof'), ...lengthNote({ parts, alg }, key)] };
		case 'unable':
			return unknown(note('browser-cannot', alg));
		case 'unusable':
			return unknown(note('keys-unusable', 1));
	}
}

/** RFC 7518 §3.3, §3.5: RSA keys have 2048 bits or more; shorter ones are within reach of whoever can pay for it. */
function shortNote(key: PublicKey | undefined, name: (key: PublicKey) => Phrase): Phrase[] {
	const bits = (modulusBytes(key?.n ?? '') ?? 0) * 8;
	return key?.kty === 'RSA' && bits < 2048 ? [note('rsa-short', name(key), bits)] : [];
}

/** Everything but what holds for each outcome alike. */
async function verdictOf(token: Compact, context: StoryContext, fits: Fitter): Promise<Told> {
	const { alg, parts } = token;
	if (alg === 'none') {
		const none = note(parts[2] === '' ? 'alg-none' : 'alg-none-with-signature');
		return { verdict: 'unsigned', told: [none] };
	}
	const isPublic = kindsFor(alg).length > 0;
	if (!isPublic && !isOfSecret(alg)) return unknown(note('alg-unknown', alg.slice(0, 60)));
	if (parts[2] === '') return { verdict: 'unsigned', told: [note('signature-missing')] };
	const bad = badInSignature(token);
	if (bad !== undefined) return unknown(note('signature-not-base64url', bad + 1));
	if (context.isProof) return byOwnKey(token, fits);
	if (isOfSecret(alg)) {
		const { secret } = context;
		return secret && secret.length > 0 ? bySecret(token, secret, fits) : unknown(note('no-secret-yet', alg));
	}
	if (context.keys && context.keys.keys.length > 0) return byKeys(token, context.keys, context, fits);
	return unknown(note(isKnownElsewhere(alg) ? 'browser-cannot-yet' : 'no-keys-yet', alg));
}

/** A signature that does not fit says nothing where it is not known what was signed. */
function asFarAsKnown(told: Told, { unknown: names, parts }: Compact): Told {
	if (told.verdict !== 'differs') return told;
	if (names.length > 0)
		return {
			...told,
			verdict: 'unknown',
			told: [note('why-crit', names.join(', ').slice(0, 300)), ...told.told]
		};
	return parts[1] === ''
		? { ...told, verdict: 'unknown', told: [note('payload-detached'), ...told.told] }
		: told;
}

/**
 * Whether one of the keys that were given made the signature of a token, which one, and where not, what is known of the
 * reason: whether a key was changed since, or the token. Of no claim and no date it says whether they are good.
 * @see [RFC 7515 §5.2](https://www.rfc-editor.org/rfc/rfc7515#section-5.2), [OIDC Core §10.1.1](https://openid.net/specs/openid-connect-core-1_0.html#RotateSigKeys)
 */
export async function signatureStory(token: string, context: StoryContext = {}): Promise<SignatureStory> {
	const read = readCompact(token);
	if (!read.ok) return { verdict: 'unknown', told: [read.failure], warnings: [] };
	const compact = read.value;
	const fits = signatureFitter(compact.parts, compact.alg);
	const told = asFarAsKnown(await verdictOf(compact, context, fits), compact);
	const { secret, isProof } = context;
	const name = isProof ? () => note('key-in-header') : nameIn(context.keys ?? { keys: [] });
	return {
		...told,
		alg: compact.alg,
		warnings: [
			...compact.notes,
			...shortNote(told.key, name),
			...(secret && !isProof && isOfSecret(compact.alg) ? notesOnSecret(secret, compact.alg) : []),
			...(isProof ? [] : await carriedKeys(compact, fits, context.keys, name))
		]
	};
}
