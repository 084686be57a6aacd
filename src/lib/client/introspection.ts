import * as oauth from 'oauth4webapi';
import type { Check } from '$lib/lexicon/check';
import { check, checkThat } from '$lib/lexicon/client-check';
import { say } from '$lib/lexicon/said';
import { toResponse } from '$lib/wire/fetch-values';
import type { HttpResponse } from '$lib/wire/http';
import { askAboutToken } from './about-token';
import { messageOf } from './callback';
import type { ServerMetadata } from './discovery';
import { withoutContent } from './error-answer';
import { parseJsonObject, shown, type JsonObject } from '$lib/message/json-body';
import { oauthErrorOf, type OAuthError } from './oauth-error';

/**
 * The introspection request.
 * @see [RFC 7662 §2.1](https://www.rfc-editor.org/rfc/rfc7662#section-2.1)
 */
export const askIntrospection = askAboutToken('introspection_endpoint', oauth.introspectionRequest);

/**
 * Reads the answer. A token that is not active is an answer, not a failure: it is what the client wanted to know.
 * @see [RFC 7662 §2.2](https://www.rfc-editor.org/rfc/rfc7662#section-2.2)
 */
export async function readIntrospection(
	server: ServerMetadata,
	clientId: string,
	response: HttpResponse
): Promise<{ checks: Check[]; value?: JsonObject; error?: OAuthError }> {
	const status = checkThat('introspection-status', response.status === 200, {
		expected: '200',
		actual: String(response.status)
	});
	const body = parseJsonObject(response.body);
	const error = body.ok ? oauthErrorOf(body.value) : undefined;
	if (error) return { checks: [status], error };
	const skipped = withoutContent(response, ['introspection-active', 'introspection-library']);
	if (skipped) return { checks: [status, ...skipped] };
	const active = body.ok ? body.value.active : undefined;
	const checks = [
		status,
		check('introspection-active', typeof active !== 'boolean' ? 'fail' : active ? 'pass' : 'warn', {
			expected: say('active-or-not'),
			actual: shown(active)
		})
	];
	try {
		await oauth.processIntrospectionResponse(server, { client_id: clientId }, toResponse(response));
		const accepted = check('introspection-library', 'pass', { actual: say('accepted') });
		return { checks: [...checks, accepted], ...(body.ok ? { value: body.value } : {}) };
	} catch (refusal) {
		const refused = { expected: say('accepted'), actual: messageOf(refusal) };
		return { checks: [...checks, check('introspection-library', 'fail', refused)] };
	}
}
