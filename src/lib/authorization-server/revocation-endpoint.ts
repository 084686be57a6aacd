import { endedWith } from '$lib/lexicon/outcomes';
import { say } from '$lib/lexicon/said';
import { noStore, type Answer } from './answer';
import { ownJti } from './bearer';
import type { Call } from './call';
import type { ClientContext } from './client-authentication';
import { answerAboutToken, readForm } from './client-form';
import { pass, refuse, skip, warn, type Rule } from './decide';
import { revokeGrant, type AccessRecord, type RefreshRecord } from './grants';

interface Found {
	clientId: string;
	/** Ends it. */
	revoke(): Promise<void>;
}

interface RevocationContext extends ClientContext {
	found?: Found;
}

/** Whatever it is: RFC 7009 §2.1 lets the hint be ignored. A refresh token takes the whole grant with it. */
async function find(call: Call, token: string): Promise<Found | undefined> {
	const { realm } = call;
	const refresh = await realm.store.get<RefreshRecord>('refresh', token);
	if (refresh) return { clientId: refresh.clientId, revoke: () => revokeGrant(realm, refresh.grantId) };
	const key = token.split('.').length === 3 ? await ownJti(call, token) : token;
	const access = key === undefined ? undefined : await realm.store.get<AccessRecord>('access', key);
	if (key === undefined || !access) return undefined;
	return { clientId: access.clientId, revoke: () => realm.store.remove('access', key) };
}

/** RFC 7009 §2.2: an unknown token is answered like any other; it is of no use already. */
const tokenKnown: Rule<RevocationContext> = {
	id: 'as-revoke-token-known',
	async look(context) {
		const sent = context.parameters.get('token');
		if (sent === undefined || !context.application)
			return skip(sent === undefined ? say('without', 'token') : say('no-client'));
		const found = await find(context.call, sent);
		const expected = say('of-this-server', 'token');
		if (!found) return warn({ expected, actual: say('unknown-or-ended') });
		context.found = found;
		return pass({ expected, actual: say('found') });
	}
};

/** RFC 7009 §2.1: a client ends its own tokens only. */
const tokenClient: Rule<RevocationContext> = {
	id: 'as-revoke-token-client',
	look({ found, application }) {
		if (!found || !application) return skip(say('without', 'token'));
		const compared = { expected: found.clientId, actual: application.clientId };
		return found.clientId === application.clientId
			? pass(compared)
			: refuse('invalid_grant', 'This token was issued to another client', compared);
	}
};

/**
 * Ends a token. An API that verifies JWTs by itself goes on to take one until its `exp`: nothing tells it.
 * @see [RFC 7009 §2](https://www.rfc-editor.org/rfc/rfc7009#section-2)
 */
export function revocationEndpoint(call: Call): Promise<Answer> {
	const context: RevocationContext = { call, parameters: readForm(call) };
	return answerAboutToken(context, 'revoke', [tokenKnown, tokenClient], async () => {
		await context.found?.revoke();
		return {
			response: new Response(null, { status: 200, headers: noStore }),
			outcome: endedWith(context.found ? 'token-ended' : 'nothing-to-revoke')
		};
	});
}
