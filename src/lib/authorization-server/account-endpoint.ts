import { endedWith, type OutcomeId } from '$lib/lexicon/outcomes';
import type { Answer } from './answer';
import { findApi, findApplication, isConfigured } from './applications';
import type { Call } from './call';
import { listConsents, revokeConsent } from './consents';
import { answerForm, keepWaiting } from './form-answer';
import { goTo } from './own-page';
import { accountPage, type Allowed } from './pages/account';
import { signedOutPage } from './pages/sign-out';
import { currentLogin, endSession, type Login } from './sessions';
import { isOwnSession } from './standing';

/** What waits on the account page: whose it is, in which session. */
interface Account {
	login: Login;
}

/** What the person allowed, to whom, with a way to take it back and to sign out. */
export async function accountEndpoint(call: Call): Promise<Answer> {
	const { realm } = call;
	const known = await currentLogin(call);
	if (!known) return { response: signedOutPage(realm, false) };
	const consents = await listConsents(realm, known.login.sub);
	const allowed: Allowed[] = await Promise.all(
		consents.map(async ([key, { clientId, audience, scope }]) => {
			const application = await findApplication(realm, clientId);
			return {
				key,
				application: application?.name ?? clientId,
				selfRegistered: application !== undefined && !isConfigured(realm, application),
				api: audience === undefined ? undefined : (findApi(realm, audience)?.name ?? audience),
				scope
			};
		})
	);
	const waiting: Account = { login: known.login };
	const id = await keepWaiting(call, 'account', waiting);
	return { response: accountPage(realm, id, known.user.name, allowed) };
}

const page = '/account';

/** The answer of the account page. To another session than its own it changes nothing: that one sees its own page. */
export const accountFormEndpoint = (call: Call): Promise<Answer> =>
	answerForm<Account>(call, 'account', {
		about: () => ({ next: page }),
		async goOn(parameters, { login }) {
			const answered = (outcome: OutcomeId): Answer => ({
				response: goTo(call, page),
				checks: [],
				outcome: endedWith(outcome),
				page
			});
			if (!(await isOwnSession(call, login))) return answered('other-session-or-none');
			const consent = parameters.get('revoke');
			if (consent !== undefined) await revokeConsent(call.realm, login.sub, consent);
			else if (parameters.get('action') === 'sign-out') await endSession(call);
			else return answered('nothing-chosen');
			return answered(consent === undefined ? 'signed-out' : 'consent-taken-back');
		}
	});
