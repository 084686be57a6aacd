/**
 * A recording of somebody else's browser becomes a trace: the messages of the flow are picked out of everything that
 * was recorded, in the order in which they went, and the fold reads them like a walk of one's own. Nothing is
 * believed: every check is made again.
 */
import type { IntakeFailure } from '$lib/lexicon/failure';
import { onlyKnown } from '$lib/lexicon/only-known';
import { fail, ok, type Result } from '$lib/lexicon/result';
import { isForm } from '$lib/message/form-body';
import { responseSays } from '$lib/message/authorization-response';
import { sentPairs } from '$lib/message/token-request';
import type { Fact, Trace } from '$lib/trace/fact';
import { formatForm, parseForm, valueOf } from '$lib/wire/form';
import type { Exchange, HttpRequest } from '$lib/wire/http';
import { attemptsIn } from './recorded-attempts';
import { asKept } from './recorded-beside';
import { configurationOf, madeFor, usedEndpoints } from './recorded-configuration';
import { keySetsIn, keysOf } from './recorded-documents';
import { bringsTokens } from './recorded-hops';
import { metadataMove, originOf } from './recorded-message';
import { openedFirst } from './recorded-opened';
import { lacksAuthorization } from './recorded-surroundings';
import { withReason } from './recorded-unanswered';
import { isMove, type Recorded, type RecordedAttempt } from './register';

/** API calls that are kept, the newest and those that were refused: one shows what thousands of others do. */
const mostCalls = 20;

/** The form that the browser posted; undefined: the parameters stand in the address. */
function formOf(request: HttpRequest): string | undefined {
	if (request.method !== 'POST') return undefined;
	if (isForm(request)) {
		// A page may post what somebody typed to the address that has the parameters.
		const isAsked = valueOf(parseForm(request.body ?? ''), 'client_id') !== undefined;
		return isAsked || !request.url.includes('?') ? (request.body ?? '') : undefined;
	}
	return request.body === undefined ? undefined : formatForm(sentPairs(request));
}

/** What of a recorded message is shown beside what it says. One that only shows elsewhere is none. */
const recordedAs = (exchange: Exchange): { recorded: Exchange } => ({ recorded: asKept(exchange, false) });

/** `answered`: the exchange with what is known of an answer that did not come. */
function factsOf(one: Recorded, answered: Exchange): Fact[] {
	const { at, request } = one.exchange;
	switch (one.kind) {
		case 'move':
			return [{ kind: 'exchanged', at, step: one.step, move: one.move, exchange: asSent(answered) }];
		case 'beside':
			return [
				{
					kind: 'beside',
					at,
					step: one.step,
					what: one.what,
					exchange: asKept(answered, one.what === 'login' || one.what === 'start')
				}
			];
		case 'authorization': {
			const body = formOf(request);
			const recorded = one.after ? {} : recordedAs(answered);
			return [
				{
					kind: 'left',
					at,
					step: 'authorize',
					url: request.url,
					...onlyKnown({ body }),
					way: 'tab',
					...recorded
				}
			];
		}
		case 'callback': {
			const recorded = one.opened ? recordedAs(answered) : {};
			return [{ kind: 'returned', at, step: 'callback', ...one.callback, way: 'redirect', ...recorded }];
		}
	}
}

function asSent(exchange: Exchange): Exchange {
	const { fetchedAs: _, ...rest } = exchange;
	return rest;
}

/** A message with the place of its attempt. */
interface Placed {
	of: number;
	one: Recorded;
}

const isRefused = ({ one }: Placed): boolean => (one.exchange.response?.status ?? 0) >= 400;

/** Of many calls the newest, and of those that were refused the newest as well. */
function keptCalls(calls: readonly Placed[]): ReadonlySet<Placed> {
	return new Set([...calls.slice(-mostCalls), ...calls.filter(isRefused).slice(-mostCalls)]);
}

/** RFC 6749 §4.2.2: they may have come with the answer itself. */
const hasTokens = (one: Recorded): boolean =>
	one.kind === 'callback'
		? valueOf(responseSays(one.callback), 'id_token') !== undefined
		: bringsTokens(one.kind === 'move' ? one.exchange : undefined);

/**
 * All messages in the order in which they went. Keys are read with the tokens that they verify, and many clients fetch
 * them at their start: they go behind the first token response of an attempt at their server.
 */
