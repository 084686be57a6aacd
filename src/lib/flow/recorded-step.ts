/**
 * What a recording shows of a step: its messages as they were sent, each with what was read of it, and what stands beside
 * them. Nothing is built for it, and what was not recorded is not there.
 */
import { stepIds, type MoveId, type StepId } from '$lib/lexicon/steps';
import type { FactOf } from '$lib/trace/fact';
import { navigationTo } from '$lib/trace/exchanges';
import type { Exchange } from '$lib/wire/http';
import { hasFailedOutcome, hasFailedResponse } from './has-failed';
import type { Outcome, ReceivedAuthorizationResponse, Session } from './session';
import { statusOf } from './status';
import { wireMessagesOf, type WireMessage } from './wire-messages';

export interface RecordedMessage {
	name: MoveId | 'authorization-response';
	exchange: Exchange;
	/** What was read of the answer. */
	outcome?: Outcome;
	/** The same of an answer that the browser brought. */
	response?: ReceivedAuthorizationResponse;
}

export interface RecordedStep {
	/** What the step came to: where it failed the newest message that did, else the newest. */
	main?: RecordedMessage;
	/** The others, in order. */
	others: RecordedMessage[];
	beside: FactOf<'beside'>[];
	/** Whether the recording shows anything of the step. */
	isShown: boolean;
}

/** A way of the browser; of one message that was brought alone nobody has more than its address. */
const exchangeOf = (fact: FactOf<'left' | 'returned'>): Exchange =>
	fact.recorded ?? {
		id: `${fact.kind}-${fact.at}-${fact.url}`,
		request: navigationTo(fact),
		at: fact.at,
		ms: 0,
		via: 'pasted'
	};

function messageOf(message: WireMessage, session: Session): RecordedMessage {
	if (message.kind === 'exchange') {
		const { move, exchange } = message.fact;
		const outcome = session.outcomes.find((one) => one.exchange === exchange);
		return { name: move, exchange, ...(outcome ? { outcome } : {}) };
	}
	const { fact } = message;
	const exchange = exchangeOf(fact);
	if (fact.kind === 'left') return { name: fact.step === 'renew' ? 'logout' : 'authorization', exchange };
	const response = [session.authorizationResponse, session.second].find(
		(one) => one?.url === fact.url && one.body === fact.body
	);
	return { name: 'authorization-response', exchange, ...(response ? { response } : {}) };
}

/** A server published its metadata once for all the clients of a recording. */
const publishedTo = ({ discovery }: Session): RecordedMessage[] =>
	discovery.map((outcome) => ({ name: outcome.move, exchange: outcome.exchange, outcome }));

const hasFailed = ({ outcome, response }: RecordedMessage): boolean =>
	(outcome !== undefined && hasFailedOutcome(outcome)) ||
	(response !== undefined && (response.error !== undefined || hasFailedResponse(response)));

/** What of a step is seen in messages of other steps. */
const values: Partial<Record<StepId, (session: Session) => unknown>> = {
	configure: ({ configuration }) => configuration?.clientId,
	verifier: ({ code_verifier }) => code_verifier,
	challenge: ({ code_challenge }) => code_challenge,
	tokens: ({ tokens }) => tokens
};

export function recordedStep(session: Session, id: StepId): RecordedStep {
	const messages =
		id === 'configure'
			? publishedTo(session)
			: wireMessagesOf(session.facts)
					.filter(({ fact }) => fact.step === id)
					.map((message) => messageOf(message, session));
	const failed = statusOf(id, session) === 'failed' ? messages.findLast(hasFailed) : undefined;
	// The keys stand beside the tokens that they verify.
	const main = id === 'tokens' && session.tokens ? undefined : (failed ?? messages.at(-1));
	const beside = session.beside.filter(({ step }) => step === id);
	return {
		...(main ? { main } : {}),
		others: messages.filter((one) => one !== main),
		beside,
		isShown: messages.length > 0 || Boolean(values[id]?.(session))
	};
}

/** The first step of a recording that failed, where that is still to come after `id`. */
export function failureAfter(session: Session, id: StepId): StepId | undefined {
	const failed = stepIds.find((step) => statusOf(step, session) === 'failed');
	return failed && stepIds.indexOf(failed) > stepIds.indexOf(id) ? failed : undefined;
}
