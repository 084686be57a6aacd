import { check, checkThat } from '$lib/lexicon/server-check';
import type { Answer } from './answer';
import { findApplication } from './applications';
import type { AuthorizationRequest } from './authorize/context';
import type { Call } from './call';
import { sameText } from './compare';
import { rememberConsent } from './consents';
import { answerForm } from './form-answer';
import { askSignIn, goOn, refuseToClient, type Interaction } from './interaction';
import type { Parameters } from './parameters';
import { endSession, startSession } from './sessions';

/** The person who was picked, or whose password was typed, and how sure the server is: OIDC Core §2 `acr`. */
function personOf({ realm }: Call, parameters: Parameters): { sub: string; acr: string } | undefined {
	const picked = parameters.get('user');
	const username = (picked ?? parameters.get('username'))?.trim().toLowerCase();
	const user = realm.settings.users.find((known) => known.username.toLowerCase() === username);
	if (!user) return undefined;
	if (picked !== undefined) return { sub: user.sub, acr: '0' };
	return sameText(user.password, parameters.get('password') ?? '') ? { sub: user.sub, acr: '1' } : undefined;
}

/** The answer of the sign-in page. */
export const signInEndpoint = (call: Call): Promise<Answer> =>
	answerForm<Interaction>(call, 'interaction', async (parameters, { request }) => {
		if (parameters.get('action') === 'cancel')
			return refuseToClient(call, request, 'access_denied', 'The person did not sign in', [
				checkThat('as-user-authenticated', false, { expected: 'a person signs in', actual: 'cancelled' })
			]);
		const person = personOf(call, parameters);
		if (person) return goOn(call, { request, login: await startSession(call, person.sub, person.acr) });
		const application = await findApplication(call.realm, request.clientId);
		if (!application) return refuseToClient(call, request, 'access_denied', 'The application is gone', []);
		return askSignIn(call, request, application, 'a wrong one', parameters.get('username') ?? '');
	});

/** Somebody else wants to sign in: the session ends, and the same request is asked again. */
async function switchAccount(call: Call, request: AuthorizationRequest): Promise<Answer> {
	await endSession(call);
	const application = await findApplication(call.realm, request.clientId);
	if (!application) return refuseToClient(call, request, 'access_denied', 'The application is gone', []);
	return askSignIn(call, request, application, 'the person wants another account');
}

/** The answer of the page that asks for a second step: the sign-in is a new one, and a stronger one. */
export const confirmEndpoint = (call: Call): Promise<Answer> =>
	answerForm<Interaction>(call, 'interaction', async (parameters, { request, login }) => {
		if (login && parameters.get('action') === 'confirm')
			return goOn(call, { request, login: await startSession(call, login.sub, '2') });
		const actual = login ? 'cancelled' : 'nobody is signed in';
		return refuseToClient(call, request, 'access_denied', 'The person did not confirm', [
			checkThat('as-step-up', false, { expected: 'the person confirms', actual })
		]);
	});

/** The answer of the consent page. */
export const consentEndpoint = (call: Call): Promise<Answer> =>
	answerForm<Interaction>(call, 'interaction', async (parameters, interaction) => {
		const { request, login, ruled } = interaction;
		if (parameters.get('action') === 'switch') return switchAccount(call, request);
		if (!login || !ruled) return refuseToClient(call, request, 'access_denied', 'Nobody is signed in', []);
		if (parameters.get('action') !== 'allow')
			return refuseToClient(call, request, 'access_denied', 'The person did not allow it', [
				check('as-user-authenticated', 'pass', { actual: login.sub }),
				check('as-consent-given', 'fail', { expected: 'the person allows it', actual: 'denied' })
			]);
		const audience = request.audience === undefined ? {} : { audience: request.audience };
		await rememberConsent(call.realm, request.clientId, login.sub, { scope: ruled.scope, ...audience });
		return goOn(call, interaction, true);
	});