function inOrder(
	attempts: readonly RecordedAttempt[],
	exchanges: readonly Exchange[],
	keySets: readonly Exchange[]
): Placed[] {
	const order = new Map(exchanges.map((exchange, index) => [exchange, index]));
	const placeOf = ({ one }: Placed): number =>
		one.kind === 'authorization' && one.after
			? (order.get(one.after) ?? 0) + 0.5
			: (order.get(one.exchange) ?? 0);
	const all = attempts
		.flatMap(({ messages }, of) => messages.map((one): Placed => ({ of, one })))
		.sort((a, b) => placeOf(a) - placeOf(b));
	const calls = keptCalls(all.filter(({ one }) => isMove(one, 'api')));
	const kept = all.filter((placed) => !isMove(placed.one, 'api') || calls.has(placed));
	const wanted = new Map<Exchange, number[]>();
	attempts.forEach((attempt, of) => {
		const keys = keysOf(attempt, keySets);
		if (keys) wanted.set(keys, [...(wanted.get(keys) ?? []), of]);
	});
	const waiting = new Map<Placed, Exchange[]>();
	const first = new Map<number, Placed>();
	for (const placed of kept.toReversed()) if (hasTokens(placed.one)) first.set(placed.of, placed);
	for (const [keys, owners] of wanted) {
		const placed = owners.map((of) => first.get(of)).find((one) => one !== undefined);
		if (placed) waiting.set(placed, [...(waiting.get(placed) ?? []), keys]);
	}
	return kept.flatMap((placed): Placed[] => [
		placed,
		...(waiting.get(placed) ?? []).map((exchange): Placed => ({
			of: placed.of,
			one: { kind: 'move', exchange, step: 'tokens', move: 'jwks' }
		}))
	]);
}

/** The question that a browser asked before each message that has no answer. */
function preflightsIn(placed: readonly Placed[]): ReadonlyMap<Exchange, Exchange> {
	const asked = new Map<string, Exchange>();
	const found = new Map<Exchange, Exchange>();
	for (const { one } of placed) {
		const { url } = one.exchange.request;
		const preflight = asked.get(url);
		if (one.kind === 'beside' && one.what === 'preflight') asked.set(url, one.exchange);
		else if (preflight) found.set(one.exchange, preflight);
	}
	return found;
}

/**
 * The trace of a recording: each attempt with its own client, at its own server. Fails when nothing in it is a request
 * of this flow. `exchanges` come in the order in which they began.
 */
export const traceOfRecording = (exchanges: readonly Exchange[]): Result<Trace, IntakeFailure> =>
	traceOfAttempts(attemptsIn(exchanges), exchanges);

/** The same, where it is known which attempts these exchanges are of. */
export function traceOfAttempts(
	attempts: readonly RecordedAttempt[],
	exchanges: readonly Exchange[]
): Result<Trace, IntakeFailure> {
	const start = exchanges[0]?.at;
	if (attempts.length === 0 || start === undefined) return fail({ reason: 'no-flow-recorded' });
	const isBare = lacksAuthorization(exchanges);
	const keySets = keySetsIn(exchanges);
	const messages = inOrder(attempts, exchanges, keySets);
	const preflights = preflightsIn(messages);
	const reached = new Set(
		exchanges.flatMap(({ request, response }) => (response ? [originOf(request.url)] : []))
	);
	const begun = new Map<number, number>();
	const shown = new Set<Exchange>();
	let current = 0;

	function begin(of: number, at: number): Fact[] {
		const attempt = attempts[of];
		if (!attempt || begun.has(of)) return [];
		current = begun.size;
		begun.set(of, current);
		const { document } = attempt;
		const isShown = document !== undefined && shown.has(document);
		if (document) shown.add(document);
		const move = (document && metadataMove(document)) ?? 'discovery';
		const metadata: Fact[] = document
			? [{ kind: 'exchanged', at: document.at, step: 'configure', move, exchange: asSent(document) }]
			: usedEndpoints(attempt, keysOf(attempt, keySets), at);
		return [
			{
				kind: 'configured',
				at,
				configuration: configurationOf(attempt, isBare),
				from: 'recording'
			},
			...(isShown ? [] : metadata),
			...madeFor(attempt, at)
		];
	}
	/** The fold counts attempts in the order in which they begin. */
	function turn(of: number, at: number): Fact[] {
		const attempt = begun.get(of);
		if (attempt === undefined || attempt === current) return [];
		current = attempt;
		return [{ kind: 'opened', at, attempt }];
	}

	const facts = messages.flatMap(({ of, one }, index): Fact[] => {
		const at = index === 0 ? start : one.exchange.at;
		const answered = withReason(one.exchange, preflights.get(one.exchange), (origin) => reached.has(origin));
		return [...begin(of, at), ...turn(of, at), ...factsOf(one, answered)];
	});
	const last = messages.at(-1)?.one.exchange.at ?? start;
	return ok([...facts, ...turn(openedFirst(attempts, messages), last)]);
}
