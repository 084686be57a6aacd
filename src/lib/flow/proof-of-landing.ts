/** What an application did with the browser that came back to it, as far as the recording shows. */
import type { Landing, RedirectDifference } from '$lib/lexicon/proofs';
import { isAuthorizationResponse } from '$lib/message/authorization-response';
import { redirectDifference } from '$lib/message/value-change';
import { parseForm, valueOf } from '$lib/wire/form';
import { headerOf, type Exchange } from '$lib/wire/http';
import { known, unknown, type Proof } from './proof';
import type { Attempt, ReceivedAuthorizationResponse } from './session';

/** `how`: in what the address to which it led differs from its callback. */
export interface Landed {
	came: Landing;
	how?: RedirectDifference[];
}

/** RFC 9110 §10.2.2: where an answer leads, from where it was asked. */
function redirectOf({ request, response }: Exchange): URL | undefined {
	const isMoved = response !== undefined && response.status >= 300;
	const location = isMoved ? headerOf(response.headers, 'location') : undefined;
	return location !== undefined && URL.canParse(location, request.url)
		? new URL(location, request.url)
		: undefined;
}

const bare = (url: URL): string => `${url.origin}${url.pathname}`;

/** The same page in another spelling: another scheme, `www` before the host, a slash behind the path. */
function isSamePage(one: URL, other: URL): boolean {
	const host = ({ hostname }: URL): string => hostname.replace(/^www\./, '');
	const path = ({ pathname }: URL): string => pathname.replace(/\/$/, '').toLowerCase();
	return host(one) === host(other) && path(one) === path(other);
}

/** Milliseconds within which a new request is no new wish of the person. */
const soon = 10_000;

/** A later attempt of the same client that began where this one ended, with nothing come of it. */
function isAskedAgain(attempt: Attempt, at: number, attempts: readonly Attempt[]): boolean {
	if (attempt.tokens ?? attempt.exchange) return false;
	const client = attempt.configuration?.clientId;
	return attempts.some(
		({ id, configuration, authorizationRequest: sent }) =>
			id !== attempt.id &&
			sent !== undefined &&
			configuration?.clientId === client &&
			sent.at >= at &&
			sent.at - at <= soon
	);
}

/** The page that was opened with an answer, and what the browser was told there. */
export function landingOf(
	attempt: Attempt,
	attempts: readonly Attempt[] = [],
	answer: Pick<ReceivedAuthorizationResponse, 'recorded'> | undefined = attempt.authorizationResponse
): Proof<Landed> {
	const recorded = answer?.recorded;
	const response = recorded?.response;
	if (!recorded || !response || !URL.canParse(recorded.request.url)) return unknown('not-recorded');
	const { request, at } = recorded;
	if (response.status >= 400) return known({ came: 'refused' });
	const isTimed = attempts.length > 0 && isAskedAgain(attempt, at, attempts);
	const to = redirectOf(recorded);
	if (!to) return known({ came: isTimed ? 'again' : 'page' });
	const from = new URL(request.url);
	const server = attempt.authorizationRequest?.url;
	if (server !== undefined && URL.canParse(server) && bare(to) === bare(new URL(server)))
		return known({ came: 'again' });
	if (isSamePage(from, to) && to.href !== from.href) {
		const how = redirectDifference(`${bare(from)}`, `${bare(to)}`);
		// RFC 9110 §15.4: only 307 and 308 carry a form along. Fetch §4.4: a fragment goes along by itself.
		const isForm = request.method === 'POST';
		const isKept = isForm
			? [307, 308].includes(response.status)
			: isAuthorizationResponse({ url: to.href }) || !isAuthorizationResponse({ url: request.url });
		// Without its query it is the same page: an application that has read the answer takes it out of the address.
		if (how.length > 0) return known({ came: isKept ? 'moved' : 'lost', how });
	}
	const says = [to.search, to.hash].flatMap(parseForm);
	if (valueOf(says, 'error') !== undefined) return known({ came: 'error' });
	return known({ came: isTimed ? 'again' : 'onward' });
}
