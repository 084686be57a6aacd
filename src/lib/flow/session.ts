/**
 * What a trace means so far: attempts, and what all of them share. Never stored: always folded from facts. A field is
 * missing until a fact gives it. A fact that makes later ones meaningless (a new verifier, another provider) begins a
 * new attempt once a request has gone out, and until then drops what followed.
 */
import type { DpopNonces } from '$lib/client/dpop';
import type { KeySet } from '$lib/client/key-set';
import type { OAuthError } from '$lib/client/oauth-error';
import type { TokenResponse } from '$lib/client/token';
import type { Check, Decision } from '$lib/lexicon/check';
import type { MoveId, StepId } from '$lib/lexicon/steps';
import type { Fact, FactOf, WayOut } from '$lib/trace/fact';
import type { Exchange, HttpRequest } from '$lib/wire/http';
import type { Pair } from '$lib/wire/form';
import type { Made } from './standing';
import type { DecisionLog } from './world';

/** What one exchange came to. Without `value` it failed: a check, the error or the exchange's failure says why. */
export interface Outcome<T = unknown> {
	step: StepId;
	move: MoveId;
	exchange: Exchange;
	/** The message as built, when the person edited it before sending. */
	asked?: HttpRequest;
	checks: Check[];
	/** What the tokens that came prove about the server: what it should have refused. */
	conclusions?: Check[];
	value?: T;
	error?: OAuthError;
	/** What it came to is not known: its content, or what would tell, was taken out of the file, or is encrypted. */
	withheld?: true;
}

/** What is said of an answer, and of the server that gave it. */
export const allChecks = ({ checks, conclusions = [] }: Pick<Outcome, 'checks' | 'conclusions'>): Check[] => [
	...checks,
	...conclusions
];

/** The person was sent to the authorization endpoint. */
export interface SentAuthorizationRequest {
	url: string;
	/** The form that was posted to the URL, if one was. */
	body?: string;
	asked?: string;
	at: number;
	way: WayOut;
	/** How it went and was answered, where a recording shows it. */
	recorded?: Exchange;
	/** What the authorization request carried. */
	state?: string;
	nonce?: string;
	scope?: string;
}

/** The person came back, with a code or an error. */
export interface ReceivedAuthorizationResponse {
	url: string;
	/** The form that was posted to the URL, if one was. */
	body?: string;
	at: number;
	way: 'redirect' | 'pasted';
	/** How the page was opened with it, where a recording shows it. */
	recorded?: Exchange;
	parameters: Pair[];
	checks: Check[];
	code?: string;
	error?: OAuthError;
	inside: Decision[];
}

/** The tokens held now: after a refresh, the newer ones. Times in milliseconds since the epoch. */
export interface Tokens extends TokenResponse {
	receivedAt: number;
	expiresAt?: number;
}

/** Endpoints in place of a document: the person typed them, or a recording shows which were used. */
export interface TypedEndpoints {
	at: number;
	from: 'person' | 'recording';
	checks: Check[];
}

/** What every attempt of a walk goes by. */
export interface Setup {
	/** Codes that arrived. */
	codes: string[];
	/** Hosts for which the person said yes to plain `http:`. */
	plainHosts: string[];
	/** The newest DPoP-Nonce of each origin. */
	dpopNonces: DpopNonces;
	/** What was read of a server, by the issuer that was asked for: in a recording it counts for every client of it. */
	servers: Record<string, Pick<Attempt, 'discovery' | 'typed' | 'server'>>;
	/** The file that it was read from, where it was one of another recorder. */
	imported?: FactOf<'imported'>;
	/** What was read of a server's keys, by their address: the same. */
	keySets: Record<string, Outcome<KeySet>>;
	/** The state of each attempt of a recording, by its challenge of S256: a verifier of another one is known as its. */
	challenges: Readonly<Record<string, string>>;
}

/** One way from a configuration to its tokens, with everything that was sent on it. */
export interface Attempt extends Made {
	/** Its place in the walk, from 0. */
	id: number;
	/** What makes it, in order; those that it has in common with the attempt before it among them. */
	facts: readonly Fact[];
	/** Somebody else's browser made it. */
	recorded?: true;
	/** What a recording shows beside its messages, in order. */
	beside: readonly FactOf<'beside'>[];
	/** Every outcome of this attempt, in order: a newer one of a kind hides none. */
	outcomes: readonly Outcome[];
}

/** The view of one attempt. */
export interface Session extends Setup, Attempt {}

export const emptySetup: Setup = {
	codes: [],
	plainHosts: [],
	dpopNonces: {},
	servers: {},
	keySets: {},
	challenges: {}
};

const emptyAttempt: Attempt = {
	id: 0,
	facts: [],
	discovery: [],
	idTokenChecks: [],
	beside: [],
	refreshes: [],
	replays: [],
	tokensBefore: [],
	calls: [],
	authorizationRequests: [],
	outcomes: [],
	redeemed: []
};

export const emptySession: Session = { ...emptyAttempt, ...emptySetup };

/** Attempts in the order in which they began, and the one that the walk goes on with. Never without one. */
export interface Walk {
	setup: Setup;
	attempts: readonly [Attempt, ...Attempt[]];
	current: number;
}

export const emptyWalk: Walk = { setup: emptySetup, attempts: [emptyAttempt], current: 0 };

/** The view of an attempt; of the current one when none is named. */
export const sessionOf = ({ setup, attempts, current }: Walk, id = current): Session => ({
	...(attempts[id] ?? attempts[0]),
	...setup
});

/** Where the server says that it tells its decisions, as it stands in its metadata. About a recording nobody is asked. */
export const decisionLogOf = ({ server, configuration, recorded }: Session): DecisionLog | undefined =>
	server?.decision_log_endpoint && configuration && !recorded
		? { log: server.decision_log_endpoint, issuer: configuration.issuer }
		: undefined;
