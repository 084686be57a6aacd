import * as v from 'valibot';
import { say } from '$lib/lexicon/said';
import type { Call } from './call';
import { pass, refuse, skip, type Rule } from './decide';
import { ownClaims } from './keys';
import type { Parameters } from './parameters';

const hintSchema = v.object({
	iss: v.string(),
	sub: v.string(),
	aud: v.string(),
	/** OIDC Core §2: every ID token has it. A signed UserInfo answer has not, and is none. */
	exp: v.number(),
	sid: v.optional(v.string())
});

export type Hint = v.InferOutput<typeof hintSchema>;

/**
 * The claims of an ID token that this server issued, or undefined. When it ended does not matter: it is a hint.
 * @see [OIDC RP-Initiated Logout §2](https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout)
 */
async function ownIdToken({ realm }: Call, token: string): Promise<Hint | undefined> {
	const hint = v.safeParse(hintSchema, await ownClaims(realm, 'JWT', token));
	return hint.success && hint.output.iss === realm.issuer ? hint.output : undefined;
}

interface HintContext {
	call: Call;
	parameters: Parameters;
	hint?: Hint;
}

/** OIDC Core §3.1.2.2, and the same at the logout: a token of this server says who is meant, also after its end. */
export const hintRule = (id: 'as-id-token-hint' | 'as-logout-hint'): Rule<HintContext> => ({
	id,
	async look(context) {
		const sent = context.parameters.get('id_token_hint');
		if (sent === undefined) return skip(say('without', 'id_token_hint'));
		const hint = await ownIdToken(context.call, sent);
		const expected = say('of-this-server', 'id_token');
		if (!hint)
			return refuse('invalid_request', 'The id_token_hint is not of this server', {
				expected,
				actual: say('not-of-this-server')
			});
		context.hint = hint;
		return pass({ expected, actual: say('one-for', hint.aud) });
	}
});
