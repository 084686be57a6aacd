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
			? refuse('invalid_request', 'The parameter code is missing', { expected: 'code', actual: 'none' })
			: pass({ expected: 'code', actual: shownSecret(sent) });
	}
};

/** RFC 6749 §5.2 */
export const codeFound: Rule<TokenContext> = {
	id: 'as-code-found',
	async look(context) {
		const sent = context.parameters.get('code');
		if (sent === undefined) return skip('no code');
		const record = await context.call.realm.store.get<CodeRecord>('code', sent);
		const compared = { expected: 'a code that this server issued', actual: shownSecret(sent) };
		if (!record) return refuse('invalid_grant', 'This server does not know this code', compared);
		context.code = record;
		context.grant = record.grant;
		return pass(compared);
	}
};

/** RFC 6749 §10.5: a second use is refused, and the tokens of the first are revoked. */
export const codeUnused: Rule<TokenContext> = {
	id: 'as-code-unused',
	async look(context) {
		const { parameters, code, call } = context;
		const sent = parameters.get('code');
		if (!code || sent === undefined) return skip('no code');
		if (await call.realm.store.get<true>('code-unused', sent))
			return pass({ expected: 'not used before', actual: 'not used before' });
		context.reused = code.grant.id;
		return refuse('invalid_grant', 'This code was used before: the tokens issued for it are revoked', {
			expected: 'not used before',
			actual: 'used before'
		});
	}
};

/** RFC 6749 §4.1.2: a code lives for a short time. */
export const codeNotExpired: Rule<TokenContext> = {
	id: 'as-code-not-expired',
	look({ code, call }) {
		if (!code) return skip('no code');
		const compared = {
			expected: `until ${new Date(code.expiresAt).toISOString()}`,
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
		if (!code || !application) return skip(code ? 'no client' : 'no code');
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
		if (!code) return skip('no code');
		const sent = parameters.get('redirect_uri');
		const compared = { expected: code.redirectUri, actual: sent ?? 'none' };
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
		if (!code) return skip('no code');
		const sent = parameters.get('code_verifier');
		if (!code.challenge)
			return sent === undefined
				? skip('no code_challenge was sent')
				: refuse(
						'invalid_grant',
						'There is a code_verifier, but the authorization request had no code_challenge',
						{
							expected: 'none',
							actual: shownSecret(sent)
						}
					);
		return sent === undefined
			? refuse('invalid_grant', 'The parameter code_verifier is missing', {
					expected: 'code_verifier',
					actual: 'none'
				})
			: pass({ expected: 'code_verifier', actual: shownSecret(sent) });
	}
};

/** RFC 7636 §4.1: 43 to 128 characters of the unreserved alphabet. */
export const verifierForm: Rule<TokenContext> = {
	id: 'as-verifier-form',
	look({ parameters }) {
		const sent = parameters.get('code_verifier');
		if (sent === undefined) return skip('no code_verifier');
		const compared = {
			expected: '43 to 128 characters of A-Z a-z 0-9 - . _ ~',
			actual: `${sent.length} characters`
		};
		return isVerifierForm(sent)
			? pass(compared)
			: refuse('invalid_grant', 'The code_verifier does not have the form it must have', compared);
	}
};
