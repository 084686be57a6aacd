import { isPlaceholder } from '$lib/lexicon/secrets';
import type { Session } from './session';

/** Whether this walk came from a file whose secrets were taken out. A new attempt has secrets of its own again. */
export const isRedacted = ({ code_verifier, arrival, tokens }: Session): boolean =>
	[code_verifier, arrival?.code, tokens?.access_token].some((value) => isPlaceholder(value ?? ''));
