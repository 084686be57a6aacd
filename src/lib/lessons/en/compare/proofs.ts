/** What the messages of an attempt prove of each other, in a few words each. */
import type { ProvenName } from '$lib/lexicon/compared';

/** What is asked of each attempt. */
export const provenTexts: Record<ProvenName, string> = {
	challenge: 'Is the challenge that of the verifier?',
	state: 'Did the state come back as it was sent?',
	redirectUri: 'Do both requests name the same redirect URI?',
	code: 'Was the code sent as it came?',
	uses: 'How often was the code sent?',
	signature: 'Is the signature of the ID token valid?',
	bearer: 'What was sent to the API as its token?'
};

export const answerTexts = { yes: 'yes', valid: 'yes', invalid: 'no' } as const;

export const wrongAnswer = (how: string): string => `no: ${how}`;

export const redirectAnswer = (parts: readonly string[]): string => `no: they differ in ${parts.join(', ')}`;
