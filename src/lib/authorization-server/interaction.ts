/**
 * Between the authorization request and its answer there is a person: who are you, do you allow this? What was
 * asked waits in the store under a random name that the page's form carries. Each name is good for one answer.
 */
import { check, type Check } from '$lib/lexicon/check';
import type { Answer } from './answer';
import { findApi, findApplication, findUser } from './applications';
import { codeResponse, errorResponse } from './authorization-response';
import type { AuthorizationRequest } from './authorize/context';
import { randomText, type Call } from './call';
import { openidScopes } from './claims';
import { isConsented, type Asked } from './consents';
import { issueCode } from './codes';
import { consentPage } from './pages/consent';
import { signInPage } from './pages/sign-in';
import type { Application, User } from './settings';

export interface Interaction {
	request: AuthorizationRequest;
	/** Who signed in, once someone did. */
	sub?: string;
	/** Seconds since the epoch. */
	authTime?: number;
}

const lifetime = 15 * 60_000;

export async function keepInteraction({ realm, now }: Call, interaction: Interaction): Promise<string> {
	const id = randomText(realm, 24);
	await realm.store.put('interaction', id, interaction, now + lifetime);
	return id;
}

/** The scopes in words. */
export function describeScopes(
	call: Call,
	{ scope, audience }: Asked
): { name: string; description: string }[] {
	const own = audience === undefined ? [] : (findApi(call.realm, audience)?.scopes ?? []);
	return scope.map((name) => ({
		name,
		description: own.find((known) => known.name === name)?.description ?? openidScopes[name] ?? name
	}));
}

/** Asks who the person is. */
export async function askSignIn(
	call: Call,
	request: AuthorizationRequest,
	application: Application,
	again?: { username: string }
): Promise<Answer> {
	const interaction = await keepInteraction(call, { request });
	const asks = describeScopes(call, request).map(({ description }) => description);
	const username = again?.username ?? request.loginHint;
	const response = signInPage(call.realm, {
		interaction,
		application,
		asks,
		username,
		wrong: Boolean(again)
	});
	const checks: Check[] = again
		? [
				check('as-user-authenticated', 'fail', {
					expected: 'a user name with its password',
					actual: 'a wrong one'
				})
			]
		: [
				check('as-user-authenticated', 'skipped', { actual: 'nobody is signed in yet' }),
				check('as-consent-given', 'skipped', { actual: 'nobody is signed in yet' })
			];
	return { response, checks, outcome: 'sign-in page shown', state: request.state };
}

async function askConsent(call: Call, interaction: Interaction, application: Application, user: User) {
	const { request } = interaction;
	const id = await keepInteraction(call, interaction);
	const api = request.audience === undefined ? undefined : findApi(call.realm, request.audience);
	const scopes = describeScopes(call, request);
	return consentPage(call.realm, { interaction: id, application, user, api, scopes });
}

export interface SignedIn {
	user: User;
	authTime: number;
	/** The person has just allowed it. */
	allowed?: boolean;
}

/** The person is known: asks for consent where it is needed, else answers the client with a code. */
export async function goOn(call: Call, request: AuthorizationRequest, signedIn: SignedIn): Promise<Answer> {
	const { user, authTime } = signedIn;
	const application = await findApplication(call.realm, request.clientId);
	if (!application)
		return refuseToClient(call, request, 'unauthorized_client', 'The application is gone', []);
	const authenticated = check('as-user-authenticated', 'pass', { actual: user.sub });
	const reason = signedIn.allowed
		? 'given now'
		: await isConsented(call.realm, application, user.sub, request);
	if (reason === undefined) {
		const interaction = { request, sub: user.sub, authTime };
		return {
			response: await askConsent(call, interaction, application, user),
			checks: [authenticated, check('as-consent-given', 'skipped', { actual: 'not asked yet' })],
			outcome: 'consent page shown',
			state: request.state
		};
	}
	const code = await issueCode(call, request, { sub: user.sub, authTime });
	return {
		response: codeResponse(call.realm, request, code),
		checks: [authenticated, check('as-consent-given', 'pass', { actual: reason })],
		outcome: 'code issued',
		state: request.state
	};
}

/** An error for the client, by the person's browser. */
export const refuseToClient = (
	call: Call,
	request: AuthorizationRequest,
	error: string,
	description: string,
	checks: Check[]
): Answer => ({
	response: errorResponse(call.realm, request, { error, description }),
	checks,
	outcome: `refused: ${error}`,
	state: request.state
});

export const userOf = (call: Call, interaction: Interaction): User | undefined =>
	interaction.sub === undefined ? undefined : findUser(call.realm, interaction.sub);
