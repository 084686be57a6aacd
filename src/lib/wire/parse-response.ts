import type { IntakeFailure, NetworkFailure } from '$lib/lexicon/failure';
import { fail, ok, type Result } from '$lib/lexicon/result';
import type { Header, HttpResponse } from './http';
import { parseJson } from './json';

/** The longest text that is read, in characters: what a trace holds of one body. */
const mostText = 4_000_000;

/** No answer has more headers, and none comes after more answers than this. */
const mostHeaders = 500;
const mostHeads = 30;

/** What was pasted: a whole answer, or a body whose status nobody said. */
type PastedResponse = { kind: 'whole'; response: HttpResponse } | { kind: 'body'; body: string };

type Failure = IntakeFailure | NetworkFailure;

/** `HTTP/2` has no minor version and no reason phrase (RFC 9113 §8.3.2). */
const statusLine = /^HTTP\/\d(?:\.\d)? (\d{3})(?: (.*))?$/;
const headerLine = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(.*)$/;

/** A field value is made of octets (RFC 9110 §5.5): no control characters, nothing beyond Latin-1. */
const isFieldValue = (text: string): boolean => /^[\t\x20-\x7e\x80-\xff]*$/.test(text);

/** The first line of a text, without its end, and the rest. */
function takeLine(text: string): [line: string, rest: string | undefined] {
	const end = text.indexOf('\n');
	const line = end === -1 ? text : text.slice(0, end);
	return [line.replace(/\r$/, ''), end === -1 ? undefined : text.slice(end + 1)];
}

interface Head {
	status: number;
	statusText: string;
	headers: Header[];
	rest: string;
}

const malformed = (line: string): Result<never, Failure> =>
	fail({ reason: 'answer-malformed', where: line.slice(0, 200) });

/** One status line and its headers, up to the empty line. The text begins with `HTTP/`. */
function parseHead(text: string): Result<Head, Failure> {
	const [first, afterFirst] = takeLine(text);
	const start = statusLine.exec(first.trimEnd());
	const status = Number(start?.[1]);
	const statusText = start?.[2] ?? '';
	if (!start || status < 100 || status > 599 || !isFieldValue(statusText)) return malformed(first);
	const headers: Header[] = [];
	let rest = afterFirst;
	while (rest !== undefined) {
		const [line, after]: [string, string | undefined] = takeLine(rest);
		rest = after;
		if (line.trim() === '') break;
		const last = headers.at(-1);
		const folded = /^[ \t]/.test(line) && last !== undefined;
		const header = headerLine.exec(line);
		if (!isFieldValue(line) || !(folded || header) || headers.length === mostHeaders) return malformed(line);
		// RFC 9112 §5.2: a line that begins with white space goes on with the value before.
		if (folded) last[1] = `${last[1]} ${line.trim()}`;
		else headers.push([header?.[1] ?? '', (header?.[2] ?? '').trimEnd()]);
	}
	return ok({ status, statusText, headers, rest: rest ?? '' });
}

/** The last head: before it there may be `100 Continue`, the answer of a proxy, and redirects that curl followed. */
function parseHeads(text: string): Result<Head, Failure> {
	let head = parseHead(text);
	for (let count = 1; head.ok && isFollowed(head.value); count += 1) {
		if (count === mostHeads || head.value.rest.trim() === '') return malformed(takeLine(text)[0]);
		head = parseHead(head.value.rest);
	}
	return head;
}

/** Whether another answer has to come, or has come. */
const isFollowed = ({ status, rest }: Head): boolean =>
	status < 200 || statusLine.test(takeLine(rest)[0].trimEnd());

/** Without what stands before the answer: a byte order mark, empty lines, the command itself. */
function withoutCommand(text: string): string {
	const bare = text.replace(/^\uFEFF?\s*/, '');
	if (!/^(?:\S*[$#%>] +)?curl /.test(bare)) return bare;
	const answer = /^HTTP\/\d/m.exec(bare);
	return answer ? bare.slice(answer.index) : '';
}

/**
 * Reads what a person pasted: the output of `curl --include`, or a body alone. Refused: nothing at all, more than a
 * trace holds, a head that is none.
 * @see [RFC 9112 §4](https://www.rfc-editor.org/rfc/rfc9112#section-4)
 */
export function parseResponse(text: string): Result<PastedResponse, Failure> {
	if (text.length > mostText)
		return fail({ reason: 'answer-too-large', detail: `${text.length} characters` });
	const answer = withoutCommand(text);
	if (answer.trim() === '') return fail({ reason: 'answer-empty' });
	if (!/^HTTP\/\d/.test(answer)) return ok({ kind: 'body', body: answer });
	const head = parseHeads(answer);
	if (!head.ok) return head;
	const { rest: body, ...known } = head.value;
	return ok({ kind: 'whole', response: { ...known, body } });
}

/**
 * An answer made of a body alone. What it is not told is assumed: JSON is of the type JSON, and an object with an
 * `error` came with 400, everything else with 200. `status`: what the person says instead.
 */
export function responseOfBody(body: string, status?: number): HttpResponse {
	const value = parseJson(body);
	const isObject = typeof value === 'object' && value !== null;
	return {
		status: status ?? (isObject && 'error' in value ? 400 : 200),
		statusText: '',
		headers: [['content-type', value === undefined ? 'text/plain' : 'application/json']],
		body
	};
}
