import type { Header, HttpRequest, HttpResponse } from './http';

/** Statuses whose responses have no body (Fetch: null body status); `new Response` refuses one for them. */
const nullBody = new Set([101, 204, 205, 304]);

const pairs = (headers: Headers): Header[] => [...headers].map(([name, value]) => [name, value]);

/** A platform `Request` from a plain one. GET and HEAD carry no body. */
export function toRequest(request: HttpRequest): Request {
	const bodyless = request.method === 'GET' || request.method === 'HEAD';
	return new Request(request.url, {
		method: request.method,
		headers: request.headers,
		...(request.body === undefined || bodyless ? {} : { body: request.body })
	});
}

/** A plain request from a platform one. Reads the body: the platform request is used up. */
export async function fromRequest(request: Request): Promise<HttpRequest> {
	const body = await request.text();
	return {
		method: request.method,
		url: request.url,
		headers: pairs(request.headers),
		...(body === '' ? {} : { body })
	};
}

/** A platform `Response` from a recorded one, fit for oauth4webapi's process functions. */
export function toResponse(response: HttpResponse): Response {
	return new Response(nullBody.has(response.status) ? null : response.body, {
		status: response.status,
		statusText: response.statusText,
		headers: response.headers
	});
}

/** A plain response from a platform one. Reads the body to its end. */
export async function fromResponse(response: Response): Promise<HttpResponse> {
	return {
		status: response.status,
		statusText: response.statusText,
		headers: pairs(response.headers),
		body: await response.text()
	};
}
