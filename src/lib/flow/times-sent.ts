import { sentValue } from '$lib/message/token-request';
import type { Trace } from '$lib/trace/fact';
import type { HttpRequest, HttpResponse } from '$lib/wire/http';

/**
 * Refusals of the message or of its sender, which come before anybody looks at what is redeemed: the code is as good
 * as it was (RFC 9449 §8: the request is sent again with the nonce).
 */
const before =
	/"error"\s*:\s*"(?:use_dpop_nonce|invalid_dpop_proof|invalid_client|temporarily_unavailable|slow_down)"/;

/** RFC 9449 §8: an answer that only asks for the next proof, with its nonce. */
export const bringsNonce = ({ body }: HttpResponse): boolean => /"error"\s*:\s*"use_dpop_nonce"/.test(body);

/** Whether the server came so far as to look at what was redeemed. */
export const wasLookedAt = ({ status, body }: HttpResponse): boolean => status !== 429 && !before.test(body);

/** How often a value was redeemed in a message of this kind, up to and with the one at `until`. */
export function timesSent(
	trace: Trace,
	name: 'code' | 'refresh_token',
	value: string,
	until: number
): number {
	return trace.filter(
		(fact) =>
			fact.kind === 'exchanged' &&
			fact.exchange.at <= until &&
			fact.exchange.response !== undefined &&
			(fact.exchange.at === until || wasLookedAt(fact.exchange.response)) &&
			sentValue(fact.exchange.request, name) === value
	).length;
}

/** A server that gave no new refresh token the last time does not rotate: sending it again is no reuse there. */
export const wasRotated = (trace: Trace, refreshToken: string): boolean =>
	trace.some(
		(fact) =>
			fact.kind === 'exchanged' &&
			sentValue(fact.exchange.request, 'refresh_token') === refreshToken &&
			/"refresh_token"\s*:/.test(fact.exchange.response?.body ?? '')
	);

/** Whether a refresh token that had been replaced came once more up to `until`, among those that these requests sent. */
export const sentAfterRotation = (trace: Trace, requests: readonly HttpRequest[], until: number): boolean =>
	requests
		.map((request) => sentValue(request, 'refresh_token'))
		.some(
			(token) =>
				token !== undefined && wasRotated(trace, token) && timesSent(trace, 'refresh_token', token, until) > 1
		);
