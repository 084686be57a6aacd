import { calculateJwkThumbprint, CompactSign, exportJWK, generateKeyPair, type JWK } from 'jose';
import { isJwtType, type JwtType } from '$lib/lexicon/jwt-types';
import { decodeToken } from '$lib/message/jwt';
import type { Realm, Store } from './realm';
import type { SigningAlgorithm } from './settings';
import { isSignedWith } from '$lib/message/signature';

/** A signing key. The private half cannot leave the platform's key store: it is not extractable. */
export interface SigningKey {
	kid: string;
	alg: SigningAlgorithm;
	privateKey: CryptoKey;
	publicJwk: JWK;
	createdAt: number;
	/** Replaced by a newer one. */
	retired?: boolean;
}

/** Keys being made, so that two requests do not make two: an RSA key takes up to 170 ms. */
const making = new WeakMap<Store, Map<SigningAlgorithm, Promise<SigningKey>>>();

const allKeys = async (realm: Realm): Promise<SigningKey[]> =>
	(await realm.store.list<SigningKey>('key')).map(([, key]) => key);

/** The newest of that algorithm, unless the policy has it replaced: OIDC Core §10.1.1. */
const currentKey = ({ settings }: Realm, keys: SigningKey[], alg: SigningAlgorithm): SigningKey | undefined =>
	keys
		.filter((key) => key.alg === alg && key.createdAt >= (settings.policy.keysNotBefore ?? 0))
		.sort((one, other) => other.createdAt - one.createdAt)[0];

/** Replaced keys stay published for as long as tokens signed by them may be about. */
async function retire(realm: Realm, alg: SigningAlgorithm): Promise<void> {
	const { apis, policy } = realm.settings;
	const longest = Math.max(policy.idTokenLifetime, ...apis.map(({ tokenLifetime }) => tokenLifetime)) * 1_000;
	for (const key of await allKeys(realm))
		if (key.alg === alg && !key.retired)
			await realm.store.put('key', key.kid, { ...key, retired: true }, realm.now() + longest);
}

async function makeKey(realm: Realm, alg: SigningAlgorithm): Promise<SigningKey> {
	const pair = await generateKeyPair(alg, { extractable: false });
	const jwk = await exportJWK(pair.publicKey);
	const kid = await calculateJwkThumbprint(jwk);
	const key: SigningKey = {
		kid,
		alg,
		privateKey: pair.privateKey,
		publicJwk: { ...jwk, kid, alg, use: 'sig' },
		createdAt: realm.now()
	};
	await retire(realm, alg);
	await realm.store.put('key', kid, key);
	return key;
}

async function findOrMake(realm: Realm, alg: SigningAlgorithm): Promise<SigningKey> {
	return currentKey(realm, await allKeys(realm), alg) ?? makeKey(realm, alg);
}

/** The key that signs with `alg` now; made at the first call. */
export function signingKey(realm: Realm, alg: SigningAlgorithm): Promise<SigningKey> {
	const pending = making.get(realm.store) ?? new Map<SigningAlgorithm, Promise<SigningKey>>();
	making.set(realm.store, pending);
	const running = pending.get(alg) ?? findOrMake(realm, alg).finally(() => pending.delete(alg));
	pending.set(alg, running);
	return running;
}

/** A JWT of this server, by a key of its own. */
export async function signWith(
	{ kid, alg, privateKey }: SigningKey,
	typ: JwtType,
	claims: Record<string, unknown>
): Promise<string> {
	const payload = new TextEncoder().encode(JSON.stringify(claims));
	return new CompactSign(payload).setProtectedHeader({ alg, typ, kid }).sign(privateKey);
}

/** The same by the key that signs with `alg` now. */
export const signJwt = async (
	realm: Realm,
	alg: SigningAlgorithm,
	typ: JwtType,
	claims: Record<string, unknown>
): Promise<string> => signWith(await signingKey(realm, alg), typ, claims);

/** The algorithms that this realm signs with: RS256 always (OIDC Discovery §3), ES256, and what is configured. */
export const algorithmsOf = ({ settings }: Realm): SigningAlgorithm[] => [
	...new Set<SigningAlgorithm>([
		'RS256',
		'ES256',
		...settings.applications.flatMap(({ idTokenAlgorithm, userinfoForm }) =>
			userinfoForm === 'json' ? [idTokenAlgorithm] : [idTokenAlgorithm, userinfoForm]
		),
		...settings.apis.map(({ signingAlgorithm }) => signingAlgorithm)
	])
];

/** Begins to make the keys that are missing, without waiting for them. What goes wrong shows where one is needed. */
export function prepareKeys(realm: Realm): void {
	for (const alg of algorithmsOf(realm)) signingKey(realm, alg).catch(() => undefined);
}

/** The public halves, newest first, retired ones included: RFC 7517 §5. */
export async function publicKeys(realm: Realm): Promise<JWK[]> {
	await Promise.all(algorithmsOf(realm).map((alg) => signingKey(realm, alg)));
	const keys = await allKeys(realm);
	return keys.sort((one, other) => other.createdAt - one.createdAt).map(({ publicJwk }) => publicJwk);
}

/** The claims of a JWT that this server signed as `typ`, whatever its age and for whomever, or undefined. */
export async function ownClaims(realm: Realm, typ: JwtType, token: string): Promise<unknown> {
	const decoded = decodeToken(token);
	if (!decoded.ok) return undefined;
	const { kid, alg, typ: sent } = decoded.value.header;
	const key = typeof kid === 'string' ? await realm.store.get<SigningKey>('key', kid) : undefined;
	if (!key || key.alg !== alg || !isJwtType(sent, typ)) return undefined;
	return (await isSignedWith(token, key.publicJwk, key.alg)) ? decoded.value.claims : undefined;
}
