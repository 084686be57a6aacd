import { maskSecret } from '$lib/lexicon/secrets';
import { errorJson, json, noStore, type Answer } from './answer';
import { findUser, isPublic } from './applications';
import { findAccess, ownJti } from './bearer';
import { bodyType, formType, type Call } from './call';
import {
	basicChallenge,
	clientAuthenticated,
	clientNamed,
	type ClientContext
} from './client-authentication';
import { decide, pass, refuse, skip, warn, type Rule } from './decide';
import { findGrant, type RefreshRecord } from './grants';
import { Parameters, parametersForm, parametersOnce } from './parameters';
import { contentType, tokenMethod } from './token/request';

interface IntrospectionContext extends ClientContext {
	/** What may be told about the token; without it, it is not active. */
	active?: Record<string, unknown>;
}

const tokenPresent: Rule<IntrospectionContext> = {
	id: 'as-introspect-token-present',
	look({ parameters }) {
		const sent = parameters.get('token');
		return sent === undefined
			? refuse('invalid_request', 'The parameter token is missing', { expected: 'token', actual: 'none' })
			: pass({ expected: 'token', actual: maskSecret(sent) });
	}
};

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
		...(jti === undefined ? {} : { jti }),
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
 * about itself, so it sees its own tokens only.
 */
const tokenActive: Rule<IntrospectionContext> = {
	id: 'as-introspect-token-active',
	async look(context) {
		const { call, parameters, application } = context;
		const sent = parameters.get('token');
		if (sent === undefined || !application) return skip(application ? 'no token' : 'no client');
		const found = (await describeAccess(call, sent)) ?? (await describeRefresh(call, sent));
		const expected = 'a token that is good, and this client’s to see';
		if (!found) return warn({ expected, actual: 'unknown, expired or revoked' });
		if (isPublic(application) && found.client_id !== application.clientId)
			return warn({ expected, actual: 'a token of another client' });
		context.active = found;
		return pass({ expected, actual: 'active' });
	}
};

const rules: readonly Rule<IntrospectionContext>[] = [
	tokenMethod,
	contentType,
	parametersOnce('as-token-parameters-once'),
	parametersForm('as-token-parameters-form'),
	clientNamed,
	clientAuthenticated,
	tokenPresent,
	tokenActive
];

/**
 * What a token is good for, told to those who may know.
 * @see [RFC 7662 §2](https://www.rfc-editor.org/rfc/rfc7662#section-2)
 */
export async function introspectionEndpoint(call: Call): Promise<Answer> {
	const form = bodyType(call.request) === formType ? call.body : '';
	const context: IntrospectionContext = { call, parameters: new Parameters(form) };
	const { checks, refusal } = await decide(rules, context);
	if (refusal)
		return {
			response: errorJson(refusal, basicChallenge(call, refusal.status)),
			checks,
			outcome: `refused: ${refusal.error}`
		};
	const outcome = context.active ? 'active' : 'not active';
	return { response: json(context.active ?? { active: false }, 200, noStore), checks, outcome };
}
