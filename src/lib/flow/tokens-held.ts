import { checkIdToken, type IdTokenContext } from '$lib/client/id-token';
import { idTokenLibraryCheck } from '$lib/client/id-token-library';
import type { TokenResponse } from '$lib/client/token';
import { answerOf } from '$lib/client/token-verdict';
import type { Check } from '$lib/lexicon/check';
import { requestSays } from '$lib/message/authorization-request';
import { navigationTo } from '$lib/trace/exchanges';
import { valueOf } from '$lib/wire/form';
import { asKnown } from './as-known';
import { isRedacted } from './redacted';
import type { Session, Tokens } from './session';
import { onlyKnown } from '$lib/lexicon/only-known';

/** The tokens of a response, with the times that its lifetime means. What it lacks is kept from before. */
export function newTokens(response: TokenResponse, at: number, earlier?: Tokens): Tokens {
	const { id_token, refresh_token, scope } = earlier ?? {};
	return {
		...onlyKnown({ id_token, refresh_token, scope }),
		...response,
		receivedAt: at,
		...(response.expires_in === undefined ? {} : { expiresAt: at + response.expires_in * 1000 })
	};
}

/** The response that brought the ID token that is held now. */
const sourceOf = ({ exchange, refreshes, tokens }: Session) =>
	[...(exchange ? [exchange] : []), ...refreshes].findLast(
		({ value }) => value?.id_token !== undefined && value.id_token === tokens?.id_token
	);

/**
 * OIDC Core §3.1.2.1: `max_age` of the authorization request, in seconds; also of one that was pushed or signed. It is held
 * against when the answer came: what a person reads here before they send the code makes no sign-in older. `at`: when it was sent.
 */
function maxAgeOf(session: Session, at: number): number | undefined {
	const { authorizationRequest: sent, authorizationResponse: came, pushed } = session;
	if (!sent) return undefined;
	const says = requestSays(navigationTo(sent), pushed ? [pushed.exchange] : []) ?? [];
	const written = valueOf(says, 'max_age') ?? '';
	const waited = Math.max(0, Math.ceil((at - (came?.at ?? at)) / 1000));
	return /^\d{1,10}$/.test(written) ? Number(written) + waited : undefined;
}

/**
 * Every check of the ID token held, with the verdict of the library on the response it came in. Without the key
 * set the signature is skipped, and said so. Empty when there is no ID token.
 */
export async function verifyIdToken(session: Session): Promise<Check[]> {
	const { server, configuration, tokens, authorizationRequest, jwks } = session;
	const source = sourceOf(session);
	if (!server || !configuration || !tokens?.id_token || !source?.value) return [];
	const context: IdTokenContext = {
		server,
		clientId: configuration.clientId,
		nonce: authorizationRequest?.nonce,
		accessToken: source.value.access_token,
		keySet: jwks?.value,
		at: source.exchange.at,
		kind: source.move === 'refresh' ? 'refresh' : 'code',
		redacted: isRedacted(session),
		recorded: session.recorded === true,
		confidential: configuration.authentication !== 'none',
		...onlyKnown({ maxAge: maxAgeOf(session, source.exchange.at) })
	};
	const { id_token, access_token } = source.value;
	return asKnown(
		session,
		[
			...(await checkIdToken(tokens.id_token, context)),
			await idTokenLibraryCheck(answerOf(source.value), jwks?.exchange.response, context)
		],
		[
			['id_token', id_token ?? ''],
			['access_token', access_token]
		]
	);
}
