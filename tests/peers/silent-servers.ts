/** Servers on loopback, each of which a browser keeps from a page in another way. */
import { createServer, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { selfSigned } from '../fixtures/self-signed';
import { closeServer, listen } from './loopback';

interface Said {
	status: number;
	headers?: Record<string, string>;
	body?: string;
}

/** `cut`: the connection is closed. `hang`: nothing is said. */
export type Answer = Said | 'cut' | 'hang';

/** A request as it came. */
export interface Heard {
	method: string;
	path: string;
	headers: Record<string, string | string[] | undefined>;
	body: string;
}

export interface SilentServer {
	url: string;
	heard: Heard[];
	close(): Promise<void>;
}

export const allowed = { 'access-control-allow-origin': '*' };
export const allowedAll = { ...allowed, 'access-control-allow-headers': '*, authorization' };

async function opened(
	make: (listener: NonNullable<Parameters<typeof createServer>[1]>) => Server,
	scheme: string,
	answer: (heard: Heard) => Answer
): Promise<SilentServer> {
	const heard: Heard[] = [];
	const server = make(async (request, response) => {
		const parts: Buffer[] = [];
		for await (const part of request) parts.push(Buffer.from(part));
		const one: Heard = {
			method: request.method ?? '',
			path: request.url ?? '',
			headers: request.headers,
			body: Buffer.concat(parts).toString()
		};
		heard.push(one);
		const said = answer(one);
		if (said === 'cut') request.socket.destroy();
		else if (said !== 'hang') response.writeHead(said.status, said.headers).end(said.body);
	});
	const url = `${scheme}://localhost:${await listen(server)}`;
	return { url, heard, close: () => closeServer(server) };
}

export const openServer = (answer: (heard: Heard) => Answer): Promise<SilentServer> =>
	opened((listener) => createServer(listener), 'http', answer);

export const openSelfSigned = (): Promise<SilentServer> =>
	opened(
		(listener) => createSecureServer(selfSigned, listener),
		'https',
		() => ({ status: 200, headers: allowedAll })
	);

/** A port at which nobody listens any more. */
export async function openNobody(): Promise<SilentServer> {
	const server = await openServer(() => 'cut');
	await server.close();
	return { ...server, close: () => Promise.resolve() };
}
