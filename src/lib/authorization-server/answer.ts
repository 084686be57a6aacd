import type { Check } from '$lib/lexicon/check';
import type { Said } from '$lib/lexicon/said';
import type { Refusal } from './decide';

/** What an endpoint answers, and how it came to it. Without `checks` there was nothing to decide. */
export interface Answer {
	response: Response;
	checks?: Check[];
	outcome?: Said;
	/** The address, under the issuer, of the page that it shows or leads to. */
	page?: string;
	/** The `state` of the authorization request that this belongs to: the decision is found again by it. */
	state?: string | undefined;
}

/** RFC 6749 §5.1: tokens and errors of the token endpoint are never cached. */
export const noStore = { 'cache-control': 'no-store', pragma: 'no-cache' } as const;

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
	return new Response(JSON.stringify(body), {
		status,
		headers: { 'content-type': 'application/json', ...headers }
	});
}

/** RFC 6749 §5.2: the characters that `error_description` may have. */
export const plainDescription = (text: string): string =>
	text.replace(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, "'");

/** An error as JSON: RFC 6749 §5.2. */
export function errorJson(refusal: Refusal, headers: Record<string, string> = {}): Response {
	const body = { error: refusal.error, error_description: plainDescription(refusal.description) };
	return json(body, refusal.status ?? 400, { ...noStore, ...headers });
}

/** RFC 9700 §4.12: 303, so that no browser sends the body of a form (a password) along. */
export const redirect = (location: string): Response =>
	new Response(null, {
		status: 303,
		headers: { location, 'referrer-policy': 'no-referrer', ...noStore }
	});
