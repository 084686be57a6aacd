/** The built site as a good static host has it: HTTP/2, every file compressed beforehand, a folder's `index.html`. */
import { createSecureServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { openSite } from '../build/site';
import { selfSigned } from '../fixtures/self-signed';

const types: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.svg': 'image/svg+xml',
	'.json': 'application/json',
	'.webmanifest': 'application/manifest+json',
	'.wasm': 'application/wasm',
	'.txt': 'text/plain; charset=utf-8'
};

/** What a page costs that has nothing on it. */
export const emptyPath = '/nothing/';

const emptyPage =
	'<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Nothing</title><meta name="description" content="Nothing"><main><h1>Nothing</h1></main></html>';

export interface BrotliHost {
	url: string;
	/** Paths of its pages, as a link has them. */
	pages: string[];
	stop(): void;
}

export async function openBrotliHost(folder = process.env.BUILD_FOLDER ?? 'build'): Promise<BrotliHost> {
	const site = openSite(folder);
	const bodies = new Map(site.files.map((file) => [`/${file}`, brotliCompressSync(site.read(file))]));
	bodies.set(`${emptyPath}index.html`, brotliCompressSync(Buffer.from(emptyPage)));
	const server = createSecureServer({ ...selfSigned, allowHTTP1: true }, (request, response) => {
		const path = request.url.replace(/\?.*$/s, '').replace(/\/$/, '/index.html');
		const found = bodies.has(path) ? path : '/404.html';
		response.writeHead(found === path ? 200 : 404, {
			'content-type': types[extname(found)] ?? 'application/octet-stream',
			'content-encoding': 'br',
			'cache-control': found.includes('/immutable/') ? 'public, max-age=31536000, immutable' : 'no-cache'
		});
		response.end(bodies.get(found) ?? '');
	});
	await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
	const { port }: Pick<AddressInfo, 'port'> = server.address() as AddressInfo;
	return {
		url: `https://localhost:${port}`,
		pages: site.files
			.filter((file) => /(?:^|\/)index\.html$/.test(file))
			.map((file) => `/${file.replace(/index\.html$/, '')}`),
		stop: () => void server.close()
	};
}
