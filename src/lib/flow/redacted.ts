import { isPlaceholder } from '$lib/lexicon/placeholders';
import type { Attempt, Session } from './session';

/**
 * Whether this walk came from a file whose secrets were taken out. The verifier tells, which no server gives, or,
 * where there is none, the file: a placeholder in an answer proves nothing. A new verifier makes a walk that has
 * secrets of its own again.
 */
export const isRedacted = ({
	code_verifier,
	redacted
}: Pick<Attempt, 'code_verifier' | 'redacted'>): boolean =>
	code_verifier === undefined ? redacted === true : isPlaceholder(code_verifier);

/** Whether a value of this walk is a placeholder to believe: nothing can be checked of it, and nothing need be. */
export const isTakenOut = (session: Session, value: string | undefined): boolean =>
	isRedacted(session) && isPlaceholder(value ?? '');
