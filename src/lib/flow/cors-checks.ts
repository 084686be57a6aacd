/** Whether a page of another origin could send a recorded request and read its answer: WHATWG Fetch §3.3. */
import type { Check } from '$lib/lexicon/check';
import { check, checkThat } from '$lib/lexicon/recording-checks';
import { say } from '$lib/lexicon/said';
import { headerOf, isSuccess, type Exchange } from '$lib/wire/http';
import type { Outcome, Session } from './session';

const originOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).origin : undefined);

/** The origin of the page that sent it, where that is another one. What is no `fetch` needs no leave. */
function crossOrigin({ request }: Exchange): string | undefined {
	const origin = headerOf(request.headers, 'origin');
	const mode = headerOf(request.headers, 'sec-fetch-mode') ?? 'cors';
	return origin === undefined || origin === originOf(request.url) || mode !== 'cors' ? undefined : origin;
}

const allowed = (exchange: Exchange, name: string): string | undefined =>
	headerOf(exchange.response?.headers ?? [], `access-control-allow-${name}`);

const isAllowed = (exchange: Exchange, origin: string): boolean =>
	['*', origin].includes(allowed(exchange, 'origin')?.trim() ?? '');

function answerCheck({ exchange }: Outcome): Check[] {
	const origin = crossOrigin(exchange);
	const headers = exchange.response?.headers ?? [];
	// A file without any header of answers lacks this one, too.
	if (origin === undefined || headers.length === 0) return [];
	const found = allowed(exchange, 'origin');
	return [
		checkThat('recorded-cors', isAllowed(exchange, origin), {
			expected: say('allows-origin', origin),
			actual: found ?? say('missing')
		})
	];
}

const listed = (text: string | undefined): string[] =>
	(text ?? '')
		.toLowerCase()
		.split(',')
		.map((name) => name.trim())
		.filter(Boolean);

/** Methods that need no leave, and names that a star does not stand for. */
const simple: ReadonlySet<string> = new Set(['get', 'head', 'post']);

const methodAsked = ({ request }: Exchange): string =>
	headerOf(request.headers, 'access-control-request-method') ?? request.method;

/** What a preflight asked for and was not allowed. */
function refusedIn(preflight: Exchange): string[] {
	const { request, response } = preflight;
	const asked = (name: string) => listed(headerOf(request.headers, `access-control-request-${name}`));
	const origin = headerOf(request.headers, 'origin');
	if (!response) return [];
	// Refused as a whole, it allows nothing.
	if (!isSuccess(response.status)) return [methodAsked(preflight)];
	const [methods, headers] = [listed(allowed(preflight, 'methods')), listed(allowed(preflight, 'headers'))];
	return [
		...(origin !== undefined && !isAllowed(preflight, origin) ? [origin] : []),
		...asked('method').filter(
			(name) => !simple.has(name) && ![name, '*'].some((one) => methods.includes(one))
		),
		...asked('headers').filter(
			(name) => !headers.includes(name) && (name === 'authorization' || !headers.includes('*'))
		)
	];
}

/** The question that was asked before this request. */
export function preflightOf(
	{ beside }: Pick<Session, 'beside'>,
	{ request, at }: Exchange
): Exchange | undefined {
	return beside.findLast(
		({ what, exchange }) => what === 'preflight' && exchange.request.url === request.url && exchange.at <= at
	)?.exchange;
}

/** What of a request its preflight was not allowed; nothing where none was recorded. */
export function preflightLacks(session: Pick<Session, 'beside'>, exchange: Exchange): string[] {
	const preflight = preflightOf(session, exchange);
	return preflight ? refusedIn(preflight) : [];
}

function preflightCheck(session: Session, { exchange }: Outcome): Check[] {
	const preflight = preflightOf(session, exchange);
	if (!preflight?.response) return [];
	const lacks = refusedIn(preflight);
	const asked = listed(headerOf(preflight.request.headers, 'access-control-request-headers'));
	return [
		lacks.length === 0
			? check('recorded-preflight', 'pass')
			: check('recorded-preflight', 'fail', {
					expected: say('allows-asked', methodAsked(preflight), ...asked),
					actual: say('allows-not', ...lacks)
				})
	];
}

export const corsChecks = (session: Session, outcome: Outcome): Check[] => [
	...preflightCheck(session, outcome),
	...answerCheck(outcome)
];
