import { compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import * as v from 'valibot';
import type { Call } from './call';
import { keyOf } from './keys';

const hintSchema = v.object({
	iss: v.string(),
	sub: v.string(),
	aud: v.string(),
	sid: v.optional(v.string())
});

export type Hint = v.InferOutput<typeof hintSchema>;

/**
 * The claims of an ID token that this server issued, or undefined. When it ended does not matter: it is a hint.
 * @see [OIDC RP-Initiated Logout §2](https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout)
 */
export async function ownIdToken(call: Call, token: string): Promise<Hint | undefined> {
	try {
		const { kid, alg, typ } = decodeProtectedHeader(token);
		const key = kid === undefined ? undefined : await keyOf(call.realm, kid);
		if (!key || key.alg !== alg || typ !== 'JWT') return undefined;
		const { payload } = await compactVerify(token, await importJWK(key.publicJwk, key.alg));
		const hint = v.parse(hintSchema, JSON.parse(new TextDecoder().decode(payload)));
		return hint.iss === call.realm.issuer ? hint : undefined;
	} catch {
		return undefined;
	}
}
