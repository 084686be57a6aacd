import * as oauth from 'oauth4webapi';
import { hasFailed, type Check } from '$lib/lexicon/check';
import { check, checkThat } from '$lib/lexicon/client-check';
import type { AskFailure } from '$lib/lexicon/failure';
import { fail, ok, type Result } from '$lib/lexicon/result';
import { say, type Said } from '$lib/lexicon/said';
import { isSuccess, mediaType, type Header, type HttpRequest, type HttpResponse } from '$lib/wire/http';
import { bytesOf, headerSize, isHeaderTooLarge } from '$lib/wire/header-size';
import { toResponse } from '$lib/wire/fetch-values';
import { challengeHeader } from '$lib/message/authenticate-header';
import { messageOf } from './callback';
import { capture } from './capture';
import type { ServerMetadata } from './discovery';
import { parseEndpoint } from './endpoint';
import { withoutContent } from './error-answer';
import { parseJsonObject, shown, stringOf, type JsonObject } from '$lib/message/json-body';
import { oauthErrorOf, type OAuthError } from './oauth-error';
import { isPublicKeyAlgorithm } from './algorithms';
import { signatureVerdict, type SignatureContext } from './jws';
import { decodeToken, encryptedHeader, formatDecodeFailure, type DecodedToken } from '$lib/message/jwt';
import type { KeySet } from './key-set';
import { clientAt } from './recorded-clock';
import { dpopOption, publicSender, type Sender } from './sender';

/** Whether a token can stand in a header as it is. Looser than RFC 6750 §2.1, because real tokens are. */
const fitsHeader = (token: string): boolean => /^[\x21-\x7e]+$/.test(token);

/** What a person calls an API with. Headers are those that they add; a row without a name is none. */
interface ApiCall {
	method: string;
	url: string;
	body?: string | undefined;
	/** The media type of the body, where no header names one. */
	type?: string | undefined;
	headers?: readonly Header[] | undefined;
}

/** Where the token and its proof stand. */
const tokenHeaders: ReadonlySet<string> = new Set(['authorization', 'dpop']);

/** The headers that were typed, and what is sent where they say nothing. Refused: a name or a value that no header holds. */
function callHeaders(
	{ headers: typed = [], type = 'application/json' }: ApiCall,
	hasBody: boolean
): Result<Headers, AskFailure> {
	const headers = new Headers();
	for (const [name, value] of typed) {
		if (name === '' || tokenHeaders.has(name.toLowerCase())) continue;
		try {
			headers.append(name, value);
		} catch {
			return fail({ reason: 'header-malformed', field: name, where: value });
		}
	}
	if (!headers.has('accept')) headers.set('accept', 'application/json');
	if (hasBody && !headers.has('content-type')) headers.set('content-type', type);
	return ok(headers);
}

/**
 * A call to an API with the access token in the `Authorization` header, whatever was typed for that. Refused: a URL that
 * is malformed or not `https:` (`http:` on loopback), a method that is no word, a token with characters that no header
 * holds. A body is sent as it is, as JSON where nothing else is said.
 * @see [RFC 6750 §2.1](https://www.rfc-editor.org/rfc/rfc6750#section-2.1)
 */
export async function askApi(
	accessToken: string,
	call: ApiCall,
	sender: Sender = publicSender
): Promise<Result<HttpRequest, AskFailure>> {
	const url = parseEndpoint(call.url, 'api_url');
	if (!url.ok) return url;
	if (!/^[A-Za-z]+$/.test(call.method))
		return fail({ reason: 'header-malformed', field: 'method', where: call.method });
	if (!fitsHeader(accessToken)) return fail({ reason: 'header-malformed', field: 'access_token' });
	const bodyless = ['GET', 'HEAD'].includes(call.method.toUpperCase());
	const headers = callHeaders(call, !bodyless && Boolean(call.body));
	if (!headers.ok) return headers;
	return capture('api_url', (options) =>
		oauth.protectedResourceRequest(
			accessToken,
			call.method.toUpperCase(),
			url.value,
			headers.value,
			bodyless ? undefined : call.body,
			{ ...options, ...dpopOption(sender) }
		)
	);
}

/** What was too large, with its size. RFC 9110 §15.5.14: of a request with a body it can be that, or the headers. */
function tooLarge(response: HttpResponse, request: HttpRequest | undefined, found: string): Said | undefined {
	const isHeaders = isHeaderTooLarge(response, request);
	if (!isHeaders && response.status !== 413) return undefined;
	const size = request && headerSize(request);
	const largest = size ? say('of-bytes', size.name, size.bytes, size.all) : say('not-recorded');
	return isHeaders || !request?.body
		? say('headers-too-large', found, largest)
		: say('content-too-large', found, bytesOf(request.body), largest);
}

/** RFC 6750 §3: a refusal says why in `WWW-Authenticate`. A page sees it only where the API exposes the header. */
export function readApi(response: HttpResponse, request?: HttpRequest): { checks: Check[]; value?: string } {
	const good = isSuccess(response.status);
	const found = `${response.status} ${response.statusText}`.trim();
	const isTooLarge = isHeaderTooLarge(response, request);
	const checks = [
		checkThat('api-status', good, { expected: '2xx', actual: tooLarge(response, request, found) ?? found }),
		isTooLarge
			? check('api-challenge', 'skipped', { actual: say('not-asked-with', response.status) })
			: challengeCheck(response)
	];
	return good ? { checks, value: response.body } : { checks };
}

/** RFC 6750 §3.1: the statuses of a refusal that is about the token. Any other says nothing about it. */
const refusals: ReadonlySet<number> = new Set([400, 401, 403]);

