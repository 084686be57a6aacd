import type { Realm, Store } from '$lib/authorization-server/realm';
import { respond } from '$lib/authorization-server/respond';
import { respondApi } from '$lib/resource-server/respond';
import { readSettings } from './settings';

/** Where the two servers run, and their ports. `base` is '' or starts with a slash and does not end with one. */
export interface EmbeddedPlace {
	origin: string;
	base: string;
	store: Store;
	/** Milliseconds since the epoch. */
	now(): number;
	/** `count` bytes from a cryptographically secure generator. */
	random(count: number): Uint8Array;
}

const isUnder = (url: string, root: string): boolean => {
	const { origin, pathname } = new URL(url);
	const address = origin + pathname;
	return address === root || address.startsWith(`${root}/`);
};

/**
 * The authorization server at `{origin}{base}/idp` and the sample API at `{origin}{base}/api`, as one function for
 * whoever runs them: the service worker, the page, Node. Undefined: the request is for neither.
 */
export function createEmbeddedServers(
	place: EmbeddedPlace
): (request: Request) => Promise<Response> | undefined {
	const issuer = `${place.origin}${place.base}/idp`;
	const resource = `${place.origin}${place.base}/api`;

	const realm = async (): Promise<Realm> => ({
		issuer,
		settings: await readSettings(place.store, place),
		store: place.store,
		now: place.now,
		random: place.random
	});

	const fetchJwks = async (): Promise<unknown> =>
		(await respond(new Request(`${issuer}/jwks`), await realm())).json();

	return (request) => {
		if (isUnder(request.url, issuer)) return realm().then((current) => respond(request, current));
		if (isUnder(request.url, resource))
			return respondApi(request, { resource, issuer, fetchJwks, store: place.store, now: place.now });
		return undefined;
	};
}
