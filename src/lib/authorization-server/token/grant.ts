/** Codes and refresh tokens are worth as much as the grant behind them. */
import { say, type Said } from '$lib/lexicon/said';
import { findApi, findUser } from '../applications';
import type { Call } from '../call';
import { pass, refuse, skip, type Rule } from '../decide';
import { findGrant, type Grant } from '../grants';
import type { TokenContext } from './context';

const expected = say('active-grant');

/** Why nothing can be issued from this grant any more; undefined when something can. */
async function endOf({ realm }: Call, { id, sub, audience }: Grant): Promise<Said | undefined> {
	if (!(await findGrant(realm, id))) return say('revoked');
	if (!findUser(realm, sub)) return say('person-gone');
	return audience !== undefined && !findApi(realm, audience) ? say('api-gone') : undefined;
}

/** RFC 6749 §5.2: a consent that was taken back ends the code as well. */
export const codeGrant: Rule<TokenContext> = {
	id: 'as-code-grant-active',
	async look({ code, call, reused }) {
		if (!code || reused !== undefined) return skip(code ? say('used-before') : say('without', 'code'));
		const end = await endOf(call, code.grant);
		return end === undefined
			? pass({ expected, actual: say('not-revoked') })
			: refuse('invalid_grant', 'The grant of this code has ended', { expected, actual: end });
	}
};

/** RFC 6749 §5.2: not revoked, by the person, by the client, or because something was used twice. */
export const refreshGrant: Rule<TokenContext> = {
	id: 'as-refresh-grant-active',
	async look(context) {
		const { refresh, call } = context;
		if (!refresh) return skip(say('without', 'refresh_token'));
		const grant = await findGrant(call.realm, refresh.grantId);
		const end = grant ? await endOf(call, grant) : say('revoked');
		if (!grant || end !== undefined)
			return refuse('invalid_grant', 'The grant of this refresh token has ended', { expected, actual: end });
		context.grant = grant;
		return pass({ expected, actual: say('not-revoked') });
	}
};
