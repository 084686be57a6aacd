import { endedWith } from '$lib/lexicon/outcomes';
import { say } from '$lib/lexicon/said';
import { errorJson, json, noStore, type Answer } from './answer';
import { findApplication, findUser } from './applications';
import {
	bearerChallenge,
	bearerKey,
	bearerOpenid,
	bearerPresent,
	bearerValid,
	type BearerContext
} from './bearer';
import type { Call } from './call';
import { claimsFor } from './user-claims';
import { decide, type Refusal } from './decide';
import { proofPoints } from './dpop';
import { findGrant } from './grants';
import { signJwt } from './keys';

function refused({ realm }: Call, { scheme }: BearerContext, refusal: Refusal): Response {
	const scope = refusal.error === 'insufficient_scope' ? 'openid' : undefined;
	const headers = { 'www-authenticate': bearerChallenge(realm.issuer, refusal, { scheme, scope }) };
	if (refusal.error !== '') return errorJson(refusal, headers);
	return new Response(null, { status: refusal.status ?? 401, headers: { ...noStore, ...headers } });
}

/**
 * Claims about the person whom the access token is about.
 * @see [OIDC Core §5.3](https://openid.net/specs/openid-connect-core-1_0.html#UserInfo)
 */
export async function userinfoEndpoint(call: Call): Promise<Answer> {
	const context: BearerContext = { call };
	const bound = /^dpop /i.test(call.request.headers.get('authorization') ?? '');
	const proof = bound ? proofPoints(call, 401) : [];
	const rules = [bearerPresent, bearerValid, ...proof, bearerKey, bearerOpenid];
	const { checks, refusal } = await decide(rules, context);
	const { access } = context;
	const user = access && findUser(call.realm, access.sub);
	if (refusal || !access || !user) {
		const why = refusal ?? { error: 'invalid_token', description: 'The person is gone', status: 401 };
		return {
			response: refused(call, context, why),
			checks,
			outcome: endedWith('refused-with', why.error || say('no-token'))
		};
	}
	const grant = await findGrant(call.realm, access.grantId);
	const claims = { sub: user.sub, ...claimsFor(user, access.scope, grant?.claims?.userinfo) };
	return {
		response: await inFormOf(call, access.clientId, claims),
		checks,
		outcome: endedWith('claims-given')
	};
}

/**
 * In JSON, or signed for the client that asks.
 * @see [OIDC Core §5.3.2](https://openid.net/specs/openid-connect-core-1_0.html#UserInfoResponse)
 */
async function inFormOf(
	{ realm }: Call,
	clientId: string,
	claims: Record<string, unknown>
): Promise<Response> {
	const form = (await findApplication(realm, clientId))?.userinfoForm ?? 'json';
	if (form === 'json') return json(claims, 200, noStore);
	// OIDC Core §5.3.2: a signed answer MUST say who it is from, and for whom.
	const signed = await signJwt(realm, form, 'JWT', { ...claims, iss: realm.issuer, aud: clientId });
	return new Response(signed, { headers: { 'content-type': 'application/jwt', ...noStore } });
}
