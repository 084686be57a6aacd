import { endedWith } from '$lib/lexicon/outcomes';
import { say } from '$lib/lexicon/said';
import { withoutCredentials } from '$lib/message/client-authentication';
import { json, noStore, type Answer } from './answer';
import { pushRules } from './authorize/index';
import type { AuthorizeContext } from './authorize/context';
import type { Call } from './call';
import type { ClientContext } from './client-authentication';
import { clientRules, readForm, refuseClient } from './client-form';
import { decide, pass, refuse, type Rule } from './decide';
import { proofPoints, provenKey, type ProofContext } from './dpop';
import { Parameters } from './parameters';
import { keepPushed, pushedLifetime } from './pushed-requests';
import { shownSecret } from './shown';
import { onlyKnown } from '$lib/lexicon/only-known';

/** RFC 9126 §2.1: a push is the request itself, not a reference to another. */
const noRequestUri: Rule<ClientContext> = {
	id: 'as-pushed-request-uri',
	look({ parameters }) {
		const sent = parameters.get('request_uri');
		const compared = { expected: say('none'), actual: sent === undefined ? say('none') : shownSecret(sent) };
		return sent === undefined
			? pass(compared)
			: refuse('invalid_request', 'The parameter request_uri may not be pushed', compared);
	}
};

/** Who pushes: the client, and the key that it proves to hold. */
async function decideClient(context: ClientContext & ProofContext) {
	const first = await decide([...clientRules, noRequestUri], context);
	const proof = await decide(proofPoints(context.call), context);
	return { checks: [...first.checks, ...proof.checks], refusal: first.refusal ?? proof.refusal };
}

/**
 * Takes an authorization request from the client itself, and looks at it as the authorization endpoint would.
 * @see [RFC 9126 §2.1](https://www.rfc-editor.org/rfc/rfc9126#section-2.1)
 */
export async function parEndpoint(call: Call): Promise<Answer> {
	const client: ClientContext & ProofContext = { call, parameters: readForm(call, ['resource']) };
	const first = await decideClient(client);
	const context: AuthorizeContext = {
		call,
		parameters: withClientId(client),
		pushing: true,
		provenKey: provenKey(client)
	};
	const then = client.application ? await decide(pushRules, context) : { checks: [] };
	const checks = [...first.checks, ...then.checks];
	const refusal = first.refusal ?? ('refusal' in then ? then.refusal : undefined);
	if (refusal || !client.application) {
		const why = refusal ?? { error: 'invalid_request', description: 'The request is not complete' };
		return refuseClient(call, checks, why);
	}
	const requestUri = await keepPushed(call, {
		clientId: client.application.clientId,
		pairs: withoutCredentials(context.parameters.pairs),
		signed: context.signed ?? false,
		...onlyKnown({ dpopJkt: context.dpopJkt })
	});
	const body = { request_uri: requestUri, expires_in: pushedLifetime };
	return { response: json(body, 201, noStore), checks, outcome: endedWith('request-kept') };
}

/** RFC 9126 §2.1: who authenticated in the header need not say its `client_id` again. */
function withClientId({ parameters, application }: ClientContext): Parameters {
	if (!application || parameters.get('client_id') !== undefined) return parameters;
	return new Parameters([...parameters.pairs, ['client_id', application.clientId]], ['resource']);
}
