import { say } from '$lib/lexicon/said';
import { isVerifierForm } from '$lib/message/challenge';
import type { CodeRecord } from '../codes';
import { pass, refuse, skip, type Rule } from '../decide';
import type { TokenContext } from './context';
import { shownSecret } from '../shown';

/** RFC 6749 §4.1.3 */
export const codePresent: Rule<TokenContext> = {
	id: 'as-code-present',
	look({ parameters }) {
		const sent = parameters.get('code');
		return sent === undefined
			? refuse('invalid_request', 'The parameter code is missing', {
					expected: 'code',
					actual: say('missing')
				})
			: pass({ expected: 'code', actual: shownSecret(sent) });
	}
};

/** RFC 6749 §5.2 */
export const codeFound: Rule<TokenContext> = {
	id: 'as-code-found',
	async look(context) {
		const sent = context.parameters.get('code');
		if (sent === undefined) return skip(say('without', 'code'));
		const { store } = context.call.realm;
		const [record, unused] = await Promise.all([
			store.get<CodeRecord>('code', sent),
			store.get<true>('code-unused', sent)
		]);
		const compared = { expected: say('of-this-server', 'code'), actual: shownSecret(sent) };
		if (!record) return refuse('invalid_grant', 'This server does not know this code', compared);
		context.code = record;
		context.unused = unused === true;
		context.grant = record.grant;
		return pass(compared);
	}
};

/** RFC 6749 §10.5: a second use is refused, and the tokens of the first are revoked. */
export const codeUnused: Rule<TokenContext> = {
	id: 'as-code-unused',
	look(context) {
		const { code, unused } = context;
		if (!code) return skip(say('without', 'code'));
		if (unused) return pass({ expected: say('unused'), actual: say('unused') });
		context.reused = code.grant.id;
		return refuse('invalid_grant', 'This code was used before: the tokens issued for it are revoked', {
			expected: say('unused'),
			actual: say('used-before')
		});
	}
};

/** RFC 6749 §4.1.2: a code lives for a short time. */
export const codeNotExpired: Rule<TokenContext> = {
	id: 'as-code-not-expired',
	look({ code, call }) {
		if (!code) return skip(say('without', 'code'));
		const compared = {
			expected: say('until', new Date(code.expiresAt).toISOString()),
			actual: new Date(call.now).toISOString()
		};
		return call.now < code.expiresAt
			? pass(compared)
			: refuse('invalid_grant', 'This code has expired', compared);
	}
};

/** RFC 6749 §4.1.3: issued to the client that uses it. */
export const codeClient: Rule<TokenContext> = {
	id: 'as-code-client',
	look({ code, application }) {
		if (!code || !application) return skip(code ? say('no-client') : say('without', 'code'));
		const compared = { expected: code.clientId, actual: application.clientId };
		return code.clientId === application.clientId
			? pass(compared)
			: refuse('invalid_grant', 'This code was issued to another client', compared);
	}
};

/** RFC 6749 §4.1.3: identical to that of the authorization request, when it had one. */
export const codeRedirectUri: Rule<TokenContext> = {
	id: 'as-code-redirect-uri',
	look({ code, parameters }) {
		if (!code) return skip(say('without', 'code'));
		const sent = parameters.get('redirect_uri');
		const compared = { expected: code.redirectUri, actual: sent ?? say('missing') };
		if (sent === undefined && !code.redirectUriSent) return pass(compared);
		return sent === code.redirectUri
			? pass(compared)
			: refuse('invalid_grant', 'The redirect_uri is not the one of the authorization request', compared);
	}
};

/** RFC 7636 §4.5; RFC 9700 §2.1.1: a verifier without a challenge is refused as well. */
export const verifierPresent: Rule<TokenContext> = {
	id: 'as-verifier-present',
	look({ code, parameters }) {
		if (!code) return skip(say('without', 'code'));
		const sent = parameters.get('code_verifier');
		if (!code.challenge)
			return sent === undefined
				? skip(say('without', 'code_challenge'))
				: refuse(
						'invalid_grant',
						'There is a code_verifier, but the authorization request had no code_challenge',
						{
							expected: say('none'),
							actual: shownSecret(sent)
						}
					);
		return sent === undefined
			? refuse('invalid_grant', 'The parameter code_verifier is missing', {
					expected: 'code_verifier',
					actual: say('missing')
				})
			: pass({ expected: 'code_verifier', actual: shownSecret(sent) });
	}
};

/** RFC 7636 §4.1: 43 to 128 characters of the unreserved alphabet. */
export const verifierForm: Rule<TokenContext> = {
	id: 'as-verifier-form',
	look({ parameters }) {
		const sent = parameters.get('code_verifier');
		if (sent === undefined) return skip(say('without', 'code_verifier'));
		const compared = {
			expected: say('characters-of-verifier', 43, 128),
			actual: say('characters', sent.length)
		};
		return isVerifierForm(sent)
			? pass(compared)
			: refuse('invalid_grant', 'The code_verifier does not have the form it must have', compared);
	}
};
