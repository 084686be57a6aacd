/**
 * The score of a walk that nobody has taken: which messages are going to cross between the three parties, and what this
 * client puts into them. It needs nothing of the walk's machinery, so that the first page can draw it.
 */
import type { MarkId } from '$lib/lexicon/marks';
import type { MoveId, StepId } from '$lib/lexicon/steps';
import type { Party } from './wire-messages';

/** `refused`: an answer with an error, one that the client may not take, or a request that the server turned away. `lost`: a request to which no answer could be read. */
export type ArrowState = 'crossed' | 'refused' | 'lost' | 'expected';

export interface ScoreArrow {
	step: StepId;
	/** What it is; the answer to a request bears the name of the request. */
	name: MoveId | 'authorization-response';
	answer: boolean;
	from: Party;
	to: Party;
	state: ArrowState;
	/** The values that are followed by eye, as far as they are known to be in it. */
	carries: readonly MarkId[];
	/** Of a request: its method and the path that it went to; of a navigation back, the path alone. */
	method?: string;
	path?: string;
	/** Of an answer: the status, and how long it took to come, in milliseconds. */
	status?: number;
	ms?: number;
	/** When it set out, in milliseconds since the epoch. */
	at?: number;
	/** The person changed the message before it was sent. */
	edited?: true;
	/** Its answer was typed or comes out of a file: how long it took is not known. */
	pasted?: true;
}

/** What each step is going to exchange, and what of it this client puts into the request. */
export const planned: readonly Pick<ScoreArrow, 'step' | 'name' | 'from' | 'to' | 'answer' | 'carries'>[] = [
	...pair('configure', 'discovery'),
	one('authorize', 'authorization', ['code_challenge', 'state', 'nonce']),
	{
		step: 'callback',
		name: 'authorization-response',
		answer: true,
		from: 'authorization-server',
		to: 'browser',
		carries: ['code', 'state']
	},
	...pair('exchange', 'token', ['code', 'code_verifier'], ['access_token', 'id_token', 'refresh_token']),
	...pair('tokens', 'jwks'),
	...pair('call', 'api', ['access_token']),
	...pair('renew', 'refresh', ['refresh_token'], ['access_token', 'refresh_token'])
];

function one(step: StepId, name: MoveId, carries: readonly MarkId[] = []) {
	const to: Party = name === 'api' ? 'resource-server' : 'authorization-server';
	return { step, name, answer: false, from: 'browser' as Party, to, carries };
}

export function pair(
	step: StepId,
	name: MoveId,
	sent: readonly MarkId[] = [],
	comes: readonly MarkId[] = []
) {
	const there = one(step, name, sent);
	return [there, { ...there, answer: true, from: there.to, to: 'browser' as Party, carries: comes }];
}

/** A walk that nobody has taken: what each message of it usually carries. */
export const plannedScore: readonly ScoreArrow[] = planned.map((arrow) => ({ ...arrow, state: 'expected' }));

/**
 * The seven messages by which a sign-in is explained: what is asked for, proven, given and used. Metadata and keys are
 * about the server, and the answer to a refresh is like the first one.
 */
export const isOfSeven = ({ name, answer }: Pick<ScoreArrow, 'name' | 'answer'>): boolean =>
	['authorization', 'authorization-response', 'token', 'api'].includes(name) ||
	(name === 'refresh' && !answer);
