import { redirect, type Answer } from './answer';
import { findApi, findApplication } from './applications';
import { endpoint, randomText, type Call } from './call';
import { listConsents, revokeConsent } from './consents';
import { answerForm } from './form-answer';
import { accountPage, type Allowed } from './pages/account';
import { signedOutPage } from './pages/sign-out';
import { currentLogin, endSession } from './sessions';

/** What waits on the account page: whose it is. */
interface Account {
	sub: string;
}

const lifetime = 15 * 60_000;

/** What the person allowed, to whom, with a way to take it back and to sign out. */
export async function accountEndpoint(call: Call): Promise<Answer> {
	const { realm, now } = call;
	const known = await currentLogin(call);
	if (!known) return { response: signedOutPage(realm, false) };
	const consents = await listConsents(realm, known.login.sub);
	const allowed: Allowed[] = await Promise.all(
		consents.map(async ([key, { clientId, audience, scope }]) => ({
			key,
			application: (await findApplication(realm, clientId))?.name ?? clientId,
			api: audience === undefined ? undefined : (findApi(realm, audience)?.name ?? audience),
			scope
		}))
	);
	const id = randomText(realm, 24);
	const waiting: Account = { sub: known.login.sub };
	await realm.store.put('account', id, waiting, now + lifetime);
	return { response: accountPage(realm, id, known.user.name, allowed) };
}

/** The answer of the account page. */
export const accountFormEndpoint = (call: Call): Promise<Answer> =>
	answerForm<Account>(call, 'account', async (parameters, { sub }) => {
		const consent = parameters.get('revoke');
		if (consent !== undefined) {
			await revokeConsent(call.realm, sub, consent);
			return {
				response: redirect(endpoint(call.realm, '/account')),
				checks: [],
				outcome: 'consent taken back'
			};
		}
		await endSession(call);
		return { response: signedOutPage(call.realm, false), checks: [], outcome: 'signed out' };
	});
