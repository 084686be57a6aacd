/** Another site: pages on 127.0.0.1, which is not the site of `localhost`, where the playground is served. */
import { createServer } from 'node:http';

export interface Stranger {
	origin: string;
	close(): Promise<void>;
}

interface StrangerPage {
	html: string;
	headers?: Record<string, string>;
}

/** `pageOf` gives the page at a path and query, or only its HTML. */
export async function openStranger(
	pageOf: (url: URL) => StrangerPage | string,
	{ host = '127.0.0.1', port = 0 } = {}
): Promise<Stranger> {
	const server = createServer((request, response) => {
		const page = pageOf(new URL(request.url ?? '/', origin));
		const { html, headers } = typeof page === 'string' ? { html: page, headers: {} } : page;
		response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers });
		response.end(`<!doctype html><title>A stranger</title>${html}`);
	});
	await new Promise<void>((listening, failed) => {
		server.once('error', failed).listen(port, host, listening);
	});
	const address = server.address();
	const origin = `http://${host}:${typeof address === 'object' && address ? address.port : 0}`;
	return {
		origin,
		close: () =>
			new Promise((closed) => {
				server.close(() => closed());
				server.closeAllConnections();
			})
	};
}
