/**
 * What a run knows about an answer that failed, in the words of the diagnosis: the two requests side by side, how often a
 * code went out, whose state came back. Nothing is judged here, and nothing that is not known is claimed.
 */
import type { SessionEvidence } from './diagnose';
import type { Seen } from './seen';
import { sentNames } from './withheld';
import { apiEvidence, isThere, known } from './call-evidence';
import { headerEvidence } from './header-evidence';
import { issuersOfResponse, issuersOfToken } from './issuer-evidence';
import { timesHidden } from '$lib/flow/hidden-answers';
import { proofSent } from '$lib/message/dpop-proof';
import type { ReceivedAuthorizationResponse, Outcome, Session } from '$lib/flow/session';
import { isWithheld } from '$lib/flow/withheld';
import { hasFailed } from '$lib/lexicon/check';
import type { NetworkReason } from '$lib/lexicon/failure';
import { onlyKnown } from '$lib/lexicon/only-known';
import type { MoveId } from '$lib/lexicon/steps';
import { readClientCredentials } from '$lib/message/client-authentication';
import { formOf, isForm } from '$lib/message/form-body';
import { readClientRequest, sentValue } from '$lib/message/token-request';
import { isReference, pushSays, requestSays } from '$lib/message/authorization-request';
import { navigationTo, pushesIn } from '$lib/trace/exchanges';
import type { Trace } from '$lib/trace/fact';
import { duplicates, valueOf, type Pair } from '$lib/wire/form';
import { headerOf, mediaType, type Exchange } from '$lib/wire/http';
import { wasReuseRefused } from '$lib/flow/rotation';
import { timesSent, wasRotated } from '$lib/flow/times-sent';

/** What is known of an authorization request, pushed or not. Its parameters may stand in an object that is not known. */
function requestEvidence(session: Session, pairs: readonly Pair[] | undefined): SessionEvidence {
	const { server, configuration } = session;
	const sent = (name: string) => (pairs ? known(valueOf(pairs, name)) : undefined);
	const orElse = (value: string | undefined) => (pairs ? undefined : value);
	return onlyKnown({
		authorizationParameters: sentNames(session, pairs),
		doubledParameters: pairs && duplicates(pairs),
		challenge: sent('code_challenge'),
		challengeMethod: sent('code_challenge_method'),
		responseType: sent('response_type'),
		redirectUriAuthorize: sent('redirect_uri'),
		clientIdAuthorize: sent('client_id'),
		stateSent: sent('state'),
		scope: sent('scope') ?? orElse(configuration?.scope),
		audience: sent('audience') ?? sent('resource') ?? configuration?.audience ?? configuration?.resource,
		prompt: sent('prompt'),
		methodsSupported: server?.code_challenge_methods_supported,
		authMethodsSupported: server?.token_endpoint_auth_methods_supported,
		scopesSupported: server?.scopes_supported,
		parRequired: server?.require_pushed_authorization_requests
	});
}

/** The parameters of the authorization request: in the URL, or in what was pushed or signed in its place. */
function frontEvidence(session: Session, trace: Trace): SessionEvidence {
	const { authorizationRequest } = session;
	const pairs = authorizationRequest && requestSays(navigationTo(authorizationRequest), pushesIn(trace));
	const pushed = authorizationRequest && isReference(navigationTo(authorizationRequest));
	return { ...requestEvidence(session, pairs), ...onlyKnown({ pushed }) };
}

const documents: readonly MoveId[] = ['discovery', 'oauth-metadata', 'jwks'];

/**
 * Whether a hidden answer leaves the cause open. An origin that another answer has shown to be allowed is not the cause:
 * what is hidden is an error. Behind a hidden answer to a document there may be no document at all.
 */
const isOpen = (move: MoveId, reason: NetworkReason | undefined): boolean =>
	reason === 'cors-on-errors' ||
	(documents.includes(move) && (reason === 'cors' || reason === 'cors-for-client'));

