import { check, checkThat } from '$lib/lexicon/check';
import type { Answer } from './answer';
import { findApplication } from './applications';
import { bodyType, formType, type Call } from './call';
import { sameText } from './compare';
import { rememberConsent } from './consents';
import { decide, pass, refuse, skip, type Rule } from './decide';
import { askSignIn, goOn, refuseToClient, type Interaction } from './interaction';
import { problemPage } from './pages/problem';
import { Parameters } from './parameters';
import { startSession } from './sessions';

interface FormContext {
	call: Call;
	parameters: Parameters;
	interaction?: Interaction;
}

/** A form of ours, sent from a page of ours: RFC 6749 §10.12. */
const formOrigin: Rule<FormContext> = {
	id: 'as-form-origin',
	look({ call: { request, realm, url } }) {
		const origin = request.headers.get('origin');
		const site = request.headers.get('sec-fetch-site');
		const ours = [new URL(realm.issuer).origin, url.origin];
		const compared = { expected: 'a form of this server', actual: origin ?? site ?? 'not said' };
		if (request.method !== 'POST' || bodyType(request) !== formType)
			return refuse('invalid_request', 'This address takes the form of a page of this server', compared);
		const foreign = origin !== null && origin !== 'null' && !ours.includes(origin);
		if (foreign || site === 'cross-site')
			return refuse('invalid_request', 'This form was sent from another site', compared);
		return pass(compared);
	}
};

/** The page is one that was shown, and has not been answered yet. */
const interactionKnown: Rule<FormContext> = {
	id: 'as-interaction-known',
	async look(context) {
		const { call, parameters } = context;
		const id = parameters.get('interaction');
		const expected = 'a page that waits for its answer';
		if (id === undefined)
			return refuse('invalid_request', 'The form is not complete', { expected, actual: 'none' });
		if (call.request.method !== 'POST') return skip('not a form');
		const interaction = await call.realm.store.take<Interaction>('interaction', id);
		if (!interaction)
			return refuse(
				'invalid_request',
				'This page was answered before or waited too long. Go back to the application and start again',
				{
					expected,
					actual: 'answered before, or too old'
				}
			);
		context.interaction = interaction;
		return pass({ expected, actual: 'found' });
	}
};

const formRules = [formOrigin, interactionKnown] as const;

type Continue = (call: Call, parameters: Parameters, interaction: Interaction) => Promise<Answer>;

/** What both pages have in common: a form of ours about an interaction that waits. */
async function answerForm(call: Call, goOnWith: Continue): Promise<Answer> {
	const context: FormContext = { call, parameters: new Parameters(call.body) };
	const { checks, refusal } = await decide(formRules, context);
	if (refusal || !context.interaction) {
		const why = refusal ?? { error: 'server_error', description: 'The form could not be read' };
		return { response: problemPage(call.realm, why), checks, outcome: `refused: ${why.error}` };
	}
	const answer = await goOnWith(call, context.parameters, context.interaction);
	return { ...answer, checks: [...checks, ...(answer.checks ?? [])] };
}

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
	answerForm(call, async (_, parameters, { request }) => {
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

/** The answer of the consent page. */
export const consentEndpoint = (call: Call): Promise<Answer> =>
	answerForm(call, async (_, parameters, interaction) => {
		const { request, login, ruled } = interaction;
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
