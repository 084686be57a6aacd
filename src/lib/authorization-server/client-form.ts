/** The endpoints that clients call themselves: token, introspection, revocation, PAR. They all open the same way. */
import type { Check } from '$lib/lexicon/check';
import { endedWith } from '$lib/lexicon/outcomes';
import { say } from '$lib/lexicon/said';
import { errorJson, type Answer } from './answer';
import { formOf } from '$lib/message/form-body';
import { sentBy, type Call } from './call';
import {
	basicChallenge,
	clientAuthenticated,
	clientNamed,
	type ClientContext
} from './client-authentication';
import { decide, pass, refuse, type Refusal, type Rule } from './decide';
import { Parameters, parametersForm, parametersOnce } from './parameters';
import { contentType, tokenMethod } from './token/request';
import { shownSecret } from './shown';

/** A form, sent with POST, by a client that is who it says it is: RFC 6749 §3.2. */
export const clientRules: readonly Rule<ClientContext>[] = [
	tokenMethod,
	contentType,
	parametersOnce('as-token-parameters-once'),
	parametersForm('as-token-parameters-form'),
	clientNamed,
	clientAuthenticated
];

/** The parameters of the body; what is no form has none. */
export const readForm = (call: Call, repeatable: readonly string[] = []): Parameters =>
	new Parameters(formOf(sentBy(call)), repeatable);

/** RFC 6749 §5.2 */
export const refuseClient = (call: Call, checks: Check[], refusal: Refusal): Answer => ({
	response: errorJson(refusal, basicChallenge(call, refusal.status)),
	checks,
	outcome: endedWith('refused-with', refusal.error)
});

/** RFC 7009 §2.1, RFC 7662 §2.1: the token that the request is about. */
const tokenPresent = (
	id: 'as-revoke-token-present' | 'as-introspect-token-present'
): Rule<ClientContext> => ({
	id,
	look({ parameters }) {
		const sent = parameters.get('token');
		return sent === undefined
			? refuse('invalid_request', 'The parameter token is missing', {
					expected: 'token',
					actual: say('missing')
				})
			: pass({ expected: 'token', actual: shownSecret(sent) });
	}
});

/** A request of a client about a token: the same opening, then `rules`, then the answer. */
export async function answerAboutToken<Context extends ClientContext>(
	context: Context,
	about: 'revoke' | 'introspect',
	rules: readonly Rule<Context>[],
	goOn: () => Promise<Answer>
): Promise<Answer> {
	const opening = [...clientRules, tokenPresent(`as-${about}-token-present`)];
	const { checks, refusal } = await decide([...opening, ...rules], context);
	return refusal ? refuseClient(context.call, checks, refusal) : { ...(await goOn()), checks };
}
