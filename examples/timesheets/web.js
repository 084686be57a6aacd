/** The host of the page: a few files, and the headers that say what the page may do. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

const here = import.meta.dirname;
const page = readFileSync(join(here, 'web/index.html'), 'utf8');

/** The page’s libraries come from node_modules as they are, so that there is nothing to build. */
const folderOf = (/** @type {string} */ file) => dirname(fileURLToPath(import.meta.resolve(file)));
const libraries = {
	'/modules/openid-client': folderOf('openid-client'),
	'/modules/oauth4webapi': folderOf('oauth4webapi'),
	'/modules/jose': folderOf('jose')
};

/** Where the browser finds the libraries is written in the page: its one script that is not a file. */
const importMap = /<script type="importmap">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '';
const importMapHash = createHash('sha256').update(importMap).digest('base64');

/**
 * @typedef {import('./sign-in.js').ClientSettings & { apiUrl: string }} PageSettings
 * @param {{ settings: PageSettings, providerOrigins: string[] }} options
 */
export function createWeb({ settings, providerOrigins }) {
	// The tokens are as safe as the scripts of this origin: none from elsewhere, and none can send to elsewhere.
	const policy = [
		"default-src 'none'",
		`script-src 'self' 'sha256-${importMapHash}'`,
		"style-src 'self'",
		`connect-src 'self' ${new URL(settings.apiUrl).origin} ${providerOrigins.join(' ')}`,
		"base-uri 'none'",
		"form-action 'none'",
		"frame-ancestors 'none'"
	].join('; ');
	const web = new Hono();
	web.use(async (context, next) => {
		await next();
		context.header('content-security-policy', policy);
		// The address of the page has the code in it when the person comes back: RFC 9700 §4.2.4.
		context.header('referrer-policy', 'no-referrer');
		context.header('x-content-type-options', 'nosniff');
		context.header('cache-control', 'no-cache');
	});
	web.get('/', (context) => context.html(page));
	web.get('/settings.json', (context) => context.json(settings));
	web.get('/web/*', serveStatic({ root: here }));
	web.get('/sign-in.js', serveStatic({ root: here }));
	for (const [path, folder] of Object.entries(libraries))
		web.get(`${path}/*`, serveStatic({ root: folder, rewriteRequestPath: (url) => url.slice(path.length) }));
	return web;
}