/** What is seen of any request by itself, and of its answer. */
function messageEvidence(session: Session, { move, exchange }: Outcome): SessionEvidence {
	const { request, response, via, failure } = exchange;
	const said = readClientRequest(request);
	// Of what was sent in another way the server has read nothing.
	const isRead = request.method === 'POST' && isForm(request) && (said?.sentAs ?? 'form') === 'form';
	const pairs = isRead ? formOf(request) : undefined;
	const proof = proofSent(request);
	return onlyKnown({
		...headerEvidence(exchange),
		method: request.method,
		mediaType: mediaType(request.headers),
		sentAs: said?.sentAs,
		requestParameters: sentNames(session, pairs),
		doubledParameters: pairs && duplicates(pairs),
		answered: response === undefined ? undefined : true,
		fromPage: via === 'page' || isThere(exchange, 'origin'),
		proofSent: isThere(exchange, 'dpop'),
		proofNonce: proof && !proof.readable ? undefined : proof?.nonce,
		nonceOffered: response && headerOf(response.headers, 'dpop-nonce'),
		networkReason: isOpen(move, failure?.reason) ? undefined : failure?.reason
	});
}

function authenticationOf(exchange: Exchange): string | undefined {
	const { request } = exchange;
	const { method } = readClientCredentials(headerOf(request.headers, 'authorization'), (name) =>
		sentValue(request, name)
	);
	return method === 'none' && isThere(exchange, 'authorization') !== false ? undefined : method;
}

const authentication = (exchange: Exchange): SessionEvidence =>
	onlyKnown({ clientAuthentication: authenticationOf(exchange) });

function tokenEvidence(session: Session, trace: Trace, { exchange }: Outcome): SessionEvidence {
	const { request, at } = exchange;
	const sent = (name: string) => sentValue(request, name);
	const code = sent('code');
	/** Where every value has the same mark, nothing is counted. */
	const counted = (value: string | undefined) => (isWithheld(session, value) ? undefined : value);
	const [codeCounted, refreshCounted] = [counted(code), counted(sent('refresh_token'))];
	const hasTimes = session.imported?.lacks.includes('times') !== true;
	return {
		...issuersOfToken(session, request),
		...onlyKnown({
			verifier: code === undefined ? undefined : session.code_verifier,
			verifierSent: sent('code_verifier'),
			redirectUriToken: sent('redirect_uri'),
			clientIdToken: sent('client_id'),
			grantType: sent('grant_type'),
			clientAuthentication: authenticationOf(exchange),
			codeSentTimes: codeCounted === undefined ? undefined : timesSent(trace, 'code', codeCounted, at),
			codeHiddenTimes: codeCounted === undefined ? undefined : timesHidden(trace, 'code', codeCounted, at),
			codeReceivedAt: code === undefined || !hasTimes ? undefined : session.authorizationResponse?.at,
			codeSentAt: code === undefined ? undefined : at,
			refreshTokenHiddenTimes:
				refreshCounted === undefined ? undefined : timesHidden(trace, 'refresh_token', refreshCounted, at),
			refreshTokenSentTimes:
				refreshCounted !== undefined && wasRotated(trace, refreshCounted)
					? timesSent(trace, 'refresh_token', refreshCounted, at)
					: undefined,
			olderRefreshTokenRefused:
				refreshCounted === undefined ? undefined : wasReuseRefused(session, refreshCounted) || undefined
		})
	};
}

/** The documents are one place; every other message is one of its own. */
const placeOf = (move: MoveId): string =>
	move === 'discovery' || move === 'oauth-metadata' ? 'metadata' : move;

