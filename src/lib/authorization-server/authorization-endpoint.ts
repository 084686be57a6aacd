import type { Answer } from './answer';
import { errorResponse } from './authorization-response';
import { authorizeRules } from './authorize/index';
import type { AuthorizationRequest, AuthorizeContext } from './authorize/context';
import { bodyType, formType, type Call } from './call';
import { decide, type Refusal } from './decide';
import { askSignIn } from './interaction';
import { prepareKeys } from './keys';
import { problemPage } from './pages/problem';
import { Parameters } from './parameters';

/** The request, when the rules found everything that it needs. */
function complete({ parameters, application, redirectUri, challenge, api, scope, call }: AuthorizeContext) {
	if (!application || redirectUri === undefined || api === undefined || !scope) return undefined;
	const state = parameters.get('state');
	const nonce = parameters.get('nonce');
	const loginHint = parameters.get('login_hint');
	const request: AuthorizationRequest = {
		clientId: application.clientId,
		redirectUri,
		redirectUriSent: parameters.get('redirect_uri') !== undefined,
		scope,
		...(api ? { audience: api.identifier } : {}),
		...(state === undefined ? {} : { state }),
		...(nonce === undefined ? {} : { nonce }),
		...(challenge === undefined ? {} : { challenge }),
		...(loginHint === undefined ? {} : { loginHint }),
		query: queryOf(call)
	};
	return { request, application };
}

const queryOf = ({ request, url, body }: Call): string =>
	request.method === 'POST' && bodyType(request) === formType ? body : url.search;

/** RFC 6749 §4.1.2.1: to the client only when it is certain that the redirect URI is the client's. */
function refused({ call, redirectUri, parameters }: AuthorizeContext, refusal: Refusal): Response {
	return redirectUri === undefined || refusal.status !== undefined
		? problemPage(call.realm, refusal)
		: errorResponse(call.realm, { redirectUri, state: parameters.get('state') }, refusal);
}

/**
 * The authorization endpoint: RFC 6749 §4.1.1. A valid request is answered with a page, or at once with a code when
 * the person is known and has consented; a bad one with an error, sent to the client or shown to the person.
 */
export async function authorizationEndpoint(call: Call): Promise<Answer> {
	prepareKeys(call.realm);
	const context: AuthorizeContext = { call, parameters: new Parameters(queryOf(call), ['resource']) };
	const { checks, refusal } = await decide(authorizeRules, context);
	const state = context.parameters.get('state');
	const found = complete(context);
	if (refusal || !found) {
		const why = refusal ?? { error: 'server_error', description: 'The request could not be completed' };
		return { response: refused(context, why), checks, outcome: `refused: ${why.error}`, state };
	}
	const answer = await askSignIn(call, found.request, found.application);
	return { ...answer, checks: [...checks, ...(answer.checks ?? [])] };
}
