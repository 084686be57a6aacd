/**
 * The score of a walk: every message that crossed, and those that are still to come, as arrows between three parties.
 * What crossed is read from facts; what is to come says only what this client is going to send.
 */
import type { MarkId } from '$lib/lexicon/marks';
import type { MoveId, StepId } from '$lib/lexicon/steps';
import { stepIds } from '$lib/lexicon/steps';
import { statusOf } from './fold';
import { marksIn, marksOf } from './marks';
import { isOn } from './extensions';
import type { Session } from './session';
import { wireMessagesOf, wireTextsOf, type Party, type WireMessage } from './wire-messages';

/** `refused`: an answer with an error. `lost`: a request to which no answer could be read. */
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

function arrowsOf(message: WireMessage, session: Session): ScoreArrow[] {
	const [sent, came] = wireTextsOf(message).map(({ text }) => marksIn(text, marksOf(session)));
	if (message.kind === 'navigation') {
		const { fact, from, to } = message;
		const refused = fact.kind === 'returned' && session.authorizationResponse?.error !== undefined;
		return [
			{
				step: fact.step,
				name:
					fact.kind === 'returned'
						? 'authorization-response'
						: fact.step === 'renew'
							? 'logout'
							: 'authorization',
				answer: fact.kind === 'returned',
				from,
				to,
				state: refused ? 'refused' : 'crossed',
				carries: sent ?? [],
				at: fact.at,
				...(fact.kind === 'left' && fact.asked !== undefined ? { edited: true } : {})
			}
		];
	}
	const { fact, to } = message;
	const { response, ms, at, via } = fact.exchange;
	const there: ScoreArrow = {
		step: fact.step,
		name: fact.move,
		answer: false,
		from: 'browser',
		to,
		state: response ? 'crossed' : 'lost',
		carries: sent ?? [],
		at,
		...(fact.asked ? { edited: true } : {})
	};
	if (!response) return [there];
	return [
		there,
		{
			...there,
			answer: true,
			from: to,
			to: 'browser',
			state: response.status >= 400 ? 'refused' : 'crossed',
			carries: came ?? [],
			status: response.status,
			...(via === 'pasted' ? { pasted: true } : { ms })
		}
	];
}

/** What each step is going to exchange, and what of it this client puts into the request. */
const planned: readonly Pick<ScoreArrow, 'step' | 'name' | 'from' | 'to' | 'answer' | 'carries'>[] = [
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

function pair(step: StepId, name: MoveId, sent: readonly MarkId[] = [], comes: readonly MarkId[] = []) {
	const there = one(step, name, sent);
	return [there, { ...there, answer: true, from: there.to, to: 'browser' as Party, carries: comes }];
}

/** A walk that nobody has taken: what each message of it usually carries. */
export const plannedScore: readonly ScoreArrow[] = planned.map((arrow) => ({ ...arrow, state: 'expected' }));

/** What of a planned message is known to be in it: the values that this attempt has. */
function expectedOf(session: Session, step: StepId): ScoreArrow[] {
	const known = new Set(marksOf(session).map(([id]) => id));
	const pushed =
		step === 'authorize' && isOn(session, 'par') && !session.pushed ? pair('authorize', 'par') : [];
	return [...pushed, ...planned.filter((arrow) => arrow.step === step)].map((arrow) => ({
		...arrow,
		state: 'expected',
		carries: arrow.answer ? [] : arrow.carries.filter((id) => known.has(id))
	}));
}

/** Everything of this attempt that crossed, in order; then, for each step that has sent nothing, what it is going to. */
export function scoreOf(session: Session): ScoreArrow[] {
	const crossed = wireMessagesOf(session.facts).flatMap((message) => arrowsOf(message, session));
	const begun = new Set(crossed.map(({ step }) => step));
	const open = stepIds.filter((id) => !begun.has(id) && statusOf(id, session) !== 'done');
	return [...crossed, ...open.flatMap((id) => expectedOf(session, id))];
}
