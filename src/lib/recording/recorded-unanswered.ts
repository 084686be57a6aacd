/**
 * Entries without an answer. Recorders write status 0 for many things: a try that was given up, a preflight that was refused,
 * an answer that the page may not read, one from a cache. That nobody answered is said only where it shows.
 */
import type { NetworkReason } from '$lib/lexicon/failure';
import { onlyKnown } from '$lib/lexicon/only-known';
import { headerOf, isSuccess, type Exchange } from '$lib/wire/http';
import { originOf } from './recorded-message';

/** Milliseconds between two tries of one message. */
const longest = 10_000;

const wordFor = ({ request: { method, url, body } }: Exchange): string => JSON.stringify([method, url, body]);

/** Not changed since it was fetched: the answer is the one that came before. */
const isNews = ({ response }: Exchange): boolean => response !== undefined && response.status !== 304;

/** `unseen`: the same message has an answer of its own at about the same time. */
export function sortUnanswered(exchanges: readonly Exchange[]): { answered: Exchange[]; unseen: Exchange[] } {
	const silent = exchanges.filter((one) => !isNews(one));
	const words = new Set(silent.map(wordFor));
	const twins = new Map<string, number[]>();
	for (const one of exchanges) {
		if (!isNews(one)) continue;
		const word = silent.length === 0 ? '' : wordFor(one);
		if (words.has(word)) twins.set(word, [...(twins.get(word) ?? []).slice(-20), one.at]);
	}
	const isUnseen = (one: Exchange): boolean =>
		!isNews(one) &&
		(twins.get(wordFor(one)) ?? []).some(
			(at) => one.response?.status === 304 || Math.abs(at - one.at) <= longest
		);
	const unseen = exchanges.filter(isUnseen);
	const isApart = new Set(unseen);
	return { answered: exchanges.filter((one) => !isApart.has(one)), unseen };
}

/** Words of browsers, and what they mean. Chrome: net_error_list.h; Firefox: NS_ERROR_ and NS_BINDING_. */
const words: readonly [RegExp, NetworkReason][] = [
	[/ERR_INTERNET_DISCONNECTED|NS_ERROR_OFFLINE/, 'offline'],
	[/TIMED_?OUT|NS_ERROR_NET_TIMEOUT/i, 'timeout'],
	[/ERR_BLOCKED_BY_CSP/, 'blocked-by-policy'],
	[/ERR_BLOCKED_BY_CLIENT/, 'filtered'],
	[/ERR_ABORTED|NS_BINDING_ABORTED/, 'cancelled'],
	[/ERR_CONTENT_LENGTH_MISMATCH|ERR_INCOMPLETE_CHUNKED|NS_ERROR_NET_PARTIAL_TRANSFER/, 'interrupted'],
	[/mixed.?content/i, 'mixed-content'],
	[
		/ERR_NAME_NOT_RESOLVED|ERR_CONNECTION_|ERR_ADDRESS_UNREACHABLE|ERR_SSL_|ERR_CERT_|ERR_EMPTY_RESPONSE|NS_ERROR_UNKNOWN_HOST|NS_ERROR_CONNECTION_REFUSED|NS_ERROR_NET_/,
		'no-answer'
	],
	// What proxies say, in the words of their system: mitmproxy keeps them as `_error`.
	[/client disconnected/i, 'cancelled'],
	[
		/connection refused|(?:server|peer) (?:disconnected|closed)|name or service not known|certificate verify failed/i,
		'no-answer'
	],
	[/\bCORS\b|cross-origin|access control checks/i, 'cors']
];

/** Whether a server says yes to the question before a request (Fetch §4.8). */
const isGranted = ({ response }: Exchange): boolean =>
	response !== undefined &&
	isSuccess(response.status) &&
	headerOf(response.headers, 'access-control-allow-origin') !== undefined;

/** Whether a page of another origin sent it. */
const isOfPage = ({ request: { headers, url } }: Exchange): boolean => {
	const from = originOf(headerOf(headers, 'origin') ?? headerOf(headers, 'referer'));
	return from !== undefined && from !== originOf(url);
};

/** The exchange with the reason that shows, or with none. `preflight`: the question that was asked before it. */
export function withReason(
	exchange: Exchange,
	preflight: Exchange | undefined,
	isReached: (origin: string) => boolean
): Exchange {
	const { failure, response, ...rest } = exchange;
	if (response) return exchange;
	const detail = failure?.detail;
	const known = (reason: NetworkReason): Exchange => ({
		...rest,
		failure: { reason, ...onlyKnown({ detail }) }
	});
	if (preflight?.response && !isGranted(preflight)) return known('preflight-refused');
	const said = words.find(([pattern]) => pattern.test(detail ?? ''))?.[1];
	if (said) return known(said);
	const origin = originOf(exchange.request.url);
	// The browser keeps an answer from a page with the same word as a request that failed: it is one where the server is there.
	const isThere = preflight?.response !== undefined || (origin !== undefined && isReached(origin));
	if (/ERR_FAILED/.test(detail ?? '') && isOfPage(exchange) && isThere) return known('cors');
	if (failure && failure.reason !== 'no-answer') return exchange;
	return rest;
}
