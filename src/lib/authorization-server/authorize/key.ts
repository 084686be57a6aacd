import { say } from '$lib/lexicon/said';
import { pass, refuse, skip, type Rule } from '../decide';
import type { AuthorizeContext } from './context';

/**
 * RFC 9449 §10: the code goes to the holder of this key only. A push with a proof binds it too, and must not
 * contradict (§10.1).
 */
export const codeKey: Rule<AuthorizeContext> = {
	id: 'as-dpop-jkt',
	look(context) {
		const { parameters, pushed, provenKey } = context;
		const named = parameters.get('dpop_jkt');
		const bound = pushed?.dpopJkt ?? provenKey ?? named;
		if (bound === undefined) return skip(say('not-bound'));
		const compared = {
			expected: provenKey ?? say('characters-of-base64url', 43),
			actual: named ?? say('key-of-proof', bound)
		};
		if (!/^[\w-]{43}$/.test(bound))
			return refuse('invalid_request', 'The dpop_jkt is not the thumbprint of a key', compared);
		if (named !== undefined && named !== bound)
			return refuse('invalid_dpop_proof', 'The dpop_jkt is not the key of the proof', compared);
		context.dpopJkt = bound;
		return pass(compared);
	}
};
