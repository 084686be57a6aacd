/** What the client holds of an attempt, and in which steps each value was in a message. */
import { markIds, type MarkId } from '$lib/lexicon/marks';
import { stepIds, type StepId } from '$lib/lexicon/steps';
import { heldMarks, marksIn } from './marks';
import type { Session } from './session';
import { wireMessagesOf, wireTextsOf } from './wire-messages';

export interface HeldValue {
	id: MarkId;
	/** Undefined while it is still to come. */
	value: string | undefined;
	/** Steps whose messages from the browser carried it, in order. */
	sent: StepId[];
	/** Steps whose messages to the browser carried it. */
	came: StepId[];
}

const valuesOf = ({
	tokens,
	authorizationResponse,
	...session
}: Session): Record<MarkId, string | undefined> => ({
	code_verifier: session.code_verifier,
	code_challenge: session.code_challenge,
	state: session.state,
	nonce: session.nonce,
	code: authorizationResponse?.code,
	access_token: tokens?.access_token,
	id_token: tokens?.id_token,
	refresh_token: tokens?.refresh_token
});

export function handOf(session: Session): HeldValue[] {
	const values = valuesOf(session);
	const marks = heldMarks(values);
	const carried = wireMessagesOf(session.facts)
		.flatMap(wireTextsOf)
		.map(({ step, toBrowser, text }) => ({ step, toBrowser, ids: marksIn(text, marks) }));
	const steps = (id: MarkId, toBrowser: boolean): StepId[] => {
		const found = new Set(
			carried.filter((one) => one.toBrowser === toBrowser && one.ids.includes(id)).map(({ step }) => step)
		);
		return stepIds.filter((step) => found.has(step));
	};
	return markIds.map((id) => ({ id, value: values[id], sent: steps(id, false), came: steps(id, true) }));
}
