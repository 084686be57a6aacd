import type { AskFailure } from '$lib/lexicon/failure';
import type { Result } from '$lib/lexicon/result';
import type { MoveId, StepId } from '$lib/lexicon/steps';
import type { Fact } from '$lib/trace/fact';
import type { HttpRequest } from '$lib/wire/http';
import type { Session } from './session';

/** Builds the exact message. What it returns is previewed, sent and recorded: there is no second builder. */
export type Ask = (session: Session, input: AskInput) => Promise<Result<HttpRequest, AskFailure>>;

/** What a message needs beside the session: the API call's own method, URL and body, a narrower refresh scope. */
export interface AskInput {
	method?: string;
	url?: string;
	body?: string;
	scope?: string;
}

/**
 * A step of the walk. `needs`: the steps without which it is locked. `asks`: the messages it can send.
 * `read`: one fact of this step into the session so far; the same for a live run and for a replay.
 */
export interface Step {
	id: StepId;
	needs: (session: Session) => StepId | undefined;
	asks: Partial<Record<MoveId, Ask>>;
	read: (session: Session, fact: Fact) => Promise<Session>;
	/** undefined: not done yet. */
	done: (session: Session) => 'done' | 'failed' | undefined;
}
