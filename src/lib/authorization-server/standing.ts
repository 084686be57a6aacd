/**
 * A page may wait for a quarter of an hour, and what it is about may go away meanwhile: the application, its address,
 * the API, the session. So all of it is looked at again when the answer comes.
 */
import type { Check } from '$lib/lexicon/check';
import { endedWith } from '$lib/lexicon/outcomes';
import { say } from '$lib/lexicon/said';
import { check } from '$lib/lexicon/server-check';
import type { Answer } from './answer';
import { findApi, findApplication, isRegisteredRedirectUri, whyNoCode } from './applications';
import { errorResponse } from './authorization-response';
import type { AuthorizationRequest } from './authorize/context';
import { knownScopes } from './authorize/target';
import type { Call } from './call';
import { problemPage } from './pages/problem';
import { takePushed } from './pushed-requests';
import { currentLogin, type Login } from './sessions';
import type { Application } from './settings';

/** The application, as long as the answer may be sent to its address: RFC 6749 §4.1.2.1. */
export async function findRecipient(
	{ realm }: Call,
	{ clientId, redirectUri }: AuthorizationRequest
): Promise<Application | undefined> {
	const application = await findApplication(realm, clientId);
	return application && isRegisteredRedirectUri(application, redirectUri) ? application : undefined;
}

function nobodyThere(call: Call, request: AuthorizationRequest): Answer {
	const description = 'The application, or the address that it named, is not registered here any more';
	return {
		response: problemPage(call.realm, { error: 'invalid_request', description }),
		checks: [
			check('as-redirect-uri-registered', 'fail', {
				expected: say('still-registered'),
				actual: request.redirectUri
			})
		],
		outcome: endedWith('refused-with', 'invalid_request'),
		state: request.state
	};
}

/** An error for the client, by the person's browser; for the person, where the client cannot get it any more. */
export async function refuseToClient(
	call: Call,
	request: AuthorizationRequest,
	error: string,
	description: string,
	checks: Check[]
): Promise<Answer> {
	await takePushed(call, request.requestUri);
	if (!(await findRecipient(call, request))) return nobodyThere(call, request);
	return {
		response: await errorResponse(call.realm, request, { error, description }),
		checks,
		outcome: endedWith('refused-with', error),
		state: request.state
	};
}

/** The application that asks, or the answer when the request cannot be fulfilled any more. */
export async function standingOf(
	call: Call,
	request: AuthorizationRequest,
	granted: readonly string[] = request.scope
): Promise<{ application: Application } | { over: Answer }> {
	const application = await findRecipient(call, request);
	if (!application) return { over: nobodyThere(call, request) };
	const over = async (error: string, description: string, failed: Check) => ({
		over: await refuseToClient(call, request, error, description, [failed])
	});
	const why = whyNoCode(application);
	if (why)
		return over(
			'unauthorized_client',
			why.description,
			check('as-grant-allowed', 'fail', { actual: why.actual })
		);
	const { audience } = request;
	const api = audience === undefined ? null : findApi(call.realm, audience);
	if (api === undefined)
		return over(
			'invalid_target',
			'The API is not there any more',
			check('as-audience-known', 'fail', { expected: say('known-api'), actual: audience })
		);
	const known = knownScopes(api);
	return granted.every((word) => known.includes(word))
		? { application }
		: over(
				'invalid_scope',
				'One of the scopes is not there any more',
				check('as-scope-allowed', 'fail', { expected: known.join(' '), actual: granted.join(' ') })
			);
}

/** Whether the session in which a page was shown is that of this browser, still alive, and of the same person. */
export async function isOwnSession(call: Call, login: Login | undefined): Promise<boolean> {
	const known = await currentLogin(call);
	return known !== undefined && known.login.sid === login?.sid && known.login.sub === login.sub;
}
