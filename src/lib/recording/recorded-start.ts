/** What the application did before the person left: it leads to the server, and sets the cookies that should come back. */
import { isForeignMark } from '$lib/lexicon/removed';
import { cookiesSent } from '$lib/message/cookies';
import { isLoopback } from '$lib/message/loopback';
import { headerOf, type Exchange } from '$lib/wire/http';
import { leadsTo } from './recorded-message';
import type { Growing } from './register';

/** How far back a message may stand, and how many are told of that set cookies. */
const [farthest, mostSetters] = [300, 5];

const urlOf = (url: string): URL | undefined => (URL.canParse(url) ? new URL(url) : undefined);

/** Hosts that people take for one: with `www` and without, of one domain, or names of this machine. */
function isAkin(one: URL, other: URL): boolean {
	if (one.hostname === other.hostname || (isLoopback(one) && isLoopback(other))) return true;
	const end = ({ hostname }: URL): string => hostname.split('.').slice(-2).join('.');
	const isNumber = /^[\d.]+$|^\[/.test(one.hostname);
	return !isNumber && one.hostname.includes('.') && end(one) === end(other);
}

/** Those that lead to the authorization request by redirects, from its end. */
function leadingTo(url: string, before: readonly Exchange[]): Exchange[] {
	const found: Exchange[] = [];
	let target = url;
	for (const exchange of before) {
		if (leadsTo(exchange) !== target) continue;
		found.push(exchange);
		target = exchange.request.url;
	}
	return found;
}

/** `before`: the newest first. */
function ofApplication(uri: URL, before: readonly Exchange[]): Exchange[] {
	const own = before.filter((one) => {
		const url = urlOf(one.request.url);
		return url !== undefined && isAkin(url, uri);
	});
	const setters = own.filter(
		({ response }) => response && headerOf(response.headers, 'set-cookie') !== undefined
	);
	// Of another host it is told which cookies went there.
	const elsewhere = own.find(
		(one) => urlOf(one.request.url)?.hostname !== uri.hostname && cookiesSent(one).length > 0
	);
	return [...setters.slice(0, mostSetters), ...(elsewhere ? [elsewhere] : [])];
}

/** Puts them to their attempts. A message that is of an attempt already is told there. */
export function placeStarts(attempts: readonly Growing[], exchanges: readonly Exchange[]): void {
	const order = new Map(exchanges.map((one, index) => [one, index]));
	const taken = new Set(attempts.flatMap(({ messages }) => messages.map(({ exchange }) => exchange)));
	for (const attempt of attempts) {
		const { authorization, messages, uri } = attempt;
		const sent = messages.find(({ kind }) => kind === 'authorization');
		if (!authorization || sent?.kind !== 'authorization' || isForeignMark(uri)) continue;
		// One that shows only in the answer before it went after that.
		const after = sent.after ? order.get(sent.after) : undefined;
		const end = after === undefined ? (order.get(authorization) ?? 0) : after + 1;
		const before = exchanges.slice(Math.max(0, end - farthest), end).toReversed();
		const to = urlOf(uri);
		const found = new Set([
			...leadingTo(authorization.request.url, before),
			...(to ? ofApplication(to, before) : [])
		]);
		for (const exchange of [...found].toReversed())
			if (!taken.has(exchange)) messages.push({ kind: 'beside', exchange, step: 'authorize', what: 'start' });
	}
}
