import type { HttpRequest, HttpResponse } from './http';

/** Statuses whose responses have no body (Fetch: null body status); `new Response` refuses one for them. */
const nullBody = new Set([101, 204, 205, 304]);

/** A platform `Request` from a plain one. GET and HEAD carry no body. */
export function toRequest(request: HttpRequest): Request {
	const bodyless = request.method === 'GET' || request.method === 'HEAD';
	return new Request(request.url, {
		method: request.method,
		headers: request.headers,
		...(request.body === undefined || bodyless ? {} : { body: request.body })
	});
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
		headers: [...response.headers],
		body: await response.text()
	};
}
