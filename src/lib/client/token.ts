import * as oauth from 'oauth4webapi';
import type { Check } from '$lib/lexicon/check';
import { check, checkThat } from '$lib/lexicon/client-check';
import type { AskFailure } from '$lib/lexicon/failure';
import { isJwtType, jwtTypes } from '$lib/lexicon/jwt-types';
import { fail, type Result } from '$lib/lexicon/result';
import { say } from '$lib/lexicon/said';
import { isPlaceholder } from '$lib/lexicon/placeholders';
import { parseForm } from '$lib/wire/form';
import { headerOf, isSuccess, mediaType, type HttpRequest, type HttpResponse } from '$lib/wire/http';
import { capture } from './capture';
import type { ServerMetadata } from './discovery';
import { parseEndpoint } from './endpoint';
import { withoutContent } from './error-answer';
import { decodeToken, formatDecodeFailure } from '$lib/message/jwt';
import { parseJsonObject, shown, stringOf, type JsonObject } from '$lib/message/json-body';
import { oauthErrorOf, type OAuthError } from './oauth-error';
import { dpopOption, publicSender, type Sender } from './sender';
import { onlyKnown } from '$lib/lexicon/only-known';

export interface CodeGrant {
	clientId: string;
	code: string;
	redirectUri: string;
	/** undefined: no PKCE, which most servers refuse to public clients. */
	verifier: string | undefined;
	/** The API that the token is for, where the server takes it from this request too (RFC 8707 §2.2). */
	resource?: string | undefined;
}

const resourceOption = (resource: string | undefined) =>
	resource ? { additionalParameters: { resource } } : {};

/**
 * The token request: a POST of `grant_type`, `code`, `redirect_uri`, `client_id` and `code_verifier`.
 * @see [RFC 6749 §4.1.3](https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3)
 * @see [RFC 7636 §4.5](https://www.rfc-editor.org/rfc/rfc7636#section-4.5)
 */
export async function askToken(
	server: ServerMetadata,
	grant: CodeGrant,
	sender: Sender = publicSender
): Promise<Result<HttpRequest, AskFailure>> {
	const endpoint = parseEndpoint(server.token_endpoint, 'token_endpoint');
	if (!endpoint.ok) return endpoint;
	if (grant.clientId === '') return fail({ reason: 'field-empty', field: 'client_id' });
	if (grant.redirectUri === '') return fail({ reason: 'field-empty', field: 'redirect_uri' });
	const client = { client_id: grant.clientId };
	// The callback was checked when it arrived, with its state and issuer; here only its code is passed on, so
	// that a walk can go on past a failed check and show what the server says.
	const { issuer } = server;
	const parameters = oauth.validateAuthResponse(
		{ issuer },
		client,
		new URLSearchParams({ code: grant.code }),
		oauth.expectNoState
	);
	return capture('token_endpoint', (options) =>
		oauth.authorizationCodeGrantRequest(
			server,
			client,
			sender.authentication,
			parameters,
			grant.redirectUri,
			grant.verifier ?? oauth.nopkce,
			{ ...options, ...dpopOption(sender), ...resourceOption(grant.resource) }
		)
	);
}

/** A token response that has what RFC 6749 §5.1 requires. */
export interface TokenResponse {
	access_token: string;
	token_type: string;
	id_token?: string;
	refresh_token?: string;
	scope?: string;
	/** Seconds. */
	expires_in?: number;
}

export interface TokenReading {
	checks: Check[];
	value?: TokenResponse;
	error?: OAuthError;
}

/** What the request asked for, to tell what the response lacks. */
export interface Requested {
	/** Space-separated. */
	scope: string;
	/** Whether a proof of possession went with it. */
	dpop?: boolean;
	/** Whether a refresh token was what brought it. */
	refreshed?: boolean;
	/** Whether secrets were taken out of the walk: only then is a placeholder believed. */
	redacted?: boolean;
}

/**
 * Reads a token response. All checks are made, whatever fails.
 * @see [RFC 6749 §5.1](https://www.rfc-editor.org/rfc/rfc6749#section-5.1)
 */
