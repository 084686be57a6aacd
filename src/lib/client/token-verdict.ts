import * as oauth from 'oauth4webapi';
import type { Check } from '$lib/lexicon/check';
import { check } from '$lib/lexicon/client-check';
import { say } from '$lib/lexicon/said';
import { toResponse } from '$lib/wire/fetch-values';
import type { HttpResponse } from '$lib/wire/http';
import { messageOf } from './callback';
import type { ServerMetadata } from './discovery';
import { parseJsonObject, stringOf } from '$lib/message/json-body';
import { clientAt } from './recorded-clock';
import type { TokenResponse } from './token';

/**
 * What was taken of a token response, as the answer that RFC 6749 §5.1 wants: for a verdict on the ID token in it that
 * is about nothing else.
 */
export const answerOf = (value: TokenResponse): HttpResponse => ({
	status: 200,
	statusText: '',
	headers: [['content-type', 'application/json']],
	body: JSON.stringify(value)
});

/** The response without its ID token, whose own checks have the library's verdict on it. */
function withoutIdToken(response: HttpResponse): HttpResponse {
	const body = parseJsonObject(response.body);
	if (!body.ok || stringOf(body.value, 'id_token') === undefined) return response;
	return { ...response, body: JSON.stringify({ ...body.value, id_token: undefined }) };
}

/** The verdict of oauth4webapi on a token response, but for its ID token. */
export async function tokenLibraryCheck(
	server: ServerMetadata,
	clientId: string,
	response: HttpResponse,
	{ at, kind }: { at: number; kind: 'code' | 'refresh' }
): Promise<Check> {
	try {
		const client = clientAt(clientId, at);
		const rebuilt = toResponse(withoutIdToken(response));
		if (kind === 'refresh') await oauth.processRefreshTokenResponse(server, client, rebuilt);
		else await oauth.processAuthorizationCodeResponse(server, client, rebuilt);
		return check('token-library', 'pass', { actual: say('accepted') });
	} catch (error) {
		return check('token-library', 'fail', { expected: say('accepted'), actual: messageOf(error) });
	}
}
