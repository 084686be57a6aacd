/**
 * Between the authorization request and its answer there is a person: who are you, do you allow this? What was
 * asked waits in the store under a random name that the page's form carries. Each name is good for one answer.
 */
import type { Check } from '$lib/lexicon/check';
import { check } from '$lib/lexicon/server-check';
import type { Answer } from './answer';
import { findApi, findApplication, findUser } from './applications';
import { codeResponse, errorResponse } from './authorization-response';
import type { AuthorizationRequest } from './authorize/context';
import { randomText, type Call } from './call';
import { openidScopes } from './claims';
import { issueCode } from './codes';
import { isConsented, type Asked } from './consents';
import { confirmPage } from './pages/confirm';
import { consentPage } from './pages/consent';
import { signInPage } from './pages/sign-in';
import { takePushed } from './pushed';
import { applyRules, type Ruled } from './rules';
import type { Login } from './sessions';
import type { Application } from './settings';
import { asWanted, isMeant, isOutOfReach, isStrongEnough, wantedLevels } from './wishes';

export interface Interaction {
	request: AuthorizationRequest;
	/** Who signed in, once someone did. */
	login?: Login;
	/** What the rules made of it. */
	ruled?: Ruled;
}

const lifetime = 15 * 60_000;

async function keepInteraction({ realm, now }: Call, interaction: Interaction): Promise<string> {
	const id = randomText(realm, 24);
	await realm.store.put('interaction', id, interaction, now + lifetime);
	return id;
}

/** The scopes in words. */
function describeScopes(call: Call, { scope, audience }: Asked): { name: string; description: string }[] {
	const own = audience === undefined ? [] : (findApi(call.realm, audience)?.scopes ?? []);
	return scope.map((name) => ({
		name,
		description: own.find((known) => known.name === name)?.description ?? openidScopes[name] ?? name
	}));
}

const signedInBefore = (actual: string): Check[] => [
	check('as-user-authenticated', 'skipped', { actual }),
	check('as-consent-given', 'skipped', { actual })
];

/** Asks who the person is. `again`: the user name that was typed with a wrong password. */
export async function askSignIn(
	call: Call,
	request: AuthorizationRequest,
	application: Application,
	why: string,
	again?: string
): Promise<Answer> {
	const interaction = await keepInteraction(call, { request });
	const asks = describeScopes(call, request).map(({ description }) => description);
	const username = again ?? request.loginHint;
	const wrong = again !== undefined;
	return {
		response: signInPage(call.realm, { interaction, application, asks, username, wrong }),
		checks: wrong
			? [check('as-user-authenticated', 'fail', { expected: 'a user name with its password', actual: why })]
			: signedInBefore(why),
		outcome: wrong ? 'sign-in page shown again' : 'sign-in page shown',
		state: request.state
	};
}

/** An error for the client, by the person's browser. */
export const refuseToClient = async (
	call: Call,
	request: AuthorizationRequest,
	error: string,
	description: string,
	checks: Check[]
): Promise<Answer> => {
	await takePushed(call, request.requestUri);
	return {
		response: await errorResponse(call.realm, request, { error, description }),
		checks,
		outcome: `refused: ${error}`,
		state: request.state
	};
};

/** The sign-in is weaker than the client asks for: a second step makes it stronger (RFC 9470 §5). */
async function askStepUp(
	call: Call,
	interaction: Interaction,
	application: Application,
	checks: Check[]
): Promise<Answer> {
	const { request, login } = interaction;
	const expected = `acr ${wantedLevels(request).join(' or ')}`;
	const actual = `acr ${login?.acr ?? 'none'}`;
	if (request.prompt.includes('none'))
		return refuseToClient(
			call,
			request,
			'interaction_required',
			'The person has to confirm in a second step',
			[...checks, check('as-step-up', 'fail', { expected, actual })]
		);
	const person = login && findUser(call.realm, login.sub)?.name;
	const id = await keepInteraction(call, interaction);
	return {
		response: confirmPage(call.realm, id, application, person ?? ''),
		checks: [...checks, check('as-step-up', 'skipped', { expected, actual: `${actual}: not confirmed yet` })],
		outcome: 'confirmation page shown',
		state: request.state
	};
}

async function askConsent(call: Call, interaction: Interaction, application: Application, asked: Asked) {
	const { login, request } = interaction;
	const user = login && findUser(call.realm, login.sub);
	const id = await keepInteraction(call, interaction);
	const api = request.audience === undefined ? undefined : findApi(call.realm, request.audience);
	const person = user?.name ?? '';
	return consentPage(call.realm, {
		interaction: id,
		application,
		person,
		api,
		scopes: describeScopes(call, asked)
	});
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
		const expected = [request.hintSub, request.claims?.sub].filter(Boolean).join(' and ');
		return refuseToClient(call, request, 'login_required', 'Somebody else signed in than was asked for', [
			check('as-user-authenticated', 'fail', { expected, actual: login.sub })
		]);
	}
	const authenticated = check('as-user-authenticated', 'pass', { actual: `${login.sub}, acr ${login.acr}` });
	if (isOutOfReach(request)) {
		const expected = `acr ${(request.claims?.acr ?? []).join(' or ')}`;
		return refuseToClient(call, request, 'access_denied', 'Nobody can sign in here at the level asked for', [
			authenticated,
			check('as-step-up', 'fail', { expected, actual: `acr ${login.acr}` })
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
	const application = await findApplication(call.realm, request.clientId);
	const user = login && findUser(call.realm, login.sub);
	if (!application || !user)
		return refuseToClient(call, request, 'access_denied', 'The application or the person is gone', []);
	const unfit = await answerUnfit(call, { request, login }, application);
	if (unfit) return unfit;
	const authenticated = check('as-user-authenticated', 'pass', { actual: `${user.sub}, acr ${login.acr}` });
	const decision = interaction.ruled
		? { ruled: interaction.ruled, checks: [] }
		: await applyRules(call, request, application, user, login);
	const checks = [authenticated, ...decision.checks];
	if (decision.denial !== undefined)
		return refuseToClient(call, request, 'access_denied', decision.denial, checks);
	const { ruled } = decision;
	const asked: Asked = {
		scope: ruled.scope,
		...(request.audience === undefined ? {} : { audience: request.audience })
	};
	const reason = allowed ? 'given now' : await consentReason(call, application, interaction, asked);
	if (reason === undefined) {
		// OIDC Core §3.1.2.6: no page may be shown, and one would be needed.
		if (request.prompt.includes('none')) {
			const missing = check('as-consent-given', 'fail', { expected: 'given before', actual: 'not given' });
			return refuseToClient(call, request, 'consent_required', 'The person has to be asked', [
				...checks,
				missing
			]);
		}
		return {
			response: await askConsent(call, { ...interaction, ruled }, application, asked),
			checks: [...checks, check('as-consent-given', 'skipped', { actual: 'not asked yet' })],
			outcome: 'consent page shown',
			state: request.state
		};
	}
	if (!(await takePushed(call, request.requestUri)))
		return refuseToClient(call, request, 'invalid_request_uri', 'This request_uri was used before', [
			...checks,
			check('as-request-uri-unused', 'fail', { expected: 'not answered before', actual: 'answered just now' })
		]);
	const code = await issueCode(call, request, asWanted(login, request), ruled);
	return {
		response: await codeResponse(call.realm, request, code),
		checks: [...checks, check('as-consent-given', 'pass', { actual: reason })],
		outcome: 'code issued',
		state: request.state
	};
}
