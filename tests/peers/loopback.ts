import type { Server } from 'node:http';

/** Resolves with the port, any free one of this machine. */
export const listen = (server: Server): Promise<number> =>
	new Promise((listening, failed) => {
		server.once('error', failed).listen(0, 'localhost', () => {
			const address = server.address();
			listening(typeof address === 'object' && address ? address.port : 0);
		});
	});

export const closeServer = (server: Server): Promise<void> =>
	new Promise((closed) => {
		server.close(() => closed());
		server.closeAllConnections();
	});
