import * as oauth from 'oauth4webapi';
import type { Check } from '$lib/lexicon/check';
import { checkThat } from '$lib/lexicon/client-check';
import type { HttpResponse } from '$lib/wire/http';
import { askAboutToken } from './about-token';
import { parseJsonObject } from '$lib/message/json-body';
import { oauthErrorOf, type OAuthError } from './oauth-error';

/**
 * The revocation request.
 * @see [RFC 7009 §2.1](https://www.rfc-editor.org/rfc/rfc7009#section-2.1)
 */
export const askRevocation = askAboutToken('revocation_endpoint', oauth.revocationRequest);

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
