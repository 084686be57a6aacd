/** Messages that are none of the flow and bear on it: pages and forms on which somebody signs in, and registrations. */
import { parseJsonObject, stringOf } from '$lib/message/json-body';
import { sentPairs } from '$lib/message/token-request';
import type { BesideKind } from '$lib/lexicon/besides';
import { queryOf, valueOf, type Pair } from '$lib/wire/form';
import type { Exchange } from '$lib/wire/http';
import { address, isPage, jsonOf } from './recorded-message';
import type { Growing, Register } from './register';

/** Of one attempt: a page that asks every second for news fills no walk. */
const mostBesides = 40;

export function placeBeside(
	register: Register,
	attempt: Growing,
	exchange: Exchange,
	what: BesideKind
): void {
	attempt.besides += 1;
	// The newest shows how it ended.
	if (attempt.besides > mostBesides) {
		const at = attempt.messages.findIndex(({ kind }) => kind === 'beside');
		attempt.messages.splice(at, 1);
	}
	register.put(attempt, { kind: 'beside', exchange, step: 'authorize', what });
}

/** RFC 7591 §3.1: a client registers itself with JSON. */
export function isRegistration({ request, response }: Exchange): boolean {
	if (request.method !== 'POST' || !(request.body ?? '').includes('"redirect_uris"')) return false;
	const body = parseJsonObject(request.body ?? '');
	if (!body.ok || !Array.isArray(body.value.redirect_uris)) return false;
	const answer = parseJsonObject(response?.body ?? '');
	const isAnswered =
		answer.ok && (stringOf(answer.value, 'client_id') ?? stringOf(answer.value, 'error')) !== undefined;
	return isAnswered || /regist/i.test(address(request.url));
}

/** A registration is of the attempts of the client that it made; one that was refused, of the sign-in that follows, if any. */
export function registrationsTo(
	register: Register,
	registrations: readonly Exchange[],
	exchanges: readonly Exchange[]
): void {
	const { attempts } = register;
	const order = new Map(exchanges.map((one, index) => [one, index]));
	const first = new Map<string, Growing>();
	for (const one of attempts.toReversed()) if (one.client !== undefined) first.set(one.client, one);
	for (const exchange of registrations) {
		const client = stringOf(jsonOf(exchange), 'client_id');
		const isLater = ({ messages: [one] }: Growing): boolean =>
			one !== undefined && (order.get(one.exchange) ?? 0) > (order.get(exchange) ?? 0);
		const next = client === undefined ? attempts.slice(0, 50).find(isLater) : first.get(client);
		const attempt = next ?? register.begin(askedIn(exchange));
		register.put(attempt, { kind: 'beside', exchange, step: 'configure', what: 'registration' });
	}
}

/** The client that a registration made, with where it wants to be answered. */
function askedIn(exchange: Exchange): Pair[] {
	const client = stringOf(jsonOf(exchange), 'client_id');
	const sent = parseJsonObject(exchange.request.body ?? '');
	const uris: unknown[] = sent.ok && Array.isArray(sent.value.redirect_uris) ? sent.value.redirect_uris : [];
	const [uri] = uris;
	return [
		...(client === undefined ? [] : [['client_id', client] satisfies Pair]),
		...(typeof uri === 'string' ? [['redirect_uri', uri] satisfies Pair] : [])
	];
}

const likeLogin = /log-?in|log-?on|sign-?in|authenticat|identif|password|idx|interaction/i;

/** What a page of a server was told of who asks: names differ, `client` among them. */
function tellsOf({ request }: Exchange): Pair[] {
	const told = request.method === 'POST' ? sentPairs(request) : queryOf(request.url);
	const client = valueOf(told, 'client_id') ?? valueOf(told, 'client');
	const [uri, type] = [valueOf(told, 'redirect_uri'), valueOf(told, 'response_type')];
	if (client === undefined || (uri === undefined && type === undefined)) return [];
	const scope = valueOf(told, 'scope');
	return [
		['client_id', client],
		...(uri === undefined ? [] : [['redirect_uri', uri] satisfies Pair]),
		...(scope === undefined ? [] : [['scope', scope] satisfies Pair])
	];
}

/** A recording that begins at the login form and ends there: a sign-in, of which neither end was recorded. */
export function loginAlone(register: Register, exchanges: readonly Exchange[]): void {
	const isLogin = (one: Exchange): boolean =>
		likeLogin.test(address(one.request.url)) && (one.request.method === 'POST' || isPage(one));
	const pages = exchanges.filter(isLogin);
	const telling = pages.find((one) => tellsOf(one).length > 0);
	if (!telling) return;
	const attempt = register.begin(tellsOf(telling));
	for (const exchange of pages) placeBeside(register, attempt, exchange, 'login');
}

/** Names under which people type what nobody else may read. */
const typed = /(?:^|[&"])[\w.-]*(?:passw|passcode|passphrase|pwd|otp|secret_?answer)[\w.-]*"?\s*[:=]/i;
/** Characters of a page: its words are in the first of them. */
const mostOfPage = 20_000;

/** The exchange as it is kept beside a walk: without what somebody typed into a form, and of a long page the beginning. */
export function asKept(exchange: Exchange, isLogin: boolean): Exchange {
	const { fetchedAs: _, ...rest } = exchange;
	const { body, ...request } = rest.request;
	const isTyped = isLogin || (body !== undefined && typed.test(body));
	const { response } = rest;
	const isLong = response !== undefined && response.body.length > mostOfPage;
	return {
		...rest,
		request: isTyped || body === undefined ? request : { ...request, body },
		...(isLong ? { response: { ...response, body: response.body.slice(0, mostOfPage) } } : {})
	};
}
