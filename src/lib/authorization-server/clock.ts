import type { Expiry, Realm, Store } from './realm';

function shift(store: Store, offset: number): Store {
	const byStore = (expiresAt: number | undefined) =>
		expiresAt === undefined ? undefined : expiresAt - offset;
	const updateByStore = <T>(expiry: Expiry<T> | undefined): Expiry<T> | undefined =>
		typeof expiry === 'function' ? (next) => expiry(next) - offset : byStore(expiry);
	return {
		get: (kind, key) => store.get(kind, key),
		put: (kind, key, value, expiresAt) => store.put(kind, key, value, byStore(expiresAt)),
		remove: (kind, key) => store.remove(kind, key),
		take: (kind, key) => store.take(kind, key),
		update: (kind, key, change, expiresAt) => store.update(kind, key, change, updateByStore(expiresAt)),
		list: (kind) => store.list(kind)
	};
}

/** The shifted store of a store, the same one as long as the offset is: what is under way in it is known by it. */
const shifted = new WeakMap<Store, { offset: number; store: Store }>();

/**
 * The realm by its own clock, which the policy may set off by some seconds to show what clients make of it. The
 * store goes on by the true one: what is kept until then is kept until then.
 */
export function byOwnClock(realm: Realm): Realm {
	const offset = realm.settings.policy.clockOffset * 1_000;
	if (offset === 0) return realm;
	const known = shifted.get(realm.store);
	const store = known?.offset === offset ? known.store : shift(realm.store, offset);
	shifted.set(realm.store, { offset, store });
	return { ...realm, now: () => realm.now() + offset, store };
}
