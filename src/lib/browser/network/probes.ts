import type { ProbeKind, ProbeResult } from '$lib/lexicon/failure';
import { formType, isForm } from '$lib/message/form-body';
import { toRequest } from '$lib/wire/fetch-values';
import { headerOf, mediaType, type Header, type HttpRequest, type Probe } from '$lib/wire/http';
import type { Platform } from './platform';

/** A probe says only that it is one. */
const placeholder = 'probe';

/** Headers that browsers send anywhere without asking (Fetch: CORS-safelisted), and one that no probe carries. */
const leftOut = new Set(['accept', 'accept-language', 'content-language', 'content-type', 'authorization']);

const safeMethods = new Set(['GET', 'HEAD', 'POST']);
const safeTypes = new Set(['', formType, 'multipart/form-data', 'text/plain']);

/** Whether the browser asks the server before it sends this to another origin (Fetch: CORS-preflight). */
export const needsPreflight = ({ method, headers }: HttpRequest): boolean =>
	!safeMethods.has(method.toUpperCase()) ||
	!safeTypes.has(mediaType(headers)) ||
	headers.some(([name]) => name.toLowerCase() === 'authorization' || !leftOut.has(name.toLowerCase()));

/** The address without the query, so that nothing of the failed request is in it. */
const bareUrl = ({ url }: HttpRequest): string => new URL(url).origin + new URL(url).pathname;

const bareGet = (url: string): HttpRequest => ({ method: 'GET', url, headers: [] });

/**
 * A request to the endpoint with nothing in it that the failed one carried: its headers by name only. Only for
 * forms, which OAuth's endpoints take: an empty one is refused there, and elsewhere a POST might do something.
 */
function preflightRequest(request: HttpRequest): HttpRequest | undefined {
	if (request.method !== 'POST' || !isForm(request)) return undefined;
	const named = request.headers
		.filter(([name]) => !leftOut.has(name.toLowerCase()))
		.map(([name]): Header => [name, placeholder]);
	return {
		method: 'POST',
		url: bareUrl(request),
		headers: [['content-type', formType], ...named],
		body: placeholder
	};
}

export const carriesAuthorization = ({ headers }: HttpRequest): boolean =>
	headerOf(headers, 'authorization') !== undefined;

interface Came {
	came: ProbeResult;
	status?: number;
}

/** Follows no redirect unless it has to, as a request that does not ask to read its answer has to. */
async function get(request: HttpRequest, mode: 'cors' | 'no-cors', platform: Platform, signal: AbortSignal) {
	const response = await platform.fetch(
		new Request(toRequest(request), {
			mode,
			redirect: mode === 'cors' ? 'manual' : 'follow',
			credentials: 'omit',
			cache: 'no-store',
			referrerPolicy: 'no-referrer',
			signal
		})
	);
	void response.body?.cancel();
	return response;
}

async function read(request: HttpRequest, platform: Platform, signal: AbortSignal): Promise<Came> {
	const { type, status } = await get(request, 'cors', platform, signal);
	return type === 'opaqueredirect' ? { came: 'redirected' } : { came: 'readable', status };
}

const touch = (request: HttpRequest, platform: Platform, signal: AbortSignal): Promise<Came> =>
	get(request, 'no-cors', platform, signal).then(() => ({ came: 'answered' }));

async function ask(request: HttpRequest, platform: Platform, signal: AbortSignal): Promise<Came> {
	const { sent, status } = await platform.sendWatched(request, signal);
	if (status !== undefined) return { came: 'readable', status };
	return { came: sent ? 'sent' : 'nothing' };
}

const ways: Record<ProbeKind, typeof read> = { plain: read, unread: touch, preflight: ask, origin: touch };

/** The message of a probe; undefined: this probe says nothing about such a request. */
function messageOf(kind: ProbeKind, request: HttpRequest): HttpRequest | undefined {
	if (kind === 'preflight') return preflightRequest(request);
	return bareGet(kind === 'origin' ? `${new URL(request.url).origin}/` : bareUrl(request));
}

/** Makes one probe. What goes wrong is its result; `signal` ends it early. */
export async function makeProbe(
	kind: ProbeKind,
	failed: HttpRequest,
	platform: Platform,
	signal: AbortSignal
): Promise<Probe | undefined> {
	const request = messageOf(kind, failed);
	if (!request) return undefined;
	const started = performance.now();
	const came = await ways[kind](request, platform, signal).catch((): Came => ({
		came: signal.aborted ? 'late' : 'nothing'
	}));
	return { kind, request, ...came, ms: Math.round((performance.now() - started) * 10) / 10 };
}
