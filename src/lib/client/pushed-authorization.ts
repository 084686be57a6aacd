import * as oauth from 'oauth4webapi';
import type { Check } from '$lib/lexicon/check';
import { check, checkThat } from '$lib/lexicon/client-check';
import type { AskFailure } from '$lib/lexicon/failure';
import type { Result } from '$lib/lexicon/result';
import { say } from '$lib/lexicon/said';
import type { HttpRequest, HttpResponse } from '$lib/wire/http';
import type { Pair } from '$lib/wire/form';
import { capture } from './capture';
import type { ServerMetadata } from './discovery';
import { parseEndpoint } from './endpoint';
import { withoutContent } from './error-answer';
import { parseJsonObject, shown, stringOf } from '$lib/message/json-body';
import { oauthErrorOf, type OAuthError } from './oauth-error';
import { dpopOption, type Sender } from './sender';

/**
 * The authorization request, pushed to the server before the browser leaves.
 * @see [RFC 9126 §2.1](https://www.rfc-editor.org/rfc/rfc9126#section-2.1)
 */
export async function askPushed(
	server: ServerMetadata,
	clientId: string,
	parameters: readonly Pair[],
	sender: Sender
): Promise<Result<HttpRequest, AskFailure>> {
	const field = 'pushed_authorization_request_endpoint';
	const endpoint = parseEndpoint(server.pushed_authorization_request_endpoint, field);
	if (!endpoint.ok) return endpoint;
	return capture(field, (options) =>
		oauth.pushedAuthorizationRequest(
			server,
			{ client_id: clientId },
			sender.authentication,
			new URLSearchParams([...parameters]),
			{ ...options, ...dpopOption(sender) }
		)
	);
}

export interface Pushed {
	request_uri: string;
	/** Seconds. */
	expires_in?: number;
}

/**
 * Reads the answer: a `request_uri` that stands for the pushed request.
 * @see [RFC 9126 §2.2](https://www.rfc-editor.org/rfc/rfc9126#section-2.2)
 */
export function readPushed(response: HttpResponse): { checks: Check[]; value?: Pushed; error?: OAuthError } {
	const body = parseJsonObject(response.body);
	const status = checkThat('par-status', response.status === 201, {
		expected: '201',
		actual: String(response.status)
	});
	const error = body.ok ? oauthErrorOf(body.value) : undefined;
	if (error) return { checks: [status], error };
	const skipped = withoutContent(response, ['par-request-uri', 'par-expires-in']);
	if (skipped) return { checks: [status, ...skipped] };
	if (!body.ok) return { checks: [status, check('par-request-uri', 'fail', { actual: body.failure })] };
	const uri = stringOf(body.value, 'request_uri');
	const lifetime = body.value.expires_in;
	// RFC 9126 §2.2: a positive integer.
	const lives = typeof lifetime === 'number' && Number.isInteger(lifetime) && lifetime > 0;
	const checks = [
		status,
		checkThat('par-request-uri', uri !== undefined, {
			expected: say('a-uri'),
			actual: uri ?? say('missing')
		}),
		checkThat('par-expires-in', lives, { expected: say('seconds-positive'), actual: shown(lifetime) })
	];
	// The reference alone is what the browser carries on: the other faults are told and do not end the walk.
	if (uri === undefined) return { checks };
	return { checks, value: { request_uri: uri, ...(lives ? { expires_in: lifetime } : {}) } };
}
