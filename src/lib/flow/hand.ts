/** What the client holds of an attempt, and in which steps each value was in a message. */
import { markIds, type MarkId } from '$lib/lexicon/marks';
import { stepIds, type StepId } from '$lib/lexicon/steps';
import { codeOf, formsOf, isFollowed, refreshTokenOf } from './marks';
import type { Session } from './session';
import { wireMessagesOf, wireTextsOf, type WireText } from './wire-messages';

export interface HeldValue {
	id: MarkId;
	/** Undefined while it is still to come. */
	value: string | undefined;
	/** False: it is so short that it would be found in innocent text, so where it was is not known. */
	isFollowed: boolean;
	/** Steps whose messages from the browser carried it, in order. */
	sent: StepId[];
	/** Steps whose messages to the browser carried it. */
	came: StepId[];
}

const valuesOf = (session: Session): Record<MarkId, string | undefined> => ({
	code_verifier: session.code_verifier,
	code_challenge: session.code_challenge,
	state: session.state,
	// A recorded request without one was made without.
	nonce: session.nonce === '' ? undefined : session.nonce,
	code: codeOf(session),
	access_token: session.tokens?.access_token,
	id_token: session.tokens?.id_token,
	refresh_token: refreshTokenOf(session)
});

/** A text never changes: a value is looked for in each once, however long the walk grows. */
const looked = new WeakMap<WireText, Map<string, boolean>>();

function isIn(wireText: WireText, forms: readonly string[]): boolean {
	const known = looked.get(wireText) ?? new Map<string, boolean>();
	looked.set(wireText, known);
	const key = forms[0] ?? '';
	const found = known.get(key) ?? forms.some((form) => wireText.text.includes(form));
	known.set(key, found);
	return found;
}

export function handOf(session: Session): HeldValue[] {
	const values = valuesOf(session);
	/** The newest first: most values are in it, and the others of that step need not be looked through. */
	const texts = wireMessagesOf(session.facts).flatMap(wireTextsOf).reverse();
	const steps = (id: MarkId, toBrowser: boolean): StepId[] => {
		const forms = formsOf(values[id]);
		const found = new Set<StepId>();
		for (const one of texts)
			if (one.toBrowser === toBrowser && !found.has(one.step) && isIn(one, forms)) found.add(one.step);
		return stepIds.filter((step) => found.has(step));
	};
	return markIds.map((id) => ({
		id,
		value: values[id],
		isFollowed: isFollowed(values[id]),
		sent: steps(id, false),
		came: steps(id, true)
	}));
}
