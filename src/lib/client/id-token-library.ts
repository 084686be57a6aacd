import * as oauth from 'oauth4webapi';
import type { Check } from '$lib/lexicon/check';
import { check } from '$lib/lexicon/client-check';
import { onlyKnown } from '$lib/lexicon/only-known';
import { isPlaceholder } from '$lib/lexicon/placeholders';
import { say } from '$lib/lexicon/said';
import { parseJsonObject, stringOf } from '$lib/message/json-body';
import { decodeToken } from '$lib/message/jwt';
import { encryptionOf } from '$lib/message/token-parts';
import { toResponse } from '$lib/wire/fetch-values';
import type { HttpResponse } from '$lib/wire/http';
import { isKnownElsewhere, isOfSecret, isPublicKeyAlgorithm } from './algorithms';
import { messageOf } from './callback';
import type { ServerMetadata } from './discovery';
import { withoutContent } from './error-answer';
import type { IdTokenContext } from './id-token';
import { issuerFor } from './issuer';
import { goneOf } from './jws';
import { clientAt } from './recorded-clock';

/** The server as the library takes it: with the issuer of the token's tenant, and an algorithm where it lists none. */
function serverFor(server: ServerMetadata, idToken: string | undefined): ServerMetadata {
	const decoded = decodeToken(idToken ?? '');
	if (!decoded.ok) return { ...server };
	const { header, claims } = decoded.value;
	const { id_token_signing_alg_values_supported: listed } = server;
	const algorithms = listed ?? (isPublicKeyAlgorithm(header.alg) ? [header.alg] : undefined);
	return {
		...server,
		issuer: issuerFor(server.issuer, claims),
		...(algorithms ? { id_token_signing_alg_values_supported: algorithms } : {})
	};
}

/** What the library has nothing to verify with: its refusal would say nothing of the token. */
function notForLibrary(idToken: string): Check | undefined {
	const skipped = (actual: Check['actual']): Check => check('id-token-library', 'skipped', { actual });
	if (encryptionOf(idToken)) return skipped(say('encrypted'));
	const decoded = decodeToken(idToken);
	const alg = decoded.ok ? (stringOf(decoded.value.header, 'alg') ?? '') : '';
	return isOfSecret(alg) || isKnownElsewhere(alg) ? skipped(say('library-cannot', alg)) : undefined;
}

/** That the library takes no key where several may be the right one is of how the key was named, and of no claim. */
const isOfKeyChoice = (message: string): boolean => /multiple applicable keys/.test(message);

/**
 * The verdict of oauth4webapi on the response and its ID token, signature included. The library wants the very
 * Response that it processed: it is rebuilt and read in one go, and the key set is the recorded one.
 */
export async function idTokenLibraryCheck(
	response: HttpResponse,
	keySetResponse: HttpResponse | undefined,
	context: IdTokenContext
): Promise<Check> {
	const body = parseJsonObject(response.body);
	const idToken = body.ok ? stringOf(body.value, 'id_token') : undefined;
	if (context.redacted && isPlaceholder(idToken ?? '')) {
		return check('id-token-library', 'skipped', { actual: say('taken-out') });
	}
	const unread = notForLibrary(idToken ?? '');
	if (unread) return unread;
	// Fresh objects: the library caches key sets by the identity of the server metadata.
	const server = serverFor(context.server, idToken);
	const client = clientAt(context.clientId, context.at);
	try {
		const rebuilt = toResponse(response);
		if (context.kind === 'refresh') await oauth.processRefreshTokenResponse(server, client, rebuilt);
		else {
			await oauth.processAuthorizationCodeResponse(server, client, rebuilt, {
				...onlyKnown({ expectedNonce: context.nonce, maxAge: context.maxAge }),
				requireIdToken: true
			});
		}
		const gone = goneOf((idToken ?? '').split('.').slice(2).join('.'), context);
		if (gone) return check('id-token-library', 'skipped', { actual: gone });
		if (!keySetResponse) return check('id-token-library', 'skipped', { actual: say('no-key-set') });
		// An error in place of the keys says nothing about the signature.
		const [unsaid] = withoutContent(keySetResponse, ['id-token-library']) ?? [];
		if (unsaid) return unsaid;
		await oauth.validateApplicationLevelSignature(server, rebuilt, {
			[oauth.customFetch]: async () => toResponse(keySetResponse),
			[oauth.allowInsecureRequests]: true
		});
		return check('id-token-library', 'pass', { actual: say('accepted-and-signed') });
	} catch (error) {
		const message = messageOf(error);
		return check('id-token-library', isOfKeyChoice(message) ? 'warn' : 'fail', {
			expected: say('accepted'),
			actual: message
		});
	}
}
