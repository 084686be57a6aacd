/** By how much the clocks of the server and of the recorder differ. */
import { decodeToken } from '$lib/message/jwt';
import { headerOf, type Exchange } from '$lib/wire/http';
import { known, unknown, type Proof } from './proof';
import type { Session } from './session';

/** The time that a server said, in milliseconds, against when its answer was on its way; 0: it may be the same. */
function ahead(said: number, { at, ms }: Exchange): number {
	// A `Date` has whole seconds (RFC 9110 §6.6.1), and so has a claim.
	const [first, last] = [at - 1000, at + Math.max(ms, 0) + 1000];
	return said < first ? said - at : said > last ? said - at : 0;
}

/** RFC 9110 §6.6.1: when the answer was made. One that a cache may have given says nothing of now: only POSTs are asked. */
function byDate(exchange: Exchange): number | undefined {
	const said = Date.parse(headerOf(exchange.response?.headers ?? [], 'date') ?? '');
	return exchange.request.method !== 'POST' || Number.isNaN(said) ? undefined : ahead(said, exchange);
}

function byIssue(session: Session): number | undefined {
	const { exchange } = session;
	const decoded = decodeToken(exchange?.value?.id_token ?? '');
	const iat = decoded.ok ? decoded.value.claims.iat : undefined;
	return exchange && typeof iat === 'number' ? ahead(iat * 1000, exchange.exchange) : undefined;
}

/**
 * Whether two clocks are apart by what lies between two time zones: whole quarters of an hour, from half an hour to 26
 * hours. A recorder that writes the wrong zone looks the same as a clock that is wrong.
 */
function isZone(seconds: number): boolean {
	const [apart, quarter] = [Math.abs(seconds), 900];
	const rest = apart % quarter;
	return apart >= 2 * quarter - 60 && apart <= 26 * 3600 && Math.min(rest, quarter - rest) <= 60;
}

export function clockOf(session: Session): Proof<{ seconds: number; by: 'date' | 'iat' }> {
	if (session.imported?.lacks.includes('times')) return unknown('not-recorded');
	const own = session.outcomes.filter(({ move }) => ['token', 'refresh', 'par'].includes(move));
	const date = own.map(({ exchange }) => byDate(exchange)).find((one) => one !== undefined);
	const issued = date ?? byIssue(session);
	if (issued === undefined) return unknown('not-recorded');
	const seconds = Math.round(issued / 1000);
	if (session.recorded && isZone(seconds)) return unknown('time-zone');
	return known({ seconds, by: date === undefined ? 'iat' : 'date' });
}
