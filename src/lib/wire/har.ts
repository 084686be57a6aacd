import type { Entry, Har, Header as HarHeader } from 'har-format';
import type { IntakeFailure } from '$lib/lexicon/failure';
import { onlyKnown } from '$lib/lexicon/only-known';
import { fail, ok, type Result } from '$lib/lexicon/result';
import { JsonCutter } from './cut-json';
import { queryOf } from './form';
import { readEntry, type HarEntry } from './har-entry';
import { headerOf, type Exchange, type Header, type HttpRequest, type HttpResponse } from './http';
import { readJson } from './json';
import { parseSparsely, readSparsely } from './sparse-json';

/**
 * The exchanges of a HAR file that is held as a text, in the order in which they began. What cannot be read is left out.
 * A file of any size, and what is said of it, is read by `recording/read`.
 * @see [HAR 1.2](http://www.softwareishard.com/blog/har-12-spec/)
 */
export function parseHar(file: string): Result<Exchange[], IntakeFailure> {
	const exchanges: Exchange[] = [];
	let [hasEntries, index, at] = [false, 0, 0];
	const cutter = new JsonCutter({
		opens: (path) => {
			const place = path.join('.');
			hasEntries ||= place === 'log.entries';
			return ['', 'log', 'log.entries'].includes(place);
		},
		value: (path, bytes, long) => {
			if (path.join('.') !== 'log.entries.*') return;
			const json = bytes && parseSparsely(readSparsely(bytes, long));
			const entry = json && readEntry(json);
			if (entry?.ok) exchanges.push(exchangeOf(entry.value, index, (at = entry.value.began?.at ?? at)));
			index += 1;
		}
	});
	cutter.push(new TextEncoder().encode(file));
	cutter.end();
	if (!hasEntries)
		return fail(readJson(file).ok ? { reason: 'not-a-trace', where: 'log.entries' } : { reason: 'not-json' });
	return ok(exchanges.sort((a, b) => a.at - b.at));
}

function exchangeOf({ exchange, sent, answered }: HarEntry, index: number, at: number): Exchange {
	const { request, response, ...rest } = exchange;
	return {
		...rest,
		id: `har-${index}`,
		request: { ...request, ...onlyKnown({ body: sent().text }) },
		...(response ? { response: { ...response, body: answered().text ?? '' } } : {}),
		at,
		via: 'pasted'
	};
}

const octets = (text: string): number => new TextEncoder().encode(text).length;

const harHeaders = (list: readonly Header[]): HarHeader[] => list.map(([name, value]) => ({ name, value }));

const harRequest = ({ method, url, headers, body }: HttpRequest): Entry['request'] => ({
	method,
	url,
	httpVersion: 'HTTP/1.1',
	cookies: [],
	headers: harHeaders(headers),
	queryString: queryOf(url).map(([name, value]) => ({ name, value })),
	...(body === undefined ? {} : { postData: { mimeType: mimeType(headers), text: body } }),
	headersSize: -1,
	bodySize: octets(body ?? '')
});

const mimeType = (headers: readonly Header[]): string => headerOf(headers, 'content-type') ?? '';

/** HAR 1.2 has no entry without a response: status 0 is what browsers write where there was none. */
const harResponse = ({ status, statusText, headers, body }: HttpResponse): Entry['response'] => ({
	status,
	statusText,
	httpVersion: status === 0 ? '' : 'HTTP/1.1',
	cookies: [],
	headers: harHeaders(headers),
	content: { size: octets(body), mimeType: mimeType(headers), text: body },
	redirectURL: headerOf(headers, 'location') ?? '',
	headersSize: -1,
	bodySize: -1
});

const none: HttpResponse = { status: 0, statusText: '', headers: [], body: '' };

/**
 * A HAR 1.2 file of these exchanges, for tools that read such files. `own`: what only some tools know, under names that
 * begin with `_` (HAR 1.2, custom fields).
 */
export function formatHar(
	exchanges: readonly Exchange[],
	own: Readonly<Record<`_${string}`, unknown>> = {}
): string {
	const har: Har = {
		log: {
			version: '1.2',
			creator: { name: 'PKCE Playground', version: '1' },
			...own,
			entries: exchanges.map(({ request, response, at, ms }) => ({
				startedDateTime: new Date(at).toISOString(),
				time: ms,
				request: harRequest(request),
				response: harResponse(response ?? none),
				cache: {},
				timings: { send: 0, wait: ms, receive: 0 }
			}))
		}
	};
	return JSON.stringify(har, undefined, '\t');
}
