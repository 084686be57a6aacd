import { say } from '$lib/lexicon/said';
import { isChallengeForm } from '$lib/message/challenge';
import { isPublic } from '../applications';
import { pass, refuse, skip, warn, type Rule } from '../decide';
import { shownChallenge } from '../shown';
import type { AuthorizeContext } from './context';

/**
 * RFC 9700 §2.1.1: a must for public clients, and recommended for confidential ones. Of both, the realm says whether it
 * insists.
 */
export const challengePresent: Rule<AuthorizeContext> = {
	id: 'as-challenge-present',
	look({ parameters, call, application }) {
		const value = parameters.get('code_challenge');
		const expected = 'code_challenge';
		const method = parameters.get('code_challenge_method');
		if (value !== undefined) return pass({ expected, actual: shownChallenge(value, method) });
		if (!application) return skip(say('no-client'));
		const compared = { expected, actual: say('missing') };
		const { requirePkce, requirePkceOfConfidential = requirePkce } = call.realm.settings.policy;
		if (!(isPublic(application) ? requirePkce : requirePkceOfConfidential)) return warn(compared);
		return refuse('invalid_request', 'code challenge required', compared);
	}
};

/** RFC 7636 §4.3: `plain` when the parameter is missing; §4.4.1: refused with a word when not supported. */
export const challengeMethod: Rule<AuthorizeContext> = {
	id: 'as-challenge-method',
	look({ parameters, call }) {
		const sent = parameters.get('code_challenge_method');
		const challenged = parameters.get('code_challenge') !== undefined;
		const { allowPlain } = call.realm.settings.policy;
		const expected = allowPlain ? say('one-of', 'S256', 'plain') : 'S256';
		if (!challenged)
			return sent === undefined
				? skip(say('without', 'code_challenge'))
				: refuse('invalid_request', 'There is a code_challenge_method without a code_challenge', {
						expected: 'code_challenge',
						actual: say('missing')
					});
		const method = sent ?? 'plain';
		const compared = { expected, actual: sent ?? say('none-so', 'plain') };
		if (method === 'S256') return pass(compared);
		if (method === 'plain' && allowPlain) return warn(compared);
		return refuse('invalid_request', 'transform algorithm not supported: use S256', compared);
	}
};

/** RFC 7636 §4.2: 43 to 128 characters of the unreserved alphabet; S256 always makes 43. */
export const challengeForm: Rule<AuthorizeContext> = {
	id: 'as-challenge-form',
	look(context) {
		const value = context.parameters.get('code_challenge');
		if (value === undefined) return skip(say('without', 'code_challenge'));
		const method = context.parameters.get('code_challenge_method') === 'S256' ? 'S256' : 'plain';
		const expected =
			method === 'S256' ? say('characters-of-base64url', 43) : say('characters-of-verifier', 43, 128);
		const compared = { expected, actual: say('characters-so', value.length, shownChallenge(value, method)) };
		if (!isChallengeForm(value, method))
			return refuse('invalid_request', 'The code_challenge does not have the form it must have', compared);
		context.challenge = { value, method };
		return pass(compared);
	}
};
