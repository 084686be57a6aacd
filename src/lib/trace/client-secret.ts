import { formatForm, parseForm } from '$lib/wire/form';
import type { HttpRequest } from '$lib/wire/http';
import type { Fact, Trace } from './fact';

const placeholder = 'client-secret-not-kept';

/** `Basic` holds the secret of a client; the scheme stays, so that the kind of authentication can be read. */
const withoutBasic = (value: string): string => value.replace(/^(Basic ).*/is, `$1${placeholder}`);

/** A request without the client secret that it carries. */
function strip(request: HttpRequest): HttpRequest {
	const headers = request.headers.map(([name, value]): [string, string] =>
		name.toLowerCase() === 'authorization' ? [name, withoutBasic(value)] : [name, value]
	);
	const pairs = parseForm(request.body ?? '');
	if (!pairs.some(([name]) => name === 'client_secret')) return { ...request, headers };
	const kept = pairs.map(([name, value]): [string, string] => [
		name,
		name === 'client_secret' ? placeholder : value
	]);
	return { ...request, headers, body: formatForm(kept) };
}

function stripFact(fact: Fact): Fact {
	if (fact.kind !== 'exchanged') return fact;
	const { exchange, asked } = fact;
	return {
		...fact,
		exchange: { ...exchange, request: strip(exchange.request) },
		...(asked ? { asked: strip(asked) } : {})
	};
}

/** Whether a request holds a client secret, in either place. */
export const carriesClientSecret = (request: HttpRequest): boolean =>
	JSON.stringify(strip(request)) !== JSON.stringify(request);

/**
 * The trace as it may be kept in the tab: without any client secret, wherever RFC 6749 §2.3.1 lets one stand.
 * Decided by the place and not by the value: a secret such as `secret` is also a part of other words, and a secret
 * that the person has changed since is still one.
 */
export const withoutClientSecrets = (trace: Trace): Trace => trace.map(stripFact);
