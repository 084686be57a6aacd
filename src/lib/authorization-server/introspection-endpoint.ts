import { endedWith } from '$lib/lexicon/outcomes';
import { say } from '$lib/lexicon/said';
import { json, noStore, type Answer } from './answer';
import { findUser, isConfigured, isPublic } from './applications';
import { findAccess, ownJti } from './bearer';
import type { Call } from './call';
import type { ClientContext } from './client-authentication';
import { answerAboutToken, readForm } from './client-form';
import { pass, skip, warn, type Rule } from './decide';
import { findGrant, type RefreshRecord } from './grants';
import { onlyKnown } from '$lib/lexicon/only-known';

interface IntrospectionContext extends ClientContext {
	/** What may be told about the token; without it, it is not active. */
	active?: Record<string, unknown>;
}

async function describeAccess(call: Call, token: string) {
	const access = await findAccess(call, token);
	if (!access) return undefined;
	const jti = await ownJti(call, token);
	const grant = await findGrant(call.realm, access.grantId);
	return {
		active: true,
		iss: call.realm.issuer,
		token_type: access.jkt === undefined ? 'Bearer' : 'DPoP',
		client_id: access.clientId,
		sub: access.sub,
		aud: access.audience,
		scope: access.scope.join(' '),
		iat: access.issuedAt,
		exp: access.expiresAt,
		username: findUser(call.realm, access.sub)?.username,
		...onlyKnown({ jti }),
		// RFC 9449 §6.2
		...(access.jkt === undefined ? {} : { cnf: { jkt: access.jkt } }),
		// RFC 9470 §6.2
		...(grant?.acr === undefined ? {} : { acr: grant.acr }),
		...(grant?.authTime === undefined ? {} : { auth_time: grant.authTime })
	};
}

async function describeRefresh(call: Call, token: string) {
	const record = await call.realm.store.get<RefreshRecord>('refresh', token);
	if (!record || record.expiresAt <= call.now) return undefined;
	if (!(await call.realm.store.get<true>('refresh-unused', token))) return undefined;
	const grant = await findGrant(call.realm, record.grantId);
	if (!grant) return undefined;
	return {
		active: true,
		iss: call.realm.issuer,
		client_id: record.clientId,
		sub: grant.sub,
		scope: record.scope.join(' '),
		exp: Math.floor(record.expiresAt / 1_000),
		username: findUser(call.realm, grant.sub)?.username
	};
}

/**
 * RFC 7662 §2.2: unknown, ended, or not this client's to see, the answer is the same. A public client proves nothing
 * about itself, nor does one that registered itself: they see their own tokens only.
 */
const tokenActive: Rule<IntrospectionContext> = {
	id: 'as-introspect-token-active',
	async look(context) {
		const { call, parameters, application } = context;
		const sent = parameters.get('token');
		if (sent === undefined || !application)
			return skip(application ? say('without', 'token') : say('no-client'));
		const found = (await describeAccess(call, sent)) ?? (await describeRefresh(call, sent));
		const expected = say('token-to-see');
		if (!found) return warn({ expected, actual: say('unknown-or-ended') });
		const seesAll = !isPublic(application) && isConfigured(call.realm, application);
		if (!seesAll && found.client_id !== application.clientId)
			return warn({ expected, actual: say('token-of-another-client') });
		context.active = found;
		return pass({ expected, actual: say('active') });
	}
};

/**
 * What a token is good for, told to those who may know.
 * @see [RFC 7662 §2](https://www.rfc-editor.org/rfc/rfc7662#section-2)
 */
export function introspectionEndpoint(call: Call): Promise<Answer> {
	const context: IntrospectionContext = { call, parameters: readForm(call) };
	return answerAboutToken(context, 'introspect', [tokenActive], async () => ({
		response: json(context.active ?? { active: false }, 200, noStore),
		outcome: endedWith(context.active ? 'token-active' : 'not-active')
	}));
}
