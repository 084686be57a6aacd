/**
 * The steps: what each makes of an attempt, what it needs of it, and how it then stands. Its messages, and what comes of
 * them, are in `moves/`, by the name of the step, loaded when they are needed.
 */
import { checkChallenge, createChallenge } from '$lib/client/challenge';
import type { ServerMetadata } from '$lib/client/discovery';
import type { KeySet } from '$lib/client/key-set';
import type { Pushed } from '$lib/client/pushed-authorization';
import type { TokenResponse } from '$lib/client/token';
import { checkVerifier } from '$lib/client/verifier';
import { hasFailed, type Check, type Decision } from '$lib/lexicon/check';
import type { StepId } from '$lib/lexicon/steps';
import type { ChallengeMethod } from '$lib/message/challenge';
import type { JsonObject } from '$lib/message/json-body';
import type { Configuration } from '$lib/trace/configuration';
import type { Pair } from '$lib/wire/form';
import { isUnanswered } from '$lib/wire/http';
import { securedResponse } from './secured';
import {
	allChecks,
	emptySession,
	type Attempt,
	type Outcome,
	type ReceivedAuthorizationResponse,
	type SentAuthorizationRequest,
	type Session,
	type Tokens,
	type TypedEndpoints
} from './session';
import type { Step } from './step';

/** What the steps make. */
export interface Made {
	configuration?: Configuration;
	/** Its file says that secrets were taken out of it. */
	redacted?: true;
	discovery: Outcome<ServerMetadata>[];
	typed?: TypedEndpoints;
	server?: ServerMetadata;
	code_verifier?: string;
	code_challenge?: string;
	code_challenge_method?: ChallengeMethod;
	state?: string;
	nonce?: string;
	/** The private key of this attempt's proofs, as JSON. */
	dpop_jwk?: string;
	/** What this attempt asks beside the configuration: what an API wanted (RFC 9470), or that nobody be asked. */
	stepUp?: Pair[];
	pushed?: Outcome<Pushed>;
	authorizationRequest?: SentAuthorizationRequest;
	/** Every authorization request that went out with the state of the newest one, that one last. */
	authorizationRequests: SentAuthorizationRequest[];
	authorizationResponse?: ReceivedAuthorizationResponse;
	/** Another answer, which came when there was one: the person decides which one counts. */
	second?: ReceivedAuthorizationResponse;
	/** What the server decided about a request to which no answer has come. */
	unanswered?: Decision[];
	/** The key set with which a secured response was verified. */
	responseKeys?: Outcome<KeySet>;
	/** Codes that brought tokens since the newest authorization response. */
	redeemed: string[];
	exchange?: Outcome<TokenResponse>;
	/**
	 * Requests that changed nothing once the tokens were there: of a recording those that were refused, such as the same one
	 * sent again; of a walk those without an answer.
	 */
	replays: Outcome<TokenResponse>[];
	/** What this code brought before it was sent once more and refused: those messages stay on the wire. */
	tokensBefore: TokenResponse[];
	tokens?: Tokens;
	/** The checks of the newest ID token: without the signature until the key set is there. */
	idTokenChecks: Check[];
	/** Those of the ID token that came for the code, once a refresh has brought another one: it alone has to have the nonce. */
	firstIdTokenChecks?: Check[];
	jwks?: Outcome<KeySet>;
	api?: Outcome<string>;
	/** Every call of an API, that one among them. */
	calls: Outcome<string>[];
	/** The API wants a stronger or a newer sign-in, or more scope: what to ask for (RFC 9470 §3). */
	stepUpWanted?: Pair[];
	/** What of its scope was not granted yet. */
	stepUpScopes?: string[];
	userinfo?: Outcome<Record<string, unknown>>;
	refreshes: Outcome<TokenResponse>[];
	introspection?: Outcome<JsonObject>;
	revocation?: Outcome<true>;
	/** Where the browser was sent to end the provider's session, and when. */
	signOut?: { url: string; at: number };
}

/**
 * `makes`: what is dropped when an earlier step is done again. `needs`: the first step that has to be done before this
 * one. `outcome`: how it stands, undefined while it has not been done. `read`: only of a step without messages.
 */
interface Standing extends Pick<Step, 'needs' | 'outcome'>, Partial<Pick<Step, 'read'>> {
	makes: readonly (keyof Attempt)[];
}

const methodOf = (text: string | undefined): ChallengeMethod => (text === 'plain' ? 'plain' : 'S256');

