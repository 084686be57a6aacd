import type { StepId } from '$lib/lexicon/steps';

/** What is said of a step that a recording does not show. */
export const notKnownTexts = {
	title: 'Not known',
	why: 'This was read from a recording or from a text that somebody brought. It does not show this step, and nothing is made up for it.',
	/** What follows from that. */
	steps: {
		configure: 'It names no server. To sign in yourself, fill in a configuration.',
		verifier:
			'The code verifier stands in the token request. Without that, nobody can check that it hashes to the challenge: the check is skipped.',
		challenge:
			'The code challenge stands in the authorization request. Without that, nobody can check that the verifier hashes to it: the check is skipped.',
		authorize:
			'The state, the nonce and the scope that were asked for stand in the authorization request. What came back is compared with none of them.',
		callback: 'What came back from the sign-in is not in it.',
		exchange:
			'The token request is not in it, nor the code verifier that a token request needs. So none can be sent from here.'
	} as Partial<Record<StepId, string>>,
	/** Of the steps that come after the tokens. */
	withoutTokens: 'No token is in it.'
} as const;

/** A request of which nobody knows what came of it. */
export const unansweredTexts = {
	title: 'The request',
	what: 'Its answer is not known',
	why: 'Only the request was brought. What the server said is not in it, so nothing of it is checked.'
} as const;

/** The challenge as a request carried it, where the verifier is not known. */
export const recordedTexts = {
	request: 'The authorization request, as it was sent',
	challenge: 'The code challenge, as it was sent',
	rules: 'What can be checked of it'
} as const;
