import { say } from '$lib/lexicon/said';
import { encodeBase64url } from '$lib/wire/base64url';
import type { Challenge } from '../authorize/context';
import { sameText } from '../compare';
import { pass, refuse, skip, type Rule } from '../decide';
import type { TokenContext } from './context';
import { shownSecret } from '../shown';

/** What the verifier comes to by the method of the challenge: RFC 7636 §4.6. */
async function transform(verifier: string, method: Challenge['method']): Promise<string> {
	if (method === 'plain') return verifier;
	return encodeBase64url(
		new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)))
	);
}

/** RFC 7636 §4.6: the code goes to whoever began the flow, and to nobody else. */
export const verifierMatches: Rule<TokenContext> = {
	id: 'as-verifier-matches',
	async look({ code, parameters }) {
		const verifier = parameters.get('code_verifier');
		if (!code?.challenge || verifier === undefined)
			return skip(say('without', code?.challenge ? 'code_verifier' : 'code_challenge'));
		const { value, method } = code.challenge;
		const transformed = await transform(verifier, method);
		const shown = method === 'plain' ? shownSecret : (text: string) => text;
		const compared = { expected: shown(value), actual: say('transformed', method, shown(transformed)) };
		return sameText(value, transformed)
			? pass(compared)
			: refuse('invalid_grant', 'The code_verifier does not match the code_challenge', compared);
	}
};
