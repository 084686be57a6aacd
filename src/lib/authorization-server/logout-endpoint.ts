import type { Check } from '$lib/lexicon/check';
import { check } from '$lib/lexicon/server-check';
import { redirect, type Answer } from './answer';
import { findApplication } from './applications';
import { bodyType, formType, randomText, type Call } from './call';
import { decide, pass, refuse, skip, warn, type Rule } from './decide';
import { answerForm } from './form-answer';
import { hintRule, type Hint } from './id-token-hint';
import { problemPage } from './pages/problem';
import { signedOutPage, signOutPage } from './pages/sign-out';
import { Parameters, parametersForm, parametersOnce } from './parameters';
import { currentLogin, endSession } from './sessions';
import type { Application } from './settings';

interface LogoutContext {
	call: Call;
	parameters: Parameters;
	hint?: Hint;
	application?: Application;
	/** Only set when it is registered. */
	returnTo?: string;
}

/** What waits for the person's answer on the sign-out page. */
interface PendingLogout {
	returnTo?: string;
}

/** OIDC RP-Initiated Logout §2: when both are there, they have to name the same client. */
const clientKnown: Rule<LogoutContext> = {
	id: 'as-logout-client',
	async look(context) {
		const { parameters, hint, call } = context;
		const sent = parameters.get('client_id');
		const clientId = sent ?? hint?.aud;
		if (clientId === undefined) return skip('no client named');
		const compared = { expected: hint?.aud ?? 'a registered client_id', actual: clientId };
		if (hint && hint.aud !== clientId)
			return refuse('invalid_request', 'The id_token_hint was issued to another client', compared);
		const application = await findApplication(call.realm, clientId);
		if (!application) return refuse('invalid_request', 'No application has this client_id', compared);
		context.application = application;
		return pass(compared);
	}
};

/** OIDC RP-Initiated Logout §3: exactly a registered one, of a client that is known. */
const returnRegistered: Rule<LogoutContext> = {
	id: 'as-logout-redirect-uri',
	look(context) {
		const { parameters, application } = context;
		const sent = parameters.get('post_logout_redirect_uri');
		if (sent === undefined) return skip('no post_logout_redirect_uri');
		const compared = { expected: application?.logoutUris.join(' ') ?? 'a known client', actual: sent };
		if (!application?.logoutUris.includes(sent))
			return refuse('invalid_request', 'This post_logout_redirect_uri is not registered', compared);
		const state = parameters.get('state');
		const query =
			state === undefined ? '' : `${sent.includes('?') ? '&' : '?'}${new URLSearchParams({ state })}`;
		context.returnTo = `${sent}${query}`;
		return pass(compared);
	}
};

const rules: readonly Rule<LogoutContext>[] = [
	parametersOnce('as-parameters-once'),
	parametersForm('as-parameters-form'),
	hintRule('as-logout-hint'),
	clientKnown,
	returnRegistered
];

const lifetime = 15 * 60_000;

const leave = (call: Call, returnTo: string | undefined, signedIn = false): Response =>
	returnTo === undefined ? signedOutPage(call.realm, signedIn) : redirect(returnTo);

const ended = (actual: string): Check => check('as-logout-session', 'pass', { expected: 'ended', actual });

/**
 * Logout that a client asks for. Without a hint of this person and of this very session, the person is asked first.
 * @see [OIDC RP-Initiated Logout §2](https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout)
 */
export async function logoutEndpoint(call: Call): Promise<Answer> {
	const { request, url, realm } = call;
	const form = request.method === 'POST' && bodyType(request) === formType;
	const context: LogoutContext = { call, parameters: new Parameters(form ? call.body : url.search) };
	const { checks, refusal } = await decide(rules, context);
	if (refusal)
		return { response: problemPage(realm, refusal, checks), checks, outcome: `refused: ${refusal.error}` };
	const { hint, returnTo } = context;
	const known = await currentLogin(call);
	if (!known) {
		const none = warn({ expected: 'a session', actual: 'nobody is signed in' });
		return {
			response: leave(call, returnTo),
			checks: [...checks, check('as-logout-session', none.status, none)],
			outcome: 'nobody was signed in'
		};
	}
	if (hint?.sub === known.login.sub && hint.sid === known.login.sid) {
		await endSession(call);
		return {
			response: leave(call, returnTo),
			checks: [...checks, ended(known.login.sub)],
			outcome: 'signed out'
		};
	}
	const id = randomText(realm, 24);
	const pending: PendingLogout = returnTo === undefined ? {} : { returnTo };
	await realm.store.put('sign-out', id, pending, call.now + lifetime);
	return {
		response: signOutPage(realm, id, known.user.name),
		checks: [...checks, check('as-logout-session', 'skipped', { actual: 'the person is asked first' })],
		outcome: 'sign-out page shown'
	};
}

/** The answer of the sign-out page. */
export const signOutEndpoint = (call: Call): Promise<Answer> =>
	answerForm<PendingLogout>(call, 'sign-out', async (parameters, { returnTo }) => {
		if (parameters.get('action') !== 'sign-out')
			return { response: leave(call, undefined, true), checks: [], outcome: 'stayed signed in' };
		await endSession(call);
		return { response: leave(call, returnTo), checks: [ended('by the person')], outcome: 'signed out' };
	});
