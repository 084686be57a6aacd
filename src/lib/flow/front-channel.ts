/**
 * A recorded sign-in whose tokens came in the authorization response itself: the implicit flow and the hybrid flow (RFC 6749
 * §4.2, OIDC Core §3.2, OIDC Core §3.3). This client never asks for one: what others did is read, and said to be what it is.
 */
import { checkIdToken } from '$lib/client/id-token';
import type { TokenResponse } from '$lib/client/token';
import type { Check } from '$lib/lexicon/check';
import { check } from '$lib/lexicon/recording-checks';
import { check as checkOfClient } from '$lib/lexicon/client-check';
import { onlyKnown } from '$lib/lexicon/only-known';
import { say, says } from '$lib/lexicon/said';
import { isForeignMark } from '$lib/lexicon/removed';
import { valueOf, type Pair } from '$lib/wire/form';
import { asKnown } from './as-known';
import { asked } from './proof';
import { isRedacted } from './redacted';
import type { ReceivedAuthorizationResponse, Session } from './session';
import { newTokens } from './tokens-held';

/** RFC 6749 §3.1.1: words in any order. Undefined: nothing but a code was asked for, or nobody knows what was. */
function frontTypes(session: Session): string[] | undefined {
	const type = session.recorded ? asked(session, 'response_type') : undefined;
	const types = type?.known ? type.value.split(' ') : [];
	return types.some((one) => one === 'token' || one === 'id_token') ? types : undefined;
}

/** What a code alone answers was not asked for, and the library reads answers with a code alone. */
function asRead(one: Check, hasCode: boolean): Check {
	if (one.id === 'callback-library')
		return checkOfClient(one.id, 'skipped', { actual: say('library-code-only') });
	return one.id === 'callback-code' && !hasCode && one.status === 'fail'
		? checkOfClient(one.id, 'skipped', { actual: say('no-code-asked-for') })
		: one;
}

/** The checks of an answer, with what is to be said of its kind: RFC 9700 §2.1.2. */
export function frontChecks(session: Session, checks: readonly Check[]): Check[] {
	const types = frontTypes(session);
	if (!types) return [...checks];
	const isToken = types.includes('token');
	return [
		...checks.map((one) => asRead(one, types.includes('code'))),
		check('callback-implicit', isToken ? 'warn' : 'pass', {
			expected: say('no-access-token-in-address'),
			actual: say('named', 'response_type', types.join(' '))
		})
	];
}

/** RFC 6749 §4.2.2: the parameters of the answer are those of a token response. */
function tokensIn(parameters: readonly Pair[]): TokenResponse | undefined {
	const of = (name: string): string | undefined => valueOf(parameters, name) || undefined;
	const [access_token, id_token] = [of('access_token'), of('id_token')];
	if (access_token === undefined && id_token === undefined) return undefined;
	const seconds = Number(of('expires_in') ?? Number.NaN);
	// OIDC Core §3.2.2.5: where only an ID token was asked for, there is no access token.
	return {
		access_token: access_token ?? '',
		token_type: (of('token_type') ?? 'bearer').toLowerCase(),
		...onlyKnown({
			id_token,
			scope: of('scope'),
			expires_in: Number.isFinite(seconds) ? seconds : undefined
		})
	};
}

/** What the code flow leaves open is a must here: OIDC Core §3.2.2.11 of the nonce, OIDC Core §3.2.2.10 of at_hash. */
function asMust(one: Check, hasAccessToken: boolean): Check {
	const isNone =
		one.status === 'skipped' && (says(one.actual, 'none-sent') || says(one.actual, 'not-needed'));
	const isMust = one.id === 'id-token-nonce' || (one.id === 'id-token-at-hash' && hasAccessToken);
	return isNone && isMust
		? checkOfClient(one.id === 'id-token-nonce' ? 'id-token-nonce' : 'id-token-at-hash', 'fail', {
				expected: say('present'),
				actual: say('missing')
			})
		: one;
}

/** OIDC Core §3.2.2.11: beside that they are those of the code flow. The library has no reading of such an answer. */
export async function frontIdTokenChecks(session: Session): Promise<Check[]> {
	const { server, configuration, tokens, authorizationRequest, authorizationResponse, jwks } = session;
	if (!server || !configuration || !tokens?.id_token || !authorizationResponse) return [];
	const checks = await checkIdToken(tokens.id_token, {
		server,
		clientId: configuration.clientId,
		nonce: authorizationRequest?.nonce,
		accessToken: tokens.access_token,
		keySet: jwks?.value,
		at: authorizationResponse.at,
		kind: 'code',
		redacted: isRedacted(session),
		recorded: session.recorded === true,
		confidential: false
	});
	const all = checks.map((one) => asMust(one, tokens.access_token !== ''));
	return asKnown(session, all, authorizationResponse.parameters);
}

/** The tokens of an answer are held, where no code is to bring any. */
export async function withFrontTokens(
	session: Session,
	came: ReceivedAuthorizationResponse
): Promise<Session> {
	const types = frontTypes(session);
	const found = types?.includes('code') === false ? tokensIn(came.parameters) : undefined;
	if (!found || session.authorizationResponse !== came || isForeignMark(found.access_token)) return session;
	const held: Session = { ...session, tokens: newTokens(found, came.at) };
	return { ...held, idTokenChecks: await frontIdTokenChecks(held) };
}
