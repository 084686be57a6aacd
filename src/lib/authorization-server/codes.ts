import type { AuthorizationRequest, Challenge } from './authorize/context';
import { randomText, type Call } from './call';
import type { Ruled } from './rules';
import type { Login } from './sessions';
import { keepGrant, newGrantId, type Grant } from './grants';
import { onlyKnown } from '$lib/lexicon/only-known';

/** What a code stands for: RFC 6749 §4.1.2 binds it to the client and the redirect URI, RFC 7636 §4.4 to the challenge. */
export interface CodeRecord {
	clientId: string;
	redirectUri: string;
	redirectUriSent: boolean;
	challenge?: Challenge;
	/** RFC 9449 §10 */
	dpopJkt?: string;
	/** Milliseconds since the epoch. */
	expiresAt: number;
	grant: Grant;
}

/** A code's record stays for a while after its end: a late or a second use can be told from a made-up code. */
const keptAfterEnd = 3_600_000;

/** A new code. That it is still unused is a second entry, which is taken atomically. */
export async function issueCode(
	call: Call,
	request: AuthorizationRequest,
	login: Login,
	ruled: Ruled
): Promise<string> {
	const { realm, now } = call;
	const code = randomText(realm, 32);
	const expiresAt = now + realm.settings.policy.codeLifetime * 1_000;
	const grant: Grant = {
		id: newGrantId(realm),
		clientId: request.clientId,
		...login,
		scope: ruled.scope,
		customClaims: { accessToken: ruled.accessToken, idToken: ruled.idToken },
		...onlyKnown({ claims: request.claims, audience: request.audience, nonce: request.nonce })
	};
	const record: CodeRecord = {
		clientId: request.clientId,
		redirectUri: request.redirectUri,
		redirectUriSent: request.redirectUriSent,
		...onlyKnown({ challenge: request.challenge, dpopJkt: request.dpopJkt }),
		expiresAt,
		grant
	};
	await keepGrant(call, grant, expiresAt);
	await realm.store.put('code', code, record, expiresAt + keptAfterEnd);
	await realm.store.put('code-unused', code, true, expiresAt + keptAfterEnd);
	return code;
}
