import { say } from '$lib/lexicon/said';
import { pass, skip, warn, type Rule } from '../decide';
import { acrValues as known } from '../sessions';
import type { AuthorizeContext } from './context';

/** The levels that are asked for, of those known here. */
export const levelsOf = (text: string | undefined): string[] =>
	(text ?? '').split(' ').filter((value) => known.includes(value));

/** RFC 9470 §4. A wish of OpenID Connect (OIDC Core §3.1.2.1): one that nobody here can fulfil is left aside. */
export const acrValues: Rule<AuthorizeContext> = {
	id: 'as-acr-values',
	look({ parameters }) {
		const sent = parameters.get('acr_values');
		if (sent === undefined) return skip(say('without', 'acr_values'));
		const compared = { expected: say('one-of', ...known), actual: sent };
		return levelsOf(sent).length > 0 ? pass(compared) : warn(compared);
	}
};
