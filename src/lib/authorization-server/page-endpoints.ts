import { say, says } from '$lib/lexicon/said';
import { check, checkThat } from '$lib/lexicon/server-check';
import type { Answer } from './answer';
import type { Call } from './call';
import { sameText } from './constant-time';
import { rememberConsent } from './consents';
import { answerForm, pastPage, type Answered } from './form-answer';
import { askSignIn, goOn } from './interaction';
import { askedOf, interactionPage, pathFor, type Interaction } from './interaction-pages';
import { lostPage } from './pages/past';
import type { Parameters } from './parameters';
import { endSession, startSession } from './sessions';
import { findRecipient, isOwnSession, refuseToClient } from './standing';
import { queryOf, valueOf } from '$lib/wire/form';

/** The person who was picked, or whose password was typed, and how sure the server is: OIDC Core §2 `acr`. */
function personOf({ realm }: Call, parameters: Parameters): { sub: string; acr: string } | undefined {
	const picked = parameters.get('user');
	const username = (picked ?? parameters.get('username'))?.trim().toLowerCase();
	const user = realm.settings.users.find((known) => known.username.toLowerCase() === username);
	if (!user) return undefined;
	if (picked !== undefined) return { sub: user.sub, acr: '0' };
	return sameText(user.password, parameters.get('password') ?? '') ? { sub: user.sub, acr: '1' } : undefined;
}

/**
 * A page that waits, looked at: once more after a reload, or by the Back button. To any other session than its own it
 * is a sign-in page for the same request.
 */
export async function pageEndpoint(call: Call): Promise<Answer> {
	const { realm, url } = call;
	const id = valueOf(queryOf(url.href), 'interaction') ?? '';
	const interaction = await realm.store.get<Interaction>('interaction', id);
	if (!interaction) return { response: await pastPage(call, 'interaction', id, 410) };
	const application = await findRecipient(call, interaction.request);
	if (!application) return { response: lostPage(realm, 410) };
	const own = pathFor(interaction) === '/sign-in' || (await isOwnSession(call, interaction.login));
	const shown = own ? interaction : { request: interaction.request };
	return { response: interactionPage(call, id, shown, application) };
}

const answer = (call: Call, goOn: (parameters: Parameters, waiting: Interaction) => Promise<Answer>) =>
	answerForm<Interaction>(call, 'interaction', {
		about: ({ request: { clientId, redirectUri } }): Answered => ({ clientId, redirectUri }),
		goOn
	});

/** The answer of the sign-in page. */
export const signInEndpoint = (call: Call): Promise<Answer> =>
	answer(call, async (parameters, { request }) => {
		if (parameters.get('action') === 'cancel')
			return refuseToClient(call, request, 'access_denied', 'The person did not sign in', [
				checkThat('as-user-authenticated', false, {
					expected: say('person-signs-in'),
					actual: say('cancelled')
				})
			]);
		const person = personOf(call, parameters);
		if (person) return goOn(call, { request, login: await startSession(call, person.sub, person.acr) });
		return askSignIn(call, request, say('wrong-password'), parameters.get('username') ?? '');
	});

const otherSession = say('other-session');

/** The answer of the page that asks for a second step: the sign-in is a new one, and a stronger one. */
export const confirmEndpoint = (call: Call): Promise<Answer> =>
	answer(call, async (parameters, { request, login }) => {
		if (!login || parameters.get('action') !== 'confirm')
			return refuseToClient(call, request, 'access_denied', 'The person did not confirm', [
				checkThat('as-step-up', false, { expected: say('person-confirms'), actual: say('cancelled') })
			]);
		if (!(await isOwnSession(call, login))) return askSignIn(call, request, otherSession);
		return goOn(call, { request, login: await startSession(call, login.sub, '2') });
	});

/** The answer of the consent page. It is worth something in the session in which the page was shown, and in no other. */
export const consentEndpoint = (call: Call): Promise<Answer> =>
	answer(call, async (parameters, interaction) => {
		const { request, login, ruled } = interaction;
		const own = await isOwnSession(call, login);
		const action = parameters.get('action');
		if (action === 'switch') {
			if (own) await endSession(call);
			return askSignIn(call, request, say('another-account'));
		}
		if (action !== 'allow')
			return refuseToClient(call, request, 'access_denied', 'The person did not allow it', [
				check('as-consent-given', 'fail', { expected: say('person-allows'), actual: say('refused') })
			]);
		if (!own || !login || !ruled) return askSignIn(call, request, otherSession);
		const answered = await goOn(call, interaction, true);
		if (says(answered.outcome, 'code-issued'))
			await rememberConsent(call.realm, request.clientId, login.sub, askedOf(interaction));
		return answered;
	});
