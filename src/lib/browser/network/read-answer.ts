import type { NetworkFailure } from '$lib/lexicon/failure';
import { fail, ok, type Result } from '$lib/lexicon/result';
import type { HttpResponse } from '$lib/wire/http';

/** The longest body that a trace holds, in bytes. */
const longestBody = 4_000_000;

/** The whole body as text, or undefined when it is longer than a trace holds: the rest is not read. */
async function readBody(response: Response): Promise<string | undefined> {
	const reader = response.body?.getReader();
	if (!reader) return '';
	const decoder = new TextDecoder();
	let text = '';
	let length = 0;
	for (let part = await reader.read(); !part.done; part = await reader.read()) {
		length += part.value.byteLength;
		if (length > longestBody) {
			await reader.cancel();
			return undefined;
		}
		text += decoder.decode(part.value, { stream: true });
	}
	return text + decoder.decode();
}

/** A redirect as a page sees it, without its target; the servers in the page answer with a plain 3xx. */
const isRedirect = (response: Response): boolean =>
	response.type === 'opaqueredirect' ||
	(response.status >= 301 && response.status <= 308 && response.headers.has('location'));

/** What came back, read to its end, as a plain value. Rejects as the platform does when the connection breaks. */
export async function readAnswer(response: Response): Promise<Result<HttpResponse, NetworkFailure>> {
	if (isRedirect(response)) {
		// A page sees the target of its own servers' redirects alone.
		const target = response.headers.get('location');
		return fail({ reason: 'redirected', ...(target === null ? {} : { detail: target }) });
	}
	const body = await readBody(response);
	if (body === undefined) return fail({ reason: 'answer-too-large' });
	const headers = [...response.headers].map(([name, value]): [string, string] => [name, value]);
	return ok({ status: response.status, statusText: response.statusText, headers, body });
}
