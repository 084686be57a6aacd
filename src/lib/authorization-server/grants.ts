import { randomText, type Call } from './call';
import type { Realm } from './realm';
import type { JsonObject } from './rules-port';
import { onlyKnown } from '$lib/lexicon/only-known';

/** What a person (or, for a machine, nobody) allowed a client. All tokens of it die with it. */
export interface Grant {
	id: string;
	clientId: string;
	sub: string;
	scope: string[];
	/** The API's identifier; without one the access token is opaque and good for UserInfo only. */
	audience?: string;
	/** Seconds since the epoch. */
	authTime?: number;
	/** The session in which it was given. */
	sid?: string;
	nonce?: string;
	acr?: string;
	/** Claims asked for by name: OIDC Core §5.5. */
	claims?: { idToken: string[]; userinfo: string[] };
	/** Claims that rules added. */
	customClaims?: { accessToken: JsonObject; idToken: JsonObject };
	/** When the last of what was issued under it ends, in milliseconds since the epoch. */
	endsAt?: number;
}

/** What is known about an issued access token, by its value when opaque, by its `jti` when a JWT. Times in seconds. */
export interface AccessRecord {
	grantId: string;
	clientId: string;
	sub: string;
	scope: string[];
	audience: string[];
	issuedAt: number;
	expiresAt: number;
	/** The key that it is bound to: RFC 9449 §6.1. */
	jkt?: string;
}

export interface RefreshRecord {
	grantId: string;
	clientId: string;
	scope: string[];
	/** Milliseconds since the epoch. */
	expiresAt: number;
	/** The key that it is bound to: RFC 9449 §5. */
	jkt?: string;
}

/** What ended stays for a day, so that a late use can be told from something that was made up. */
const keptAfterEnd = 86_400_000;

const grantEnd = ({ endsAt = 0 }: Grant): number => endsAt + keptAfterEnd;

/** The end of a grant that an earlier build kept, which did not write it down. */
const longest = ({ settings }: Realm, now: number): number =>
	now + settings.policy.refreshTokenLifetime * 1_000;

/** Keeps a grant until the end of what is issued under it: first of all a code. */
export async function keepGrant({ realm }: Call, grant: Grant, endsAt: number): Promise<void> {
	const kept = { ...grant, endsAt };
	await realm.store.put('grant', grant.id, kept, grantEnd(kept));
}

/**
 * A token was issued under the grant: it lasts at least as long as that. One that was revoked in between stays so: kept
 * again, it would come back.
 */
export const extendGrant = ({ realm, now }: Call, id: string, endsAt: number): Promise<void> =>
	realm.store.update<Grant>(
		'grant',
		id,
		(known) => known && { ...known, endsAt: Math.max(known.endsAt ?? longest(realm, now), endsAt) },
		grantEnd
	);

export const newGrantId = (realm: Realm): string => randomText(realm, 16);

export const findGrant = (realm: Realm, id: string): Promise<Grant | undefined> =>
	realm.store.get<Grant>('grant', id);

/** Every token of the grant is worthless from now on: RFC 6749 §10.5, RFC 9700 §4.14.2, RFC 7009 §2.1. */
export const revokeGrant = ({ store }: Pick<Realm, 'store'>, id: string): Promise<void> =>
	store.remove('grant', id);

/** An access token that is still good: known, not expired, its grant not revoked. */
export async function activeAccess(call: Call, key: string): Promise<AccessRecord | undefined> {
	const access = await call.realm.store.get<AccessRecord>('access', key);
	if (!access || access.expiresAt * 1_000 <= call.now) return undefined;
	return (await findGrant(call.realm, access.grantId)) ? access : undefined;
}

/**
 * A new refresh token of the grant. Its record stays for a day after its end, so that a late or a second use can be
 * told from a made-up token; whether it is still unused is a second entry, taken atomically.
 */
export async function issueRefreshToken(
	{ realm, now }: Call,
	grant: Grant,
	expiresAt: number,
	jkt?: string
): Promise<string> {
	const token = randomText(realm, 32);
	const record: RefreshRecord = {
		grantId: grant.id,
		clientId: grant.clientId,
		scope: grant.scope,
		expiresAt,
		...onlyKnown({ jkt })
	};
	await Promise.all([
		realm.store.put('refresh', token, record, Math.max(expiresAt, now) + keptAfterEnd),
		realm.store.put('refresh-unused', token, true, expiresAt)
	]);
	return token;
}
