import { describe, expect, test } from 'vitest';
import { publicKeys, signingKey } from '$lib/authorization-server/keys';
import { createMemoryStore } from '$lib/authorization-server/memory-store';
import { respond } from '$lib/authorization-server/respond';
import { createServer, issuer, start } from '../../rfc/server';

const emptyRealm = () => ({ ...createServer().realm, store: createMemoryStore(() => start) });

describe('signing keys', () => {
	test('two requests at once make one key', async () => {
		const realm = emptyRealm();
		const [one, other] = await Promise.all([signingKey(realm, 'ES256'), signingKey(realm, 'ES256')]);
		expect(one.kid).toBe(other.kid);
		expect(await realm.store.list('key')).toHaveLength(1);
	});

	test('nor do they when the clock of the realm is off', async () => {
		const realm = emptyRealm();
		realm.settings.policy.clockOffset = 60;
		const ask = () => respond(new Request(`${issuer}/jwks`), realm);
		const [one, other] = await Promise.all([ask(), ask()]);
		expect(await one.json()).toEqual(await other.json());
		expect(await realm.store.list('key')).toHaveLength(2);
	});

	test('the private half cannot leave the platform', async () => {
		const { privateKey } = await signingKey(emptyRealm(), 'ES256');
		expect(privateKey.extractable).toBe(false);
		await expect(crypto.subtle.exportKey('jwk', privateKey)).rejects.toThrow();
	});

	test('the key is the same when the server is started again with its store', async () => {
		const realm = emptyRealm();
		const { kid } = await signingKey(realm, 'ES256');
		expect((await signingKey({ ...realm }, 'ES256')).kid).toBe(kid);
	});

	test('algorithms that an application or an API is set to have a key too', async () => {
		const realm = emptyRealm();
		realm.settings.applications[0]!.idTokenAlgorithm = 'EdDSA';
		const algorithms = (await publicKeys(realm)).map(({ alg }) => alg);
		expect(algorithms.sort()).toEqual(['ES256', 'EdDSA', 'RS256']);
	});

	test('a key that could not be made is tried again', async () => {
		const realm = emptyRealm();
		const broken = { ...realm, random: realm.random, store: { ...realm.store } };
		broken.store.put = () => Promise.reject(new Error('quota'));
		await expect(signingKey(broken, 'ES256')).rejects.toThrow('quota');
		broken.store.put = realm.store.put;
		expect((await signingKey(broken, 'ES256')).alg).toBe('ES256');
	});
});
