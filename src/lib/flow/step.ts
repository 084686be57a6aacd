import type { TokenType } from '$lib/lexicon/token-types';
import type { SigningKey } from '$lib/client/signing-key';
import type { AskFailure } from '$lib/lexicon/failure';
import { loadPart } from '$lib/lexicon/part';
import { fail, type Result } from '$lib/lexicon/result';
import type { MoveId, StepId } from '$lib/lexicon/steps';
import type { Fact } from '$lib/trace/fact';
import type { Pair } from '$lib/wire/form';
import type { Header, HttpRequest } from '$lib/wire/http';
import { refusedByGate } from './gate';
import type { Session } from './session';

/**
 * What a message needs beside the session: the API call's own method, URL and body; the scope of a refresh. `url` is
 * also where the metadata is asked for, when that is not where the issuer says.
 */
export interface AskInput {
	method?: string;
	url?: string;
	body?: string;
	/** Of the call: the media type of its body, and the headers that the person adds. */
	type?: string;
	headers?: readonly Header[];
	scope?: string;
	/** Of a refresh: the newest token that another has replaced is sent, in the place of the one that is held. */
	reuse?: true;
	/** Which token to ask about or to revoke. */
	token?: TokenType;
	/** Where the browser goes after signing out, and what it brings along from there. */
	returnTo?: string;
	state?: string;
	/** What the tab holds in memory and no trace does: the client's secret, and the key that signs for it. */
	secret?: string;
	signingKey?: SigningKey;
	/** What a signed request is to say, where that is something else than what the session gives. */
	inside?: readonly Pair[];
}

/** Builds the exact message. What it returns is previewed, sent and recorded: there is no second builder. */
export type Ask = (session: Session, input: AskInput) => Promise<Result<HttpRequest, AskFailure>>;

/**
 * A step of the walk.
 * `needs`: the first step that has to be done before this one, or undefined.
 * `asks`: the messages that it can send. `read`: one fact of this step into the session so far, the same for a
 * live run and for a replay. `outcome`: how it stands, undefined while it has not been done. `prepare`: fetches what
 * the step needs to ask and to read.
 */
export interface Step {
	id: StepId;
	needs: (session: Session) => StepId | undefined;
	asks: Partial<Record<MoveId, Ask>>;
	read: (session: Session, fact: Fact) => Promise<Session>;
	outcome: (session: Session) => 'done' | 'failed' | undefined;
	prepare?: () => Promise<unknown>;
}

/** The refusal to build a message because an earlier step has not been done. */
export const stepMissing = (step: StepId) =>
	({ ok: false, failure: { reason: 'step-missing', field: step } }) as const;

/** The half of a step that speaks the protocol: its messages, and what a fact of it means. */
export interface Moves<Id extends StepId> {
	asks: Record<MoveId<Id>, Ask>;
	read: Step['read'];
}

/**
 * The moves of a step, loaded when the first of them is made: the library of the protocol is not needed to open the
 * page of a step, only to take it.
 */
export function later<Id extends StepId>(
	names: readonly MoveId<Id>[],
	fetch: () => Promise<{ moves: Moves<Id> }>
): Pick<Step, 'asks' | 'read' | 'prepare'> {
	/** Asked for again only when it did not arrive: an import that is made for each message looks through the whole page. */
	let loaded: Moves<Id> | undefined;
	const load = async () => (loaded ??= (await loadPart(fetch)).moves);
	const ask =
		(name: MoveId<Id>): Ask =>
		async (session, input) => {
			// What somebody else sent is shown as it was sent: nothing is made of it here.
			if (session.recorded) return fail({ reason: 'recorded', field: session.configuration?.clientId ?? '' });
			const moves = await load();
			const asked = await moves.asks[name](session, input);
			const refused = asked.ok ? refusedByGate(session, asked.value.url) : undefined;
			return refused ? fail(refused) : asked;
		};
	return {
		prepare: load,
		asks: Object.fromEntries(names.map((name) => [name, ask(name)])),
		read: async (session, fact) => {
			const moves = await load();
			return moves.read(session, fact);
		}
	};
}
