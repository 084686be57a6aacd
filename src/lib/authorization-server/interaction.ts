/**
 * Between the authorization request and its answer there is a person: who are you, do you allow this? What was
 * asked waits in the store under a random name that the page's form carries. Each name is good for one answer.
 */
import type { Check } from '$lib/lexicon/check';
import { endedWith } from '$lib/lexicon/outcomes';
import { say, type Said } from '$lib/lexicon/said';
import { check } from '$lib/lexicon/server-check';
import type { Answer } from './answer';
import { findUser } from './applications';
import { codeResponse } from './authorization-response';
import type { AuthorizationRequest } from './authorize/context';
import type { Call } from './call';
import { issueCode } from './codes';
import { isConsented, type Asked } from './consents';
import { keepWaiting } from './form-answer';
import { askedOf, interactionPage, pathFor, type Interaction } from './interaction-pages';
import { showPage } from './own-page';
import { takePushed } from './pushed-requests';
import { applyRules } from './rules';
import type { Application } from './settings';
import { refuseToClient, standingOf } from './standing';
import { asWanted, isMeant, isOutOfReach, isStrongEnough, wantedLevels } from './requested-claims';

/** Shows the page that asks for what is missing. */
async function ask(call: Call, interaction: Interaction, application: Application) {
	const id = await keepWaiting(call, 'interaction', interaction);
	const page = () => interactionPage(call, id, interaction, application);
	return { ...showPage(call, pathFor(interaction), id, page), state: interaction.request.state };
}

const signedInBefore = (actual: Said): Check[] => [
	check('as-user-authenticated', 'skipped', { actual }),
	check('as-consent-given', 'skipped', { actual })
];

/** Asks who the person is. `again`: the user name that was typed with a wrong password. */
export async function askSignIn(
	call: Call,
	request: AuthorizationRequest,
	why: Said,
	again?: string
): Promise<Answer> {
	const standing = await standingOf(call, request);
	if ('over' in standing) return standing.over;
	const wrong = again !== undefined;
	return {
		...(await ask(call, { request, ...(wrong ? { again } : {}) }, standing.application)),
		checks: wrong
			? [check('as-user-authenticated', 'fail', { expected: say('user-and-password'), actual: why })]
			: signedInBefore(why),
		outcome: endedWith(wrong ? 'sign-in-shown-again' : 'sign-in-shown')
	};
}

/** The sign-in is weaker than the client asks for: a second step makes it stronger (RFC 9470 §5). */
async function askStepUp(
	call: Call,
	interaction: Interaction,
	application: Application,
	checks: Check[]
): Promise<Answer> {
	const { request, login } = interaction;
	const expected = say('named', 'acr', say('one-of', ...wantedLevels(request)));
	const actual = say('named', 'acr', login?.acr ?? say('missing'));
	if (request.prompt.includes('none'))
		return refuseToClient(
			call,
			request,
			'interaction_required',
			'The person has to confirm in a second step',
			[...checks, check('as-step-up', 'fail', { expected, actual })]
		);
	return {
		...(await ask(call, interaction, application)),
		checks: [
			...checks,
			check('as-step-up', 'skipped', { expected, actual: say('not-confirmed-yet', actual) })
		],
		outcome: endedWith('step-up-shown')
	};
}

/** Why the person need not be asked, or undefined when they must be. */
async function consentReason(
	call: Call,
	application: Application,
	{ request, login }: Interaction,
	asked: Asked
) {
	if (request.prompt.includes('consent') || !login) return undefined;
	return isConsented(call.realm, application, login.sub, asked, request.redirectUri);
}

/** The answer when this sign-in is not the one that the request is about; undefined when it is. */
async function answerUnfit(
	call: Call,
	{ request, login }: Required<Pick<Interaction, 'request' | 'login'>>,
	application: Application
): Promise<Answer | undefined> {
	if (!isMeant(request, login.sub)) {
		const meant = [request.hintSub, request.claims?.sub].filter((sub) => sub !== undefined);
		const expected = say('both-of', ...meant);
		return refuseToClient(call, request, 'login_required', 'Somebody else signed in than was asked for', [
			check('as-user-authenticated', 'fail', { expected, actual: login.sub })
		]);
	}
	const authenticated = check('as-user-authenticated', 'pass', {
		actual: say('signed-in-as', login.sub, login.acr)
	});
	if (isOutOfReach(request)) {
		const expected = say('named', 'acr', say('one-of', ...(request.claims?.acr ?? [])));
		return refuseToClient(call, request, 'access_denied', 'Nobody can sign in here at the level asked for', [
			authenticated,
			check('as-step-up', 'fail', { expected, actual: say('named', 'acr', login.acr) })
		]);
	}
	return isStrongEnough(login, wantedLevels(request))
		? undefined
		: askStepUp(call, { request, login }, application, [authenticated]);
}

/**
 * The person is known: runs the rules once, asks for consent where it is needed, else answers the client with a
 * code. `allowed`: the person has just said yes.
 */
export async function goOn(call: Call, interaction: Interaction, allowed = false): Promise<Answer> {
	const { request, login } = interaction;
	const standing = await standingOf(call, request, askedOf(interaction).scope);
	if ('over' in standing) return standing.over;
	const { application } = standing;
	const user = login && findUser(call.realm, login.sub);
	if (!user) return askSignIn(call, request, say('nobody-signed-in'));
	const unfit = await answerUnfit(call, { request, login }, application);
	if (unfit) return unfit;
	const authenticated = check('as-user-authenticated', 'pass', {
		actual: say('signed-in-as', user.sub, login.acr)
	});
	const decision = interaction.ruled
		? { ruled: interaction.ruled, checks: [] }
		: await applyRules(call, request, application, user, login);
	const checks = [authenticated, ...decision.checks];
	if (decision.denial !== undefined)
		return refuseToClient(call, request, 'access_denied', decision.denial, checks);
	const { ruled } = decision;
	const asked = askedOf({ request, ruled });
	const reason = allowed ? say('given-now') : await consentReason(call, application, interaction, asked);
	if (reason === undefined) {
		// OIDC Core §3.1.2.6: no page may be shown, and one would be needed.
		if (request.prompt.includes('none')) {
			const missing = check('as-consent-given', 'fail', {
				expected: say('given-before'),
				actual: say('not-given-yet')
			});
			return refuseToClient(call, request, 'consent_required', 'The person has to be asked', [
				...checks,
				missing
			]);
		}
		return {
			...(await ask(call, { request, login, ruled }, application)),
			checks: [...checks, check('as-consent-given', 'skipped', { actual: say('not-asked-yet') })],
			outcome: endedWith('consent-shown')
		};
	}
	if (!(await takePushed(call, request.requestUri)))
		return refuseToClient(call, request, 'invalid_request_uri', 'This request_uri was used before', [
			...checks,
			check('as-request-uri-unused', 'fail', { expected: say('unused'), actual: say('used-now') })
		]);
	const code = await issueCode(call, request, asWanted(login, request), ruled);
	return {
		response: await codeResponse(call.realm, request, code),
		checks: [...checks, check('as-consent-given', 'pass', { actual: reason })],
		outcome: endedWith('code-issued'),
		state: request.state
	};
}
