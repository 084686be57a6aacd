import { openerPolicyHeader, openerPolicyOf } from '$lib/lexicon/opener-policy';
import { takeInPosted, type PostedPlatform } from './posted';

/** The built site, as `$service-worker` lists it. All paths begin with `base`. */
export interface SiteFiles {
	base: string;
	version: string;
	/** Named by their content: never change. */
	build: readonly string[];
	files: readonly string[];
	prerendered: readonly string[];
}

/** What the shell needs of the platform. */
interface ShellPlatform extends PostedPlatform {
	fetch(input: Request | string, options?: RequestInit): Promise<Response>;
}

type Extend = (work: Promise<unknown>) => void;

interface Shell {
	/**
	 * Undefined: the shell has nothing to do with this request. A file that comes from the network is handed over
	 * first and kept then: `extend` is told of the work that goes on.
	 */
	answer(request: Request, extend?: Extend): Promise<Response> | undefined;
	/** Fetches what is not kept yet. False: something could not be had, and the site is not whole. */
	keepEverything(): Promise<boolean>;
	/** Keeps this build's files and those of the build before it, for pages that were opened under it. */
	dropOldCaches(): Promise<void>;
}

const lanes = 4;

/** A short name for exactly these files: djb2 over their names, most of which hold a hash of their content. */
function fingerprint(names: readonly string[]): string {
	let hash = 5381;
	for (const character of names.join('\n')) hash = (hash * 33 + (character.codePointAt(0) ?? 0)) >>> 0;
	return hash.toString(36);
}

/** A browser refuses a redirected response for a navigation: this one says nothing of how it was found. */
const withoutRedirect = (response: Response): Response =>
	response.redirected
		? new Response(response.body, { status: response.status, headers: response.headers })
		: response;

/**
 * The site's own files, from the cache first. They are kept and asked for by path alone: the query of a callback,
 * and the code in it, goes to nobody.
 */
export function createShell(site: SiteFiles, platform: ShellPlatform): Shell {
	const { base, version, build, files, prerendered } = site;
	const { origin, caches } = platform;
	const family = `pkce-playground ${base}/ `;
	const cacheName = `${family}${fingerprint([version, ...build, ...files, ...prerendered])}`;
	const notFoundPage = `${base}/404.html`;
	const immutable = new Set(build);
	const pages = new Set([...prerendered, notFoundPage]);
	const kept = new Set([...build, ...files, ...prerendered, notFoundPage]);

	const addressOf = (path: string): string => origin + path;
	const own = (): Promise<Cache> => caches.open(cacheName);
	const inOwn = async (path: string): Promise<Response | undefined> =>
		(await own()).match(addressOf(path), { ignoreVary: true });
	const inAny = (path: string): Promise<Response | undefined> =>
		caches.match(addressOf(path), { ignoreVary: true });

	/** A page's address, also without its last slash or with its file; undefined: not a file of this build. */
	function keptPath({ pathname }: URL): string | undefined {
		const path = pathname.replace(/\/{2,}/g, '/').replace(/\/index\.html$/, '/');
		return [path, `${path}/`].find((one) => kept.has(one));
	}

	const fetchFile = async (path: string): Promise<Response> =>
		withoutRedirect(
			await platform.fetch(addressOf(path), { cache: immutable.has(path) ? 'default' : 'no-cache' })
		);

	const isWorthKeeping = (path: string, answer: Response): boolean => answer.ok || path === notFoundPage;

	const keep = async (path: string, answer: Response): Promise<void> =>
		(await own()).put(addressOf(path), answer);

	/** The file as the host would give it, with the header that a plain host does not send with a page. */
	function withOpenerPolicy(path: string, { body, status, headers }: Response): Response {
		const policy = openerPolicyOf(path.slice(base.length));
		const all = new Headers(headers);
		if (policy) all.set(openerPolicyHeader, policy);
		return new Response(body, { status, headers: all });
	}

	async function answerKept(path: string, extend: Extend): Promise<Response> {
		const known = await (immutable.has(path) ? inAny(path) : inOwn(path));
		if (known) return known;
		const answer = await fetchFile(path);
		// A full disk keeps nothing, and the answer stands.
		if (isWorthKeeping(path, answer)) extend(keep(path, answer.clone()).catch(() => undefined));
		return answer;
	}

	async function answerFile(path: string, extend: Extend): Promise<Response> {
		const file = await answerKept(path, extend);
		return pages.has(path) ? withOpenerPolicy(path, file) : file;
	}

	/** A file of an earlier build, for a page that was opened under it. */
	const answerEarlier = async (request: Request, path: string): Promise<Response> =>
		(await inAny(path)) ?? platform.fetch(request);

	const answerUnknown = (request: Request): Promise<Response> =>
		platform.fetch(request).catch(async (error: unknown) => {
			const page = await inOwn(notFoundPage);
			if (!page) throw error;
			return withOpenerPolicy(notFoundPage, new Response(page.body, { status: 404, headers: page.headers }));
		});

	/** A host of files has no use for any other method, and what is sent by one may be an answer with a code. */
	async function answerOther(request: Request): Promise<Response> {
		if (request.method === 'POST' && request.mode === 'navigate')
			return takeInPosted(base, request, platform);
		return new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } });
	}

	async function answerHead(path: string, extend: Extend): Promise<Response> {
		const { status, headers } = await answerFile(path, extend);
		return new Response(null, { status, headers });
	}

	function answer(request: Request, extend: Extend = () => undefined): Promise<Response> | undefined {
		const url = new URL(request.url);
		if (url.origin !== origin) return undefined;
		const path = keptPath(url);
		if (path !== undefined) {
			if (request.method === 'GET') return answerFile(path, extend);
			return request.method === 'HEAD' ? answerHead(path, extend) : answerOther(request);
		}
		if (request.method !== 'GET') return undefined;
		if (request.mode === 'navigate') return answerUnknown(request);
		return url.pathname.startsWith(`${base}/_app/immutable/`)
			? answerEarlier(request, url.pathname)
			: undefined;
	}

	async function keepEverything(): Promise<boolean> {
		const waiting = [...kept];
		let whole = true;
		async function fetchAndKeep(path: string): Promise<boolean> {
			const answer = await fetchFile(path);
			if (!isWorthKeeping(path, answer)) return false;
			await keep(path, answer);
			return true;
		}
		async function work(): Promise<void> {
			for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
				if (await inOwn(path)) continue;
				const isKept = await fetchAndKeep(path).catch(() => false);
				whole &&= isKept;
			}
		}
		await Promise.all(Array.from({ length: lanes }, work));
		return whole;
	}

	async function dropOldCaches(): Promise<void> {
		const others = (await caches.keys()).filter((name) => name.startsWith(family) && name !== cacheName);
		await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
	}

	return { answer, keepEverything, dropOldCaches };
}
