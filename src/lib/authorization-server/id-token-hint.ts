import * as v from 'valibot';
import type { Call } from './call';
import { ownClaims } from './keys';

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
export async function ownIdToken({ realm }: Call, token: string): Promise<Hint | undefined> {
	const hint = v.safeParse(hintSchema, await ownClaims(realm, 'JWT', token));
	return hint.success && hint.output.iss === realm.issuer ? hint.output : undefined;
}
