import { normalName } from '$lib/lexicon/normal-name';
import { formatForm, parseForm, type Pair } from '$lib/wire/form';
import type { Exchange, HttpRequest } from '$lib/wire/http';
import type { Fact, Trace } from './fact';

const placeholder = 'client-secret-not-kept';

/** `client_secret`, however it is written: `clientSecret` in a body that the person edited is one as well. */
const isClientSecret = (name: string): boolean => normalName(name) === 'clientsecret';

/** `Basic` holds the secret of a client; the scheme stays, so that the kind of authentication can be read. */
const withoutBasic = (value: string): string => value.replace(/^(Basic ).*/is, `$1${placeholder}`);

const stripPairs = (pairs: readonly Pair[]): Pair[] =>
	pairs.map(([name, value]) => [name, isClientSecret(name) ? placeholder : value]);

const stripForm = (text: string): string => {
	const pairs = parseForm(text);
	return pairs.some(([name]) => isClientSecret(name)) ? formatForm(stripPairs(pairs)) : text;
};

/** A member of a JSON body, as a registration answers with it (RFC 7591 §3.2.1). */
const stripJson = (text: string): string =>
	text.replace(/("client[_-]?secret"\s*:\s*")[^"\\]*(?:\\.[^"\\]*)*/gi, `$1${placeholder}`);

const stripBody = (body: string): string => (/^\s*[[{]/.test(body) ? stripJson(body) : stripForm(body));

const stripUrl = (url: string): string =>
	url.replace(/\?([^#]*)/, (query, pairs: string) => {
		const stripped = stripForm(pairs);
		return stripped === pairs ? query : `?${stripped}`;
	});

/** A request without the client secret that it carries. */
function strip(request: HttpRequest): HttpRequest {
	const headers = request.headers.map(([name, value]): [string, string] =>
		/^(?:proxy-)?authorization$/i.test(name) ? [name, withoutBasic(value)] : [name, value]
	);
	const { body } = request;
	return {
		...request,
		url: stripUrl(request.url),
		headers,
		...(body === undefined ? {} : { body: stripBody(body) })
	};
}

function stripExchange(exchange: Exchange): Exchange {
	const { response, probes } = exchange;
	return {
		...exchange,
		request: strip(exchange.request),
		...(response === undefined ? {} : { response: { ...response, body: stripJson(response.body) } }),
		...(probes === undefined
			? {}
			: { probes: probes.map((probe) => ({ ...probe, request: strip(probe.request) })) })
	};
}

/** A fact as it may be kept in the tab. */
export function withoutClientSecret(fact: Fact): Fact {
	if (fact.kind === 'configured') {
		return { ...fact, configuration: { ...fact.configuration, extra: stripPairs(fact.configuration.extra) } };
	}
	if (fact.kind === 'left' || fact.kind === 'returned') {
		return {
			...fact,
			url: stripUrl(fact.url),
			...(fact.body === undefined ? {} : { body: stripBody(fact.body) }),
			...('asked' in fact && fact.asked !== undefined ? { asked: stripUrl(fact.asked) } : {}),
			...(fact.recorded === undefined ? {} : { recorded: stripExchange(fact.recorded) })
		};
	}
	if (fact.kind === 'beside') return { ...fact, exchange: stripExchange(fact.exchange) };
	if (fact.kind !== 'exchanged') return fact;
	const { exchange, asked } = fact;
	return { ...fact, exchange: stripExchange(exchange), ...(asked ? { asked: strip(asked) } : {}) };
}

/** Whether a request holds a client secret, in either place. */
export const carriesClientSecret = (request: HttpRequest): boolean =>
	JSON.stringify(strip(request)) !== JSON.stringify(request);

/**
 * The trace as it may be kept in the tab: without any client secret, wherever RFC 6749 §2.3.1 lets one stand, and
 * wherever a person or a registration puts one. Decided by the place and not by the value: a secret such as `secret`
 * is also a part of other words, and a secret that the person has changed since is still one.
 */
export const withoutClientSecrets = (trace: Trace): Trace => trace.map(withoutClientSecret);
