import { isChallengeForm } from '$lib/message/challenge';
/**
 * What the decision log may hold of what was sent. Everybody can read it, so there is nothing in it that a stranger
 * could use: of a secret the beginning, to tell two apart, and of a short one nothing but its length.
 */
import { say, type Said } from '$lib/lexicon/said';
import { maskSecret } from '$lib/lexicon/secrets';

export const shownSecret = (value: string): Said =>
	value.length < 20 ? say('characters', value.length) : maskSecret(value);

/** A challenge is for everybody to see when it is a hash (RFC 7636 §7.2); by any other method it is the verifier. */
export const shownChallenge = (value: string, method: string | undefined): Said =>
	method === 'S256' && isChallengeForm(value, method) ? value : shownSecret(value);
