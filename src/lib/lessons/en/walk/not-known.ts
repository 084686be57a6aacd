import type { StepId } from '$lib/lexicon/steps';

/** What is said of a step that a recording does not show. */
export const notKnownTexts = {
	title: 'Not recorded',
	why: 'What was brought does not show this step, and nothing is made up for it.',
	/** What follows from that. */
	steps: {
		configure: 'It names no client and no server.',
		verifier:
			'The code verifier stands in the token request. Without that, nobody can check that it hashes to the challenge: the check is skipped.',
		challenge:
			'The code challenge stands in the authorization request. Without that, nobody can check that the verifier hashes to it: the check is skipped.',
		authorize:
			'The state, the nonce and the scope that were asked for stand in the authorization request. What came back is compared with none of them.',
		callback: 'What came back from the sign-in is not in it.',
		exchange: 'The token request is not in it.',
		tokens: 'No token is in it.',
		call: 'No call of an API is in it. Recorders often leave out the Authorization header, by which a call is known.'
	} as Partial<Record<StepId, string>>
} as const;

/** A request of which nobody knows what came of it. */
export const unansweredTexts = {
	/** Of a recorded request without a status. */
	none: {
		title: 'The recording has no answer to this',
		why: 'The recorder wrote no status. The browser may have blocked the request, kept the answer from the page, or left before it came. The recording alone does not tell which.'
	},
	title: 'The request',
	what: 'Its answer is not known',
	why: 'Only the request was brought. What the server said is not in it, so nothing of it is checked.'
} as const;
