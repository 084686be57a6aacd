import { askAuthorization, authorizationParameters } from '$lib/client/authorization-request';
import { askPushed, readPushed } from '$lib/client/pushed-authorization';
import { signRequest } from '$lib/client/request-object';
import type { AskFailure } from '$lib/lexicon/failure';
import { fail, ok, type Result } from '$lib/lexicon/result';
import { isPlaceholder } from '$lib/lexicon/placeholders';
import { isForeignMark } from '$lib/lexicon/removed';
import { pushSays, requestSays } from '$lib/message/authorization-request';
import { navigationTo } from '$lib/trace/exchanges';
import type { Fact, FactOf } from '$lib/trace/fact';
import { valueOf, type Pair } from '$lib/wire/form';
import { outcomeOf } from '../outcome';
import { isOn } from '../extensions';
import { dpopOf, senderOf } from '../sender-of';
import type { SentAuthorizationRequest, Session } from '../session';
import { before } from '../standing';
import { stepMissing, type Ask, type AskInput, type Moves } from '../step';
import { onlyKnown } from '$lib/lexicon/only-known';

/** Whether the request is one of OpenID Connect: then it carries a nonce (OIDC Core §3.1.2.1). */
export const isOpenId = (scope: string): boolean => scope.split(' ').includes('openid');

/** The parameters of the request, signed into a request object when that is switched on. */
async function parametersOf(session: Session, input: AskInput): Promise<Result<Pair[], AskFailure>> {
	const { configuration, server, code_challenge, code_challenge_method, state } = session;
	if (!configuration || !server) return stepMissing('configure');
	if (code_challenge === undefined || code_challenge_method === undefined) return stepMissing('challenge');
	if (state === undefined) return stepMissing('authorize');
	const parameters = authorizationParameters({
		client_id: configuration.clientId,
		redirect_uri: configuration.redirectUri,
		scope: configuration.scope,
		audience: configuration.audience,
		resource: configuration.resource,
		state,
		nonce: isOpenId(configuration.scope) ? (session.nonce ?? '') : '',
		code_challenge,
		code_challenge_method,
		response_mode: configuration.responseMode,
		dpop_jkt: await (await dpopOf(session))?.calculateThumbprint(),
		extra: [...configuration.extra, ...(session.stepUp ?? [])]
	});
	if (!isOn(session, 'request-object')) return ok(parameters);
	if (!input.signingKey) return fail({ reason: 'key-missing', field: 'request' });
	const inside = input.inside ?? parameters;
	const clientId = valueOf(inside, 'client_id') ?? configuration.clientId;
	return ok(await signRequest(server, clientId, inside, input.signingKey));
}

const askPar: Ask = async (session, input) => {
	const parameters = await parametersOf(session, input);
	if (!parameters.ok) return parameters;
	const { configuration, server } = session;
	if (!configuration || !server) return stepMissing('configure');
	const sender = await senderOf(session, input);
	return sender.ok ? askPushed(server, configuration.clientId, parameters.value, sender.value) : sender;
};

/** After a pushed request the browser carries its reference alone (RFC 9126 §4). */
const ask: Ask = async (session, input) => {
	const { configuration, server, pushed } = session;
	const endpoint = server?.authorization_endpoint;
	if (isOn(session, 'par')) {
		if (!pushed?.value || !configuration) return fail({ reason: 'step-missing', field: 'par' });
		return askAuthorization(endpoint, [
			['client_id', configuration.clientId],
			['request_uri', pushed.value.request_uri]
		]);
	}
	const parameters = await parametersOf(session, input);
	return parameters.ok ? askAuthorization(endpoint, parameters.value) : parameters;
};

/** A new attempt: its state and nonce, its key for proofs, and what an API wanted of it. */
function attempt(session: Session, { values }: FactOf<'generated'>): Session {
	const { state, nonce, dpop_jwk, ...stepUp } = values;
	if (state === undefined || nonce === undefined) return session;
	return {
		...before(session, 'authorize'),
		state,
		nonce,
		...onlyKnown({ dpop_jwk }),
		...(Object.keys(stepUp).length === 0 ? {} : { stepUp: Object.entries(stepUp) })
	};
}

type Sent = Pick<SentAuthorizationRequest, 'state' | 'nonce' | 'scope'>;

/** What the request was built with, where nothing tells what was sent. */
function builtWith({ configuration, state, nonce }: Session): Pair[] {
	const scope = configuration?.scope ?? '';
	return [
		['state', state ?? ''],
		['nonce', isOpenId(scope) ? (nonce ?? '') : ''],
		['scope', scope]
	];
}

/** What the person left with. RFC 6749 §3.1: a parameter without a value counts as left out. */
function leftWith(sent: readonly Pair[]): Sent {
	const names = ['state', 'nonce', 'scope'] as const;
	return Object.fromEntries(
		names.flatMap((name) => {
			const value = valueOf(sent, name);
			return value ? [[name, value]] : [];
		})
	);
}

/** In a recording the challenge is the one that was sent, whatever its verifier gives. Of one that was taken out none can be derived. */
function challengeSent(
	{ code_verifier, recorded }: Session,
	sent: readonly Pair[]
): Pick<Session, 'code_challenge' | 'code_challenge_method'> {
	const challenge = valueOf(sent, 'code_challenge');
	if (!challenge || isForeignMark(challenge)) return {};
	if (!recorded) return isPlaceholder(code_verifier ?? '') ? { code_challenge: challenge } : {};
	// RFC 7636 §4.3: without a method it is plain.
	const method = valueOf(sent, 'code_challenge_method') === 'S256' ? 'S256' : 'plain';
	return { code_challenge: challenge, code_challenge_method: method };
}

async function read(session: Session, fact: Fact): Promise<Session> {
	if (fact.kind === 'generated') return attempt(session, fact);
	if (fact.kind === 'exchanged' && fact.move === 'par') {
		const pushed = await outcomeOf(session, fact, readPushed);
		return { ...session, ...challengeSent(session, pushSays(fact.exchange.request) ?? []), pushed };
	}
	if (fact.kind !== 'left') return session;
	const sent =
		requestSays(navigationTo(fact), session.pushed ? [session.pushed.exchange] : []) ?? builtWith(session);
	const authorizationRequest: SentAuthorizationRequest = {
		url: fact.url,
		at: fact.at,
		way: fact.way,
		...onlyKnown({ body: fact.body, asked: fact.asked, recorded: fact.recorded }),
		...leftWith(sent)
	};
	return {
		...before(session, 'callback'),
		...challengeSent(session, sent),
		authorizationRequest,
		authorizationRequests: [
			...session.authorizationRequests.filter(({ state }) => state === authorizationRequest.state),
			authorizationRequest
		]
	};
}

export const moves: Moves<'authorize'> = { asks: { authorization: ask, par: askPar }, read };