export function readTokenResponse(response: HttpResponse, requested: Requested): TokenReading {
	const json = parseJsonObject(response.body);
	const body = json.ok ? json.value : formMembers(response.body);
	const error = body ? oauthErrorOf(body) : undefined;
	const status = checkThat('token-status', response.status === 200, {
		expected: '200',
		actual: String(response.status)
	});
	const skipped = error ? undefined : withoutContent(response, ['token-content-type', 'token-is-json']);
	if (skipped) return { checks: [status, ...skipped] };
	// RFC 6749 §5.2: an error is JSON as well. Said in another form it can still be read, so it is told and no more.
	const isJson = mediaType(response.headers) === 'application/json';
	const checks = [
		status,
		check('token-content-type', isJson ? 'pass' : error ? 'warn' : 'fail', {
			expected: 'application/json',
			actual: mediaType(response.headers) || say('missing')
		}),
		checkThat('token-is-json', json.ok, {
			expected: say('a-json', 'object'),
			actual: json.ok ? say('a-json', 'object') : body ? say('a-form') : json.failure
		})
	];
	if (!body) return { checks };
	if (error) return { checks, error };
	checks.push(noStoreCheck(response), ...memberChecks(body, requested));
	const value = isSuccess(response.status) ? tokenResponseOf(body) : undefined;
	return value ? { checks, value } : { checks };
}

/** Some servers answer as a form unless they are asked otherwise. Undefined: the text is no such answer. */
function formMembers(text: string): JsonObject | undefined {
	const form = text.trim();
	if (!/^(?:[\w.-]+=[^&\s]*&)*(?:access_token|error)=\S*$/.test(form)) return undefined;
	return Object.fromEntries(parseForm(form).toReversed());
}

/** RFC 6749 §5.1: "Cache-Control: no-store". The header is readable across origins: it is CORS-safelisted. */
function noStoreCheck(response: HttpResponse): Check {
	const value = headerOf(response.headers, 'cache-control');
	return check('token-no-store', value?.toLowerCase().includes('no-store') ? 'pass' : 'warn', {
		expected: 'no-store',
		actual: value ?? say('missing')
	});
}

/**
 * RFC 9449 §5: a token of type Bearer is not bound to the key of the proof. A refresh token beside it may be, and the
 * answer does not say so: some servers bind that alone.
 */
function proofCheck(body: JsonObject, { dpop, refreshed }: Requested): Check {
	if (!dpop) return check('token-dpop', 'skipped', { actual: say('no-proof') });
	if (typeOf(body).toLowerCase() === 'dpop')
		return check('token-dpop', 'pass', { expected: 'DPoP', actual: 'DPoP' });
	return refreshed || stringOf(body, 'refresh_token') !== undefined
		? check('token-dpop', 'skipped', { actual: say('refresh-may-be-bound') })
		: check('token-dpop', 'warn', { expected: 'DPoP', actual: shown(body.token_type) || '""' });
}

function memberChecks(body: JsonObject, requested: Requested): Check[] {
	const scopes = requested.scope.split(' ').filter(Boolean);
	const type = isGiven(body.token_type) ? shown(body.token_type) : say('missing');
	const wanted = (name: string, member: string, id: 'token-id-token' | 'token-refresh-token'): Check => {
		const given = stringOf(body, member) !== undefined;
		if (!scopes.includes(name))
			return check(id, 'skipped', { actual: say(given ? 'unasked' : 'not-asked-for') });
		return check(id, given ? 'pass' : 'warn', {
			expected: say('because-of-scope', name),
			actual: given ? say('present') : isGiven(body[member]) ? shown(body[member]) : say('missing')
		});
	};
	return [
		checkThat('token-access-token', stringOf(body, 'access_token') !== undefined, {
			expected: say('a-string'),
			actual: say(stringOf(body, 'access_token') === undefined ? 'missing' : 'present')
		}),
		// RFC 6749 §5.1: REQUIRED, and the value is case-insensitive.
		checkThat('token-type', ['bearer', 'dpop'].includes(stringOf(body, 'token_type')?.toLowerCase() ?? ''), {
			expected: say('one-of', 'Bearer', 'DPoP'),
			actual: type
		}),
		proofCheck(body, requested),
		// RFC 6749 §5.1: seconds, and numbers are JSON numbers. RECOMMENDED only.
		check(
			'token-expires-in',
			lifetimeOf(body) === body.expires_in && 'expires_in' in body ? 'pass' : 'warn',
			{
				expected: say('seconds'),
				actual: body.expires_in === undefined ? say('missing') : JSON.stringify(body.expires_in)
			}
		),
		accessTokenCheck(body, requested),
		scopeCheck(body, requested.scope),
		wanted('openid', 'id_token', 'token-id-token'),
		wanted('offline_access', 'refresh_token', 'token-refresh-token')
	];
}

