import { base, build, files, prerendered, version } from '$service-worker';

/** A short name for exactly these files: djb2 over their names, which hold a hash of their content. */
function fingerprint(names: readonly string[]): string {
	let hash = 5381;
	for (const character of names.join('\n')) hash = (hash * 33 + (character.codePointAt(0) ?? 0)) >>> 0;
	return hash.toString(36);
}

const family = `pkce-playground ${base}/ `;
const cacheName = `${family}${fingerprint([version, ...build, ...files, ...prerendered])}`;
const notFoundPage = `${base}/404.html`;

const immutable = new Set(build);
const kept = new Set([...build, ...files, ...prerendered, notFoundPage]);

/** The path under which an answer is kept: without the query, so that a code is neither kept nor sent. */
function keptPath(request: Request): string | undefined {
	const { origin, pathname } = new URL(request.url);
	if (request.method !== 'GET' || origin !== location.origin) return undefined;
	if (kept.has(pathname)) return pathname;
	return kept.has(`${pathname}/`) ? `${pathname}/` : undefined;
}

/** A browser refuses a redirected response for a navigation: this one says nothing of how it was found. */
const withoutRedirect = (response: Response): Response =>
	response.redirected
		? new Response(response.body, { status: response.status, headers: response.headers })
		: response;

async function fetchAndKeep(path: string): Promise<Response> {
	const answer = withoutRedirect(await fetch(path, { cache: immutable.has(path) ? 'default' : 'no-cache' }));
	if (answer.ok || path === notFoundPage) await (await caches.open(cacheName)).put(path, answer.clone());
	return answer;
}

/** Immutable files may come from the build before as well, for pages that were opened under it. */
const find = async (path: string): Promise<Response | undefined> =>
	immutable.has(path)
		? caches.match(path, { ignoreVary: true })
		: (await caches.open(cacheName)).match(path, { ignoreVary: true });

const answerKept = async (path: string): Promise<Response> => (await find(path)) ?? fetchAndKeep(path);

const answerNavigation = async (request: Request): Promise<Response> =>
	fetch(request).catch(async (error: unknown) => {
		const page = await (await caches.open(cacheName)).match(notFoundPage);
		if (!page) throw error;
		return new Response(page.body, { status: 404, headers: page.headers });
	});

/** The site's own files, from the cache first. Undefined: the shell has nothing to do with this request. */
export function answerFromShell(request: Request): Promise<Response> | undefined {
	const path = keptPath(request);
	if (path !== undefined) return answerKept(path);
	if (request.mode === 'navigate') return answerNavigation(request);
	return new URL(request.url).pathname.startsWith(`${base}/_app/immutable/`)
		? answerImmutable(request)
		: undefined;
}

/** A file of an earlier build, for a page that was opened under it. */
const answerImmutable = async (request: Request): Promise<Response> =>
	(await caches.match(request, { ignoreVary: true })) ?? fetch(request);

/** Fetches what is not kept yet, a few at a time. False: something could not be had, and the site is not whole. */
export async function keepEverything(): Promise<boolean> {
	const cache = await caches.open(cacheName);
	const waiting = [...kept];
	let whole = true;
	async function work(): Promise<void> {
		for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
			if (await cache.match(path)) continue;
			const answer = await fetchAndKeep(path).catch(() => undefined);
			whole &&= answer !== undefined && (answer.ok || path === notFoundPage);
		}
	}
	await Promise.all(Array.from({ length: 4 }, work));
	return whole;
}

/** Keeps this build's files and those of the build before it. */
export async function dropOldCaches(): Promise<void> {
	const others = (await caches.keys()).filter((name) => name.startsWith(family) && name !== cacheName);
	await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}
