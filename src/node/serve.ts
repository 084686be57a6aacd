import type { ServerResponse } from 'node:http';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import sirv from 'sirv';
import { elementFile } from '$lib/lexicon/embed-frame';
import { openerPolicyHeader, openerPolicyOf } from '$lib/lexicon/opener-policy';
import { listenOnLoopback, type Answer } from './loopback';

/** What to serve. `base`: the path the site was built for, `''` or `/docs/pkce`. `port` 0: any free one. */
interface SiteOptions {
	folder: string;
	base?: string;
	port?: number;
	/** Send the opener policy with every page, as a host may that can be told which headers to send. */
	openerPolicy?: boolean;
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
	function setHeaders(response: ServerResponse, path: string): void {
		// As GitHub Pages does for every file, and other hosts by what the build brings for them.
		if (path === `/${elementFile}`) response.setHeader('access-control-allow-origin', '*');
		const policy = options.openerPolicy ? openerPolicyOf(path) : undefined;
		if (policy) response.setHeader(openerPolicyHeader, policy);
	}
	const notFound = (response: ServerResponse, path: string): void => {
		setHeaders(response, path);
		response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(notFoundPage);
	};
	const files = sirv(folder, {
		etag: true,
		setHeaders,
		onNoMatch: (request, response) => notFound(response, request.url ?? '/')
	});

	const answer: Answer = (request, response) => {
		const url = request.url ?? '/';
		options.onRequest?.(request.method ?? '', url);
		if (url === base) {
			response.writeHead(301, { location: `${base}/` }).end();
			return;
		}
		if (!url.startsWith(`${base}/`)) return notFound(response, url);
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
	const site = await serveSite({
		folder: values.folder,
		base: values.base,
		port: Number(values.port),
		openerPolicy: true
	});
	console.log(`PKCE Playground: ${site.url}/`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	main().catch((error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	});
}
