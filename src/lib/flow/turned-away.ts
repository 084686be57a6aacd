import { hasFailed } from '$lib/lexicon/check';
import type { Session } from './session';

/** RFC 6749 §4.1.2.1: the server said on a page of its own what it may send nowhere, and said to us that it did. */
export const isTurnedAway = ({ unanswered = [] }: Pick<Session, 'unanswered'>): boolean =>
	unanswered.some(({ checks }) => hasFailed(checks));
