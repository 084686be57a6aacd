import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

/**
 * The gallery as a page of the development server, and of no build: a route of SvelteKit would be in the list of routes
 * that every page of the site loads.
 */
export const gallery = (): Plugin => ({
	name: 'gallery',
	apply: 'serve',
	config: () => ({ server: { fs: { allow: ['tests/gallery'] } } }),
	configureServer(server) {
		server.middlewares.use(`${server.config.base}gallery`, (request, response, next) => {
			if (!/^\/?(?:\?|$)/.test(request.url ?? '')) return next();
			readFile('tests/gallery/index.html', 'utf8')
				.then((html) => server.transformIndexHtml(request.originalUrl ?? '/', html))
				.then((html) => response.setHeader('content-type', 'text/html; charset=utf-8').end(html), next);
		});
	}
});
