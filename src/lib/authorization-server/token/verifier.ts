import { say } from '$lib/lexicon/said';
import { challengeOf } from '$lib/message/challenge';
import { sameText } from '../constant-time';
import { pass, refuse, skip, type Rule } from '../decide';
import type { TokenContext } from './context';
import { shownSecret } from '../shown';

/** RFC 7636 §4.6: the code goes to whoever began the flow, and to nobody else. */
export const verifierMatches: Rule<TokenContext> = {
	id: 'as-verifier-matches',
	async look({ code, parameters }) {
		const verifier = parameters.get('code_verifier');
		if (!code?.challenge || verifier === undefined)
			return skip(say('without', code?.challenge ? 'code_verifier' : 'code_challenge'));
		const { value, method } = code.challenge;
		const transformed = await challengeOf(verifier, method);
		const shown = method === 'plain' ? shownSecret : (text: string) => text;
		const compared = { expected: shown(value), actual: say('transformed', method, shown(transformed)) };
		return sameText(value, transformed)
			? pass(compared)
			: refuse('invalid_grant', 'The code_verifier does not match the code_challenge', compared);
	}
};
