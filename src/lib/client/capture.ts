import * as oauth from 'oauth4webapi';
import type { AskFailure } from '$lib/lexicon/failure';
import { fail, ok, type Result } from '$lib/lexicon/result';
import type { HttpRequest } from '$lib/wire/http';

/** What oauth4webapi hands to its fetch. */
interface Fetched {
	method: string;
	headers: Record<string, string>;
	body?: unknown;
}

/** The two options under which every request function of oauth4webapi is run here. */
export interface CaptureOptions {
	[oauth.customFetch]: (url: string, fetched: Fetched) => Promise<Response>;
	[oauth.allowInsecureRequests]: boolean;
}

/**
 * The message that a request function of oauth4webapi would send. Nothing is sent: the library's fetch is one that
 * takes the message down. Plain `http:` is let through because nothing leaves by it unasked (`flow/gate.ts`). `field`
 * names the endpoint for the failure.
 */
export async function capture(
	field: string,
	request: (options: CaptureOptions) => Promise<unknown>
): Promise<Result<HttpRequest, AskFailure>> {
	let captured: HttpRequest | undefined;
	const options: CaptureOptions = {
		[oauth.allowInsecureRequests]: true,
		[oauth.customFetch]: async (url, { method, headers, body }) => {
			captured = {
				method,
				url,
				// Outside browsers the library adds its own name; a page's message never has it.
				headers: Object.entries(headers).filter(([name]) => name !== 'user-agent'),
				...(body === undefined || body === null ? {} : { body: String(body) })
			};
			return new Response();
		}
	};
	try {
		await request(options);
	} catch (error) {
		return fail({ reason: 'endpoint-missing', field, where: error instanceof Error ? error.message : '' });
	}
	return captured ? ok(captured) : fail({ reason: 'endpoint-missing', field });
}
