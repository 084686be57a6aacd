import type { NetworkFailure, ProbeKind, ProbeResult } from '$lib/lexicon/failure';
import type { Decision } from '$lib/lexicon/check';

/** HTTP messages as plain values: what is on screen, in a trace file and in a test fixture is the same JSON. */
export type Header = [name: string, value: string];

export interface HttpRequest {
	method: string;
	/** Absolute. */
	url: string;
	headers: Header[];
	body?: string;
}

export interface HttpResponse {
	status: number;
	statusText: string;
	headers: Header[];
	body: string;
}

/** What was tried after a request came to nothing, and how far it came. `ms`: how long that took. */
export interface Probe {
	kind: ProbeKind;
	request: HttpRequest;
	came: ProbeResult;
	/** Of an answer that could be read. */
	status?: number;
	ms: number;
}

/**
 * One request and what came of it. `at`: milliseconds since the epoch, when it was sent. `ms`: until the whole
 * body was read. `via`: `page` = sent by this page; `pasted` = the person made it elsewhere and pasted the answer.
 * `assumed`: only a body was pasted, its status and media type are guesses. `probes`: what was tried to learn why
 * there is no answer. `inside`: what the server says it decided, for servers that say. `fetchedAs`: what a recorder calls
 * it, such as `document` or `xhr`; it tells messages apart and is not kept.
 */
export interface Exchange {
	id: string;
	request: HttpRequest;
	response?: HttpResponse;
	failure?: NetworkFailure;
	at: number;
	ms: number;
	via: 'page' | 'pasted';
	assumed?: true;
	probes?: Probe[];
	inside?: Decision[];
	fetchedAs?: string;
}

/** Whether nobody knows what came of it: the request alone was brought. */
export const isUnanswered = ({ response, failure, via }: Exchange): boolean =>
	via === 'pasted' && response === undefined && failure === undefined;

/** The first header of that name, case-insensitively (RFC 9110 §5.1), or undefined. */
export function headerOf(headers: readonly Header[], name: string): string | undefined {
	const wanted = name.toLowerCase();
	return headers.find(([key]) => key.toLowerCase() === wanted)?.[1];
}

/** Whether the server took the request (RFC 9110 §15.3). */
export const isSuccess = (status: number): boolean => status >= 200 && status < 300;

/** The media type of a message without its parameters, in lower case; '' when there is none. */
export const mediaType = (headers: readonly Header[]): string =>
	(headerOf(headers, 'content-type') ?? '').replace(/;.*/s, '').trim().toLowerCase();
