import type { Check } from '$lib/lexicon/check';
import { endedWith } from '$lib/lexicon/outcomes';
import { say, type Said } from '$lib/lexicon/said';
import { check } from '$lib/lexicon/server-check';
import { queryOf, valueOf, withQuery } from '$lib/wire/form';
import { redirect, type Answer } from './answer';
import { findApplication } from './applications';
import { requestParameters } from '$lib/message/authorization-request';
import { sentBy, type Call } from './call';
import { decide, pass, refuse, skip, warn, type Rule } from './decide';
import { answerForm, keepWaiting, pastPage } from './form-answer';
import { hintRule, type Hint } from './id-token-hint';
import { goTo, showPage } from './own-page';
import { problemPage } from './pages/problem';
import { signedOutPage, signOutPage } from './pages/sign-out';
import { Parameters, parametersForm, parametersOnce } from './parameters';
import { currentLogin, endSession, type Login } from './sessions';
import type { Application, User } from './settings';
import { isOwnSession } from './standing';
import { onlyKnown } from '$lib/lexicon/only-known';

interface LogoutContext {
	call: Call;
	parameters: Parameters;
	hint?: Hint;
	application?: Application;
	/** Only set when it is registered. */
	returning?: Returning;
}

/** Where the browser goes afterwards. */
interface Returning {
	clientId: string;
	uri: string;
	state?: string;
}

/** What waits for the person's answer on the sign-out page: which session is to end. */
interface PendingLogout {
	login: Login;
	returning?: Returning;
}

/** OIDC RP-Initiated Logout §2: when both are there, they have to name the same client. */
const clientKnown: Rule<LogoutContext> = {
	id: 'as-logout-client',
	async look(context) {
		const { parameters, hint, call } = context;
		const sent = parameters.get('client_id');
		const clientId = sent ?? hint?.aud;
		if (clientId === undefined) return skip(say('without', 'client_id'));
		const compared = { expected: hint?.aud ?? say('registered-client'), actual: clientId };
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
		if (sent === undefined) return skip(say('without', 'post_logout_redirect_uri'));
		const compared = {
			expected: application?.logoutUris.join(' ') ?? say('registered-client'),
			actual: sent
		};
		if (!application?.logoutUris.includes(sent))
			return refuse('invalid_request', 'This post_logout_redirect_uri is not registered', compared);
		const state = parameters.get('state');
		context.returning = {
			clientId: application.clientId,
			uri: sent,
			...onlyKnown({ state })
		};
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

/** The address with the state, as long as it is registered: it may have changed while a page waited. */
async function addressOf({ realm }: Call, { clientId, uri, state }: Returning): Promise<string | undefined> {
	const application = await findApplication(realm, clientId);
	if (!application?.logoutUris.includes(uri)) return undefined;
	return state === undefined ? uri : withQuery(uri, new URLSearchParams({ state }).toString());
}

/** Back to the application, or to a page that says how things are. */
async function leave(call: Call, returning: Returning | undefined): Promise<Response> {
	const address = returning && (await addressOf(call, returning));
	if (address !== undefined) return redirect(address);
	return call.request.method === 'POST' ? goTo(call, '/sign-out') : signedOutPage(call.realm, false);
}

async function askSignOut(
	call: Call,
	{ login, user }: { login: Login; user: User },
	returning: Returning | undefined
): Promise<Answer> {
	const pending: PendingLogout = { login, ...(returning ? { returning } : {}) };
	const id = await keepWaiting(call, 'sign-out', pending);
	return {
		...showPage(call, '/sign-out', id, () => signOutPage(call.realm, id, user.name)),
		checks: [check('as-logout-session', 'skipped', { actual: say('person-asked-first') })],
		outcome: endedWith('sign-out-shown')
	};
}

const ended = (actual: Said): Check => check('as-logout-session', 'pass', { expected: say('ended'), actual });

/**
 * Logout that a client asks for. Without a hint of this person and of this very session, the person is asked first.
 * @see [OIDC RP-Initiated Logout §2](https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout)
 */
export async function logoutEndpoint(call: Call): Promise<Answer> {
	const { realm } = call;
	const context: LogoutContext = { call, parameters: new Parameters(requestParameters(sentBy(call))) };
	const { checks, refusal } = await decide(rules, context);
	if (refusal)
		return {
			response: problemPage(realm, refusal, { checks }),
			checks,
			outcome: endedWith('refused-with', refusal.error)
		};
	const { hint, returning } = context;
	const known = await currentLogin(call);
	if (!known) {
		const none = warn({ expected: say('a-session'), actual: say('nobody-signed-in') });
		return {
			response: await leave(call, returning),
			checks: [...checks, check('as-logout-session', none.status, none)],
			outcome: endedWith('nobody-there')
		};
	}
	if (hint?.sub === known.login.sub && hint.sid === known.login.sid) {
		await endSession(call);
		return {
			response: await leave(call, returning),
			checks: [...checks, ended(known.login.sub)],
			outcome: endedWith('signed-out')
		};
	}
	const asked = await askSignOut(call, known, returning);
	return { ...asked, checks: [...checks, ...(asked.checks ?? [])] };
}

/** The page that asks, looked at again; without a name, how things are. */
export async function signOutPageEndpoint(call: Call): Promise<Answer> {
	const known = await currentLogin(call);
	const id = valueOf(queryOf(call.url.href), 'interaction');
	if (id === undefined) return { response: signedOutPage(call.realm, known !== undefined) };
	const pending = await call.realm.store.get<PendingLogout>('sign-out', id);
	if (!pending) return { response: await pastPage(call, 'sign-out', id, 410) };
	return {
		response:
			known && (await isOwnSession(call, pending.login))
				? signOutPage(call.realm, id, known.user.name)
				: signedOutPage(call.realm, known !== undefined)
	};
}

/** The answer of the sign-out page: it ends the session that it was shown for. Whoever else is signed in is asked. */
export const signOutEndpoint = (call: Call): Promise<Answer> =>
	answerForm<PendingLogout>(call, 'sign-out', {
		about: () => ({ next: '/sign-out' }),
		async goOn(parameters, { login, returning }) {
			if (parameters.get('action') !== 'sign-out')
				return { response: goTo(call, '/sign-out'), checks: [], outcome: endedWith('stayed-signed-in') };
			const known = await currentLogin(call);
			if (known && !(await isOwnSession(call, login))) return askSignOut(call, known, returning);
			await endSession(call);
			return {
				response: await leave(call, returning),
				checks: [ended(say('by-the-person'))],
				outcome: endedWith('signed-out')
			};
		}
	});
