/** Servers that only this machine reaches, under the names that this machine has for itself. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

export type Answer = (message: IncomingMessage, target: ServerResponse) => void;

interface LoopbackOptions {
	/** 0: any that is free. */
	port: number;
	/** Milliseconds in which a request has to be here as a whole; else it is answered with 408 and cut off. */
	patience?: number;
	/** Those of the loopback interface, one of each family. */
	addresses?: readonly string[];
}

interface Listening {
	port: number;
	close(): Promise<void>;
}

const loopbackAddresses = ['127.0.0.1', '::1'] as const;
const defaultPatience = 20_000;
/** A browser opens 256 connections at most, and six of them to one server. */
const mostConnections = 256;
const mostTries = 10;

/** What an address says that this machine does not have: an operating system may lack a family. */
const notHere = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EPROTONOSUPPORT', 'ENETUNREACH']);

const codeOf = (error: unknown): string =>
	error instanceof Error && 'code' in error ? String(error.code) : '';

/**
 * The host that a request is for, in lower case, or undefined where it says none or more than one. An absolute-form
 * target goes before the Host header.
 * @see [RFC 9112 §3.2.2](https://www.rfc-editor.org/rfc/rfc9112#section-3.2.2)
 */
function hostOf({ url = '/', rawHeaders }: IncomingMessage): string | undefined {
	if (!url.startsWith('/') && url !== '*') return /^http:\/\/([^/?#]+)/i.exec(url)?.[1]?.toLowerCase();
	const hosts = rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === 'host');
	const [only, second] = hosts;
	return second === undefined ? only?.toLowerCase() : undefined;
}

/**
 * Whether the request names this server as this machine does. A page elsewhere can have its own name point to this
 * machine and would then be read as one origin with this server; but the name stays that of the page.
 */
function isForUs(message: IncomingMessage, port: number): boolean {
	const host = hostOf(message);
	if (host === undefined) return false;
	const names = ['localhost', '127.0.0.1', '[::1]'];
	return names.some((name) => host === `${name}:${port}` || (port === 80 && host === name));
}

/** Path and query alone, also of an absolute-form target. */
const pathOf = (url: string): string => url.replace(/^http:\/\/[^/?#]*/i, '').replace(/^(?=\?|#|$)/, '/');

/** RFC 9110 §15.5.20 */
function misdirected(target: ServerResponse, port: number): void {
	target.writeHead(421, { 'content-type': 'text/plain; charset=utf-8' });
	target.end(
		`This server answers as localhost:${port}, 127.0.0.1:${port} and [::1]:${port}, and by no other name.\n`
	);
}

function open(answer: Answer, address: string, port: number, patience: number): Promise<Server> {
	const server = createServer(
		{
			requestTimeout: patience,
			headersTimeout: patience,
			connectionsCheckingInterval: Math.min(patience, 1_000)
		},
		(message, target) => {
			if (!isForUs(message, message.socket.localPort ?? port))
				return misdirected(target, message.socket.localPort ?? port);
			message.url = pathOf(message.url ?? '/');
			return answer(message, target);
		}
	);
	server.maxConnections = mostConnections;
	return new Promise((listening, failed) => {
		server.once('error', failed).listen(port, address, () => listening(server));
	});
}

const close = (server: Server): Promise<void> =>
	new Promise((closed) => {
		server.close(() => closed());
		server.closeAllConnections();
	});

const portOf = (server: Server): number => {
	const address = server.address();
	return typeof address === 'object' && address ? address.port : 0;
};

/** One server for each address, all at one port; an address that this machine does not have is left out. */
async function openAll(answer: Answer, options: Required<LoopbackOptions>): Promise<Server[]> {
	const servers: Server[] = [];
	for (const address of options.addresses) {
		const port = servers[0] ? portOf(servers[0]) : options.port;
		try {
			servers.push(await open(answer, address, port, options.patience));
		} catch (error) {
			if (notHere.has(codeOf(error))) continue;
			await Promise.all(servers.map(close));
			throw error;
		}
	}
	return servers;
}

/**
 * Listens on both families of the loopback interface, as `localhost` may mean either. Any other name than that of this
 * machine is refused, and a request that does not come to its end is cut off.
 */
export async function listenOnLoopback(answer: Answer, options: LoopbackOptions): Promise<Listening> {
	const all = { patience: defaultPatience, addresses: loopbackAddresses, ...options };
	for (let tries = 1; ; tries += 1) {
		try {
			const servers = await openAll(answer, all);
			const [first] = servers;
			if (!first) throw new Error('This machine has no loopback address to listen on');
			return {
				port: portOf(first),
				close: async () => {
					await Promise.all(servers.map(close));
				}
			};
		} catch (error) {
			// The port that was free in one family is taken in the other.
			if (options.port !== 0 || codeOf(error) !== 'EADDRINUSE' || tries === mostTries) throw error;
		}
	}
}
