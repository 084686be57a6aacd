import { say } from '$lib/lexicon/said';
import { pass, refuse, skip, type Rule } from '../decide';
import type { RefreshRecord } from '../grants';
import type { TokenContext } from './context';
import { shownSecret } from '../shown';

/** RFC 6749 §6 */
export const refreshPresent: Rule<TokenContext> = {
	id: 'as-refresh-token-present',
	look({ parameters }) {
		const sent = parameters.get('refresh_token');
		return sent === undefined
			? refuse('invalid_request', 'The parameter refresh_token is missing', {
					expected: 'refresh_token',
					actual: say('missing')
				})
			: pass({ expected: 'refresh_token', actual: shownSecret(sent) });
	}
};

/** RFC 6749 §5.2 */
export const refreshFound: Rule<TokenContext> = {
	id: 'as-refresh-token-found',
	async look(context) {
		const sent = context.parameters.get('refresh_token');
		if (sent === undefined) return skip(say('without', 'refresh_token'));
		const { store } = context.call.realm;
		const [record, unused] = await Promise.all([
			store.get<RefreshRecord>('refresh', sent),
			store.get<true>('refresh-unused', sent)
		]);
		const compared = { expected: say('of-this-server', 'refresh_token'), actual: shownSecret(sent) };
		if (!record) return refuse('invalid_grant', 'This server does not know this refresh token', compared);
		context.refresh = record;
		context.unused = unused === true;
		return pass(compared);
	}
};

/** RFC 9700 §4.14.2: a second use means that it was stolen, and no one can say by whom: all tokens are revoked. */
export const refreshUnused: Rule<TokenContext> = {
	id: 'as-refresh-token-unused',
	look(context) {
		const { call, refresh, application, unused } = context;
		if (!refresh) return skip(say('without', 'refresh_token'));
		if (application && !application.rotateRefreshTokens) return skip(say('not-rotated'));
		if (unused || refresh.expiresAt <= call.now)
			return pass({ expected: say('unused'), actual: say('unused') });
		context.reused = refresh.grantId;
		return refuse(
			'invalid_grant',
			'This refresh token was used before: all tokens of its family are revoked',
			{
				expected: say('unused'),
				actual: say('used-before')
			}
		);
	}
};

/** RFC 6749 §5.2 */
export const refreshNotExpired: Rule<TokenContext> = {
	id: 'as-refresh-token-not-expired',
	look({ refresh, call }) {
		if (!refresh) return skip(say('without', 'refresh_token'));
		const compared = {
			expected: say('until', new Date(refresh.expiresAt).toISOString()),
			actual: new Date(call.now).toISOString()
		};
		return call.now < refresh.expiresAt
			? pass(compared)
			: refuse('invalid_grant', 'This refresh token has expired', compared);
	}
};

/** RFC 6749 §6: bound to the client that it was issued to. */
export const refreshClient: Rule<TokenContext> = {
	id: 'as-refresh-token-client',
	look({ refresh, application }) {
		if (!refresh || !application) return skip(refresh ? say('no-client') : say('without', 'refresh_token'));
		const compared = { expected: refresh.clientId, actual: application.clientId };
		return refresh.clientId === application.clientId
			? pass(compared)
			: refuse('invalid_grant', 'This refresh token was issued to another client', compared);
	}
};

/** RFC 6749 §6: the same scope or less, never more. */
export const refreshScope: Rule<TokenContext> = {
	id: 'as-refresh-scope',
	look(context) {
		const { refresh, parameters } = context;
		if (!refresh) return skip(say('without', 'refresh_token'));
		const sent = parameters.get('scope');
		const compared = { expected: refresh.scope.join(' '), actual: sent ?? say('none-all') };
		const scope = sent === undefined ? refresh.scope : [...new Set(sent.split(' '))];
		if (!scope.every((word) => refresh.scope.includes(word)))
			return refuse('invalid_scope', 'More is asked for than was granted', compared);
		context.scope = scope;
		return pass(compared);
	}
};
