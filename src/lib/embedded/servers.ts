import type { Decision } from '$lib/lexicon/check';
import { onlyKnown } from '$lib/lexicon/only-known';
import { logDecision } from '$lib/authorization-server/decision-log';
import type { Jar, Realm, Store } from '$lib/authorization-server/realm';
import { respond } from '$lib/authorization-server/respond';
import { pageTexts } from '$lib/lessons/en/server/pages';
import { respondApi } from '$lib/resource-server/respond';
import { createHeaderJar, createStoreJar } from './jar';
import { readable } from './readable-store';
import { readSettings } from './kept-settings';

/** Where the two servers run, and their ports. `base` is '' or starts with a slash and does not end with one. */
interface EmbeddedPlace {
	origin: string;
	base: string;
	store: Store;
	/** Milliseconds since the epoch. */
	now(): number;
	/** `count` bytes from a cryptographically secure generator. */
	random(count: number): Uint8Array;
	/** `headers`: real cookies, over HTTP. `store`: one browser's cookie, kept in the store. */
	cookies: 'headers' | 'store';
	/** Where the rules of the realm run (`createRuleRunner`). */
	rules?: Realm['rules'];
	/** Is told every decision of both servers. */
	report?(decision: Decision): void;
	/** The start page of the site around the servers, where there is one. */
	home?: string;
	/** Where the site says what was decided about a request that got no answer. */
	explained?: string;
	/** What to do about what was refused, for the pages of the authorization server. */
	adviseOn?: NonNullable<Realm['adviseOn']>;
}

/**
 * Whether a request is for the server at `root`: its own path and what is below it, and the well-known addresses
 * that put a name before that path (RFC 8414 §3, RFC 9728 §3).
 */
function isFor(root: URL, request: Request): boolean {
	const { origin, pathname } = new URL(request.url);
	const path = pathname.replace(/^\/\.well-known\/oauth-[a-z-]+(?=\/)/, '');
	return origin === root.origin && (path === root.pathname || path.startsWith(`${root.pathname}/`));
}

/**
 * The authorization server at `{origin}{base}/idp` and the sample API at `{origin}{base}/api`, as one function for
 * whoever runs them: the service worker, the page, Node. Undefined: the request is for neither.
 */
export function createEmbeddedServers(
	place: EmbeddedPlace
): (request: Request) => Promise<Response> | undefined {
	const { origin, base, now, random, adviseOn, explained, home } = place;
	const store = readable(place.store);
	const issuer = `${origin}${base}/idp`;
	const resource = `${origin}${base}/api`;

	const realm = async (jar?: Jar): Promise<Realm> => ({
		issuer,
		settings: await readSettings(store, place),
		store,
		texts: pageTexts,
		now,
		random,
		...(place.rules ? { rules: place.rules } : {}),
		report: (decision) => place.report?.(decision),
		...onlyKnown({ home, explained, adviseOn }),
		...(jar ? { jar } : {})
	});

	async function askIssuer(request: Request): Promise<Response> {
		if (place.cookies === 'store') return respond(request, await realm(createStoreJar(store, request)));
		const jar = createHeaderJar(request, `${base}/idp`, now);
		const response = await respond(request, await realm(jar));
		if (jar.setCookie !== undefined) response.headers.append('set-cookie', jar.setCookie);
		return response;
	}

	async function askApi(request: Request): Promise<Response> {
		const { policy } = await readSettings(store, place);
		return respondApi(request, {
			resource,
			issuer,
			store,
			now,
			random,
			dpopNonce: policy.dpopNonce ?? false,
			fetchJwks: async () => (await respond(new Request(`${issuer}/jwks`), await realm())).json(),
			async report(decision, about) {
				place.report?.(decision);
				await logDecision(store, decision, about);
			}
		});
	}

	return (request) => {
		if (isFor(new URL(issuer), request)) return askIssuer(request);
		return isFor(new URL(resource), request) ? askApi(request) : undefined;
	};
}
