import * as oauth from 'oauth4webapi';
import type { Check } from '$lib/lexicon/check';
import { check, checkThat } from '$lib/lexicon/client-check';
import { say, type Said } from '$lib/lexicon/said';
import { isPlaceholder, isUnsigned } from '$lib/lexicon/placeholders';
import type { HttpResponse } from '$lib/wire/http';
import { encodeBase64url } from '$lib/wire/base64url';
import { toResponse } from '$lib/wire/fetch-values';
import { messageOf } from './callback';
import type { ServerMetadata } from './discovery';
import { withoutContent } from './error-answer';
import { parseJsonObject, shown, stringOf, type JsonObject } from '$lib/message/json-body';
import { issuerFor } from './issuer';
import { checkSignature, isPublicKeyAlgorithm } from './jws';
import { decodeToken, formatDecodeFailure, type DecodedToken } from '$lib/message/jwt';
import type { KeySet } from './key-set';
import { clientAt, clockTolerance } from './recorded-clock';
import { onlyKnown } from '$lib/lexicon/only-known';

/** Everything that the checks of an ID token compare it with. Times are milliseconds since the epoch. */
export interface IdTokenContext {
	server: ServerMetadata;
	clientId: string;
	/** What the authorization request carried; undefined: none. */
	nonce: string | undefined;
	accessToken: string;
	keySet: KeySet | undefined;
	at: number;
	/** Which response brought the token: that of the code, or of a refresh. */
	kind: 'code' | 'refresh';
	/** Whether secrets were taken out of the walk: only then is a placeholder no malformed token. */
	redacted?: boolean;
}

/**
 * Every validation of OIDC Core §3.1.3.7 and §3.1.3.8, each with what was expected and what was found.
 * @see [OIDC Core §3.1.3.7](https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation)
 */
export async function checkIdToken(idToken: string, context: IdTokenContext): Promise<Check[]> {
	if (context.redacted && isPlaceholder(idToken)) {
		return [check('id-token-form', 'skipped', { expected: say('a-signed-jwt'), actual: say('taken-out') })];
	}
	const decoded = decodeToken(idToken);
	if (!decoded.ok) {
		const actual = formatDecodeFailure(decoded.failure);
		return [check('id-token-form', 'fail', { expected: say('a-signed-jwt'), actual })];
	}
	const { claims } = decoded.value;
	const now = Math.floor(context.at / 1000);
	const expectedIssuer = issuerFor(context.server.issuer, claims);
	return [
		check('id-token-form', 'pass', { actual: say('a-signed-jwt') }),
		algorithmCheck(decoded.value, context.server),
		...(await checkSignature(decoded.value, context.keySet, context.redacted)),
		checkThat('id-token-iss', claims.iss === expectedIssuer, {
			expected: expectedIssuer,
			actual: shown(claims.iss)
		}),
		// OIDC Core §2: at most 255 ASCII characters.
		checkThat(
			'id-token-sub',
			typeof claims.sub === 'string' && claims.sub !== '' && claims.sub.length <= 255,
			{
				expected: say('text-at-most', 255),
				actual: shown(claims.sub)
			}
		),
		checkThat('id-token-aud', audiences(claims).includes(context.clientId), {
			expected: context.clientId,
			actual: audiences(claims).join(' ') || say('missing')
		}),
		authorizedPartyCheck(claims, context.clientId),
		...timeChecks(claims, now),
		nonceCheck(claims, context),
		await atHashCheck(decoded.value, context)
	];
}

function audiences(claims: JsonObject): string[] {
	const list: unknown[] = Array.isArray(claims.aud) ? claims.aud : [claims.aud];
	return list.filter((audience): audience is string => typeof audience === 'string');
}

/**
 * The algorithms that the server lists. When it lists none, RS256 is expected, and another one may be what the client
 * is registered with. `none` never passes (RFC 7518 §3.6).
 */
function algorithmCheck({ header }: DecodedToken, server: ServerMetadata): Check {
	const listed = server.id_token_signing_alg_values_supported;
	const allowed = (listed ?? ['RS256']).filter((alg) => alg !== 'none');
	const alg = typeof header.alg === 'string' ? header.alg : undefined;
	const good = alg !== undefined && allowed.includes(alg);
	const otherwise = !listed && isPublicKeyAlgorithm(alg) ? 'warn' : 'fail';
	return check('id-token-alg', good ? 'pass' : otherwise, {
		expected: allowed.join(' '),
		actual: alg ?? say('missing')
	});
}

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

