import * as oauth from 'oauth4webapi';
import { checkThat, type Check } from '$lib/lexicon/check';
import type { AskFailure } from '$lib/lexicon/failure';
import type { Result } from '$lib/lexicon/result';
import type { TokenType } from '$lib/lexicon/token-types';
import type { HttpRequest, HttpResponse } from '$lib/wire/http';
import { capture } from './capture';
import type { ServerMetadata } from './discovery';
import { parseEndpoint } from './endpoint';
import { parseJsonObject } from './json-body';
import { oauthErrorOf, type OAuthError } from './oauth-error';
import type { Sender } from './sender';

/**
 * The revocation request. Refused: a server without that endpoint.
 * @see [RFC 7009 §2.1](https://www.rfc-editor.org/rfc/rfc7009#section-2.1)
 */
export async function askRevocation(
	server: ServerMetadata,
	clientId: string,
	token: string,
	type: TokenType,
	sender: Sender
): Promise<Result<HttpRequest, AskFailure>> {
	const endpoint = parseEndpoint(server.revocation_endpoint, 'revocation_endpoint');
	if (!endpoint.ok) return endpoint;
	return capture('revocation_endpoint', (options) =>
		oauth.revocationRequest(server, { client_id: clientId }, sender.authentication, token, {
			...options,
			additionalParameters: { token_type_hint: type }
		})
	);
}

/**
 * Reads the answer: 200, whatever is in it, also for a token that the server does not know.
 * @see [RFC 7009 §2.2](https://www.rfc-editor.org/rfc/rfc7009#section-2.2)
 */
export function readRevocation(response: HttpResponse): {
	checks: Check[];
	value?: true;
	error?: OAuthError;
} {
	const good = response.status === 200;
	const checks = [checkThat('revocation-status', good, { expected: '200', actual: String(response.status) })];
	if (good) return { checks, value: true };
	const body = parseJsonObject(response.body);
	const error = body.ok ? oauthErrorOf(body.value) : undefined;
	return error ? { checks, error } : { checks };
}
