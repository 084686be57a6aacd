import type { Jar, Store } from '$lib/authorization-server/realm';

const storeName = 'idp_session';

/** RFC 6265 §8.5: one cookie is for all ports of a host, so that a second server on this machine would take its place. */
function cookieName(request: Request): string {
	const { port } = new URL(request.url);
	return port === '' ? 'idp_session' : `idp_session_${port}`;
}

const emptyJar: Jar = {
	read: () => Promise.resolve(undefined),
	write: () => Promise.resolve(),
	clear: () => Promise.resolve()
};

/** The cookie of this browser, kept in the store: workers and pages may not touch real ones. */
export function createStoreJar(store: Store, request: Request): Jar {
	if (request.credentials === 'omit') return emptyJar;
	return {
		read: () => store.get('cookie', storeName),
		write: (value, expiresAt) => store.put('cookie', storeName, value, expiresAt),
		clear: () => store.remove('cookie', storeName)
	};
}

/** A real cookie (RFC 6265): `setCookie` is the header of the response, once something was written. */
export function createHeaderJar(
	request: Request,
	path: string,
	now: () => number
): Jar & { setCookie?: string } {
	const name = cookieName(request);
	const attributes = `Path=${path}; HttpOnly; SameSite=Lax`;
	const found = (request.headers.get('cookie') ?? '')
		.split(';')
		.map((pair) => pair.trim())
		.find((pair) => pair.startsWith(`${name}=`))
		?.slice(name.length + 1);
	const jar: Jar & { setCookie?: string } = {
		read: () => Promise.resolve(found === undefined ? undefined : decodeText(found)),
		async write(value, expiresAt) {
			const seconds = Math.max(0, Math.floor((expiresAt - now()) / 1000));
			jar.setCookie = `${name}=${encodeURIComponent(value)}; Max-Age=${seconds}; ${attributes}`;
		},
		async clear() {
			jar.setCookie = `${name}=; Max-Age=0; ${attributes}`;
		}
	};
	return jar;
}

/** What somebody else put into the cookie may be no URI component at all. */
function decodeText(text: string): string | undefined {
	try {
		return decodeURIComponent(text);
	} catch {
		return undefined;
	}
}
