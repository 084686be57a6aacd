import type { Check } from '$lib/lexicon/check';
import { say } from '$lib/lexicon/said';
import { check } from '$lib/lexicon/server-check';
import { encodeBase64url } from '$lib/wire/base64url';
import { findApi, findUser, isPublic, whyNotOffline } from './applications';
import { endpoint, randomText, type Call } from './call';
import { claimsFor } from './user-claims';
import { extendGrant, issueRefreshToken, type AccessRecord, type Grant } from './grants';
import { signingKey, signWith, type SigningKey } from './keys';
import type { Api, Application, SigningAlgorithm } from './settings';
import { onlyKnown } from '$lib/lexicon/only-known';

/** RFC 6749 §5.1 and OIDC Core §3.1.3.3. */
export interface TokenAnswer {
	access_token: string;
	token_type: 'Bearer' | 'DPoP';
	expires_in: number;
	scope: string;
	id_token?: string;
	refresh_token?: string;
}

export interface TokenOrder {
	application: Application;
	grant: Grant;
	/** What this token may do: all that was granted, or less at a refresh. */
	scope: string[];
	/** The end of the refresh token to issue, in milliseconds since the epoch; without it, none is issued. */
	refreshUntil?: number;
	/** The thumbprint of the key that the tokens are bound to: RFC 9449 §5. */
	jkt?: string;
}

/** By what the tokens of an order are signed; missing where one is no JWT, or is not issued. */
interface TokenKeys {
	access?: SigningKey;
	id?: SigningKey;
}

const apiOf = ({ realm }: Call, { audience }: Grant): Api | undefined =>
	audience === undefined ? undefined : findApi(realm, audience);

/** Looked up together, before anything is signed: the store is asked once. */
export async function tokenKeys(call: Call, { application, grant, scope }: TokenOrder): Promise<TokenKeys> {
	const api = apiOf(call, grant);
	const [access, id] = await Promise.all([
		api && signingKey(call.realm, api.signingAlgorithm),
		scope.includes('openid') ? signingKey(call.realm, application.idTokenAlgorithm) : undefined
	]);
	return onlyKnown({ access, id });
}

const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1_000);

/** The audiences: the API, and UserInfo when the token may be used there too. */
function audiences(call: Call, audience: string | undefined, scope: string[]): string[] {
	const userinfo = scope.includes('openid') ? [endpoint(call.realm, '/userinfo')] : [];
	return audience === undefined ? userinfo : [audience, ...userinfo];
}

interface IssuedAccess {
	token: string;
	key: string;
	record: AccessRecord;
	/** In seconds. */
	lifetime: number;
}

/**
 * The access token: for an API a JWT as RFC 9068 describes it, otherwise an opaque text that only this server can
 * read.
 * @see [RFC 9068 §2.2](https://www.rfc-editor.org/rfc/rfc9068#section-2.2)
 */
async function makeAccessToken(
	call: Call,
	{ grant, scope, jkt }: TokenOrder,
	signer: SigningKey | undefined
): Promise<IssuedAccess> {
	const { realm } = call;
	const api = apiOf(call, grant);
	const lifetime = api?.tokenLifetime ?? realm.settings.policy.accessTokenLifetime;
	const key = randomText(realm, api ? 16 : 32);
	const issuedAt = seconds(call.now);
	const record: AccessRecord = {
		grantId: grant.id,
		clientId: grant.clientId,
		sub: grant.sub,
		scope,
		audience: audiences(call, api?.identifier, scope),
		issuedAt,
		expiresAt: issuedAt + lifetime,
		...onlyKnown({ jkt })
	};
	if (!signer) return { token: key, key, record, lifetime };
	const [only, ...others] = record.audience;
	const roles = findUser(realm, grant.sub)?.roles ?? [];
	const claims = {
		...grant.customClaims?.accessToken,
		iss: realm.issuer,
		sub: grant.sub,
		aud: others.length === 0 ? only : record.audience,
		client_id: grant.clientId,
		iat: issuedAt,
		exp: record.expiresAt,
		jti: key,
		scope: scope.join(' '),
		...(roles.length === 0 ? {} : { roles }),
		...onlyKnown({ auth_time: grant.authTime, acr: grant.acr }),
		// RFC 9449 §6.1
		...(jkt === undefined ? {} : { cnf: { jkt } })
	};
	return { token: await signWith(signer, 'at+jwt', claims), key, record, lifetime };
}

