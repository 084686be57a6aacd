/** What the run itself knows of two requests, so that what followed can be held against the server. */
import { judgeRedemption, judgeRenewal } from '$lib/client/conclusions';
import type { TokenResponse } from '$lib/client/token';
import type { Check } from '$lib/lexicon/check';
import { isReference, requestSays } from '$lib/message/authorization-request';
import { sentPairs, sentValue } from '$lib/message/token-request';
import { navigationTo } from '$lib/trace/exchanges';
import { valueOf, type Pair } from '$lib/wire/form';
import type { Outcome, Session } from './session';
import { isWithheld, withheldNames } from './withheld';

/** What is held against a server by name. */
const judged = new Set([
	...['client_id', 'redirect_uri', 'scope', 'response_type', 'dpop_jkt'],
	...['code_challenge', 'code_challenge_method']
]);

/**
 * The request that the code at hand answers, found by its state, which is random. Undefined: without a state nothing
 * tells, and of several requests with the same one neither, unless they agree.
 */
function requestOfCode({
	authorizationResponse,
	authorizationRequests,
	pushed
}: Session): readonly Pair[] | undefined {
	const state = authorizationResponse && valueOf(authorizationResponse.parameters, 'state');
	if (!state) return undefined;
	const requests = authorizationRequests
		.filter((request) => request.state === state)
		.map((request) =>
			requestSays(navigationTo(request), pushed ? [pushed.exchange] : [])?.filter(([name]) =>
				judged.has(name)
			)
		);
	const [first, ...others] = requests;
	return others.every((other) => JSON.stringify(other) === JSON.stringify(first)) ? first : undefined;
}

/** Whether that request stood behind a reference. */
const wasPushed = ({ authorizationRequest }: Session): boolean =>
	authorizationRequest !== undefined && isReference(navigationTo(authorizationRequest));

/** The code that this message redeemed, when it is the one that arrived. */
export function redeemedCode(session: Session, { exchange, value }: Outcome): string | undefined {
	const code = sentValue(exchange.request, 'code');
	const isKnown = value !== undefined && code === session.authorizationResponse?.code;
	return isKnown && !isWithheld(session, code) ? code : undefined;
}

/** What of two requests is not known: values that were taken out of a file, and headers that a recorder may leave out. */
function unknownIn(session: Session, pairs: readonly Pair[]): ReadonlySet<string> {
	const { recorded, configuration, imported } = session;
	const isBare = recorded && configuration?.authentication === undefined;
	return new Set([
		...withheldNames(session, pairs),
		...(isBare ? ['authorization'] : []),
		...(imported?.lacks.includes('headers') ? ['authorization', 'dpop'] : [])
	]);
}

/** What tokens for a code prove. Of a code that did not arrive here nothing is known. */
export async function concludeRedemption(
	session: Session,
	outcome: Outcome<TokenResponse>
): Promise<Check[]> {
	const { server, authorizationResponse } = session;
	const code = redeemedCode(session, outcome);
	if (!server || !authorizationResponse || code === undefined) return [];
	const authorization = requestOfCode(session);
	return judgeRedemption({
		server,
		authorization,
		unknown: unknownIn(session, [...(authorization ?? []), ...sentPairs(outcome.exchange.request)]),
		pushed: wasPushed(session),
		token: outcome.exchange.request,
		used: session.redeemed.includes(code),
		age: outcome.exchange.at - authorizationResponse.at,
		granted: outcome.value?.scope
	});
}

/** Whether a response to this refresh token had brought another one. */
const wasReplaced = ({ refreshes }: Session, token: string | undefined): boolean =>
	refreshes.some(
		({ exchange, value }) =>
			token !== undefined &&
			sentValue(exchange.request, 'refresh_token') === token &&
			value?.refresh_token !== undefined &&
			value.refresh_token !== token
	);

/** What tokens for a refresh token prove, as far as that token came in this walk. */
export function concludeRenewal(session: Session, { exchange, value }: Outcome<TokenResponse>): Check[] {
	const { exchange: first, refreshes, authorizationRequest } = session;
	const token = sentValue(exchange.request, 'refresh_token');
	const brought = [first, ...refreshes].some((one) => one?.value?.refresh_token === token);
	if (!value || !first || token === undefined || !brought || isWithheld(session, token)) return [];
	return judgeRenewal({
		refresh: exchange.request,
		clientId: sentValue(first.exchange.request, 'client_id'),
		first: first.value?.scope ?? authorizationRequest?.scope,
		replaced: wasReplaced(session, token),
		granted: value.scope,
		unknown: unknownIn(session, [...sentPairs(exchange.request), ...sentPairs(first.exchange.request)])
	});
}
