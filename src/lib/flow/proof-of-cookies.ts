/**
 * Whether the cookies that were set before the person left were there when the person came back: the application's at the
 * callback, and the server's on its later pages. Names are told, and never values.
 */
import type { CookieLoss } from '$lib/lexicon/proofs';
import { isForeignMark } from '$lib/lexicon/removed';
import { cookieLoss, cookiesSent, cookiesSet, type Back, type SetCookie } from '$lib/message/cookies';
import { headerOf, type Exchange } from '$lib/wire/http';
import { known, unknown, type Proof } from './proof';
import type { Attempt, Session } from './session';

export interface LostCookie {
	name: string;
	why: CookieLoss;
}

/** What came back, and what did not. */
export interface CookiesBack {
	back: string[];
	lost: LostCookie[];
}

const urlOf = ({ request: { url } }: Exchange): URL | undefined =>
	URL.canParse(url) ? new URL(url) : undefined;

/** The last two names of a host: two sites that differ in them are two for sure. */
const endOf = (host: string): string =>
	/^[\d.]+$|^\[/.test(host) ? host : host.split('.').slice(-2).join('.');

/**
 * Whether another site led to a request: by what the browser says of it, else by the two addresses. Hosts of one domain may be
 * two sites where that is one of many owners: then nobody knows.
 */
function crossSite(exchange: Exchange, from: URL | undefined): boolean | undefined {
	const said = headerOf(exchange.request.headers, 'sec-fetch-site')?.toLowerCase();
	if (said !== undefined) return said === 'cross-site';
	const to = urlOf(exchange);
	if (!from || !to) return undefined;
	if (from.host === to.host && from.protocol === to.protocol) return false;
	return from.protocol !== to.protocol || endOf(from.hostname) !== endOf(to.hostname) ? true : undefined;
}

const isGone = ({ until }: SetCookie, at: number): boolean => until !== undefined && until <= at;

/** RFC 6265 §5.3: one of the same name, domain and path takes the place of the one before, or takes it away. */
function jarAfter(exchanges: readonly Exchange[]): SetCookie[] {
	const jar = new Map<string, SetCookie>();
	for (const exchange of exchanges)
		for (const cookie of cookiesSet(exchange)) {
			const { name, domain, from, path } = cookie;
			const key = JSON.stringify([name, domain ?? from.hostname, path]);
			if (isGone(cookie, exchange.at)) jar.delete(key);
			else jar.set(key, cookie);
		}
	return [...jar.values()];
}

/**
 * Cookies that went to another host of the application, of which nobody saw how they were set. At the same host they may
 * be of another path.
 */
function sentElsewhere(earlier: readonly Exchange[], to: URL, jar: readonly SetCookie[]): LostCookie[] {
	const names = earlier
		.filter((one) => urlOf(one)?.hostname !== to.hostname)
		.flatMap((one) => cookiesSent(one))
		.filter((name) => !jar.some((one) => one.name === name));
	return [...new Set(names)].map((name) => ({ name, why: 'host' }));
}

function cookiesAt(earlier: readonly Exchange[], later: Exchange, from: URL | undefined): CookiesBack {
	const url = urlOf(later);
	if (!url) return { back: [], lost: [] };
	const jar = jarAfter(earlier);
	const sent = new Set(cookiesSent(later));
	const back: Back = { url, method: later.request.method, at: later.at, crossSite: crossSite(later, from) };
	const lost = [
		...jar.map((cookie) => ({ name: cookie.name, why: cookieLoss(cookie, back) })),
		...sentElsewhere(earlier, url, jar)
	].filter(({ name }) => !sent.has(name));
	const kept = jar.map(({ name }) => name).filter((name) => sent.has(name));
	return {
		back: [...new Set(kept)],
		lost: lost.filter(({ name }, at) => at === lost.findIndex((one) => one.name === name))
	};
}

/** Every message of an attempt as it was recorded. */
const recordedIn = ({ authorizationRequest, authorizationResponse, beside, outcomes }: Attempt): Exchange[] =>
	[
		authorizationRequest?.recorded,
		authorizationResponse?.recorded,
		...beside.map(({ exchange }) => exchange),
		...outcomes.map(({ exchange }) => exchange)
	].filter((one) => one !== undefined);

/** Without a cookie in any request a recorder, or whoever saved the file, may have left them out. */
function isBare(session: Session): boolean {
	const sent = recordedIn(session).flatMap((one) => cookiesSent(one));
	return session.imported?.lacks.includes('cookies') === true || sent.length === 0;
}

const isMarked = ({ request }: Exchange): boolean => {
	const cookie = headerOf(request.headers, 'cookie');
	return cookie !== undefined && (isForeignMark(cookie) || !cookie.includes('='));
};

function compared(
	session: Session,
	earlier: readonly Exchange[],
	later: Exchange,
	from: URL | undefined
): Proof<CookiesBack> {
	if ([...earlier, later].some(isMarked)) return unknown('taken-out');
	if (isBare(session)) return unknown('not-recorded');
	const found = cookiesAt(earlier, later, from);
	return found.back.length + found.lost.length === 0 ? unknown('not-recorded') : known(found);
}

/** Of the application: `came` is how the callback was opened, the server's page the one that led there. */
export function applicationCookies(
	session: Session,
	came = session.authorizationResponse?.recorded
): Proof<CookiesBack> {
	const earlier = session.beside.filter(({ what, at }) => what === 'start' && at <= (came?.at ?? 0));
	if (!came || earlier.length === 0) return unknown('not-recorded');
	const server = session.authorizationRequest;
	const from = server && URL.canParse(server.url) ? new URL(server.url) : undefined;
	return compared(
		session,
		earlier.map(({ exchange }) => exchange),
		came,
		from
	);
}

/** Of the server: its last page, with what those before it have set. They lead from one to the next. */
export function serverCookies(session: Session): Proof<CookiesBack> {
	const first = session.authorizationRequest?.recorded;
	const host = first && urlOf(first)?.host;
	if (!first || host === undefined) return unknown('not-recorded');
	const pages = session.beside
		.filter(({ what }) => what === 'login' || what === 'redirect')
		.map(({ exchange }) => exchange)
		.filter((one) => urlOf(one)?.host === host);
	const last = pages.at(-1);
	if (!last) return unknown('not-recorded');
	return compared(
		session,
		[first, ...pages.slice(0, -1)].filter(({ at }) => at <= last.at),
		last,
		urlOf(first)
	);
}

/** In words that hold no name. */
export const toldCookies = (
	proof: Proof<CookiesBack>
): Proof<{ back: true } | { back: false; how: CookieLoss[] }> => {
	if (!proof.known) return proof;
	const { lost } = proof.value;
	return known(
		lost.length === 0 ? { back: true } : { back: false, how: [...new Set(lost.map(({ why }) => why))] }
	);
};
