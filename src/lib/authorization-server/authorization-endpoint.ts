import type { Check } from '$lib/lexicon/check';
import { endedWith } from '$lib/lexicon/outcomes';
import { say, type Said } from '$lib/lexicon/said';
import { check } from '$lib/lexicon/server-check';
import type { Answer } from './answer';
import { errorResponse } from './authorization-response';
import { authorizeRules } from './authorize/index';
import type { AuthorizationRequest, AuthorizeContext } from './authorize/context';
import { levelsOf } from './authorize/level';
import { promptsOf } from './authorize/openid';
import { requestParameters } from '$lib/message/authorization-request';
import { sentBy, type Call } from './call';
import { decide, type Refusal } from './decide';
import { askSignIn, goOn } from './interaction';
import { prepareKeys } from './keys';
import { problemPage } from './pages/problem';
import { Parameters } from './parameters';
import { currentLogin } from './sessions';
import { refuseToClient } from './standing';
import { isMeant } from './requested-claims';
import { onlyKnown } from '$lib/lexicon/only-known';

/** The parameters that the request may leave out, by their names here. */
function optionalParts({ parameters, challenge, api, claims, hint, dpopJkt }: AuthorizeContext) {
	const acrValues = levelsOf(parameters.get('acr_values'));
	const state = parameters.get('state');
	const nonce = parameters.get('nonce');
	const loginHint = parameters.get('login_hint');
	const maxAge = parameters.get('max_age');
	return {
		...(api ? { audience: api.identifier } : {}),
		...onlyKnown({ state, nonce, challenge, loginHint }),
		...(maxAge === undefined ? {} : { maxAge: Number(maxAge) }),
		...onlyKnown({ claims }),
		...(hint === undefined ? {} : { hintSub: hint.sub }),
		...onlyKnown({ dpopJkt }),
		...(acrValues.length === 0 ? {} : { acrValues })
	};
}

/** The request, when the rules found everything that it needs. */
function complete(
	context: AuthorizeContext,
	requestUri: string | undefined
): AuthorizationRequest | undefined {
	const { parameters, application, redirectUri, api, scope, responseMode } = context;
	if (!application || redirectUri === undefined || api === undefined || !scope || !responseMode)
		return undefined;
	const sent = parameters.pairs.filter(([name]) => name !== 'id_token_hint').slice(0, 50);
	return {
		clientId: application.clientId,
		redirectUri,
		redirectUriSent: parameters.get('redirect_uri') !== undefined,
		scope,
		responseMode,
		prompt: promptsOf(parameters.get('prompt')),
		parameters: Object.fromEntries(sent),
		...(context.pushed && requestUri !== undefined ? { requestUri } : {}),
		...optionalParts(context)
	};
}

/** RFC 6749 §4.1.2.1: to the client only when it is certain that the redirect URI is the client's. */
async function refused(
	context: AuthorizeContext,
	refusal: Refusal,
	checks: readonly Check[]
): Promise<Response> {
	const { call, redirectUri, parameters, responseMode, application } = context;
	if (redirectUri === undefined || refusal.status !== undefined)
		return problemPage(call.realm, refusal, { checks, isExplained: true });
	const clientId = application?.clientId;
	const state = parameters.get('state');
	return errorResponse(call.realm, { redirectUri, responseMode, state, clientId }, refusal);
}

/** Why the person has to sign in now, or undefined when who is signed in will do: OIDC Core §3.1.2.3. */
function whySignIn(
	call: Call,
	request: AuthorizationRequest,
	known: { sub: string; authTime: number } | undefined
): Said | undefined {
	const { prompt, maxAge } = request;
	if (!known) return say('nobody-signed-in');
	if (prompt.includes('login') || prompt.includes('select_account')) return say('new-sign-in-asked');
	// Zero stands for a new sign-in, however short ago the last one was.
	if (maxAge !== undefined && (maxAge === 0 || call.now / 1_000 - known.authTime > maxAge))
		return say('older-than-max-age');
	if (!isMeant(request, known.sub)) return say('somebody-else');
	return undefined;
}

async function answerValid(call: Call, request: AuthorizationRequest): Promise<Answer> {
	const known = await currentLogin(call);
	const why = whySignIn(call, request, known?.login);
	if (known && why === undefined) return goOn(call, { request, login: known.login });
	const actual = why ?? say('nobody-signed-in');
	if (!request.prompt.includes('none')) return askSignIn(call, request, actual);
	// OIDC Core §3.1.2.6: no page may be shown, and one would be needed.
	return refuseToClient(call, request, 'login_required', 'The person has to sign in', [
		check('as-user-authenticated', 'fail', { expected: say('signed-in-before'), actual }),
		check('as-consent-given', 'skipped', { actual })
	]);
}

/**
 * The authorization endpoint: RFC 6749 §4.1.1. A valid request is answered with a page, or at once with a code when
 * the person is known and has consented; a bad one with an error, sent to the client or shown to the person.
 */
export async function authorizationEndpoint(call: Call): Promise<Answer> {
	prepareKeys(call.realm);
	const context: AuthorizeContext = {
		call,
		parameters: new Parameters(requestParameters(sentBy(call)), ['resource'])
	};
	const requestUri = context.parameters.get('request_uri');
	const { checks, refusal } = await decide(authorizeRules, context);
	const request = complete(context, requestUri);
	if (refusal || !request) {
		const why = refusal ?? { error: 'server_error', description: 'The request could not be completed' };
		const state = context.parameters.get('state');
		return {
			response: await refused(context, why, checks),
			checks,
			outcome: endedWith('refused-with', why.error),
			state
		};
	}
	const answer = await answerValid(call, request);
	return { ...answer, checks: [...checks, ...(answer.checks ?? [])] };
}
