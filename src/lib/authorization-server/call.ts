import { encodeBase64url } from '$lib/wire/base64url';
import { mediaType, type HttpRequest } from '$lib/wire/http';
import type { Realm } from './realm';

/** One request on its way through the server. */
export interface Call {
	realm: Realm;
	request: Request;
	url: URL;
	requestId: string;
	/** Milliseconds since the epoch by the server's clock, its configured offset included. */
	now: number;
	/** The request's body as text; '' for GET. */
	body: string;
}

/** More than any message of these protocols needs. */
export const maxBody = 64 * 1024;

/** `count` random bytes as base64url: identifiers, codes and tokens that cannot be guessed (RFC 6749 §10.10). */
export const randomText = (realm: Pick<Realm, 'random'>, count: number): string =>
	encodeBase64url(realm.random(count));

async function readChunks(stream: ReadableStream<Uint8Array>): Promise<Uint8Array[] | undefined> {
	const chunks: Uint8Array[] = [];
	const reader = stream.getReader();
	for (let size = 0; ;) {
		const { done, value } = await reader.read();
		if (done) return chunks;
		size += value.byteLength;
		chunks.push(value);
		if (size > maxBody) {
			await reader.cancel();
			return undefined;
		}
	}
}

/** The body as text, or undefined when it is larger than {@link maxBody}: no more than that is read. */
export async function readBody(request: Request): Promise<string | undefined> {
	if (Number(request.headers.get('content-length') ?? 0) > maxBody) return undefined;
	if (request.method === 'GET' || request.method === 'HEAD') return '';
	if (request.body) {
		const chunks = await readChunks(request.body);
		return chunks && new Blob(chunks.map((chunk) => new Uint8Array(chunk))).text();
	}
	// Firefox has no Request.body.
	const text = await request.text();
	return text.length > maxBody ? undefined : text;
}

/** The request as it was sent, for whoever reads what it says. */
export const sentBy = ({ request, url, body }: Call): HttpRequest => ({
	method: request.method,
	url: url.href,
	headers: [...request.headers],
	body
});

/** The media type of the body, without parameters. */
export const bodyType = (request: Request): string => mediaType([...request.headers]);

/** The address of an endpoint of this server. */
export const endpoint = (realm: Realm, path: string): string => `${realm.issuer}${path}`;