export const standings: Record<StepId, Standing> = {
	configure: {
		makes: ['configuration', 'recorded', 'redacted', 'discovery', 'typed', 'server'],
		needs: () => undefined,
		outcome: ({ server, discovery, typed }) => {
			// A recording without metadata says nothing about any: its addresses are not known to be right or wrong.
			if (typed?.from === 'recording') return undefined;
			if (!server) return discovery.length > 0 || typed ? 'failed' : undefined;
			if (typed) return 'done';
			// A document under another spelling of its issuer fails, and the walk goes on with it all the same.
			return hasFailed(discovery.findLast(({ value }) => value)?.checks ?? []) ? 'failed' : 'done';
		}
	},
	verifier: {
		makes: ['code_verifier'],
		needs: ({ server }) => (server ? undefined : 'configure'),
		read: async (session, fact) => {
			if (fact.kind !== 'generated') return session;
			const value = fact.values.code_verifier;
			if (value === undefined) return session;
			const earlier = before(session, 'verifier');
			return value === '' ? earlier : { ...earlier, code_verifier: value };
		},
		// One that breaks the rules may be tried: the walk goes on, and the server has its say. An empty text is none.
		outcome: ({ code_verifier }) =>
			code_verifier === undefined ? undefined : hasFailed(checkVerifier(code_verifier)) ? 'failed' : 'done'
	},
	challenge: {
		makes: ['code_challenge', 'code_challenge_method'],
		needs: ({ code_verifier }) => (code_verifier === undefined ? 'verifier' : undefined),
		// The fact holds the method only: the challenge is derived again at every reading.
		read: async (session, fact) => {
			if (fact.kind !== 'generated' || session.code_verifier === undefined) return session;
			// In a recording it is in the authorization request, as it was sent.
			if (session.recorded) return before(session, 'challenge');
			const method = methodOf(fact.values.code_challenge_method);
			return {
				...before(session, 'challenge'),
				code_challenge_method: method,
				code_challenge: await createChallenge(session.code_verifier, method)
			};
		},
		outcome: ({ code_challenge, code_challenge_method }) => {
			if (code_challenge === undefined || code_challenge_method === undefined) return undefined;
			return hasFailed(checkChallenge(code_challenge, code_challenge_method)) ? 'failed' : 'done';
		}
	},
	authorize: {
		makes: [
			...(['state', 'nonce', 'dpop_jwk', 'stepUp', 'pushed'] as const),
			...(['authorizationRequest', 'authorizationRequests'] as const)
		],
		needs: ({ code_challenge }) => (code_challenge === undefined ? 'challenge' : undefined),
		outcome: ({ authorizationRequest, authorizationResponse, pushed }) => {
			// RFC 6749 §4.1.2.1: a server says on a page of its own what it may send nowhere.
			const isRefused = (authorizationRequest?.recorded?.response?.status ?? 0) >= 400;
			if (authorizationRequest) return isRefused && !authorizationResponse ? 'failed' : 'done';
			return pushed && !pushed.value && !pushed.withheld ? 'failed' : undefined;
		}
	},
	callback: {
		makes: ['authorizationResponse', 'second', 'unanswered', 'responseKeys', 'redeemed', 'tokensBefore'],
		needs: ({ authorizationRequest }) => (authorizationRequest ? undefined : 'authorize'),
		outcome: (session) => {
			const { authorizationResponse, exchange } = session;
			if (!authorizationResponse) return undefined;
			// Whose code nobody redeemed in sight of the browser is told by what the application answered.
			if (!exchange && (authorizationResponse.recorded?.response?.status ?? 0) >= 400) return 'failed';
			const secured = securedResponse(session);
			if (hasFailed(authorizationResponse.checks) || secured === 'unverified') return 'failed';
			return secured === 'waits' ? undefined : 'done';
		}
	},
	exchange: {
		makes: ['exchange', 'replays', 'tokens', 'idTokenChecks', 'firstIdTokenChecks'],
		needs: (session) => {
			// Of a file without secrets the code may be gone with the JWT that it came in: what came of it is still to see.
			if (session.exchange) return undefined;
			return session.authorizationResponse?.code && securedResponse(session) !== 'waits'
				? undefined
				: 'callback';
		},
		outcome: ({ exchange: outcome }) => {
			if (!outcome || outcome.withheld || isUnanswered(outcome.exchange)) return undefined;
			return outcome.value && !hasFailed(allChecks(outcome)) ? 'done' : 'failed';
		}
	},
	tokens: {
		makes: ['jwks'],
		needs: ({ tokens }) => (tokens ? undefined : 'exchange'),
		outcome: ({ tokens, jwks, idTokenChecks }) => {
			if (!tokens) return undefined;
			if (hasFailed(idTokenChecks)) return 'failed';
			if (!tokens.id_token) return 'done';
			return !jwks || jwks.withheld ? undefined : jwks.value ? 'done' : 'failed';
		}
	},
	call: {
		makes: ['api', 'calls', 'stepUpWanted', 'stepUpScopes', 'userinfo'],
		needs: ({ tokens }) => (tokens ? undefined : 'exchange'),
		outcome: ({ api, userinfo }) => {
			const made = [api, userinfo].filter((outcome) => outcome && !outcome.withheld);
			if (made.length === 0) return undefined;
			return made.every((outcome) => outcome?.value !== undefined) ? 'done' : 'failed';
		}
	},
	renew: {
		makes: ['refreshes', 'introspection', 'revocation', 'signOut'],
		needs: ({ tokens }) => (tokens ? undefined : 'exchange'),
		outcome: ({ refreshes, introspection, revocation, signOut }) => {
			const made = [refreshes.at(-1), introspection, revocation].filter(
				(outcome) => outcome && !outcome.withheld && !isUnanswered(outcome.exchange)
			);
			if (made.length === 0) return signOut ? 'done' : undefined;
			return made.every((one) => one?.value !== undefined && !hasFailed(allChecks(one))) ? 'done' : 'failed';
		}
	}
};

/** The session with what `step` and the steps after it made left out. */
export function before(session: Session, step: StepId): Session {
	const all = Object.entries(standings);
	const from = all.findIndex(([id]) => id === step);
	const dropped = new Set<string>(all.slice(from).flatMap(([, { makes }]) => makes));
	const kept = Object.fromEntries(Object.entries(session).filter(([name]) => !dropped.has(name)));
	return { ...emptySession, ...kept };
}