function challengeCheck({ status, headers }: HttpResponse): Check {
	const challenge = challengeHeader(headers);
	if (challenge === undefined && !refusals.has(status)) {
		const actual = isSuccess(status) ? say('call-accepted') : say('not-asked-with', status);
		return check('api-challenge', 'skipped', { actual });
	}
	return check('api-challenge', challenge ? 'pass' : 'warn', {
		expected: 'WWW-Authenticate',
		actual: challenge ?? say('not-visible')
	});
}

/**
 * The UserInfo request.
 * @see [OIDC Core §5.3](https://openid.net/specs/openid-connect-core-1_0.html#UserInfo)
 */
export async function askUserInfo(
	server: ServerMetadata,
	clientId: string,
	accessToken: string,
	sender: Sender = publicSender
): Promise<Result<HttpRequest, AskFailure>> {
	const endpoint = parseEndpoint(server.userinfo_endpoint, 'userinfo_endpoint');
	if (!endpoint.ok) return endpoint;
	if (clientId === '') return fail({ reason: 'field-empty', field: 'client_id' });
	if (!fitsHeader(accessToken)) return fail({ reason: 'header-malformed', field: 'access_token' });
	return capture('userinfo_endpoint', (options) =>
		oauth.userInfoRequest(server, { client_id: clientId }, accessToken, {
			...options,
			...dpopOption(sender)
		})
	);
}

/**
 * The claims of an answer that is a signed JWT, or of one in plain JSON. One that is encrypted is a JWE (OIDC Core
 * §5.3.2): whose key it is for, the client alone knows.
 */
function claimsOf(response: HttpResponse): Result<{ claims: JsonObject; token?: DecodedToken }, Said> {
	if (mediaType(response.headers) !== 'application/jwt') {
		const body = parseJsonObject(response.body);
		return body.ok ? ok({ claims: body.value }) : body;
	}
	const token = decodeToken(response.body);
	if (!token.ok) return fail(formatDecodeFailure(token.failure));
	return ok({ claims: token.value.claims, token: token.value });
}

async function signatureCheck(
	token: DecodedToken | undefined,
	keySet: KeySet | undefined,
	about: SignatureContext
): Promise<Check> {
	if (!token) return check('userinfo-signature', 'skipped', { actual: say('not-a-signed-answer') });
	const said = await signatureVerdict(token, keySet, about);
	return check('userinfo-signature', said.status, said);
}

/** OIDC Core §5.3.2: a signed answer MUST have `iss` and `aud`; they SHOULD be the issuer, and name the client. */
function originChecks(token: DecodedToken | undefined, issuer: string, clientId: string): Check[] {
	if (!token)
		return (['userinfo-iss', 'userinfo-aud'] as const).map((id) =>
			check(id, 'skipped', { actual: say('not-a-signed-answer') })
		);
	const { iss, aud } = token.claims;
	const audiences = Array.isArray(aud) ? aud : [aud];
	return [
		checkThat('userinfo-iss', iss === issuer, { expected: issuer, actual: shown(iss) }),
		checkThat('userinfo-aud', audiences.includes(clientId), { expected: clientId, actual: shown(aud) })
	];
}

/** Without an ID token there is nothing to compare with, which says nothing against the answer. */
const subjectCheck = (subject: string | undefined, found: Said): Check =>
	subject === undefined
		? check('userinfo-sub', 'skipped', { actual: say('nothing-to-compare', found) })
		: checkThat('userinfo-sub', found === subject, { expected: subject, actual: found });

const userinfoContent = ['userinfo-sub', 'userinfo-iss', 'userinfo-aud', 'userinfo-signature'] as const;

/**
 * OIDC Core §5.3.2: `sub` MUST be that of the ID token, or the answer MUST NOT be used; the answer may be signed.
 * Without a key set the signature is skipped, and of an error everything but the status.
 */
export async function readUserInfo(
	server: ServerMetadata,
	clientId: string,
	subject: string | undefined,
	response: HttpResponse,
	at: number,
	keySet?: KeySet,
	about: SignatureContext = {}
): Promise<{ checks: Check[]; value?: Record<string, unknown>; error?: OAuthError; withheld?: true }> {
	const status = checkThat('userinfo-status', response.status === 200, {
		expected: '200',
		actual: String(response.status)
	});
	const read = claimsOf(response);
	const error = read.ok ? oauthErrorOf(read.value.claims) : undefined;
	const content = [...userinfoContent, 'userinfo-library'] as const;
	const skipped = withoutContent(response, content, error);
	if (skipped) return { checks: [status, ...skipped], ...(error ? { error } : {}) };
	if (encryptedHeader(response.body)) {
		const actual = say('encrypted-answer');
		return { checks: [status, ...content.map((id) => check(id, 'skipped', { actual }))], withheld: true };
	}
	const token = read.ok ? read.value.token : undefined;
	const found = read.ok ? (stringOf(read.value.claims, 'sub') ?? say('missing')) : read.failure;
	const checks = [
		status,
		subjectCheck(subject, found),
		...originChecks(token, server.issuer, clientId),
		await signatureCheck(token, keySet, about)
	];
	const algorithms = token && isPublicKeyAlgorithm(token.header.alg) ? [token.header.alg] : [];
	try {
		const value = await oauth.processUserInfoResponse(
			// A server that lists no algorithm for this answer still signs it with one.
			{ userinfo_signing_alg_values_supported: algorithms, ...server },
			clientAt(clientId, at),
			subject ?? oauth.skipSubjectCheck,
			toResponse(response)
		);
		const all = [...checks, check('userinfo-library', 'pass', { actual: say('accepted') })];
		return hasFailed(all) ? { checks: all } : { checks: all, value };
	} catch (error) {
		const verdict = check('userinfo-library', 'fail', {
			expected: say('accepted'),
			actual: messageOf(error)
		});
		return { checks: [...checks, verdict] };
	}
}