/** OIDC Core §3.1.3.7: with several audiences there should be an `azp`; when there is one it must be this client. */
function authorizedPartyCheck(claims: JsonObject, clientId: string): Check {
	if (claims.azp === undefined) {
		const several = audiences(claims).length > 1;
		return check('id-token-azp', several ? 'fail' : 'skipped', {
			expected: clientId,
			actual: say(several ? 'missing-with-audiences' : 'not-needed')
		});
	}
	return checkThat('id-token-azp', claims.azp === clientId, {
		expected: clientId,
		actual: shown(claims.azp)
	});
}

function timeChecks(claims: JsonObject, now: number): Check[] {
	const { exp, iat, nbf } = claims;
	const time = (value: unknown): Said => (typeof value === 'number' ? say('second-of', value) : shown(value));
	return [
		checkThat('id-token-exp', typeof exp === 'number' && exp > now - clockTolerance, {
			expected: say('after', time(now)),
			actual: time(exp)
		}),
		checkThat('id-token-iat', typeof iat === 'number' && iat <= now + clockTolerance, {
			expected: say('not-after', time(now)),
			actual: time(iat)
		}),
		nbf === undefined
			? check('id-token-nbf', 'skipped', { actual: say('not-needed') })
			: checkThat('id-token-nbf', typeof nbf === 'number' && nbf <= now + clockTolerance, {
					expected: say('not-after', time(now)),
					actual: time(nbf)
				})
	];
}

/** OIDC Core §3.1.3.7: `nonce` MUST be the one that was sent. A refreshed token should have none (OIDC Core §12.2). */
function nonceCheck(claims: JsonObject, { nonce, kind }: IdTokenContext): Check {
	if (claims.nonce === undefined && (nonce === undefined || kind === 'refresh')) {
		return check('id-token-nonce', 'skipped', {
			actual: say(kind === 'refresh' ? 'none-after-refresh' : 'none-sent')
		});
	}
	return checkThat('id-token-nonce', claims.nonce === nonce, {
		expected: nonce ?? say('none-sent'),
		actual: shown(claims.nonce)
	});
}

/** The hash of each algorithm family (OIDC Core §3.1.3.6). Ed25519 uses SHA-512. */
const hashOf = (alg: unknown): string =>
	alg === 'EdDSA' || alg === 'Ed25519' ? 'SHA-512' : `SHA-${typeof alg === 'string' ? alg.slice(-3) : ''}`;

/** OIDC Core §3.1.3.6: the left half of the hash of the access token's ASCII. Optional in this flow. */
async function atHashCheck(
	{ header, claims }: DecodedToken,
	{ accessToken, redacted = false }: IdTokenContext
): Promise<Check> {
	if (claims.at_hash === undefined) {
		return check('id-token-at-hash', 'skipped', { actual: say('not-needed') });
	}
	if (redacted) return check('id-token-at-hash', 'skipped', { actual: say('taken-out') });
	const hash = hashOf(header.alg);
	if (!['SHA-256', 'SHA-384', 'SHA-512'].includes(hash)) {
		return check('id-token-at-hash', 'skipped', { actual: say('no-hash-for', shown(header.alg)) });
	}
	const digest = new Uint8Array(await crypto.subtle.digest(hash, new TextEncoder().encode(accessToken)));
	const expected = encodeBase64url(digest.slice(0, digest.length / 2));
	return checkThat('id-token-at-hash', claims.at_hash === expected, {
		expected,
		actual: shown(claims.at_hash)
	});
}

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
	// Fresh objects: the library caches key sets by the identity of the server metadata.
	const server = serverFor(context.server, idToken);
	const client = clientAt(context.clientId, context.at);
	try {
		const rebuilt = toResponse(response);
		if (context.kind === 'refresh') await oauth.processRefreshTokenResponse(server, client, rebuilt);
		else {
			await oauth.processAuthorizationCodeResponse(server, client, rebuilt, {
				...onlyKnown({ expectedNonce: context.nonce }),
				requireIdToken: true
			});
		}
		if (context.redacted && isUnsigned(idToken ?? '')) {
			return check('id-token-library', 'skipped', { actual: say('taken-out') });
		}
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
		return check('id-token-library', 'fail', { expected: say('accepted'), actual: messageOf(error) });
	}
}
