import * as oauth from 'oauth4webapi';
import { hasFailed, type Check } from '$lib/lexicon/check';
import { check, checkThat } from '$lib/lexicon/client-check';
import type { AskFailure } from '$lib/lexicon/failure';
import { fail, type Result } from '$lib/lexicon/result';
import { say, type Said } from '$lib/lexicon/said';
import { isPlaceholder } from '$lib/lexicon/placeholders';
import type { HttpRequest, HttpResponse } from '$lib/wire/http';
import { capture } from './capture';
import type { ServerMetadata } from './discovery';
import { parseEndpoint } from './endpoint';
import { shown } from '$lib/message/json-body';
import { decodeToken } from '$lib/message/jwt';
import { dpopOption, publicSender, type Sender } from './sender';
import { readTokenResponse, type TokenReading } from './token';

/**
 * The refresh request. `scope` may narrow what was granted, never widen it; empty: the same scope.
 * @see [RFC 6749 §6](https://www.rfc-editor.org/rfc/rfc6749#section-6)
 */
export async function askRefresh(
	server: ServerMetadata,
	clientId: string,
	refreshToken: string,
	scope: string,
	sender: Sender = publicSender
): Promise<Result<HttpRequest, AskFailure>> {
	const endpoint = parseEndpoint(server.token_endpoint, 'token_endpoint');
	if (!endpoint.ok) return endpoint;
	if (clientId === '') return fail({ reason: 'field-empty', field: 'client_id' });
	return capture('token_endpoint', (options) =>
		oauth.refreshTokenGrantRequest(server, { client_id: clientId }, sender.authentication, refreshToken, {
			...options,
			...dpopOption(sender),
			...(scope.trim() === '' ? {} : { additionalParameters: { scope: scope.trim() } })
		})
	);
}

/** The tokens before the refresh, to compare with. */
export interface Before {
	refresh_token: string;
	id_token?: string | undefined;
	/** Whether a proof of possession went with the request. */
	dpop?: boolean;
	/** Whether secrets were taken out of the walk: only then is a placeholder believed. */
	redacted?: boolean;
}

/** Reads a refresh response: that of a token request, and whether the refresh token was rotated. */
export function readRefreshResponse(response: HttpResponse, before: Before): TokenReading {
	// OIDC Core §12.2: a refresh response might not contain an ID token; neither need it repeat the refresh token.
	const reading = readTokenResponse(response, {
		scope: '',
		dpop: before.dpop ?? false,
		refreshed: true,
		redacted: before.redacted ?? false
	});
	if (!reading.value) return reading;
	const compared = [
		rotationCheck(reading.value.refresh_token, before.refresh_token),
		idTokenCheck(reading.value.id_token, before)
	];
	const checks = [...reading.checks, ...compared];
	return hasFailed(compared) ? { checks } : { ...reading, checks };
}

/** RFC 9700 §4.14.2: for public clients refresh tokens are sender-constrained or rotated. */
function rotationCheck(now: string | undefined, before: string): Check {
	if (now === undefined)
		return check('refresh-rotated', 'warn', {
			expected: say('new-refresh-token'),
			actual: say('old-one-stays')
		});
	return check('refresh-rotated', now === before ? 'warn' : 'pass', {
		expected: say('new-refresh-token'),
		actual: say(now === before ? 'same-again' : 'rotated')
	});
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** OIDC Core §12.2: `iss` and `sub` MUST be those of the original ID token. */
function idTokenCheck(now: string | undefined, { id_token: before, redacted = false }: Before): Check {
	const later = now === undefined ? undefined : decodeToken(now);
	const earlier = before === undefined ? undefined : decodeToken(before);
	if (!later?.ok || !earlier?.ok) {
		const gone = redacted && [now, before].every((token) => isPlaceholder(token ?? ''));
		return check('refresh-id-token', 'skipped', { actual: say(gone ? 'taken-out' : 'no-two-id-tokens') });
	}
	const names = ['iss', 'sub'] as const;
	const said = (claims: Record<string, unknown>): Said =>
		say('list', ...names.map((name) => say('named', name, shown(claims[name]))));
	const [original, refreshed] = [earlier.value.claims, later.value.claims];
	return checkThat(
		'refresh-id-token',
		names.every((name) => isSame(original[name], refreshed[name])),
		{
			expected: said(original),
			actual: said(refreshed)
		}
	);
}
