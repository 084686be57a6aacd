import type { ServerResponse } from 'node:http';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import sirv from 'sirv';
import { listenOnLoopback, type Answer } from './loopback';

/** What to serve. `base`: the path the site was built for, `''` or `/docs/pkce`. `port` 0: any free one. */
export interface SiteOptions {
	folder: string;
	base?: string;
	port?: number;
	/** Called with every request line that reaches the host: what a static host could have seen and logged. */
	onRequest?: (method: string, url: string) => void;
}

export interface Site {
	/** Where the first page is, without a slash at the end. */
	url: string;
	close(): Promise<void>;
}

/**
 * A plain static host for the built site, on the loopback interface only. It knows as little as GitHub Pages does:
 * a folder's `index.html`, and `404.html` with status 404 for what is not there.
 */
export async function serveSite(options: SiteOptions): Promise<Site> {
	const base = (options.base ?? '').replace(/\/+$/, '');
	const folder = resolve(options.folder);
	const notFoundPage = readFileSync(join(folder, '404.html'));
	const notFound = (response: ServerResponse): void => {
		response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(notFoundPage);
	};
	const files = sirv(folder, { etag: true, onNoMatch: (_request, response) => notFound(response) });

	const answer: Answer = (request, response) => {
		const url = request.url ?? '/';
		options.onRequest?.(request.method ?? '', url);
		if (url === base) {
			response.writeHead(301, { location: `${base}/` }).end();
			return;
		}
		if (!url.startsWith(`${base}/`)) return notFound(response);
		request.url = url.slice(base.length);
		files(request, response);
	};
	const { port, close } = await listenOnLoopback(answer, { port: options.port ?? 0 });
	return { url: `http://localhost:${port}${base}`, close };
}

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '4173' },
			folder: { type: 'string', default: 'build' },
			base: { type: 'string', default: process.env.BASE_PATH ?? '' }
		}
	});
	const site = await serveSite({ folder: values.folder, base: values.base, port: Number(values.port) });
	console.log(`PKCE Playground: ${site.url}/`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	main().catch((error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	});
}
