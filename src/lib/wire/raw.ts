import type { Header, HttpRequest, HttpResponse } from './http';

const headerLines = (headers: readonly Header[]): string =>
	headers.map(([name, value]) => `${name}: ${value}\n`).join('');

/**
 * The message as HTTP/1.1 text, origin-form start line and `Host` header included. A text that is no URL, as a
 * person may edit it, is shown as it stands.
 */
export function formatRequest({ method, url, headers, body = '' }: HttpRequest): string {
	const target = URL.canParse(url) ? new URL(url) : undefined;
	const start = target
		? `${method} ${target.pathname}${target.search} HTTP/1.1\nHost: ${target.host}\n`
		: `${method} ${url} HTTP/1.1\n`;
	return `${start}${headerLines(headers)}\n${body}`;
}

/** The message as HTTP/1.1 text. HTTP/2 and 3 have no reason phrase: then the start line ends with the status. */
export function formatResponse(response: HttpResponse): string {
	const start = `HTTP/1.1 ${response.status} ${response.statusText}`.trimEnd();
	return `${start}\n${headerLines(response.headers)}\n${response.body}`;
}
