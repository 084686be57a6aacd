import type { Header, HttpRequest, HttpResponse } from './http';

const headerLines = (headers: readonly Header[]): string =>
	headers.map(([name, value]) => `${name}: ${value}\n`).join('');

/** The message as HTTP/1.1 text, origin-form start line and `Host` header included (RFC 9112 §3). */
export function formatRequest(request: HttpRequest): string {
	const url = new URL(request.url);
	const start = `${request.method} ${url.pathname}${url.search} HTTP/1.1\nHost: ${url.host}\n`;
	return `${start}${headerLines(request.headers)}\n${request.body ?? ''}`;
}

/** The message as HTTP/1.1 text. HTTP/2 and 3 have no reason phrase: then the start line ends with the status. */
export function formatResponse(response: HttpResponse): string {
	const start = `HTTP/1.1 ${response.status} ${response.statusText}`.trimEnd();
	return `${start}\n${headerLines(response.headers)}\n${response.body}`;
}
