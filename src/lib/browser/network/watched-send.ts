import type { HttpRequest } from '$lib/wire/http';

/** How far a request came: whether it left this machine, and the status of an answer that could be read. */
export interface Watched {
	sent: boolean;
	status?: number;
}

/**
 * Sends a message for which the browser asks the server first (CORS-preflight), as it does for every upload that is
 * listened to. Its body leaves only after that question was answered with yes, which no other request tells a page.
 * `sent: false` may also come from a browser that does not say so. Rejects when it is cancelled.
 */
export function sendWatched(request: HttpRequest, signal: AbortSignal): Promise<Watched> {
	return new Promise((resolve, reject) => {
		signal.throwIfAborted();
		const sending = new XMLHttpRequest();
		let sent = false;
		sending.open(request.method, request.url);
		for (const [name, value] of request.headers) sending.setRequestHeader(name, value);
		sending.upload.onload = () => (sent = true);
		sending.onload = () => resolve({ sent: true, status: sending.status });
		sending.onerror = () => resolve({ sent });
		sending.onabort = () => reject(signal.reason);
		signal.addEventListener('abort', () => sending.abort(), { once: true });
		sending.send(request.body);
	});
}
