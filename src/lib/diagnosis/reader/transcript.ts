/** A talk with a server as terminals print it (`curl -v`, `curl -i`, a raw message): what was asked and what was answered. */
import { onlyKnown } from '$lib/lexicon/only-known';
import { isLoopback } from '$lib/message/loopback';
import type { Header, HttpRequest } from '$lib/wire/http';
import { parseJson } from '$lib/wire/json';
import type { Source, Span } from './reading';

export interface Transcript {
	request?: HttpRequest;
	requestSpan?: Span;
	status?: number;
	headers: [string, string][];
	body: string;
	bodySpan: Span;
	/** From the status line to the end of the body. */
	span: Span;
	/** The header that says why, where there is one. */
	challengeSpan?: Span;
	/** The header that says where to go on, where there is one. */
	locationSpan?: Span;
}

interface Row {
	text: string;
	start: number;
	end: number;
}

const statusLine = /^(?:<\s)?HTTP\/[\d.]{1,3}\s+(\d{3})\b/;
const requestLine = /^(?:> ?)?(GET|POST|PUT|DELETE|HEAD|OPTIONS|PATCH) (\S{1,4000}) HTTP\/[\d.]{1,3}\s*$/;
const headerLine = /^(?:[<>] ?)?([A-Za-z][\w-]{0,60})\s{0,3}:\s*(.*)$/;
/** What curl says of the connection and of what it moves. */
const talk = /^(?:\* |\*$|[{}] \[\d+ bytes)/;
const challenge = /^(?:[<>] ?)?www-authenticate\s{0,3}:/i;
const telling = /^(?:www-authenticate|content-type|date|dpop-nonce)$/i;
const location = /^(?:[<>] ?)?location\s{0,3}:/i;

function rowOf(rows: readonly Row[], { start, end }: Span, name: RegExp): Span | undefined {
	const row = rows.find((one) => one.start >= start && one.end <= end && name.test(one.text));
	const lead = /^[<>]? ?/.exec(row?.text ?? '')?.[0].length ?? 0;
	return row && { start: row.start + lead, end: row.end };
}

/** RFC 9110 §11.6.1 and §10.2.2: what is wanted, or what was wrong with what was sent; and where to go on. */
const namedRows = (rows: readonly Row[], span: Span): Pick<Transcript, 'challengeSpan' | 'locationSpan'> =>
	onlyKnown({
		challengeSpan: rowOf(rows, span, challenge),
		locationSpan: rowOf(rows, span, location)
	});

const rowsOf = ({ pasted, lines }: Source): Row[] =>
	lines.map(({ start, end }) => ({ start, end, text: pasted.slice(start, end).replace(/\r$/, '') }));

/** The headers from a row on, and the row behind them. */
function headersFrom(rows: readonly Row[], first: number): { headers: Header[]; next: number } {
	const headers: Header[] = [];
	let next = first;
	for (; next < rows.length; next += 1) {
		const text = rows[next]?.text ?? '';
		if (talk.test(text)) continue;
		const [, name, value = ''] = headerLine.exec(text.slice(0, 8_000)) ?? [];
		if (name === undefined || statusLine.test(text)) break;
		headers.push([name, value.trim()]);
	}
	return { headers, next };
}

const isEmptyRow = (row: Row | undefined): boolean => /^[<>]?\s*$/.test(row?.text ?? '');

function requestOf(rows: readonly Row[], at: number): { request: HttpRequest; span: Span } | undefined {
	const row = rows[at];
	const [, method = '', target = ''] = requestLine.exec(row?.text ?? '') ?? [];
	if (!row || method === '') return undefined;
	const { headers, next } = headersFrom(rows, at + 1);
	const host = headers.find(([name]) => name.toLowerCase() === 'host')?.[1] ?? '';
	const plain = `http://${host}`;
	const scheme = URL.canParse(plain) && isLoopback(new URL(plain)) ? 'http' : 'https';
	const url = /^https?:/.test(target) ? target : `${scheme}://${host}${target}`;
	if (!URL.canParse(url)) return undefined;
	const after = rows.slice(isEmptyRow(rows[next]) ? next + 1 : next);
	const sent = after.findIndex(({ text }) => statusLine.test(text) || requestLine.test(text));
	const body = (sent === -1 ? after : after.slice(0, sent))
		.filter(({ text }) => !talk.test(text))
		.map(({ text }) => text.replace(/^> /, ''))
		.join('\n')
		.trim();
	const isSent = sent !== -1 && /^(?:[\w.%-]+=|\{)/.test(body);
	return {
		request: { method, url, headers, ...(isSent && method !== 'GET' ? { body } : {}) },
		span: { start: row.start, end: rows[Math.max(at, next - 1)]?.end ?? row.end }
	};
}

/** A body as it was sent: without what curl says in its last line, and without the breaks of a narrow terminal. */
function whole(body: string): string {
	const text = body.replace(/\* (?:Closing connection|Connection #)[^\n]{0,200}$/, '').trimEnd();
	if (!text.startsWith('{') || parseJson(text) !== undefined) return text;
	const joined = text.replace(/\n/g, '');
	return parseJson(joined) === undefined ? text : joined;
}

function answerFrom(rows: readonly Row[], at: number): Omit<Transcript, 'request'> | undefined {
	const row = rows[at];
	if (!row) return undefined;
	const status = Number(statusLine.exec(row.text)?.[1]);
	const { headers, next } = headersFrom(rows, at + 1);
	const first = isEmptyRow(rows[next]) ? next + 1 : next;
	const body = rows.slice(first).filter(({ text }) => !talk.test(text));
	const start = rows[first]?.start ?? row.end;
	const text = body
		.map((one) => one.text.replace(/^< ?/, ''))
		.join('\n')
		.trim();
	const end = text === '' ? start : (body.at(-1)?.end ?? start);
	return {
		status,
		headers,
		body: whole(text),
		bodySpan: { start, end },
		span: { start: row.start, end: Math.max(end, rows[next - 1]?.end ?? end) }
	};
}

/** Headers of an answer alone, without its first line. */
function headersAlone(rows: readonly Row[]): Omit<Transcript, 'request'> | undefined {
	const first = rows.findIndex((row) => !isEmptyRow(row));
	const { headers, next } = headersFrom(rows, Math.max(first, 0));
	if (!headers.some(([name]) => telling.test(name)) || first === -1) return undefined;
	const body = rows.slice(next);
	const text = body
		.map((row) => row.text)
		.join('\n')
		.trim();
	const start = rows[next]?.start ?? rows.at(-1)?.end ?? 0;
	const end = rows.at(-1)?.end ?? start;
	const headEnd = rows[next - 1]?.end ?? start;
	return {
		headers,
		body: text,
		bodySpan: { start: Math.min(start, end), end },
		span: { start: rows[first]?.start ?? 0, end: text === '' ? headEnd : end }
	};
}

/** The last answer of a talk, and the request before it. Undefined: the text is no talk. */
export function transcriptIn(source: Source): Transcript | undefined {
	const rows = rowsOf(source);
	const at = rows.findLastIndex(({ text }) => statusLine.test(text));
	const asked = rows.findLastIndex(({ text }, place) => (at === -1 || place < at) && requestLine.test(text));
	const request = asked === -1 ? undefined : requestOf(rows, asked);
	const answer = at === -1 ? (request ? undefined : headersAlone(rows)) : answerFrom(rows, at);
	const known = request ? { request: request.request, requestSpan: request.span } : {};
	if (answer) return { ...answer, ...known, ...namedRows(rows, answer.span) };
	if (!request) return undefined;
	return { headers: [], body: '', bodySpan: request.span, span: request.span, ...known };
}