/** Whether a member says anything: some servers send null or an empty text for what they leave out. */
const isGiven = (value: unknown): boolean => ![undefined, null, ''].some((nothing) => nothing === value);

/**
 * What the server calls the type of its token; '' where it names none. RFC 6749 §7.1: a token of a type that the
 * client does not understand MUST NOT be used. One without a type breaks §5.1, and is used as Bearer all the same.
 */
function typeOf({ token_type: type }: JsonObject): string {
	if (Array.isArray(type)) return type.join(' ').trim();
	return typeof type === 'string' ? type.trim() : '';
}

/** The scopes of a response, also where they came as a list. */
function scopeOf(body: JsonObject): string | undefined {
	const { scope } = body;
	const isList = Array.isArray(scope) && scope.every((name) => typeof name === 'string');
	return isList && scope.length > 0 ? scope.join(' ') : stringOf(body, 'scope');
}

/** RFC 6749 §5.1: without `scope` the grant is what was requested; with none requested, what the server chose. */
function scopeCheck(body: JsonObject, requested: string): Check {
	const scopes = requested.split(' ').filter(Boolean);
	const scope = stringOf(body, 'scope');
	const missing = scope === undefined ? [] : scopes.filter((name) => !scope.split(' ').includes(name));
	const readable = scope !== undefined || !isGiven(body.scope);
	if (scopes.length === 0 && readable) {
		return check('token-scope', 'skipped', { actual: scope ?? say('none-requested') });
	}
	return check('token-scope', missing.length === 0 && readable ? 'pass' : 'warn', {
		expected: requested,
		actual: scope ?? (isGiven(body.scope) ? shown(body.scope) : say('as-requested'))
	});
}

/** Seconds; some servers send them as text. Undefined: not given, or not usable. */
function lifetimeOf({ expires_in }: JsonObject): number | undefined {
	if (typeof expires_in === 'string' && /^\d{1,15}$/.test(expires_in)) return Number(expires_in);
	return typeof expires_in === 'number' && Number.isFinite(expires_in) && expires_in >= 0
		? expires_in
		: undefined;
}

/**
 * Read for learning only: to a client an access token is opaque (RFC 6749 §1.4), whatever its form.
 * RFC 9068 §2.1: a JWT access token says so with `typ: at+jwt`.
 */
function accessTokenCheck(body: JsonObject, { redacted }: Requested): Check {
	const token = stringOf(body, 'access_token') ?? '';
	const decoded = decodeToken(token);
	if (!decoded.ok) {
		const why = formatDecodeFailure(decoded.failure);
		const isNamed = decoded.failure.reason === 'encrypted' || decoded.failure.reason === 'disclosures';
		const actual = redacted && isPlaceholder(token) ? say('taken-out') : isNamed ? why : say('opaque', why);
		return check('access-token-form', 'skipped', { actual });
	}
	const type = stringOf(decoded.value.header, 'typ');
	return check('access-token-form', isJwtType(type, jwtTypes.accessToken) ? 'pass' : 'warn', {
		expected: say('typ', jwtTypes.accessToken),
		actual: type === undefined ? say('jwt-without-typ') : say('typ', type)
	});
}

function tokenResponseOf(body: JsonObject): TokenResponse | undefined {
	const accessToken = stringOf(body, 'access_token');
	const type = typeOf(body);
	if (accessToken === undefined || !['', 'bearer', 'dpop'].includes(type.toLowerCase())) return undefined;
	const [idToken, refreshToken] = [stringOf(body, 'id_token'), stringOf(body, 'refresh_token')];
	const [scope, lifetime] = [scopeOf(body), lifetimeOf(body)];
	return {
		access_token: accessToken,
		token_type: type || 'Bearer',
		...onlyKnown({ id_token: idToken, refresh_token: refreshToken, scope, expires_in: lifetime })
	};
}
