import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import type { Realm, Store } from './realm';
import type { SigningAlgorithm } from './settings';

/** A signing key. The private half cannot leave the platform's key store: it is not extractable. */
export interface SigningKey {
	kid: string;
	alg: SigningAlgorithm;
	privateKey: CryptoKey;
	publicJwk: JWK;
	createdAt: number;
	/** When it was replaced; it is published for as long as tokens signed by it may be about. */
	retiredAt?: number;
}

/** Keys being made, so that two requests do not make two: an RSA key takes up to 170 ms. */
const making = new WeakMap<Store, Map<SigningAlgorithm, Promise<SigningKey>>>();

const allKeys = async (realm: Realm): Promise<SigningKey[]> =>
	(await realm.store.list<SigningKey>('key')).map(([, key]) => key);

const currentKey = (keys: SigningKey[], alg: SigningAlgorithm): SigningKey | undefined =>
	keys
		.filter((key) => key.alg === alg && key.retiredAt === undefined)
		.sort((one, other) => other.createdAt - one.createdAt)[0];

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
	await realm.store.put('key', kid, key);
	return key;
}

async function findOrMake(realm: Realm, alg: SigningAlgorithm): Promise<SigningKey> {
	return currentKey(await allKeys(realm), alg) ?? makeKey(realm, alg);
}

/** The key that signs with `alg` now; made at the first call. */
export function signingKey(realm: Realm, alg: SigningAlgorithm): Promise<SigningKey> {
	const pending = making.get(realm.store) ?? new Map<SigningAlgorithm, Promise<SigningKey>>();
	making.set(realm.store, pending);
	const running = pending.get(alg) ?? findOrMake(realm, alg).finally(() => pending.delete(alg));
	pending.set(alg, running);
	return running;
}

/** The algorithms that this realm signs with: RS256 always (OIDC Discovery §3), ES256, and what is configured. */
export const algorithmsOf = ({ settings }: Realm): SigningAlgorithm[] => [
	...new Set<SigningAlgorithm>([
		'RS256',
		'ES256',
		...settings.applications.map(({ idTokenAlgorithm }) => idTokenAlgorithm),
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

export async function keyOf(realm: Realm, kid: string): Promise<SigningKey | undefined> {
	return realm.store.get<SigningKey>('key', kid);
}

/** New keys from now on. The old ones stay published, so that tokens signed by them still verify. */
export async function rotateKeys(realm: Realm): Promise<void> {
	const lifetimes = realm.settings.apis.map(({ tokenLifetime }) => tokenLifetime);
	const longest = Math.max(realm.settings.policy.idTokenLifetime, ...lifetimes) * 1_000;
	const now = realm.now();
	for (const key of await allKeys(realm))
		if (key.retiredAt === undefined)
			await realm.store.put('key', key.kid, { ...key, retiredAt: now }, now + longest);
	prepareKeys(realm);
}
