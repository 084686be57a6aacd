/** What a run knows of issuers: who issued the code, who was asked, and who answered. */
import type { ReceivedAuthorizationResponse, Session } from '$lib/flow/session';
import { valueOf } from '$lib/wire/form';
import type { HttpRequest } from '$lib/wire/http';
import type { SessionEvidence } from './evidence';

/** RFC 9207 §2.4: the issuer of the code, where its answer names one, and of the endpoint that the code was sent to. */
export function issuersOfToken(
	{ authorizationResponse, server }: Session,
	{ url }: HttpRequest
): SessionEvidence {
	const named = authorizationResponse && valueOf(authorizationResponse.parameters, 'iss');
	return named !== undefined && named === server?.issuer && url === server.token_endpoint
		? { issuerAuthorize: named, issuerToken: named }
		: {};
}

/** RFC 9207 §2.4: what the check of the issuer found, where it failed. */
export function issuersOfResponse({ checks }: ReceivedAuthorizationResponse): SessionEvidence {
	const failed = checks.find(({ id, status }) => id === 'callback-issuer' && status === 'fail');
	const { expected, actual } = failed ?? {};
	if (typeof expected !== 'string') return {};
	return typeof actual === 'string'
		? { issuerExpected: expected, issuerReturned: actual }
		: { issuerExpected: expected, issuerPromised: true };
}
