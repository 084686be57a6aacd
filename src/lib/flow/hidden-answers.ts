/**
 * Answers that the browser keeps from the page. A form POST without headers of its own needs no leave (Fetch: a
 * CORS-safelisted request): the server answers it, and only the page does not see what. So a code may be spent though
 * nothing came, and it is better told before than after.
 */
import type { NetworkReason } from '$lib/lexicon/failure';
import type { AtStake, Foresight } from '$lib/lexicon/hidden-answers';
import type { MoveId } from '$lib/lexicon/steps';
import { sentValue } from '$lib/message/token-request';
import type { FactOf, Trace } from '$lib/trace/fact';
import { headerOf, type Exchange, type HttpRequest } from '$lib/wire/http';
import type { Session } from './session';

export function atStake(move: MoveId, request: HttpRequest): AtStake {
	const { method, headers } = request;
	const has = (name: string): boolean => sentValue(request, name) !== undefined;
	if (has('code')) return 'code';
	if (has('refresh_token')) return 'refresh-token';
	if (move === 'revocation') return 'revocation';
	if (move === 'api' && !['GET', 'HEAD'].includes(method.toUpperCase())) return 'act';
	const proves = headerOf(headers, 'dpop') !== undefined || has('client_assertion');
	return proves ? 'proof' : 'nothing';
}

/** After these the server may have had the request. After the others it never left, or met nobody. */
const mayHaveArrived: ReadonlySet<NetworkReason> = new Set([
	...(['cors', 'cors-on-errors', 'cors-for-client', 'redirected'] as const),
	...(['interrupted', 'answer-too-large', 'timeout', 'cancelled'] as const)
]);

/** Whether the server may have answered, and this page does not know what. */
export const isHidden = ({ failure }: Exchange): boolean =>
	failure !== undefined && mayHaveArrived.has(failure.reason);

const exchangesIn = (trace: Trace): FactOf<'exchanged'>[] =>
	trace.filter((fact): fact is FactOf<'exchanged'> => fact.kind === 'exchanged');

/** How often a value that works once went out before `until` without a readable answer. */
export const timesHidden = (
	trace: Trace,
	name: 'code' | 'refresh_token',
	value: string,
	until = Infinity
): number =>
	exchangesIn(trace).filter(
		({ exchange }) => exchange.at < until && isHidden(exchange) && sentValue(exchange.request, name) === value
	).length;

/** The same for what a request carries. */
export const timesHiddenOf = (trace: Trace, request: HttpRequest): number =>
	(['code', 'refresh_token'] as const).reduce((sum, name) => {
		const value = sentValue(request, name);
		return value === undefined ? sum : sum + timesHidden(trace, name, value);
	}, 0);

const keptFromPage: ReadonlySet<NetworkReason> = new Set(['cors', 'cors-for-client']);

const isKept = ({ failure }: Exchange): boolean => failure !== undefined && keptFromPage.has(failure.reason);

const placeOf = (url: string): string => url.replace(/[?#].*$/s, '');
const originOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).origin : undefined);

const isDocument = (move: MoveId): boolean => ['discovery', 'oauth-metadata', 'jwks'].includes(move);

/**
 * What the walk has seen so far that speaks for a hidden answer. `own`: an address of this page, whose own origin hides
 * nothing. The newest answer counts: a server may have been set right since. `known`: an answer of this very address
 * has shown it, so that nobody else need be asked.
 */
export function foresee(
	trace: Trace,
	{ discovery, typed }: Pick<Session, 'discovery' | 'typed'>,
	{ move, url }: { move: MoveId; url: string },
	own: string
): { because?: Foresight; known: boolean } {
	const origin = originOf(url);
	if (origin === undefined || origin === originOf(own)) return { known: true };
	const facts = exchangesIn(trace).filter(
		({ exchange }) =>
			exchange.via === 'page' &&
			(exchange.response !== undefined || isKept(exchange)) &&
			originOf(exchange.request.url) === origin
	);
	// Documents are for everybody, and many servers let pages read them and nothing else.
	const alike = facts.filter((fact) => isDocument(fact.move) === isDocument(move));
	const asked = (alike.length > 0 || isDocument(move) ? alike : facts).map(({ exchange }) => exchange);
	const here = asked.findLast(({ request }) => placeOf(request.url) === placeOf(url));
	if (here) return isKept(here) ? { because: 'address', known: true } : { known: true };
	const there = asked.at(-1);
	if (there) return isKept(there) ? { because: 'server', known: false } : { known: false };
	const source = typed ? undefined : discovery.findLast(({ value }) => value !== undefined);
	const isHiddenDocument =
		source?.exchange.via !== 'page' && discovery.some(({ exchange }) => isKept(exchange));
	return isHiddenDocument ? { because: 'metadata', known: false } : { known: false };
}
