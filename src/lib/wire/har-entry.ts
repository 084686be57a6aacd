/**
 * One entry of a recording, read leniently: recorders leave members out, write null, numbers and objects where others
 * write texts and lists. What is not there stays away; only what makes it a message of HTTP has to be.
 * @see [HAR 1.2](http://www.softwareishard.com/blog/har-12-spec/)
 */
import type { NetworkFailure } from '$lib/lexicon/failure';
import { onlyKnown } from '$lib/lexicon/only-known';
import type { Unfit } from '$lib/lexicon/recording';
import { fail, ok, type Result } from '$lib/lexicon/result';
import type { Pair } from './form';
import { bodyOfPairs, decodeBody } from './har-body';
import { readTime, type ReadTime } from './har-time';
import { headerOf, type Exchange, type Header, type HttpRequest } from './http';
import type { SparseJson } from './sparse-json';

/** Characters of one text: what a trace holds. */
const mostText = 4_000_000;

export interface HarEntry {
	/** Without its bodies, and without its place and time in the recording. */
	exchange: Pick<Exchange, 'request' | 'response' | 'failure' | 'ms'>;
	began: ReadTime | undefined;
	/** What the browser fetched it as, such as `document`, where the recorder says so. */
	fetchedAs: string;
	/** The media type of the answer. */
	mime: string;
	/** Whether the recorder wrote any header of the request. */
	hasHeaders: boolean;
	hasCookies: boolean;
	/** What was sent, and what was answered. Read when it is asked for. */
	sent: () => Body;
	answered: () => Body;
}

/** `text`: undefined where the recording has none. `file`: its name, where it stands beside the recording. */
export interface Body {
	text?: string;
	file?: string;
	isTooLong?: true;
}

type Members = Readonly<Record<string, unknown>>;
type TextOf = SparseJson['textOf'];

const hasMembers = (value: unknown): value is Members =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const membersOf = (value: unknown): Members => (hasMembers(value) ? value : {});
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A list of names and values, as HAR has it; some tools write an object. */
function pairsOf(value: unknown, textOf: TextOf): Pair[] {
	if (!Array.isArray(value))
		return Object.entries(membersOf(value)).flatMap(([name, one]): Pair[] => {
			const text = textOf(one);
			return text === undefined ? [] : [[name, text]];
		});
	return value.flatMap((one): Pair[] => {
		const member = membersOf(one);
		const name = textOf(member.name);
		return name === undefined ? [] : [[name, textOf(member.value) ?? '']];
	});
}

/** HTTP/2 pseudo-headers, such as `:authority`, are no headers (RFC 9113 §8.3). */
const headersOf = (value: unknown, textOf: TextOf): Header[] =>
	pairsOf(value, textOf).filter(([name]) => name !== '' && !name.startsWith(':'));

/** With a header that the recorder wrote elsewhere. */
const withHeader = (headers: Header[], name: string, value: string): Header[] =>
	value === '' || headerOf(headers, name) !== undefined ? headers : [...headers, [name, value]];

/** A type that a recorder writes where it knows none. */
const mimeOf = (text: string | undefined): string => (text === undefined || text === 'x-unknown' ? '' : text);

function bodyIn(part: Members, textOf: TextOf, mime: string): Body {
	const file = textOf(part._file);
	if (file !== undefined) return { file };
	const written = textOf(part.text);
	const text =
		written === undefined || written === ''
			? (bodyOfPairs(pairsOf(part.params, textOf), mime) ?? written)
			: decodeBody(written, textOf(part.encoding), mime);
	if (text === undefined) return {};
	return text.length > mostText ? { isTooLong: true } : { text };
}

/** Words of Chromium that can mean one thing only. */
const reasons: readonly [RegExp, NetworkFailure['reason']][] = [
	[/ERR_INTERNET_DISCONNECTED/, 'offline'],
	[/ERR_(?:CONNECTION_)?TIMED_OUT/, 'timeout'],
	[/ERR_BLOCKED_BY_CSP/, 'blocked-by-policy']
];

function failureOf(response: Members, entry: Members, textOf: TextOf): NetworkFailure {
	const detail = textOf(response._error) ?? textOf(entry._error) ?? textOf(response._failureText);
	const reason = reasons.find(([words]) => words.test(detail ?? ''))?.[1] ?? 'no-answer';
	return { reason, ...(detail ? { detail: detail.slice(0, 500) } : {}) };
}

function requestOf(request: Members, textOf: TextOf): Result<HttpRequest, Unfit> {
	const [url, method] = [textOf(request.url)?.trim(), textOf(request.method)];
	if (!url || !method) return fail('no-request');
	if (!/^https?:\/\//i.test(url)) return fail('not-http');
	if (url.length > mostText) return fail('too-long');
	const headers = headersOf(request.headers, textOf);
	// Some recorders, and what takes headers out, leave the type of a body beside the body alone.
	const type = mimeOf(textOf(membersOf(request.postData).mimeType));
	return ok({ method: method.toUpperCase(), url, headers: withHeader(headers, 'content-type', type) });
}

function responseOf(response: Members, textOf: TextOf, mime: string): Exchange['response'] {
	const status = Number(textOf(response.status));
	if (!Number.isInteger(status) || status < 100 || status > 599) return undefined;
	const headers = headersOf(response.headers, textOf);
	const moved = status >= 300 && status < 400 ? (textOf(response.redirectURL) ?? '') : '';
	return {
		status,
		statusText: textOf(response.statusText) ?? '',
		// The type of an answer is the server's to say: a recorder says it only where it wrote no header at all.
		headers: withHeader(
			headers.length > 0 ? headers : withHeader([], 'content-type', mime),
			'location',
			moved
		),
		body: ''
	};
}

/** Fails with why it is no message of HTTP that can be read. */
export function readEntry({ value, textOf }: SparseJson): Result<HarEntry, Unfit> {
	const entry = membersOf(value);
	const [sent, came] = [membersOf(entry.request), membersOf(entry.response)];
	const request = requestOf(sent, textOf);
	if (!request.ok) return request;
	const content = membersOf(came.content);
	const mime = mimeOf(textOf(content.mimeType));
	const response = responseOf(came, textOf, mime);
	const post = membersOf(sent.postData);
	const time = Number(textOf(entry.time));
	return ok({
		exchange: {
			request: request.value,
			...onlyKnown({ response }),
			// Without any word of an answer nobody knows whether there was one.
			...(response || !hasMembers(entry.response) ? {} : { failure: failureOf(came, entry, textOf) }),
			ms: Number.isFinite(time) ? Math.max(0, Math.round(time)) : 0
		},
		began: readTime(textOf(entry.startedDateTime)),
		fetchedAs: (textOf(entry._resourceType) ?? '').toLowerCase(),
		mime: mime || (headerOf(response?.headers ?? [], 'content-type') ?? ''),
		hasHeaders: pairsOf(sent.headers, textOf).length > 0,
		hasCookies: listOf(sent.cookies).length > 0 || listOf(came.cookies).length > 0,
		sent: () => bodyIn(post, textOf, headerOf(request.value.headers, 'content-type') ?? ''),
		answered: () => bodyIn(content, textOf, mime)
	});
}