/** What is known about one message of the run. The expected challenge is computed by whoever has the digest. */
export function evidenceOfOutcome(session: Session, trace: Trace, outcome: Outcome): SessionEvidence {
	const { move, exchange } = outcome;
	const message = { place: placeOf(move), ...messageEvidence(session, outcome) };
	switch (move) {
		case 'token':
		case 'refresh':
			return { ...frontEvidence(session, trace), ...tokenEvidence(session, trace, outcome), ...message };
		case 'api':
		case 'userinfo':
			return { ...frontEvidence(session, trace), ...apiEvidence(session, outcome), ...message };
		case 'par': {
			const request = requestEvidence(session, pushSays(exchange.request));
			const { authorizationParameters } = request;
			const requestParameters = authorizationParameters && [
				...new Set([...authorizationParameters, ...(message.requestParameters ?? [])])
			];
			return {
				...message,
				...authentication(exchange),
				...request,
				...onlyKnown({ requestParameters })
			};
		}
		case 'introspection':
		case 'revocation':
			return { ...authentication(exchange), ...message };
		default:
			return message;
	}
}

const stepOfMove: Partial<Record<Outcome['move'], string>> = {
	token: 'token',
	refresh: 'token',
	par: 'par',
	api: 'api',
	userinfo: 'userinfo'
};

export function seenOfOutcome({ server, configuration }: Session, { move, exchange }: Outcome): Seen {
	const { response } = exchange;
	return {
		step: stepOfMove[move],
		status: exchange.assumed ? undefined : response?.status,
		issuer: server?.issuer ?? configuration?.issuer,
		headers: response?.headers,
		body: response?.body
	};
}

export function evidenceOfResponse(
	session: Session,
	trace: Trace,
	authorizationResponse: ReceivedAuthorizationResponse
): SessionEvidence {
	const front = frontEvidence({ ...session, authorizationResponse }, trace);
	return {
		...front,
		...onlyKnown({
			place: 'authorization',
			requestParameters: front.authorizationParameters,
			stateSent: session.authorizationRequest?.state,
			stateReturned: valueOf(authorizationResponse.parameters, 'state'),
			...issuersOfResponse(authorizationResponse)
		})
	};
}

/** What a server says that it refused: of the request to which nothing came back. */
const refusalsOf = ({ unanswered = [] }: Session) => unanswered.filter(({ checks }) => hasFailed(checks));

/** What is known of a request to which no answer came: what went out, and what the server tells of it, if it does. */
export function evidenceOfUnanswered(session: Session, trace: Trace): SessionEvidence {
	const { authorizationRequest } = session;
	const front = frontEvidence(session, trace);
	const failed = refusalsOf(session).flatMap(({ checks }) =>
		checks.filter(({ status }) => status === 'fail')
	);
	const registered = failed.find(({ id }) => id === 'as-redirect-uri-registered')?.expected;
	const asked = authorizationRequest?.asked;
	const built = asked === undefined ? undefined : requestSays(navigationTo({ url: asked }), pushesIn(trace));
	return {
		...front,
		...onlyKnown({
			place: 'authorization',
			answered: false,
			requestParameters: front.authorizationParameters,
			refusedFor: failed.length > 0 ? failed.map(({ id }) => id) : undefined,
			registeredRedirectUris: typeof registered === 'string' ? registered.split(' ') : undefined,
			redirectUriBuilt: built && known(valueOf(built, 'redirect_uri'))
		})
	};
}

export function seenOfUnanswered(session: Session): Seen {
	const { server, configuration } = session;
	const outcome = refusalsOf(session).at(-1)?.outcome;
	const error = typeof outcome === 'object' && outcome.say === 'refused-with' ? outcome.with[0] : undefined;
	return onlyKnown({ step: 'authorize', issuer: server?.issuer ?? configuration?.issuer, error });
}

/** What the parameters of an authorization response say. */
export const seenInResponse = (parameters: readonly Pair[]): Seen =>
	onlyKnown({
		step: 'callback',
		error: valueOf(parameters, 'error'),
		error_description: valueOf(parameters, 'error_description'),
		error_uri: valueOf(parameters, 'error_uri'),
		error_reason: valueOf(parameters, 'error_reason'),
		issuer: valueOf(parameters, 'iss')
	});

export const seenOfResponse = (
	{ server, configuration }: Session,
	{ parameters }: ReceivedAuthorizationResponse
): Seen => ({ issuer: server?.issuer ?? configuration?.issuer, ...seenInResponse(parameters) });
