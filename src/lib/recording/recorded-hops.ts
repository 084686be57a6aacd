/**
 * Sign-ins that serve another one. A broker asks another server on the way (OpenID Connect Core leaves open how a server
 * signs somebody in), and a client asks in a hidden frame whether anybody is signed in (OIDC Core §3.1.2.1, `prompt=none`).
 */
import { responseSays } from '$lib/message/authorization-response';
import { stringOf } from '$lib/message/json-body';
import type { BesideKind } from '$lib/lexicon/besides';
import { valueOf } from '$lib/wire/form';
import { headerOf, type Exchange } from '$lib/wire/http';
import { likeness } from './recorded-callback';
import { address, jsonOf, originOf } from './recorded-message';
import type { Growing, Recorded, RecordedAttempt, Register } from './register';

const serverOf = ({ authorization }: Growing): string | undefined =>
	authorization && address(authorization.request.url);

/** Whether one can be a sign-in of the other's server: it is of another client, or at another server, and began later. */
export const serves = (inner: Growing, outer: Growing): boolean =>
	(inner.place > outer.place || !outer.authorization) &&
	inner.within === undefined &&
	(inner.client !== outer.client || serverOf(inner) !== serverOf(outer)) &&
	!(inner.uri !== '' && likeness(inner.uri, outer.uri) >= 2);

/** The attempt that still waits and whose server sent the browser on to this request. */
export function withinOuter({ open }: Register, inner: Growing, { request }: Exchange): Growing | undefined {
	const back = originOf(inner.uri);
	const referred = originOf(headerOf(request.headers, 'referer'));
	return open.findLast((outer) => {
		if (outer === inner || !serves(inner, outer)) return false;
		if (outer.led.has(request.url)) return true;
		const own = originOf(outer.uri);
		const isServer = (origin: string | undefined): boolean =>
			origin !== undefined && origin !== own && outer.origins.has(origin);
		return isServer(back) || (back !== own && isServer(referred));
	});
}

const rootOf = (attempt: Growing): Growing => {
	const seen = new Set<Growing>();
	let root = attempt;
	while (root.within && !seen.has(root)) {
		seen.add(root);
		root = root.within;
	}
	return root;
};

/** What a silent request is refused with when nobody is signed in (OIDC Core §3.1.2.6): the answer that it waits for. */
const asksForPerson = /^(?:login|interaction|consent|account_selection)_required$/;

function cameToNothing({ messages }: RecordedAttempt): boolean {
	if (messages.some((one) => one.kind === 'move' && ['token', 'refresh'].includes(one.move))) return false;
	const said = messages.flatMap((one) => (one.kind === 'callback' ? [responseSays(one.callback)] : []));
	return said.every((pairs) => asksForPerson.test(valueOf(pairs, 'error') ?? ''));
}

function moveTo(root: Growing, inner: Growing, what: BesideKind): void {
	const seen = new Set<Exchange>();
	for (const one of inner.messages) {
		if (seen.has(one.exchange)) continue;
		seen.add(one.exchange);
		const kept = one.kind === 'beside' ? one.what : what;
		const beside: Recorded = { kind: 'beside', exchange: one.exchange, step: 'authorize', what: kept };
		root.messages.push(beside);
	}
}

/** Where a message went, without what stands behind it, and the message word for word. */
const wordFor = ({ request: { method, url, body } }: Exchange): string => JSON.stringify([method, url, body]);

type Placed = [attempt: Growing, one: Recorded];

const stepOf = (one: Recorded): Extract<Recorded, { kind: 'beside' }>['step'] =>
	one.kind === 'authorization' ? 'authorize' : one.kind === 'callback' ? 'callback' : one.step;

/** Preflights stand before the message that they are for (Fetch §4.8), a try without an answer beside the one that had it. */
function placeTries(
	attempts: readonly Growing[],
	exchanges: readonly Exchange[],
	unseen: readonly Exchange[]
): void {
	const places = new Map<Exchange, Placed[]>();
	for (const attempt of attempts)
		for (const one of attempt.messages)
			places.set(one.exchange, [...(places.get(one.exchange) ?? []), [attempt, one]]);
	const isUnseen = new Set(unseen);
	const next = new Map<string, Placed>();
	const same = new Map<string, Placed>();
	for (const placed of places.values()) {
		const [first] = placed;
		if (first) same.set(wordFor(first[1].exchange), first);
	}
	for (const exchange of exchanges.toReversed()) {
		const [own] = places.get(exchange) ?? [];
		const { url, method } = exchange.request;
		if (own) next.set(address(url), own);
		const isPreflight = method === 'OPTIONS';
		const placed = isPreflight
			? next.get(address(url))
			: isUnseen.has(exchange)
				? same.get(wordFor(exchange))
				: undefined;
		if (!placed) continue;
		const [attempt, one] = placed;
		const what = isPreflight ? 'preflight' : 'unseen';
		attempt.messages.push({ kind: 'beside', exchange, step: stepOf(one), what });
	}
}

/** Attempts as they are told: what serves one of them stands beside it. */
export function withBesides(
	attempts: readonly Growing[],
	exchanges: readonly Exchange[],
	unseen: readonly Exchange[]
): RecordedAttempt[] {
	const gone = new Set<Growing>();
	for (const inner of attempts) {
		const root = rootOf(inner);
		if (root === inner || root.within) continue;
		moveTo(root, inner, 'hop');
		gone.add(inner);
	}
	// From the end, so that each looks for its next one once.
	const next = new Map<string | undefined, Growing>();
	for (const one of attempts.toReversed()) {
		if (gone.has(one)) continue;
		if (!one.silent) next.set(one.client, one);
		const seen = one.silent && cameToNothing(one) ? next.get(one.client) : undefined;
		if (!seen) continue;
		moveTo(seen, one, 'silent');
		gone.add(one);
	}
	const left = attempts.filter((one) => !gone.has(one));
	placeTries(left, exchanges, unseen);
	return left.filter(({ messages }) => messages.length > 0);
}

/** Whether an answer to a token request brought tokens. */
export const bringsTokens = (exchange: Exchange | undefined): boolean =>
	stringOf(jsonOf(exchange), 'access_token') !== undefined ||
	stringOf(jsonOf(exchange), 'id_token') !== undefined;