/** The left half of the hash that goes with the algorithm: OIDC Core §3.1.3.6. */
async function atHash(alg: SigningAlgorithm, accessToken: string): Promise<string> {
	const hash = alg === 'EdDSA' ? 'SHA-512' : 'SHA-256';
	const digest = new Uint8Array(await crypto.subtle.digest(hash, new TextEncoder().encode(accessToken)));
	return encodeBase64url(digest.subarray(0, digest.length / 2));
}

/** @see [OIDC Core §2](https://openid.net/specs/openid-connect-core-1_0.html#IDToken) */
async function makeIdToken(
	call: Call,
	{ application, grant, scope }: TokenOrder,
	signer: SigningKey,
	accessToken: string
): Promise<string> {
	const { realm } = call;
	const user = findUser(realm, grant.sub);
	const issuedAt = seconds(call.now);
	return signWith(signer, 'JWT', {
		...grant.customClaims?.idToken,
		...(user ? claimsFor(user, scope, grant.claims?.idToken) : {}),
		iss: realm.issuer,
		sub: grant.sub,
		aud: application.clientId,
		azp: application.clientId,
		iat: issuedAt,
		exp: issuedAt + realm.settings.policy.idTokenLifetime,
		...onlyKnown({ auth_time: grant.authTime, nonce: grant.nonce, acr: grant.acr, sid: grant.sid }),
		at_hash: await atHash(signer.alg, accessToken)
	});
}

/** Whether a refresh token is due, and why: offline access has to be asked for, and the API has to allow it. */
export function refreshCheck(call: Call, { application, grant }: TokenOrder, asked: boolean): Check {
	const expected = say('offline-access-due');
	const api = grant.audience === undefined ? undefined : findApi(call.realm, grant.audience);
	if (!asked) return check('as-refresh-token-issued', 'skipped', { expected, actual: say('not-asked-for') });
	const missing = whyNotOffline(api, application);
	return missing === undefined
		? check('as-refresh-token-issued', 'pass', { expected, actual: say('offline-access-due') })
		: check('as-refresh-token-issued', 'warn', {
				expected,
				actual: say('left-out-because', 'offline_access', missing)
			});
}

/** RFC 9449 §5: the refresh token of a public client is bound to the key; that of another to the client, as ever. */
const refreshKey = ({ application, jkt }: TokenOrder): string | undefined =>
	isPublic(application) ? jkt : undefined;

/** The whole token response. What is kept of it is written at once, when all of it is signed. */
export async function issueTokens(call: Call, order: TokenOrder, keys: TokenKeys): Promise<TokenAnswer> {
	const { token, key, record, lifetime } = await makeAccessToken(call, order, keys.access);
	const idToken = keys.id && (await makeIdToken(call, order, keys.id, token));
	const expiresAt = record.expiresAt * 1_000;
	const [refreshToken] = await Promise.all([
		order.refreshUntil === undefined
			? undefined
			: issueRefreshToken(call, order.grant, order.refreshUntil, refreshKey(order)),
		call.realm.store.put('access', key, record, expiresAt),
		extendGrant(call, order.grant.id, Math.max(expiresAt, order.refreshUntil ?? 0))
	]);
	return {
		access_token: token,
		token_type: order.jkt === undefined ? 'Bearer' : 'DPoP',
		expires_in: lifetime,
		scope: order.scope.join(' '),
		...onlyKnown({ id_token: idToken, refresh_token: refreshToken })
	};
}
