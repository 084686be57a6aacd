import type { IncomingMessage, ServerResponse } from 'node:http';

/** The platform's Request of one that Node received. `origin` is the server's own: the Host header is not believed. */
export function requestOf(message: IncomingMessage, origin: string): Request {
	const method = message.method ?? 'GET';
	const headers = new Headers();
	for (let index = 0; index + 1 < message.rawHeaders.length; index += 2) {
		headers.append(message.rawHeaders[index] ?? '', message.rawHeaders[index + 1] ?? '');
	}
	const bodyless = method === 'GET' || method === 'HEAD';
	return new Request(`${origin}${message.url ?? '/'}`, {
		method,
		headers,
		...(bodyless ? {} : { body: webStream(message), duplex: 'half' })
	});
}

/**
 * The body as it is asked for: one that is refused for its size is not kept. The message stays whole, because whoever
 * sends too much is still to read why it was refused.
 */
function webStream(message: IncomingMessage): ReadableStream<Uint8Array> {
	const chunks: AsyncIterator<Uint8Array> = message.iterator({ destroyOnReturn: false });
	return new ReadableStream({
		async pull(controller) {
			const next = await chunks.next();
			if (next.done) controller.close();
			else controller.enqueue(next.value);
		},
		async cancel() {
			await chunks.return?.();
		}
	});
}

export async function writeResponse(response: Response, target: ServerResponse): Promise<void> {
	target.statusCode = response.status;
	for (const [name, value] of response.headers) if (name !== 'set-cookie') target.setHeader(name, value);
	const cookies = response.headers.getSetCookie();
	if (cookies.length > 0) target.setHeader('set-cookie', cookies);
	target.end(Buffer.from(await response.arrayBuffer()));
}
