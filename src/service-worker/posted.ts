import { isForm } from '$lib/message/form-body';
import { encodeBase64url } from '$lib/wire/base64url';
import { longestForm, postedAddress, postedCache, toldOf, type PostedForm } from '$lib/wire/posted-form';

/** What taking in a form needs of the platform. */
export interface PostedPlatform {
	origin: string;
	caches: CacheStorage;
	now(): number;
	random(count: number): Uint8Array;
}

/** Milliseconds after which a form that no page has taken is thrown away. */
const longestStay = 60_000;

/** The form as it came. Not read: what is no such form, or is longer than an answer can be. */
async function read(request: Request): Promise<PostedForm> {
	if (!isForm({ headers: [...request.headers] })) {
		const where = (request.headers.get('content-type') ?? '').slice(0, 200);
		return { kind: 'unreadable', reason: 'form-unreadable', where };
	}
	try {
		const body = await request.blob();
		if (body.size > longestForm)
			return { kind: 'unreadable', reason: 'form-too-large', where: `${body.size}` };
		return { kind: 'form', url: request.url, body: await body.text() };
	} catch (error) {
		const where = error instanceof Error ? error.message : String(error);
		return { kind: 'unreadable', reason: 'form-unreadable', where };
	}
}

/** An id begins with its time, so that what is left over is known by its name. */
const timeOf = (address: string): number => Number(/\/(\d+)-[^/]*$/.exec(address)?.[1] ?? 0);

/**
 * Takes in a form that was posted to a page of ours, and sends the browser to the callback with nothing of it in the
 * address (303: by GET). Where nothing can be kept, the page is told of a form that is not there.
 */
export async function takeInPosted(
	base: string,
	request: Request,
	platform: PostedPlatform
): Promise<Response> {
	const { origin, caches, now, random } = platform;
	const id = `${now()}-${encodeBase64url(random(16))}`;
	const posted = await read(request);
	try {
		const cache = await caches.open(postedCache(base));
		const left = (await cache.keys()).filter(({ url }) => timeOf(url) < now() - longestStay);
		await Promise.all(left.map((old) => cache.delete(old)));
		await cache.put(postedAddress(origin, base, id), Response.json(posted));
	} catch {
		// A full or closed storage: the page says that the form is not there.
	}
	return new Response(null, {
		status: 303,
		headers: { location: toldOf(origin, base, id), 'cache-control': 'no-store' }
	});
}
