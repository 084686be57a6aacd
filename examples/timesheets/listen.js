import { serve } from '@hono/node-server';

/**
 * A server that only this machine reaches. Port 0 is any free one.
 * @param {number} port @param {(request: Request) => Response | Promise<Response>} answer
 * @returns {Promise<{ url: string, close(): void }>}
 */
export const listen = (port, answer) =>
	new Promise((resolve, reject) => {
		const server = serve({ fetch: answer, port, hostname: 'localhost' }, (address) =>
			resolve({ url: `http://localhost:${address.port}`, close: () => void server.close() })
		);
		server.once('error', (error) => {
			const isTaken = 'code' in error && error.code === 'EADDRINUSE';
			reject(isTaken ? new Error(`Port ${port} is taken. WEB_PORT and API_PORT choose others.`) : error);
		});
	});
