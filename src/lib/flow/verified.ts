import { hasFailed, type Check } from '$lib/lexicon/check';

/** Whether an ID token with these checks may be believed: nothing failed, and the signature was verified. */
export const isVerified = (checks: readonly Check[]): boolean =>
	!hasFailed(checks) && checks.some(({ id, status }) => id === 'id-token-signature' && status === 'pass');
