/** Writes beside the built site what hosts read: headers for each kind of host, and a sitemap where the address is known. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { headerFiles } from './header-files.ts';
import { headerRules, type BuiltSite } from './header-rules.ts';
import { sitemapOf } from './sitemap.ts';

interface Options extends Omit<BuiltSite, 'pages'> {
	folder: string;
	/** Where the site will be, with its base and without a slash at the end; undefined: not known. */
	siteUrl: string | undefined;
}

/** Paths of the pages of a built site, each from `/` to `/`. */
export const pagesIn = (folder: string): string[] =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((file) => `/${file.replaceAll('\\', '/')}`)
		.filter((file) => file.endsWith('/index.html'))
		.map((file) => file.slice(0, -'index.html'.length))
		.sort();

/** Behind SvelteKit's own plugin: it writes the site when the bundle of the server is closed. */
export function hosting({ folder, siteUrl, ...site }: Options): Plugin {
	let isLast = false;
	const write = (path: string, text: string): void => {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	};
	return {
		name: 'hosting',
		apply: 'build',
		configResolved({ build }) {
			isLast = Boolean(build.ssr);
		},
		closeBundle: {
			sequential: true,
			order: 'post',
			handler() {
				if (!isLast) return;
				const pages = pagesIn(folder);
				for (const { path, text } of headerFiles(headerRules({ ...site, pages }), site.base))
					write(path, text);
				if (siteUrl !== undefined) write('sitemap.xml', sitemapOf(siteUrl, pages));
			}
		}
	};
}
